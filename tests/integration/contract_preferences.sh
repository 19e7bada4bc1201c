#!/usr/bin/env bash
# Directory, categories, preferences, decisions and the change feed (contract, API v1), by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
A=${PEOPLE[0]} B=${PEOPLE[1]} C=${PEOPLE[2]} D=${PEOPLE[3]} E=${PEOPLE[4]}
set_preference() { # SUBJECT CATEGORY BODY [CURL OPTION...]
  local subject=$1 category=$2 body=$3
  shift 3
  api PUT "/subjects/$subject/preferences/$category" -d "$body" "$@"
}
decide() { # CATEGORY SUBJECT...
  local category=$1
  shift
  api POST /decisions -d "$(jq -nc --arg category "$category" '{$category, subjects: $ARGS.positional}' --args "$@")"
}

# Directory: pages by cursor, every subject once, the shape of the contract.
api GET '/subjects?limit=7'
status 200
SEQ=$(json .seq)
: >"$WORK/ids"
while :; do
  json '.items[].id' >>"$WORK/ids"
  NEXT=$(json '.next // empty')
  [ -n "$NEXT" ] || break
  api GET "/subjects?limit=7&after=$(jq -rn --arg next "$NEXT" '$next | @uri')"
done
check "pages show everybody once" test "$(sort "$WORK/ids" | uniq -d | wc -l)" = 0
check "and nobody is left out" test "$(wc -l <"$WORK/ids")" -ge 60
api GET "/subjects/$A"
status 200
holds 'has("id") and has("kind") and has("name") and has("displayName") and has("email") and has("title") and has("tz")
  and has("locale") and has("topic") and has("role") and has("deleted") and has("bot") and has("archived")
  and has("private") and has("person") and has("updatedAt")'
NAME=$(json .name)
api GET "/subjects?q=$(jq -rn --arg q "$NAME" '$q | @uri')"
holds 'any(.items[]; .id == $id)' --arg id "$A"

# Categories.
api GET /categories
status 200
holds '.items | length >= 4 and all(.slug != "*")'
holds '.items[0] | has("title") and has("description") and has("kind") and has("parent") and has("defaultState")
  and has("required") and has("requiredReason") and has("paused") and has("resubscribe") and has("onFailure")
  and has("position") and has("archived") and has("version")'
api GET '/categories/*'
status 200
api POST /categories -d '{"slug": "contract", "title": "Contract", "description": "For this test."}'
check "a category is made" test "$STATUS" = 201 -o "$STATUS" = 200
holds '.slug == "contract" and .defaultState == "opted_in" and .resubscribe == "user_only" and .onFailure == "skip"'
api POST /categories -d '{"slug": "child", "title": "Child", "description": "Below.", "parent": "contract"}'
holds '.parent == "contract"'
api GET /categories/contract
status 200
api PATCH /categories/contract -d '{"title": "Contract test"}'
status 200
holds '.title == "Contract test"'

# A preference never set, set, repeated, and set against an older version.
api GET "/subjects/$A/preferences"
status 200
holds 'any(.items[]; .category == "*") and any(.items[]; .category == "contract")'
holds '.items[] | select(.category == "contract") | .state == "default" and .effective == "deliver"
  and .rule == "default_in" and .version == 0 and .source == null and .actor == null and .at == null'
set_preference "$A" contract '{"state": "opted_out", "reason": "asked", "ticket": "T-1"}'
status 200
holds '.state == "opted_out" and .effective == "skip" and .rule == "opted_out" and .source == "console"
  and .reason == "asked" and .ticket == "T-1" and .seq == .version and .version > 0 and .actor.id != null'
VERSION=$(json .version)
check "ETag is the version" test "$(header etag)" = "\"$VERSION\""
set_preference "$A" contract '{"state": "opted_out", "reason": "asked again"}'
status 200
holds '.version == $version and .reason == "asked"' --argjson version "$VERSION"
for match in 0 $((VERSION + 1)) "\"$((VERSION - 1))\""; do
  set_preference "$A" contract '{"state": "opted_in", "reason": "x"}' -H "If-Match: $match"
  problem precondition_failed
  holds '.current.state == "opted_out" and .current.version == $version' --argjson version "$VERSION"
done
set_preference "$A" contract '{"state": "opted_in", "reason": "x"}' -H "If-Match: \"$VERSION\""
status 200
set_preference "$A" contract '{"state": "default", "reason": "x"}' -H 'If-Match: *'
status 200
holds '.state == "default" and .rule == "default_in"'
set_preference "$B" contract '{"state": "opted_out", "reason": "x"}' -H 'If-Match: 0'
status 200

# Snoozes are an overlay; absent is kept, null clears.
UNTIL=$(date -u -d '+2 hours' +%Y-%m-%dT%H:%M:%S.000Z)
set_preference "$C" contract '{"state": "opted_in", "reason": "x"}'
set_preference "$C" contract "{\"snoozedUntil\": \"$UNTIL\", \"reason\": \"x\"}"
status 200
holds '.state == "opted_in" and .snoozedUntil == $until and .rule == "snoozed" and .effective == "skip"' --arg until "$UNTIL"
set_preference "$C" contract '{"snoozedUntil": null, "reason": "x"}'
holds '.state == "opted_in" and .snoozedUntil == null and .rule == "opted_in"'

# The preference rule, row by row.
decide contract "$A" "$B" "$C" UNOBODY "$A"
status 200
holds '.category == "contract" and .onFailure == "skip" and (.items | length == 5)'
holds '[.items[].subject] == [$a, $b, $c, "UNOBODY", $a]' --arg a "$A" --arg b "$B" --arg c "$C"
holds '[.items[].rule] == ["default_in", "opted_out", "opted_in", "unreachable", "default_in"]'
holds '[.items[].decision] == ["deliver", "skip", "deliver", "skip", "deliver"]'
holds '.items[0].since == null and .items[0].version == 0 and .items[1].since != null and .items[1].version > 0
  and .items[3].since == null and .items[3].version == 0'
decide child "$B"
holds '.items[0].rule == "opted_out_of_parent"'
set_preference "$B" child '{"state": "opted_in", "reason": "x"}'
decide child "$B"
holds '.items[0].rule == "opted_in"'
set_preference "$B" '*' '{"state": "opted_out", "reason": "x"}'
status 200
decide child "$B"
holds '.items[0].rule == "opted_out_of_everything"'
set_preference "$B" '*' '{"state": "default", "reason": "x"}'
status 200
api PATCH /categories/child -d '{"defaultState": "opted_out"}'
decide child "$D"
holds '.items[0].rule == "default_out"'
api PATCH /categories/child -d '{"paused": true}'
decide child "$B"
holds '.items[0].rule == "paused" and .items[0].decision == "skip"'
api PATCH /categories/child -d '{"paused": false, "required": true, "requiredReason": "By law."}'
status 200
decide child "$D"
holds '.items[0].rule == "required" and .items[0].decision == "deliver"'
api GET '/subjects?kind=user&limit=1000'
GONE=$(json '[.items[] | select(.deleted)][0].id')
decide child "$GONE"
holds '.items[0].rule == "unreachable"'
decide contract "${CHANNELS[0]}"
holds '.items[0].rule == "default_in"'

# Explicit choices of everybody, and what a person asked for stays the person's word.
api GET '/preferences?category=contract&state=opted_out'
status 200
holds '[.items[].subject] == [$b]' --arg b "$B"
api GET '/preferences?category=*'
status 200
api GET '/preferences?category=zzz'
problem unprocessable
pointer /category
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name test --role admin)
set_preference "$E" contract '{"state": "opted_out", "reason": "phoned", "requestedBy": "person"}'
holds '.requestedBy == "person"'
as "$KEY" set_preference "$E" contract '{"state": "default", "reason": "x"}'
problem conflict
set_preference "$E" contract '{"state": "default", "reason": "a slip of mine"}'
check "its maker may correct it" test "$STATUS" = 200
as "$KEY" set_preference "$E" contract '{"state": "opted_out"}'
holds '.source == "api" and .actor.kind == "api_key"'

# Batches: all or nothing, each for itself, and dry.
CHANGES=$(jq -nc --arg a "$A" --arg d "$D" '[{subject: $a, category: "contract", state: "opted_out", reason: "b"},
  {subject: $d, category: "contract", state: "default", reason: "b"}, {subject: $d, category: "child", state: "opted_out"}]')
api POST /preferences:batch -d "{\"mode\": \"all\", \"changes\": $CHANGES}"
status 200
holds '.items[2].outcome == "refused" and .items[2].code == "category_required" and .summary.changed == 0'
api POST /preferences:batch -d "{\"mode\": \"each\", \"dryRun\": true, \"changes\": $CHANGES}"
holds '.summary == {"changed": 1, "unchanged": 1, "refused": 1}'
holds '.items[0].preference | .state == "opted_out" and .effective == "skip" and .rule == "opted_out"'
api GET "/subjects/$A/preferences"
holds '.items[] | select(.category == "contract") | .state == "default"'
api POST /preferences:batch -d "{\"mode\": \"each\", \"changes\": $CHANGES}"
holds '[.items[].outcome] == ["changed", "unchanged", "refused"] and .items[0].preference.state == "opted_out"'

# The change feed: without gaps, applied after the read it follows, and long polling ends with the change.
api GET "/changes?after=$SEQ"
status 200
holds '[.items[].seq] == [range($seq + 1; $seq + 1 + (.items | length))]' --argjson seq "$SEQ"
holds 'any(.items[]; .type == "preference" and .subject == $a and .category == "contract"
  and .after.state == "opted_out" and .source == "console" and .actor.id != null and .reason == "asked")' --arg a "$A"
NOW=$(json .seq)
api GET "/changes?after=$NOW"
holds '.items == [] and .seq == $now' --argjson now "$NOW"
curl -sS --max-time 40 -H "Authorization: Bearer $TOKEN" -o "$WORK/poll" -w '%{time_total}' \
  "$BACKEND/v1/workspaces/$WORKSPACE/changes?after=$NOW&wait=30" >"$WORK/poll.time" &
POLL=$!
sleep 0.5
set_preference "$D" contract '{"state": "opted_out", "reason": "poll"}'
wait "$POLL"
cp "$WORK/poll" "$WORK/body"
holds '.items[0].subject == $d' --arg d "$D"
check "at once" test "$(cut -d. -f1 "$WORK/poll.time")" -lt 5

# Idempotency: the same key gives the same answer and one change; for another request it is refused.
set_preference "$D" contract '{"state": "default", "reason": "k"}' -H 'Idempotency-Key: k1'
FIRST=$(cat "$WORK/body")
set_preference "$D" contract '{"state": "opted_out", "reason": "k"}' -H 'Idempotency-Key: k2'
set_preference "$D" contract '{"state": "default", "reason": "k"}' -H 'Idempotency-Key: k1'
status 200
check "the first answer again" test "$(cat "$WORK/body")" = "$FIRST"
api GET "/subjects/$D/preferences"
holds '.items[] | select(.category == "contract") | .state == "opted_out"'
set_preference "$D" contract '{"state": "opted_in", "reason": "k"}' -H 'Idempotency-Key: k1'
problem idempotency_key_reused
set_preference "$D" contract '{"state": "default", "reason": "k"}' -H 'Idempotency-Key: k1' -H 'If-Match: 3'
problem idempotency_key_reused

# The digest of one subject is the hash that domain/digest.h defines.
set_preference "$A" contract '{"state": "opted_out", "reason": "x"}'
VERSION=$(json .version)
api GET "/digest?from=$A&to=$A%21"
status 200
EXPECTED=$(printf '%s\0contract\0opted_out\0\0%s' "$A" "$VERSION" | openssl dgst -sha256 -r | cut -d' ' -f1)
holds '.digest == $expected and .count == 1' --arg expected "$EXPECTED"
api GET '/digest'
holds '.count >= 5 and .seq > 0'

# Nothing is lost by a clean restart.
api GET "/subjects/$A/preferences"
BEFORE=$(json -c '[.items[] | {category, state, version, rule}]')
stop backend
start_backend
api GET "/subjects/$A/preferences"
check "the same after a restart" test "$(json -c '[.items[] | {category, state, version, rule}]')" = "$BEFORE"
# Series for plots.
api GET '/stats?step=hour'
status 200
holds '.step == "hour" and .next == null and (.items | length > 0) and ([.items[] | select(.category == "contract") | .optedOut] | add) > 0'
holds '.items | all(has("at") and has("optedIn") and has("backToDefault") and has("snoozed") and has("sent") and has("skipped"))'
api GET '/stats?category=nothing'
holds '.items == []'
for wrong in step=year from=yesterday 'from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z' 'step=hour&from=2020-01-01T00:00:00Z'; do
  api GET "/stats?$wrong"
  problem unprocessable
done
finish
