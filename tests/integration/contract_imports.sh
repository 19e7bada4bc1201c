#!/usr/bin/env bash
# Imports (openapi.json): checked, taken in parts, kept for who is not here yet, undone; by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

start_slack
start_backend REFRAIN_SLACK_APP_TOKEN=xapp-practice
connect
wait_for_directory
A=${PEOPLE[0]} B=${PEOPLE[1]} C=${PEOPLE[2]}
api GET "/subjects/$B"
EMAIL=$(json '.email | ascii_upcase')
rows() { # FROM ROW...
  local from=$1
  shift
  printf '{"from": %s, "rows": [%s]}' "$from" "$(IFS=,; echo "$*")"
}
row() { # LINE SUBJECT [STATE]
  printf '{"line": %s, "subject": "%s", "category": "reminders", "state": "%s"}' "$1" "$2" "${3:-opted_out}"
}

# A check tells and writes nothing.
api POST /imports:check -d "$(rows 0 "$(row 2 "$A")" "$(row 3 "$EMAIL")" "$(row 4 later@example.com)" "$(row 5 "$C" maybe)")"
status 200
holds '.summary == {changed: 2, unchanged: 0, refused: 0, waiting: 1, broken: 1}'
holds '.items[0] == {line: 2, outcome: "changed", subject: $a, category: "reminders", before: "default",
  after: "opted_out"}' --arg a "$A"
holds '.items[1].subject == $b and .items[3].detail != ""' --arg b "$B"
SEQ=$(json .seq)
api GET /imports
holds '.items == []'

# Begun, taken in parts, ended. Whoever chose since the check keeps their word.
api POST /imports -d '{}'
problem unprocessable
api POST /imports -H 'Idempotency-Key: one' -d "{\"name\": \"leave.csv\", \"total\": 3, \"checkedSeq\": $SEQ}"
status 201
ID=$(json .id)
holds '.state == "running" and .received == 0 and .tell == false'
api POST /imports -H 'Idempotency-Key: one' -d "{\"name\": \"leave.csv\", \"total\": 3, \"checkedSeq\": $SEQ}"
holds '.id == $id' --arg id "$ID"
api PUT "/subjects/$A/preferences/reminders" -d '{"state": "opted_in", "reason": "meanwhile"}'
api POST "/imports/$ID/rows" -d "$(rows 0 "$(row 2 "$A")" "$(row 3 "$EMAIL")")"
status 200
holds '.summary.changed == 1 and .summary.refused == 1 and .items[0].code == "precondition_failed"'
holds '.import.received == 2'
api POST "/imports/$ID/rows" -d "$(rows 0 "$(row 2 "$A")")"
problem conflict
api POST "/imports/$ID/rows" -d "$(rows 2 "$(row 4 later@example.com)")"
holds '.summary.waiting == 1'
api GET "/imports/$ID/waiting"
holds '.items == [{line: 4, subject: "later@example.com", category: "reminders", state: "opted_out"}]'
api GET "/imports/$ID/left"
holds '.items == [{line: 2, outcome: "refused", subject: $a, category: "reminders", code: "precondition_failed", detail: .items[0].detail}]' --arg a "$A"
api POST "/imports/$ID:finish"
status 200
holds '.state == "done" and .finishedAt != null'
api POST "/imports/$ID/rows" -d "$(rows 3 "$(row 5 "$C")")"
problem conflict
api GET "/subjects/$B/preferences"
holds 'any(.items[]; .category == "reminders" and .state == "opted_out" and .source == "import")'
VERSION=$(json '.items[] | select(.category == "reminders") | .version')
api GET "/imports?change=$VERSION"
holds '.items[0].id == $id and .items[0].name == "leave.csv"' --arg id "$ID"

# A profile of an own id is somebody who appears, too.
api POST /imports -d '{"name": "own ids"}'
OWN=$(json .id)
api POST "/imports/$OWN/rows" -d "$(rows 0 "$(row 2 customer-17)")"
holds '.summary.waiting == 1'
api PUT /profiles/customer-17 -d '{"slack": {"access_token": "xoxb-x", "user_id": "'"$C"'"}}'
check "a profile is made" test "$STATUS" = 200 -o "$STATUS" = 201
api GET /subjects/customer-17/preferences
holds 'any(.items[]; .category == "reminders" and .state == "opted_out" and .source == "import")'
api GET "/imports/$OWN"
holds '.arrived == 1 and .summary.waiting == 0 and .summary.changed == 1'

# Somebody joins the workspace: the word that waited is in force before they are greeted.
api POST /imports -d '{"name": "future"}'
FUTURE=$(json .id)
api POST "/imports/$FUTURE/rows" -d "$(rows 0 "$(row 2 Joiner@Example.com)")"
request POST "$SLACK/practice/api/users" -H 'Content-Type: application/json' \
  -d '{"email": "joiner@example.com"}'
JOINER=$(json .user.id)
for _ in $(seq 600); do
  api GET "/imports/$FUTURE"
  holds_quietly '.arrived == 1' && break
  sleep 0.1
done
holds '.arrived == 1 and .summary.waiting == 0'
api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$JOINER\"]}"
holds '.items[0].decision == "skip" and .items[0].rule == "opted_out"'

# Undone as one.
api POST "/imports/$ID:undo"
status 202
for _ in $(seq 600); do
  api GET "/imports/$ID"
  holds_quietly '.state == "undone"' && break
  sleep 0.1
done
holds '.state == "undone" and .undone == 1 and .kept == 0 and .summary.waiting == 0'
api GET "/subjects/$B/preferences"
holds 'any(.items[]; .category == "reminders" and .state == "default")'
api GET "/subjects/$A/preferences"
holds 'any(.items[]; .category == "reminders" and .state == "opted_in")'
api GET '/audit?limit=1000'
holds '[.items[].entry | select(.type == "import") | .after.state] | index("done") and index("undone")'

# Only admins import; whoever reads sees what was imported.
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
SUPPORT=$(refraind apikey create --workspace "$WORKSPACE" --name support --role support)
as "$VIEWER" api GET /imports
holds '.items | length == 3'
as "$VIEWER" api GET "/imports/$ID/waiting"
problem forbidden
as "$VIEWER" api GET "/imports/$ID/left"
problem forbidden
as "$SUPPORT" api POST /imports -d '{"name": "x"}'
problem forbidden
as "$SUPPORT" api POST "/imports/$ID:undo"
problem forbidden
api GET /imports/nothing
problem not_found
finish
