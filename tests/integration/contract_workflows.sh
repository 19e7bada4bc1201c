#!/usr/bin/env bash
# Workflows (contract, /workflows): defined, triggered, run when they are due, once, and skipping who opted out.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role service)
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
until_done() { # ID
  local tries
  for tries in $(seq 600); do
    api GET "/notifications/$1?limit=1000"
    holds_quietly '.state == "done"' && return
    sleep 0.1
  done
  check "notification is done" false
}
workflow() { # METHOD PATH JQ-OBJECT [CURL OPTION...]
  local method=$1 path=$2 object=$3
  shift 3
  jq -nc "$object" --arg one "${PEOPLE[0]}" --arg two "${PEOPLE[1]}" --arg channel "${CHANNELS[0]}" \
    --arg time "${TIME:-}" >"$WORK/wish"
  api "$method" "/workflows$path" --data-binary "@$WORK/wish" "$@"
}

api POST /templates -d '{"slug": "daily", "source": "{text: \"Good morning\"}"}'
status 201
api POST /templates -d '{"slug": "ask", "source": "local d = std.extVar(\"data\"); {text: d.what + \" (\" + d.run.cause + \")\"}",
  "sample": {"what": "x", "run": {"cause": "y"}}}'
status 201
api PATCH '' -d '{"settings": {"timeZone": "UTC"}}'
status 200

api PATCH '' -d '{"timeZone": "Europe/Berlin"}'
problem unprocessable
pointer /timeZone

# Defined, read, listed, changed.
workflow POST '' '{slug: "ask", title: "Ask", category: "reminders", template: "ask",
  recipients: {include: [{subjects: [$one, $two]}]}}'
status 201
head_has etag '"1"'
holds '.schedule == null and .nextRunAt == null and .paused == false and .timeZone == "UTC" and .data == {}'
workflow POST '' '{slug: "ask", category: "reminders", template: "ask"}'
problem conflict
workflow PATCH /ask '{data: {what: "Lunch?"}}' -H 'If-Match: 1'
status 200
holds '.version == 2 and .title == "Ask"'
workflow PATCH /ask '{title: "Too late"}' -H 'If-Match: 1'
problem precondition_failed
api GET /workflows
holds '[.items[].slug] == ["ask"] and .next == null'
api GET /workflows/none
problem not_found

# Looked at, then triggered: who opted out is skipped, and the journal says why.
api PUT "/subjects/${PEOPLE[0]}/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
api POST /workflows/ask:preview
status 200
holds '.text == "Lunch? (trigger)" and .blocks[-1].type == "actions"'
holds '.recipients | .total == 2 and .deliver == 1 and .skip == 1 and .items[0].rule == "opted_out"'
as "$KEY" api POST /workflows/ask:trigger -H 'Idempotency-Key: once'
status 202
holds '.workflow == "ask" and .cause == "trigger" and .outcome == "started" and .recipients == 2 and .scheduledFor == null'
RUN=$(json .id) NOTIFICATION=$(json .notification)
as "$KEY" api POST /workflows/ask:trigger -H 'Idempotency-Key: once'
holds '.id == $run' --arg run "$RUN"
until_done "$NOTIFICATION"
holds '.workflow == "ask" and .template == "ask" and .text == "Lunch? (trigger)" and .summary.sent == 1 and .summary.skipped == 1'
holds '.recipients.items[0] | .outcome == "skipped" and .rule == "opted_out"'
api GET '/notifications?workflow=ask'
holds '[.items[].id] == [$id]' --arg id "$NOTIFICATION"
api GET /workflows/ask/runs
holds '[.items[].id] == [$run] and .next == null' --arg run "$RUN"

# With data and recipients of the trigger's own.
workflow POST /ask:trigger '{data: {what: "Dinner?"}, recipients: [$two]}'
status 202
until_done "$(json .notification)"
holds '.text == "Dinner? (trigger)" and .summary.sent == 1'
api GET '/workflows/ask/runs?limit=1'
holds '(.items | length) == 1 and .next != null'
api GET "/workflows/ask/runs?limit=1&after=$(json .next)"
holds '[.items[].id] == [$run]' --arg run "$RUN"

# By what people are, and where.
workflow POST '' '{slug: "members", category: "reminders", template: "daily",
  recipients: {include: [{membersOf: $channel}], exclude: [{roles: ["guest", "single_channel_guest"]}, {subjects: [$two]}]}}'
status 201
api POST /workflows/members:preview
status 200
holds '.recipients.total > 0 and .recipients.deliver > 0 and all(.recipients.items[]; .subject != $two)' --arg two "${PEOPLE[1]}"
workflow POST '' '{slug: "nobody", category: "reminders", template: "daily", recipients: {include: [{kind: "profile"}]}}'
api POST /workflows/nobody:trigger
status 202
holds '.outcome == "nobody" and .notification == null'

# What is no trigger.
as "$VIEWER" api POST /workflows/ask:trigger
problem forbidden
as "$KEY" workflow PATCH /ask '{title: "x"}'
problem forbidden
api POST /workflows/none:trigger
problem not_found
workflow POST '' '{slug: "open", category: "reminders", template: "ask"}'
status 201
for row in '{"data": {"what": "x"}} /recipients' '{"recipients": []} /recipients' '{"recipients": [""]} /recipients' \
  '{"recipients": "U1"} /recipients' '{"recipients": ["U1"]} /data' '{"data": 1} /data'; do
  api POST /workflows/open:trigger -d "${row% *}"
  problem unprocessable
  pointer "${row##* }"
done
api POST /workflows/open:trigger -d 'x'
problem bad_request
jq -nc '{recipients: [range(101) | "nobody-\(.)"], data: {what: "x"}}' >"$WORK/wish"
api POST /workflows/open:trigger --data-binary "@$WORK/wish"
problem conflict
workflow POST '' '{slug: "lost", category: "reminders", template: "daily", recipients: {include: [{membersOf: "C0NOWHERE"}]}}'
api POST /workflows/lost:trigger
problem unprocessable
pointer /recipients
workflow PATCH /open '{archived: true}'
api POST /workflows/open:trigger -d '{"recipients": ["U1"], "data": {"what": "x"}}'
problem conflict

# What is no workflow.
bad() { # POINTER JQ-OBJECT
  workflow POST '' "{slug: \"bad\", category: \"reminders\", template: \"daily\"} + $2"
  problem unprocessable
  pointer "$1"
}
bad /slug '{slug: "Not so"}'
bad /slug '{slug: null}'
bad /category '{category: "none"}'
bad /category '{category: "*"}'
bad /category '{category: ""}'
bad /template '{template: "none"}'
bad /template '{template: null}'
bad /title '{title: ("x" * 101)}'
bad /data '{data: []}'
bad /data '{data: {a: ("x" * 70000)}}'
bad /recipients/include/0 '{recipients: {include: [{}]}}'
bad /recipients/include/0/ids '{recipients: {include: [{kind: "user", ids: ["U1"]}]}}'
bad /recipients/includes '{recipients: {includes: [{kind: "user"}]}}'
bad /recipients/include/0/kind '{recipients: {include: [{kind: "cat"}]}}'
bad /recipients/include/0/roles '{recipients: {include: [{roles: ["boss"]}]}}'
bad /recipients/include/0/subjects '{recipients: {include: [{subjects: [range(1001) | "U\(.)"]}]}}'
bad /recipients/exclude/0 '{recipients: {include: [{kind: "user"}], exclude: [{}]}}'
bad /recipients/include '{recipients: {include: [range(21) | {kind: "user"}]}}'
bad /recipients/include '{schedule: {time: "09:00", weekdays: ["mon"]}}'
bad /schedule/time '{recipients: {include: [{kind: "user"}]}, schedule: {time: "9 am", weekdays: ["mon"]}}'
bad /schedule/time '{recipients: {include: [{kind: "user"}]}, schedule: {time: "24:00", weekdays: ["mon"]}}'
bad /schedule/weekdays '{recipients: {include: [{kind: "user"}]}, schedule: {time: "09:00", weekdays: []}}'
bad /schedule/weekdays '{recipients: {include: [{kind: "user"}]}, schedule: {time: "09:00", weekdays: ["noday"]}}'
bad /data '{template: "ask", recipients: {include: [{kind: "user"}]}, schedule: {time: "09:00", weekdays: ["mon"]}}'
for zone in '"Mars/Olympus"' 7 '["UTC"]' '{}' true; do
  api PATCH '' -d "{\"settings\": {\"colour\": \"blue\", \"timeZone\": $zone}}"
  problem unprocessable
  pointer /settings/timeZone
done
for zone in null '""' '"Europe/Berlin"' '"UTC"'; do
  api PATCH '' -d "{\"settings\": {\"timeZone\": $zone}}"
  status 200
  holds '.settings.colour != "blue"'
done

# By itself: due while the backend was down, made up for when it is back, and never twice.
TIME=$(date -u -d '+62 seconds' +%H:%M)
workflow POST '' '{slug: "daily", category: "reminders", template: "daily", recipients: {include: [{subjects: [$two]}]},
  schedule: {time: $time, weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}}'
status 201
holds '.nextRunAt | test("T\($time):00.000Z$")' --arg time "$TIME"
stop backend
until [ "$(date -u +%H:%M)" = "$TIME" ]; do sleep 0.5; done
start_backend
for try in $(seq 600); do
  api GET /workflows/daily/runs
  holds_quietly '.items | length > 0' && break
  sleep 0.1
done
holds '.items | length == 1 and .[0].cause == "schedule" and .[0].outcome == "started" and (.[0].scheduledFor | length) > 0'
until_done "$(json '.items[0].notification')"
holds '.summary.sent == 1 and .actor.kind == "system" and .text == "Good morning"'
stop backend KILL
start_backend
sleep 3
api GET /workflows/daily/runs
holds '.items | length == 1'
api GET /workflows/daily
holds '.nextRunAt | test("T\($time):00.000Z$")' --arg time "$TIME"
finish
