# shellcheck shell=bash disable=SC2034 # it sets what the tests read
# Starting and stopping the programs under test. Sourced; the test ends with `finish`.
# Each test has a working folder of its own and ends only what it started.
set -uo pipefail
readonly BIN=${REFRAIN_BIN_DIR:?"the folder of the built programs"}
export -n REFRAIN_BIN_DIR REFRAIN_TEST_LONG REFRAIN_TEST_SEED # settings of the tests, not of the programs
WORK=$(mktemp -d "${TMPDIR:-/tmp}/refrain-contract.XXXXXX")
readonly WORK
declare -A PIDS=()
CHECKS=0
FAILURES=0

stop() { # NAME [SIGNAL]: ends one program and waits for it
  local pid=${PIDS[$1]:-}
  [ -n "$pid" ] || return 0
  unset "PIDS[$1]"
  kill "-${2:-TERM}" "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
}

clean_up() {
  local name
  for name in "${!PIDS[@]}"; do stop "$name"; done
  rm -rf "$WORK"
}
trap clean_up EXIT

# start NAME COMMAND...: runs it in the background until it says `listening on URL`; sets URL.
start() {
  local name=$1 tries
  shift
  : >"$WORK/$name.out"
  "$@" >"$WORK/$name.out" 2>>"$WORK/$name.err" </dev/null &
  PIDS[$name]=$!
  for tries in $(seq 600); do
    URL=$(sed -n 's/^listening on //p' "$WORK/$name.out")
    [ -z "$URL" ] || return 0
    kill -0 "${PIDS[$name]}" 2>/dev/null || break
    sleep 0.05
  done
  echo "FAILED: $name did not start"
  cat "$WORK/$name.err"
  exit 1
}

start_slack() { # [OPTION...]
  start slack "$BIN/refrain-sandbox" --listen 127.0.0.1:0 --users 60 --channels 8 --seed 1 \
    --state "$WORK/slack.state" --auto-approve --rate-limits off "$@"
  SLACK=$URL
}

# The backend keeps its port over restarts, as a company's server does.
start_backend() { # [VARIABLE=VALUE...]
  start backend env REFRAIN_LISTEN="127.0.0.1:${BACKEND_PORT:-0}" REFRAIN_DATA_DIR="$WORK/data" \
    REFRAIN_SLACK_URL="${SLACK:-}" REFRAIN_SLACK_CLIENT_ID=1.1 \
    REFRAIN_SLACK_CLIENT_SECRET=practice-client-secret REFRAIN_SLACK_SIGNING_SECRET=practice-signing-secret \
    "$@" "$BIN/refraind" serve --config /dev/null
  BACKEND_PORT=${URL##*:}
  BACKEND=http://localhost:$BACKEND_PORT
}

refraind() { # COMMAND...: another verb of the backend over the same data
  env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" "$@" --config /dev/null
}

# check WHAT COMMAND...: notes a failure and goes on, so that one run shows them all.
check() {
  local what=$1
  shift
  CHECKS=$((CHECKS + 1))
  "$@" && return
  FAILURES=$((FAILURES + 1))
  echo "FAILED: $what"
  [ -z "${LAST:-}" ] || {
    echo "  after: $LAST -> $STATUS"
    head -c 600 "$WORK/body" | sed 's/^/  /'
    echo
  }
}

finish() {
  echo "$CHECKS checks, $FAILURES failed"
  [ "$FAILURES" = 0 ] || {
    tail -n 5 "$WORK"/*.err
    exit 1
  }
}
