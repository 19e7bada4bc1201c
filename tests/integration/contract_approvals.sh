#!/usr/bin/env bash
# A second admin's approval (openapi.json): what needs one waits, and is done as whoever asked; by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name "Night job" --role admin)
SUPPORT=$(refraind apikey create --workspace "$WORKSPACE" --name desk --role support)
PERSON=${PEOPLE[0]}
batch() { # COUNT [MODE]: that many people out of reminders
  jq -nc --argjson n "$1" --arg mode "${2:-each}" --args '{mode: $mode, changes: [$ARGS.positional[:$n][]
    | {subject: ., category: "reminders", state: "opted_out", reason: "merger"}]}' "${PEOPLE[@]}"
}
out_of() { # CATEGORY: how many are out of it
  api GET "/preferences?category=$1&state=opted_out&limit=1000"
  json '.items | length'
}

# With one admin nothing waits for anybody.
api GET ''
holds '.approvals.active == false and .approvals.admins == 1 and .approvals.above == 1000'
api PATCH '' -d '{"settings": {"approvals": {"above": 25}}}'
status 200
holds '.settings.approvals == {on: true, above: 25, expiresAfterHours: 72}'
api PATCH '' -d '{"settings": {"approvals": {"above": 3}}}'
problem unprocessable
api PATCH '' -d '{"settings": {"approvals": {"above": 30}, "timeZone": "Europe/Berlin"}}'
problem unprocessable
as "$KEY" api POST /preferences:batch -d "$(batch 28)"
status 200
jq -nc --args '{mode: "each", changes: [$ARGS.positional[:28][]
  | {subject: ., category: "reminders", state: "default", reason: "back"}]}' "${PEOPLE[@]}" >"$WORK/back"
as "$KEY" api POST /preferences:batch -d "@$WORK/back"
holds '.summary.changed == 28'
api POST /approvals -d "$(batch 28)"
problem conflict

# With two, what is large waits. The same request again is the same one.
api POST /members -d "{\"id\": \"${PEOPLE[1]}\", \"role\": \"admin\"}"
status 201
api GET ''
holds '.approvals.active and .approvals.admins == 2 and .approvals.waiting == 0'
as "$KEY" api POST /preferences:batch -H 'Idempotency-Key: large' -d "$(batch 28)"
status 202
ID=$(json .id)
holds '.state == "waiting" and .kind == "many" and .size == 28 and .category == "reminders" and .reason == "merger"'
holds '.requestedBy.name == "Night job" and (.detail | length > 0) and .expiresAt > .requestedAt'
as "$KEY" api POST /preferences:batch -H 'Idempotency-Key: large' -d "$(batch 28)"
status 202
holds '.id == $id' --arg id "$ID"
check "nothing is in force" test "$(out_of reminders)" = 0
api GET '/approvals?state=waiting'
holds '.items | length == 1 and .[0].id == $id and .[0].mayDecide' --arg id "$ID"
api GET "/approvals/$ID"
holds '.now.moved == 0 and .now.digest == .digest and (.subjects | length == 20) and .isMine == false'
api GET "/approvals/$ID/changes?limit=1000"
holds '.items | length == 28 and all(.state == "opted_out" and .category == "reminders")'

# A program decides nothing, and no role below admin does.
as "$KEY" api PATCH "/approvals/$ID" -d '{"state": "approved"}'
problem forbidden
as "$SUPPORT" api PATCH "/approvals/$ID" -d '{"state": "approved"}'
problem forbidden
as "$SUPPORT" api DELETE "/approvals/$ID"
problem forbidden
api PATCH "/approvals/$ID" -d '{}'
problem unprocessable
api PATCH "/approvals/$ID" -d '{"state": "refused"}'
problem unprocessable

# The ground moves: nothing is done, and what stands now is said.
root GET /healthz
api PUT "/subjects/$PERSON/preferences/reminders" -d '{"state": "opted_in", "reason": "rang up", "requestedBy": "person"}'
status 200
api PATCH "/approvals/$ID" -d '{"state": "approved"}'
problem precondition_failed
holds '.current.now.moved == 1 and .current.state == "waiting" and (.detail | test("1 of the 28"))'
DIGEST=$(json .current.now.digest)
check "still nothing is in force" test "$(out_of reminders)" = 0
api PATCH "/approvals/$ID" -d "{\"state\": \"approved\", \"digest\": \"$DIGEST\"}"
status 200
holds '.state == "applied" and .changed == 27 and .decidedBy.id != null'
check "all but the one are out" test "$(out_of reminders)" = 27
api PATCH "/approvals/$ID" -d '{"state": "approved"}'
status 200
api PATCH "/approvals/$ID" -d '{"state": "refused", "reason": "late"}'
problem conflict
api GET '/audit?limit=1000'
holds '[.items[].entry | select(.type == "approval") | .after.state] == ["waiting", "applying", "applied"]'
holds '[.items[].entry | select(.type == "preference" and .context.approval == $id and .outcome == "accepted")]
  | length == 27 and all(.actor.name == "Night job" and .context.approvedBy.id != null)' --arg id "$ID"

# Who asked does not approve; who asked may withdraw.
as "$SUPPORT" api PATCH /categories/reminders -d '{"resubscribe": "anyone"}'
problem forbidden
api PATCH /categories/surveys -d '{"resubscribe": "anyone"}'
status 200
api PUT "/subjects/$PERSON/preferences/surveys" -d '{"state": "opted_out", "reason": "x", "requestedBy": "person"}'
status 200
as "$SUPPORT" api PUT "/subjects/$PERSON/preferences/surveys" -d '{"state": "default", "reason": "seems better"}'
status 202
holds '.kind == "turn_back" and .overridden == 1'
TURN=$(json .id)
as "$SUPPORT" api DELETE "/approvals/$TURN"
status 200
holds '.state == "withdrawn"'
api PATCH "/approvals/$TURN" -d '{"state": "approved"}'
problem conflict
api PATCH /categories/surveys -H 'If-Match: *' -d '{"required": true, "requiredReason": "law"}'
status 202
holds '.kind == "category" and .overridden == 1'
EDIT=$(json .id)
api GET /categories/surveys
holds '.required == false'
api PATCH "/approvals/$EDIT" -d '{"state": "approved"}'
problem forbidden
api GET "/approvals/$EDIT"
holds '.isMine and .mayDecide == false and (.whyNot | length > 0)'
api DELETE "/approvals/$EDIT"
holds '.state == "withdrawn"'

# A large send rests, and a refused one never goes out.
jq -nc --args '{category: "product-news", text: "Hello", recipients: $ARGS.positional[:27]}' "${PEOPLE[@]}" >"$WORK/send"
as "$KEY" api POST /notifications -d "@$WORK/send"
status 202
SEND=$(json .id)
holds '.approval.state == "waiting" and .approval.kind == "send" and .approval.notification == .id'
WAITS=$(json .approval.id)
as "$KEY" api POST "/notifications/$SEND:resume"
problem conflict
api GET "/notifications/$SEND"
holds '.state == "paused" and .summary.sent == 0'
api PATCH "/approvals/$WAITS" -d '{"state": "refused", "reason": "Not on a Sunday."}'
status 200
holds '.state == "refused" and .decision == "Not on a Sunday."'
api GET "/notifications/$SEND"
holds '.state == "cancelled" and .summary.sent == 0'

# A weaker rule needs two as well; a stricter one does not.
api PATCH '' -d '{"settings": {"approvals": {"on": false}}}'
status 202
holds '.kind == "policy"'
api GET ''
holds '.approvals.active and .approvals.waiting == 1'

# A workflow that would send to as many says that it waits.
api POST /templates -d '{"slug": "daily", "source": "{text: \"Good morning\"}"}'
status 201
jq -nc --args '{slug: "large", category: "product-news", template: "daily", recipients: {include: [{subjects: $ARGS.positional[:27]}]}}' \
  "${PEOPLE[@]}" | api POST /workflows --data-binary @-
status 201
as "$KEY" api POST /workflows/large:trigger
status 202
holds '.outcome == "started" and .approval.state == "waiting" and .approval.notification == .notification'

# A dry run says beforehand that it needs approval; asked again, it is the request that waits.
say() { # COUNT DRY: that many people out of product news
  jq -nc --argjson n "$1" --argjson dry "$2" --args '{mode: "each", dryRun: $dry, changes: [$ARGS.positional[:$n][]
    | {subject: ., category: "product-news", state: "opted_out", reason: "again"}]}' "${PEOPLE[@]}"
}
as "$KEY" api POST /preferences:batch -d "$(say 27 true)"
holds '.approval == {needed: true, waiting: null} and .summary.changed == 27'
as "$KEY" api POST /preferences:batch -d "$(say 27 false)"
status 202
AGAIN=$(json .id)
as "$KEY" api POST /preferences:batch -d "$(say 27 false)"
status 202
holds '.id == $id' --arg id "$AGAIN"
as "$KEY" api POST /preferences:batch -d "$(say 27 true)"
holds '.approval == {needed: true, waiting: $id}' --arg id "$AGAIN"
as "$KEY" api POST /preferences:batch -d "$(say 3 true)"
holds '.approval.needed == false'

# A file waits as a whole, and is taken over once approved.
file() { # COUNT: rows of that many people
  jq -nc --argjson n "$1" --args '{from: 0, rows: [$ARGS.positional[:$n] | to_entries[]
    | {line: (.key + 2), subject: .value, category: "product-news", state: "opted_out"}]}' "${PEOPLE[@]}"
}
as "$KEY" api POST /imports -d '{"name": "leave.csv", "total": 28}'
status 201
holds '.state == "gathering"'
FILE=$(json .id)
as "$KEY" api POST "/imports/$FILE/rows" -d "$(file 28)"
status 200
holds '.import.received == 28'
as "$KEY" api POST "/imports/$FILE:finish"
status 202
holds '.state == "held" and .approval.kind == "import" and .approval.size == 28 and .approval.act.name == "leave.csv"'
HELD=$(json .approval.id)
as "$KEY" api POST "/imports/$FILE:undo"
problem conflict
api GET "/approvals/$HELD"
holds '.now.isGone == false and (.subjects | length == 20) and .act.becomes.opted_out == 28'
api PATCH "/approvals/$HELD" -d '{"state": "approved"}'
status 200
for _ in $(seq 100); do
  api GET "/imports/$FILE"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.state == "done" and .summary.changed == 28'
as "$KEY" api POST "/imports/$FILE:undo"
status 202
holds '.state == "done" and .approval.act.undo'
api PATCH "/approvals/$(json .approval.id)" -d '{"state": "refused", "reason": "It was meant."}'
status 200
api GET "/imports/$FILE"
holds '.state == "done" and .undone == 0'

# What is asked for names what there is.
one() { # FIELD VALUE: a request about one person, changed so
  jq -nc --arg person "$PERSON" --arg field "$1" --arg value "$2" \
    '{changes: [{subject: $person, category: "reminders", state: "opted_out"} + {($field): $value}]}'
}
for row in category:reminder subject:U0NOBODY state:off; do
  as "$KEY" api POST /approvals -d "$(one "${row%:*}" "${row#*:}")"
  problem unprocessable
  pointer "/changes/0/${row%:*}"
done
as "$KEY" api POST /approvals -d '{"kind": "send", "changes": []}'
problem unprocessable
pointer /kind

# Nobody takes the role from the only other admin alone; whoever gave it moments ago may.
as "$KEY" api PATCH "/members/${PEOPLE[1]}" -d '{"role": "viewer"}'
problem conflict
as "$KEY" api DELETE "/members/${PEOPLE[1]}"
problem conflict
api GET ''
holds '.approvals.active and .approvals.admins == 2'

# Nobody is opted in in bulk.
jq -nc --args '{mode: "each", dryRun: true, changes: [$ARGS.positional[:26][]
  | {subject: ., category: "product-news", state: "opted_in", reason: "b"}]}' "${PEOPLE[@]}" >"$WORK/in"
api POST /preferences:batch -d "@$WORK/in"
problem unprocessable
pointer /changes
api GET /approvals/nothing
problem not_found
finish
