#!/usr/bin/env bash
# Which of Slack's messages Refrain sent: by where they stand, and by whom they went to and when.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]} C=${CHANNELS[0]}
BEFORE=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)
api POST /notifications -d "$(jq -nc '{category: "reminders", text: "Who sent this?", recipients: $ARGS.positional}' --args "$P" "$C")"
status 202
ID=$(json .id)
for _ in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.summary.sent == 2'
DM=$(json '.recipients.items[0].channel') TS=$(json '.recipients.items[0].ts')
AFTER=$(date -u -d '+1 minute' +%Y-%m-%dT%H:%M:%S.000Z)

# By its place in Slack, which for a direct message is a channel of its own.
api GET "/messages?channel=$DM&ts=$TS"
status 200
holds '(.items | length) == 1 and .next == null and .subject == $p' --arg p "$P"
holds '.items[0] | .notification == $id and .category == "reminders" and .subject == $p and .source == "console"' --arg id "$ID" --arg p "$P"
holds '.items[0] | .channel == $c and .ts == $ts and (.at | length) == 24 and .actor.kind == "console_user"' --arg c "$DM" --arg ts "$TS"
holds '(.items[0] | has("text")) | not'
# Another moment there, and another place: not Refrain's.
api GET "/messages?channel=$DM&ts=1700000000.000001"
holds '.items == [] and .subject == $p' --arg p "$P"
api GET "/messages?channel=C0NOWHERE&ts=$TS"
holds '.items == [] and .subject == null'

# By whom it went to and when.
api GET "/messages?subject=$C&from=$BEFORE&to=$AFTER"
holds '(.items | length) == 1 and .items[0].subject == $c and .subject == $c' --arg c "$C"
api GET "/messages?subject=$C&from=$AFTER&to=2099-01-01T00:00:00.000Z"
holds '.items == []'
api GET "/messages?subject=$Q&from=$BEFORE&to=$AFTER"
holds '.items == []'

# What is no question.
for query in 'x=1 /channel' "channel=$DM&subject=$P /channel" "channel=$DM /ts" "channel=$DM&ts=yesterday /ts" \
  "subject=$P /from" "subject=$P&from=$BEFORE /to" "subject=$P&from=soon&to=$AFTER /from"; do
  api GET "/messages?${query% *}"
  problem unprocessable
  pointer "${query##* }"
done

finish
