#!/usr/bin/env bash
# How external people and channels are reached (contract, Notification profiles), by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

profile() { api PUT "/profiles/$1" -d "$2"; } # DISTINCT-ID JSON
decision() { # SUBJECT DECISION RULE
  api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$1\"]}"
  holds '.items[0].decision == $decision and .items[0].rule == $rule' --arg decision "$2" --arg rule "$3"
}

ready
P=${PEOPLE[0]} C=${CHANNELS[0]}
api GET "/subjects/$P"
EMAIL=$(json .email)
HOOK=https://hooks.slack.com/services/T0000001/B0000001/abcdefghijklmnopqrstuvwx
SECRET=xoxb-1111111111-abcdefghijklmnop

# The one that wins is stored and told; what was given beside it is named.
profile everything '{"slack": {"incoming_webhook": {"url": "'$HOOK'"}, "access_token": "'$SECRET'",
  "channel_id": "'"$C"'", "user_id": "'"$P"'", "email": "'"$EMAIL"'"}}'
status 200
holds '.slack | has("incoming_webhook") and (keys | length) == 1'
holds '.warnings | sort == ["access_token", "channel_id", "email", "user_id"]'
profile room '{"slack": {"access_token": "'$SECRET'", "channel_id": "'"$C"'", "user_id": "'"$P"'", "email": "a@b.example"}}'
holds '.slack.channel_id == $it and (.slack | keys) == ["access_token", "channel_id"] and .warnings == ["user_id", "email"]' \
  --arg it "$C"
holds '.aliasOf == $it' --arg it "$C"
profile member '{"slack": {"access_token": "'$SECRET'", "user_id": "'"${P,,}"'", "email": "a@b.example"}}'
holds '.slack.user_id == $it and .warnings == ["email"] and .aliasOf == $it' --arg it "$P"
profile mail '{"slack": {"access_token": "'$SECRET'", "email": "'"${EMAIL^^}"'"}}'
holds '.slack.email == $mail and .warnings == [] and .aliasOf == $it' --arg mail "$EMAIL" --arg it "$P"
for id in everything room member mail; do
  api GET "/profiles/$id"
  status 200
  holds '.warnings == [] and .distinctId == $id' --arg id "$id"
  check "secrets are masked" test "$(grep -cE 'abcdefghijklmnop' "$WORK/body")" = 0
done
check "secrets are sealed on disk" test "$(grep -laE 'abcdefghijklmnop' "$WORK"/data/refrain.db* | wc -l)" = 0
api GET /profiles/nobody
problem not_found

# What is refused, by the field's name.
refused() { # JSON POINTER
  profile refused "$1"
  problem unprocessable
  pointer "$2"
}
refused '{}' /slack
refused '{"slack": {}}' /slack
refused '{"slack": {"access_token": "'$SECRET'"}}' /slack
refused '{"slack": {"channel_id": "C0000001"}}' /slack/access_token
refused '{"slack": {"channel_id": "C0000001", "access_token": "hello"}}' /slack/access_token
refused '{"slack": {"channel_id": "general", "access_token": "'$SECRET'"}}' /slack/channel_id
refused '{"slack": {"user_id": "C0000001", "access_token": "'$SECRET'"}}' /slack/user_id
refused '{"slack": {"email": "nobody", "access_token": "'$SECRET'"}}' /slack/email
refused '{"slack": {"email": 7, "access_token": "'$SECRET'"}}' /slack/email
for url in http://hooks.slack.com/services/T1/B1/x https://hooks.slack.com.evil.example/services/T1/B1/x \
  https://hooksXslack.com/services/T1/B1/x https://evil.example/services/T1/B1/x https://u:p@hooks.slack.com/services/x \
  https://hooks.slack.com:8443/services/T1/B1/x https://hooks.slack.com/ https://127.0.0.1/services/T1/B1/x ftp://x words; do
  refused '{"slack": {"incoming_webhook": {"url": "'"$url"'"}}}' /slack/incoming_webhook/url
done
for id in U0123456 C0123456 W0123ABCD T0123456 "$P" "$C"; do
  profile "$id" '{"slack": {"incoming_webhook": {"url": "'$HOOK'"}}}'
  problem unprocessable
  pointer /distinctId
done
profile u0123456 '{"slack": {"incoming_webhook": {"url": "'$HOOK'"}}}'
status 200
SENDER=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role sender)
as "$SENDER" profile room '{"slack": {"incoming_webhook": {"url": "'$HOOK'"}}}'
problem forbidden

# Decided together with the member or channel that it is.
decision mail deliver default_in
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
decision mail skip opted_out
decision member skip opted_out
decision room deliver default_in
api PUT "/subjects/room/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
status 200
decision room skip opted_out
decision "$C" skip opted_out

# Nobody has this address.
profile stranger '{"slack": {"access_token": "'$SECRET'", "email": "nobody@nowhere.example"}}'
status 200
holds '.aliasOf == null and (.problem | length) > 0'
decision stranger skip unreachable

# A member or channel that Slack does not know, asked with a token that Slack knows. A token of its own, as another app's.
request GET "$SLACK/oauth/v2/authorize?client_id=1.1&scope=chat:write,users:read,channels:read,incoming-webhook&redirect_uri=$BACKEND/slack/oauth/callback&state=x"
CODE=$(query_of code "$(header location)")
request POST "$SLACK/api/oauth.v2.access" -d client_id=1.1 -d client_secret=practice-client-secret \
  -d "code=$CODE" -d "redirect_uri=$BACKEND/slack/oauth/callback"
holds '.ok'
GOOD=$(json .access_token) REAL=$(json '.incoming_webhook.url') ROOM=$(json '.incoming_webhook.channel_id')
for address in '"user_id": "U0NOSUCH1"' '"channel_id": "C0NOSUCH1"'; do
  profile ghost '{"slack": {"access_token": "'"$GOOD"'", '"$address"'}}'
  status 200
  holds '.problem | endswith("_not_found")'
  decision ghost skip unreachable
done
profile ghost '{"slack": {"access_token": "'$SECRET'", "user_id": "U0NOSUCH1"}}'
status 200
holds '.problem == null'

# The practice Slack's own webhooks are addresses as good as Slack's.
check "a webhook of the practice Slack: $REAL" grep -q "^$SLACK/services/" <<<"$REAL"
profile hooked '{"slack": {"incoming_webhook": {"url": "'"$REAL"'"}}}'
status 200
holds '.problem == null'
refused '{"slack": {"incoming_webhook": {"url": "'"${REAL/127.0.0.1/127.0.0.1.evil.example}"'"}}}' /slack/incoming_webhook/url
api POST /notifications -d '{"category": "surveys", "text": "By webhook.", "recipients": ["hooked"]}'
status 202
ID=$(json .id)
for _ in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.summary.sent == 1'
request GET "$SLACK/practice/api/messages?channel=$ROOM"
holds '[.messages[] | select(.text == "By webhook.")] | length == 1'

# Again the same: nothing is written.
api GET '/changes?after=0&limit=1000'
BEFORE=$(json .seq)
profile member '{"slack": {"access_token": "'$SECRET'", "user_id": "'"$P"'"}}'
status 200
api GET '/changes?after=0&limit=1000'
holds '.seq == $before' --argjson before "$BEFORE"
finish
