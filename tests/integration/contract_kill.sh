#!/usr/bin/env bash
# Kill -9 of the backend at random moments while changes are made: nothing confirmed is lost, nothing is applied
# twice, the log still verifies. 20 kills; 200 with REFRAIN_TEST_LONG=1. REFRAIN_TEST_SEED repeats a run.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh && . lib/audit.sh

KILLS=20
[ "${REFRAIN_TEST_LONG:-0}" != 1 ] || KILLS=200
SEED=${REFRAIN_TEST_SEED:-$RANDOM}
RANDOM=$SEED
echo "$KILLS kills, seed $SEED"

ready
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name kill --role admin)
TOKEN=$KEY
check "the checkpoint is signed" read_checkpoint
PINNED_SIZE=$LOG_SIZE PINNED_ROOT=$LOG_ROOT
api GET '/changes?after=0&limit=1'
FIRST_SEQ=$(json .seq)

# One change after the other, each under a key of its own, each repeated until it is confirmed. The writer goes on
# in the background while this script kills; `confirmed` holds subject, state and version of each answer.
write_changes() {
  local number=0 subject state answer
  while [ ! -e "$WORK/enough" ]; do
    number=$((number + 1))
    subject=${PEOPLE[number % 20]}
    state=opted_out
    ((number / 20 % 2)) && state=opted_in
    while :; do
      answer=$(curl -s --max-time 5 -w '\n%{http_code}' -X PUT -H "Authorization: Bearer $TOKEN" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: change-$number" \
        -d "{\"state\": \"$state\", \"reason\": \"change $number\"}" \
        "$BACKEND/v1/workspaces/$WORKSPACE/subjects/$subject/preferences/reminders")
      case ${answer##*$'\n'} in
        200) break ;;
        000 | 503 | 409) sleep 0.02 ;;
        *) echo "$number $answer" >>"$WORK/refused"; break ;;
      esac
    done
    printf '%s\t%s\t%s\n' "$number" "$subject" "$(head -n1 <<<"$answer" | jq -r '[.state, .version, .reason] | @tsv')" \
      >>"$WORK/confirmed"
  done
}
: >"$WORK/confirmed"
write_changes &
WRITER=$!

for ((kill = 1; kill <= KILLS; kill++)); do
  sleep "0.$(printf '%03d' $((RANDOM % 400)))"
  stop backend KILL
  start_backend
  read_checkpoint && is_consistent "$PINNED_SIZE" "$PINNED_ROOT" || check "the log verifies after kill $kill" false
  PINNED_SIZE=$LOG_SIZE PINNED_ROOT=$LOG_ROOT
done
touch "$WORK/enough"
wait "$WRITER"
WRITTEN=$(wc -l <"$WORK/confirmed")
echo "$WRITTEN changes confirmed"
check "changes were made" test "$WRITTEN" -ge "$KILLS"
check "none was refused" test ! -e "$WORK/refused"

# Each confirmed change is in the feed exactly once, and nothing else is.
AFTER=$FIRST_SEQ
: >"$WORK/feed"
while :; do
  api GET "/changes?after=$AFTER&limit=1000"
  json '.items[] | select(.type == "preference") | [.reason, .subject, .after.state, .seq] | @tsv' >>"$WORK/feed"
  LAST_SEQ=$(json '.items[-1].seq // empty')
  [ -n "$LAST_SEQ" ] || break
  AFTER=$LAST_SEQ
done
awk -F'\t' '{print $5 "\t" $2 "\t" $3 "\t" $4}' "$WORK/confirmed" | sort >"$WORK/a"
sort "$WORK/feed" >"$WORK/b"
check "the feed holds exactly the confirmed changes, each once" cmp -s "$WORK/a" "$WORK/b"
cmp -s "$WORK/a" "$WORK/b" || diff "$WORK/a" "$WORK/b" | head

# What is in force is each person's last confirmed change.
tac "$WORK/confirmed" | sort -t$'\t' -k2,2 -s -u | while IFS=$'\t' read -r _ subject state version _; do
  api GET "/subjects/$subject/preferences"
  holds_quietly --arg state "$state" --argjson version "$version" \
    '.items[] | select(.category == "reminders") | .state == $state and .version == $version' ||
    echo "$subject is not $state at $version" >>"$WORK/lost"
done
check "nothing confirmed was lost" test ! -e "$WORK/lost"
for index in 0 $((LOG_SIZE / 3)) $((LOG_SIZE - 1)); do check "entry $index is proven" entry_is_proven "$index"; done
finish
