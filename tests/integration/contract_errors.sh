#!/usr/bin/env bash
# Every problem code of the contract, provoked once (contract, Errors), by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
P=${PEOPLE[0]}
api GET /categories
OTHER=$(json '[.items[] | select((.required | not) and .slug != "reminders")][0].slug')
OPT_OUT='{"state": "opted_out", "reason": "x"}'
put() { api PUT "/subjects/$P/preferences/$1" -d "$2" "${@:3}"; }

put reminders '{"state": '
problem bad_request
put reminders '[]'
problem bad_request
put reminders "$OPT_OUT" -H 'If-Match: yesterday'
problem bad_request

root GET "/v1/workspaces/$WORKSPACE"
problem unauthorized
head_has www-authenticate Bearer
as wrong put reminders "$OPT_OUT"
problem unauthorized

VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
SUPPORT=$(refraind apikey create --workspace "$WORKSPACE" --name support --role support)
as "$VIEWER" put reminders "$OPT_OUT"
problem forbidden
as "$VIEWER" api GET "/subjects/$P"
status 200
as "$SUPPORT" api POST /categories -d '{"slug": "mine", "title": "Mine"}'
problem forbidden
as "$SUPPORT" put reminders '{"state": "opted_out"}'
problem unprocessable
pointer /reason
SENDER=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role sender)
as "$SENDER" put reminders '{"state": "opted_out"}'
problem unprocessable
pointer /reason
SERVICE=$(refraind apikey create --workspace "$WORKSPACE" --name service --role service)
as "$SERVICE" root GET /v1/workspaces -H "Authorization: Bearer $SERVICE"
status 200
for path in '' /subjects "/subjects/$P" /preferences /categories /changes /audit /syncs /drift /members /apikeys; do
  as "$SERVICE" api GET "$path"
  problem forbidden
done
while read -r reason; do
  put reminders "{\"state\": \"opted_out\", \"reason\": $reason}"
  problem unprocessable
  pointer /reason
done <<'REASONS'
""
" "
"\t\u00a0"
"a\nb"
"a\u0007"
"\u0000"
REASONS
put reminders "{\"state\": \"default\", \"reason\": \"$(printf '\U1F600%.0s' {1..500})\"}"
status 200
root GET /v1/workspaces/T0NOTMINE -H "Authorization: Bearer $TOKEN"
check "another workspace is not even there" test "$STATUS" = 403 -o "$STATUS" = 404

api GET '/subjects?after=made-up'
problem unprocessable
pointer /after
for list in members apikeys; do
  api GET "/$list"
  holds '.seq > 0'
  FIRST=$(json '.items[0].id') COUNT=$(json '.items | length')
  api GET "/$list?limit=1"
  holds '(.items | length) == 1 and .items[0].id == $first and (.next == null) == ($count == 1)' --arg first "$FIRST" \
    --argjson count "$COUNT"
  if [ "$COUNT" -gt 1 ]; then
    api GET "/$list?limit=1&after=$(json .next)"
    holds '(.items | length) == 1 and .items[0].id != $first' --arg first "$FIRST"
  fi
done
for list in members apikeys subjects categories preferences changes audit syncs; do
  api GET "/$list?limit=1000"
  status 200
  api GET "/$list?limit=1001"
  problem unprocessable
  pointer /limit
done
api GET /audit/evidence/U0NOBODY
problem not_found
api GET /subjects/U0NOBODY
problem not_found
api GET /categories/nothing
problem not_found
api GET /nowhere
problem not_found
put nothing "$OPT_OUT"
problem not_found
api PUT /subjects/U0NOBODY/preferences/reminders -d "$OPT_OUT"
problem not_found

api DELETE /subjects
problem method_not_allowed
head_has allow '.*GET'

ADMIN=$(refraind apikey create --workspace "$WORKSPACE" --name other --role admin)
put reminders '{"state": "opted_out", "reason": "x", "requestedBy": "legal"}'
as "$ADMIN" put reminders '{"state": "default", "reason": "x"}'
problem conflict

api POST /categories -d '{"slug": "must", "title": "Must", "required": true, "requiredReason": "By law."}'
put must "$OPT_OUT"
problem category_required
put must '{"state": "default", "reason": "nothing changes"}'
status 200
api POST /categories -d '{"slug": "old", "title": "Old"}'
api PATCH /categories/old -d '{"archived": true}'
status 200
put old "$OPT_OUT"
problem category_archived

put "$OTHER" "$OPT_OUT" -H 'If-Match: 99'
problem precondition_failed
holds '.current.subject == $p and .current.state == "default" and .current.version == 0' --arg p "$P"

head -c 1100000 /dev/zero | tr '\0' x >"$WORK/large"
put reminders "@$WORK/large"
problem payload_too_large
head -c 1100000 /dev/zero | tr '\0' ' ' >"$WORK/spaces"
{ printf '{"category": "reminders", "subjects": []'; cat "$WORK/spaces"; printf '}'; } >"$WORK/roomy"
api POST /decisions --data-binary "@$WORK/roomy"
status 200

root PUT "/v1/workspaces/$WORKSPACE/subjects/$P/preferences/reminders" -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: text/plain' -d "$OPT_OUT"
problem unsupported_media_type

put reminders '{"state": "maybe", "reason": "x"}'
problem unprocessable
pointer /state
put '*' '{"state": "opted_in", "reason": "x"}'
problem unprocessable
pointer /state
api POST /decisions -d '{"category": "nothing", "subjects": []}'
problem unprocessable
api POST /categories -d '{"slug": "both", "title": "Both", "required": true, "requiredReason": "x", "paused": true}'
problem unprocessable

put "$OTHER" "$OPT_OUT" -H 'Idempotency-Key: once'
put "$OTHER" '{"state": "default", "reason": "x"}' -H 'Idempotency-Key: once'
problem idempotency_key_reused

# Every write is done once however often it is sent, and answered the same.
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name gone --role viewer >/dev/null && api GET '/apikeys?limit=1000' &&
  json '[.items[] | select(.name == "gone" and .revokedAt == null)][0].id')
NUMBER=0
while IFS='|' read -r method path expected body; do
  NUMBER=$((NUMBER + 1))
  for again in '' yes; do
    api "$method" "${path// /}" -H "Idempotency-Key: write-$NUMBER" ${body:+-d "$body"}
    status "${expected// /}"
    [ -z "$again" ] || head_has idempotent-replayed true
  done
done <<WRITES
POST|/members|201|{"id": "${PEOPLE[5]}", "role": "viewer"}
POST|/members|409|{"id": "${PEOPLE[5]}", "role": "support"}
PATCH|/members/${PEOPLE[5]}|200|{"role": "support"}
DELETE|/members/${PEOPLE[5]}|204|
DELETE|/members/${PEOPLE[5]}|404|
POST|/apikeys|201|{"name": "once"}
DELETE|/apikeys/$KEY|204|
PATCH||200|{"settings": {"colour": "red"}}
POST|/syncs|202|
PUT|/profiles/once|200|{"slack": {"incoming_webhook": {"url": "https://hooks.slack.com/services/T1/B1/x"}}}
POST|/links|201|{"subject": "${PEOPLE[5]}"}
POST|/categories|201|{"slug": "once", "title": "Once"}
PATCH|/categories/once|200|{"title": "Twice"}
WRITES
api GET '/apikeys?limit=1000'
holds '[.items[] | select(.name == "once")] | length == 1'
root GET '/v1/workspaces?limit=1001' -H "Authorization: Bearer $TOKEN"
problem unprocessable
pointer /limit

# A second request while the first one with its key still runs.
jq -nc --args '{mode: "each", changes: [range(10000) as $i | $ARGS.positional[$i % ($ARGS.positional | length)]
  | {subject: ., category: "reminders", state: (if $i % 2 == 0 then "opted_out" else "default" end), reason: "b"}]}' \
  "${PEOPLE[@]:1:40}" >"$WORK/batch"
api POST /preferences:batch --data-binary "@$WORK/batch" -H 'Idempotency-Key: slow' &
SLOW=$!
RUNNING=
while kill -0 "$SLOW" 2>/dev/null; do
  ANSWER=$(curl -s -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
    -H 'Idempotency-Key: slow' --data-binary "@$WORK/batch" "$BACKEND/v1/workspaces/$WORKSPACE/preferences:batch")
  case $ANSWER in *idempotency_in_progress*) RUNNING=yes ;; esac
done
! grep -q idempotency_in_progress "$WORK/body" || RUNNING=yes # the loop was the first one
check "whoever came second is told that the first one runs" test "$RUNNING" = yes

# What lies further back than the feed reaches is gone. Retention is the database's business, so it is played there.
check "the feed is cut off" sqlite3 -cmd ".timeout 10000" "$WORK/data/refrain.db" "UPDATE workspaces SET kept_after = 5"
api GET '/changes?after=1'
problem gone

# Without a Slack app nobody can sign in; the sentence says what is missing.
stop backend
start_backend REFRAIN_SLACK_CLIENT_ID= REFRAIN_SLACK_CLIENT_SECRET=
new_verifier
authorize
status 503
finish
