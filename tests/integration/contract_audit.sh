#!/usr/bin/env bash
# The audit log, verified from outside with openssl alone (contract, Audit log).
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh && . lib/audit.sh

ready
P=${PEOPLE[0]}
put() { api PUT "/subjects/$1/preferences/reminders" -d "$2"; }

put "$P" '{"state": "opted_out", "reason": "asked on the phone", "ticket": "HELP-7"}'
status 200
SEQ=$(json .seq)
check "the checkpoint is signed" read_checkpoint
EARLY_SIZE=$LOG_SIZE EARLY_ROOT=$LOG_ROOT
check "content type" grep -qi '^content-type: text/plain' "$WORK/head"

# The accepted change has an entry; its leaf hides who, the entry shows it.
api GET "/audit?subject=$P&limit=10"
status 200
holds '.items[-1].entry.seq == $seq and .items[-1].entry.subject == $p and .items[-1].entry.reason == "asked on the phone"
  and .items[-1].entry.ticket == "HELP-7" and .items[-1].entry.source == "console"' --argjson seq "$SEQ" --arg p "$P"
INDEX=$(json '.items[-1].index')
json '.items[-1].leaf' | base64 -d >"$WORK/leaf"
check "the leaf does not tell the subject" test "$(grep -c "$P" "$WORK/leaf")" = 0
check "nor the reason" test "$(grep -c phone "$WORK/leaf")" = 0
check "the leaf is canonical JSON" test "$(jq -Sc . "$WORK/leaf")" = "$(cat "$WORK/leaf")"
api GET "/audit/entries/$INDEX"
status 200
holds '.index == $index and .entry.seq == $seq' --argjson index "$INDEX" --argjson seq "$SEQ"

# By a part of what the actor is called, a person or a key; who is nobody did nothing.
api GET "/audit/entries/$INDEX"
ACTOR=$(json .entry.actor.id)
PART=$(json '.entry.actor.name | .[0:4] | ascii_downcase | @uri')
api GET "/audit?actorName=$PART&limit=1000"
status 200
holds 'any(.items[]; .entry.seq == $seq) and all(.items[]; .entry.actor.name != null)' --argjson seq "$SEQ"
api GET "/audit?actorName=$PART&subject=$P&limit=1000"
holds 'any(.items[]; .entry.actor.id == $actor and .entry.subject == $p)' --arg actor "$ACTOR" --arg p "$P"
api GET '/audit?actorName=nobody-is-called-so'
status 200
holds '.items == [] and .next == null'
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name "Night Mailer" --role admin)
as "$KEY" put "${PEOPLE[20]}" '{"state": "opted_out", "reason": "by key"}'
api GET '/audit?actorName=mailer'
holds '.items | length == 1 and .[0].entry.actor.name == "Night Mailer"'

# A refusal and an administrative act take an index and no seq; what changes nothing takes none at all.
put "$P" '{"state": "opted_in", "reason": "x"}' >/dev/null
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "default", "reason": "x"}' -H 'If-Match: 0'
problem precondition_failed
api GET "/audit?subject=$P&limit=10"
holds '.items[-1].entry.seq == null and .items[-1].entry.outcome == "precondition_failed"'
check "the checkpoint is signed" read_checkpoint
BEFORE=$LOG_SIZE
put "$P" '{"state": "opted_in", "reason": "again"}'
check "the checkpoint is signed" read_checkpoint
check "what changes nothing is not audited" test "$LOG_SIZE" = "$BEFORE"

for person in "${PEOPLE[@]:1:12}"; do put "$person" '{"state": "opted_out", "reason": "many"}'; done
check "the checkpoint is signed" read_checkpoint
check "the log has grown" test "$LOG_SIZE" -ge $((EARLY_SIZE + 13))
check "the earlier log lies inside it" is_consistent "$EARLY_SIZE" "$EARLY_ROOT"
for index in 0 "$INDEX" $((LOG_SIZE / 2)) $((LOG_SIZE - 1)); do
  check "entry $index is proven" entry_is_proven "$index"
done

# The root recomputed from all leaves, as a console does it.
: >"$WORK/leaves"
api GET '/audit?limit=5'
while :; do
  json '.items[].leaf' >>"$WORK/leaves"
  NEXT=$(json '.next // empty')
  [ -n "$NEXT" ] || break
  api GET "/audit?limit=5&after=$(jq -rn --arg next "$NEXT" '$next | @uri')"
done
mapfile -t LEVEL < <(while read -r leaf; do leaf_hash "$leaf"; done <"$WORK/leaves")
check "as many leaves as the checkpoint says" test "${#LEVEL[@]}" = "$LOG_SIZE"
while [ "${#LEVEL[@]}" -gt 1 ]; do
  ABOVE=()
  for ((i = 0; i + 1 < ${#LEVEL[@]}; i += 2)); do ABOVE+=("$(node_hash "${LEVEL[i]}" "${LEVEL[i + 1]}")"); done
  ((${#LEVEL[@]} % 2)) && ABOVE+=("${LEVEL[-1]}")
  LEVEL=("${ABOVE[@]}")
done
check "the root is the signed one" test "${LEVEL[0]}" = "$LOG_ROOT"

# Evidence carries the openings, which anybody verifies.
api GET "/audit/evidence/$P"
status 200
cp "$WORK/body" "$WORK/evidence.json"
check "refraind verifies it offline" "$BIN/refraind" audit verify "$WORK/evidence.json"
jq '.items[0].openings[0].value += "!"' "$WORK/evidence.json" >"$WORK/forged.json"
"$BIN/refraind" audit verify "$WORK/forged.json" >"$WORK/verdict"
check "and sees a forged value" test "$?" = 1
check "which it names" grep -q 'does not open what its leaf commits to' "$WORK/verdict"
"$BIN/refraind" audit verify "$WORK/head" >/dev/null 2>&1
check "what is no bundle is unusable" test "$?" = 2
cp "$WORK/evidence.json" "$WORK/body"
if [ "$STATUS" = 200 ]; then
  holds '.items // .entries | length >= 3'
  json '(.items // .entries)[0].leaf' | base64 -d >"$WORK/leaf"
  json '(.items // .entries)[0].openings[] | [.pointer, .value, .salt] | @tsv' >"$WORK/openings"
  check "there are openings" test -s "$WORK/openings"
  while IFS=$'\t' read -r where value salt; do
    check "opening of $where" opening_fits "$WORK/leaf" "$where" "$value" "$salt"
    check "no other value opens $where" test "$(opening_fits "$WORK/leaf" "$where" "$value!" "$salt" && echo fits)" = ''
  done <"$WORK/openings"
fi

# Questions that have no answer.
for query in "index=$LOG_SIZE&size=$LOG_SIZE" "index=-1&size=1" "index=0&size=$((LOG_SIZE + 1))" 'index=x&size=1'; do
  api GET "/audit/proof?$query"
  check "no proof for $query" test "$STATUS" = 422 -o "$STATUS" = 404
done
for query in 'from=2&to=1' "from=0&to=$((LOG_SIZE + 1))" 'from=x&to=1' ''; do
  api GET "/audit/consistency?$query"
  check "no consistency for $query" test "$STATUS" = 422 -o "$STATUS" = 404
done
api GET /audit/entries/999999
problem not_found

# The log survives a kill -9 and goes on.
stop backend KILL
start_backend
OLD_SIZE=$LOG_SIZE OLD_ROOT=$LOG_ROOT
put "$P" '{"state": "opted_out", "reason": "after"}'
check "the checkpoint is signed" read_checkpoint
check "the log goes on where it was" is_consistent "$OLD_SIZE" "$OLD_ROOT"
finish
