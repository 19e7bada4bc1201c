#!/usr/bin/env bash
# What is held about a person, its erasure, and the import of preferences (contract, API v1), by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh && . lib/audit.sh

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]}
api GET "/subjects/$P"
NAME=$(json .name)
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "telltale words"}'
status 200

SUPPORT=$(refraind apikey create --workspace "$WORKSPACE" --name support --role support)
as "$SUPPORT" api GET "/subjects/$P/export"
problem forbidden
as "$SUPPORT" api POST "/subjects/$P:erase"
problem forbidden

# Everything held about a person.
api GET "/subjects/$P/export"
status 200
holds '.subject.name == $name and .audit[0].entry.reason == "telltale words" and (.preferences | length) == 1' \
  --arg name "$NAME"
check "the checkpoint is signed" read_checkpoint
EARLY_SIZE=$LOG_SIZE EARLY_ROOT=$LOG_ROOT

# All that happened, in one line of time; each entry has a receipt that verifies by itself.
api GET "/subjects/$P/timeline"
status 200
holds '.items[0].kind == "entry" and .items[0].entry.after.state == "opted_out" and .next == null'
holds 'any(.items[]; .kind == "directory" and .isNew)'
INDEX=$(json '.items[0].index')
BEGIN=$({ printf '\0'; json '.items[0].leaf' | base64 -d; } | sha256sum | cut -c1-10 | tr a-f A-F)
api GET "/subjects/$P/timeline?limit=1"
holds '(.items | length) == 1 and .next != null'
api GET "/subjects/$P/timeline?limit=1&after=$(json .next)"
holds '(.items | length) == 1 and .items[0].kind == "directory"'
api GET "/receipts/R-$INDEX-$BEGIN"
status 200
cp "$WORK/body" "$WORK/receipt.json"
check "the receipt verifies offline" refraind audit verify "$WORK/receipt.json"
api GET "/receipts/R-$INDEX-0000000000"
problem not_found

# What was in force before, and the person's own page, which is looked at and never pressed.
api GET "/subjects/$P/preferences?asOf=2001-01-01T00:00:00.000Z"
holds '.items == []'
api GET "/subjects/$P/preferences?asOf=2999-01-01T00:00:00.000Z"
problem unprocessable
api POST "/subjects/$P:view"
status 201
PAGE=$(json .url)
curl -s -o "$WORK/page" -H 'Accept-Language: en' "$PAGE"
check "the page says that it is only looked at" grep -q 'You are looking at it only' "$WORK/page"
check "nothing on it can be sent" test "$(grep -c '<form' "$WORK/page")" = 0
check "nothing is taken there" test "$(curl -s -o /dev/null -w '%{http_code}' -d category=surveys "$PAGE")" = 405

# Erased, it is told nowhere; the log still verifies and the opt-out is still honoured.
api POST "/subjects/$P:erase" -d '{"reason": "they asked"}'
status 200
holds '.erased.auditEntries == 1 and .erased.preferences == 1 and (.kept | length) > 0 and all(.kept[]; .why != "")'
for path in "/subjects/$P/export" "/subjects/$P/timeline" '/changes?after=0&limit=1000' "/audit/evidence/$P" "/subjects/$P/preferences"; do
  api GET "$path"
  status 200
  check "$path does not tell the reason" test "$(grep -c telltale "$WORK/body")" = 0
  check "$path does not tell the name" test "$(grep -cF "\"$NAME\"" "$WORK/body")" = 0
done
check "the checkpoint is signed" read_checkpoint
check "the earlier log lies inside it" is_consistent "$EARLY_SIZE" "$EARLY_ROOT"
api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$P\"]}"
holds '.items[0].decision == "skip"'
api POST /subjects/U0NOBODY:erase
problem not_found

# An import beside the serving backend turns no opt-out back and tells by line what it left out.
printf 'subject,category,state\n%s,reminders,opted_in\n%s,reminders,opted_out\nU0NOBODY,reminders,opted_out\n' \
  "$P" "$Q" >"$WORK/people.csv"
refraind import --dry-run "$WORK/people.csv" >"$WORK/said" 2>"$WORK/told"
check "a dry run says so" grep -q '^Nothing was changed. This would be: 1 changed' "$WORK/said"
refraind import "$WORK/people.csv" >"$WORK/said" 2>"$WORK/told"
check "what was left out is no success" test "$?" = 1
check "what could be done was done" grep -q '^1 changed, 0 so already, 1 refused' "$WORK/said"
check "who is not here is told by line" grep -q '^line 4: ' "$WORK/told"
api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$P\", \"$Q\"]}"
holds 'all(.items[]; .decision == "skip")'
refraind export --format jsonl >"$WORK/people.jsonl" 2>/dev/null
refraind import "$WORK/people.jsonl" >"$WORK/said" 2>"$WORK/told"
check "all of it is a success" test "$?" = 0
check "what was exported is so already" grep -q '^0 changed, 2 so already, 0 refused' "$WORK/said"
refraind import "$WORK/nothing" 2>/dev/null
check "a missing file fails" test "$?" = 1
finish
