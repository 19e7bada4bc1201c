#!/usr/bin/env bash
# The examples for senders: each asks, obeys, and minds what a category says to do while nobody answers.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh
readonly EXAMPLES=../../resources/examples

# converse NAME COMMAND...: one run of an example, with the backend there, then away, then back.
converse() {
  local name=$1
  shift
  env REFRAIN_URL="$BACKEND" REFRAIN_WORKSPACE="$WORKSPACE" REFRAIN_KEY="$KEY" "$@" \
    <"$WORK/questions" >"$WORK/answers" 2>"$WORK/$name.err" &
  PIDS[$name]=$!
  exec {QUESTIONS}>"$WORK/questions"
  : >"$WORK/expected"
  tell "$name" "reminders $P $Q $P" "$P skip opted_out" "$Q deliver default_in" "$P skip opted_out"
  tell "$name" "security $P" "$P deliver required"
  tell "$name" "nonsense $P" "$P skip not_asked"
  check "$name says why" grep -q 'no category' "$WORK/$name.err"
  stop backend TERM
  tell "$name" "reminders $P $Q" "$P skip on_failure" "$Q skip on_failure"
  tell "$name" "security $P" "$P deliver on_failure"
  tell "$name" "never-heard-of $P" "$P skip on_failure"
  eval "start_backend $QUESTIONS>&-" # or the backend would hold the questions open
  tell "$name" "reminders $P" "$P skip opted_out"
  exec {QUESTIONS}>&-
  wait "${PIDS[$name]}"
  check "$name ends well" test $? = 0
  unset "PIDS[$name]"
  check "$name keeps the key to itself" test "$(grep -cF "$KEY" "$WORK/answers" "$WORK/$name.err" | grep -vc ':0')" = 0
}

tell() { # NAME QUESTION ANSWER...
  local name=$1 question=$2
  shift 2
  printf '%s\n' "$@" >>"$WORK/expected"
  echo "$question" >&"$QUESTIONS"
  for _ in $(seq 600); do
    cmp -s "$WORK/expected" "$WORK/answers" && return
    [ "$(wc -l <"$WORK/answers")" -lt "$(wc -l <"$WORK/expected")" ] || break
    sleep 0.1
  done
  check "$name on ($question): $(tail -n $# "$WORK/answers" | tr '\n' ',')" cmp -s "$WORK/expected" "$WORK/answers"
}

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]}
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name Examples --role service)
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
api PATCH /categories/security -d '{"onFailure": "deliver"}'
status 200
mkfifo "$WORK/questions"
converse curl "$EXAMPLES/ask.sh"
converse python "$EXAMPLES/ask.py"
converse javascript node "$EXAMPLES/ask.mjs"
converse cpp "$BIN/../tests/ask"
finish
