#!/usr/bin/env bash
# A backup put back in the place of the database it came from: followers read again, and the log that was signed before
# is the log that goes on, verified without Refrain.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh && . lib/audit.sh

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]} R=${PEOPLE[2]}
out() { # PERSON
  api PUT "/subjects/$1/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
  status 200
}
state_of() { # PERSON STATE
  api GET "/subjects/$1/preferences"
  holds '.items[] | select(.category == "reminders") | .state == $state' --arg state "$2"
}

out "$P"
check "a backup while serving" refraind backup "$WORK/backup"
out "$Q"
api POST "/subjects/$P:erase" -d '{"reason": "asked for it"}'
status 200
LAST_SEQ=$(json .seq)
api POST /links -d "{\"subject\": \"$R\", \"category\": \"reminders\"}"
LINK=$(json .url)
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name robot --role service)
check "the log is signed" read_checkpoint
SIZE=$LOG_SIZE ROOT=$LOG_ROOT
api GET ''
AUDIT_KEY=$(json .auditKey)

check "not while it is served" bash -c '! "$@" 2>"$0"' "$WORK/said" env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" \
  restore "$WORK/backup" --config /dev/null
check "it says by whom" grep -q 'in use by refraind, process' "$WORK/said"
stop backend
echo 'no backup' >"$WORK/text"
check "a wrong file is refused" bash -c '! "$@" 2>"$0"' "$WORK/said" env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" \
  restore "$WORK/text" --config /dev/null
check "by its name" grep -qF "$WORK/text is no backup of refraind" "$WORK/said"
check "and leaves nothing behind" test -z "$(find "$WORK/data" -name '*restor*')"
SAID=$(refraind restore "$WORK/backup")
check "it is restored: $SAID" grep -q 'no longer in force' <<<"$SAID"
check "and says who was erased again" grep -q 'Erased again.*: 1' <<<"$SAID"
start_backend

# Choices are those of the backup; numbers are not.
state_of "$P" opted_out
state_of "$Q" default
api GET "/subjects/$P"
holds '.name == ""'
for position in 0 1 $((LAST_SEQ - 1)) "$LAST_SEQ"; do
  api GET "/changes?after=$position"
  problem gone
done
api GET '/subjects?limit=1'
NOW=$(json .seq)
check "numbers go on" test "$NOW" -gt "$LAST_SEQ"
api GET "/changes?after=$NOW"
status 200
holds '.items == []'
out "$R"
holds '.version == $next' --argjson next $((NOW + 1))

# The log holds what was lost, and that it was; the old checkpoint is of it.
api GET ''
holds '.auditKey == $key' --arg key "$AUDIT_KEY"
check "the log is signed again" read_checkpoint
api GET "/audit/consistency?from=$SIZE&to=$LOG_SIZE"
mapfile -t HASHES < <(json '.hashes[]' | while read -r hash; do hex_of "$hash"; done)
check "the log only grew" verify_consistency "$SIZE" "$LOG_SIZE" "$ROOT" "$LOG_ROOT" "${HASHES[@]}"
api GET "/audit?subject=$Q"
holds '[.items[].entry | select(.type == "preference")] | length == 1'
api GET '/audit?limit=1000'
holds '[.items[].entry | select(.type == "restore")] | length == 1 and .[0].outcome == "accepted" and .[0].seq > $last' \
  --argjson last "$LAST_SEQ"

# What opened doors still does.
as "$KEY" api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$R\"]}"
status 200
request GET "$LINK"
status 200
finish
