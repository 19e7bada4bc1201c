#!/usr/bin/env bash
# The backend as a program: its verbs, its lock, its end, its health, roles of keys, and serving a console that
# started it (contract, Programs, Embedded, Configuration).
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

# code COMMAND...: exit code; what it said lies in $WORK/said.
code() {
  timeout 20 "$@" >"$WORK/said" 2>&1 </dev/null
  echo $?
}
exits() { # CODE COMMAND...
  local expected=$1 got
  shift
  LAST=''
  got=$(code "$@")
  check "exit code $expected, not $got, of $*: $(head -c 300 "$WORK/said")" test "$got" = "$expected"
}

ready
P=${PEOPLE[0]}
check "the master key is the owner's alone" test "$(stat -c %a "$WORK/data/master.key")" = 600
exits 0 env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" check-config --config /dev/null
check "check-config names the file that it read: $(cat "$WORK/said")" grep -q "read from /dev/null" "$WORK/said"
exits 2 "$BIN/refraind" check-config --config "$WORK/nowhere.ini"
exits 1 env REFRAIN_LISTEN=127.0.0.1:0 REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" serve --config /dev/null
check "who holds the data is named: $(cat "$WORK/said")" grep -q "${PIDS[backend]}" "$WORK/said"

# Help and version need neither configuration nor display.
for program in refrain refraind refrain-sandbox; do
  for option in --help --version; do
    exits 0 env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$BIN/$program" "$option"
    check "$program says what it is: $(cat "$WORK/said")" grep -qi "$program" "$WORK/said"
  done
done
exits 1 env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$BIN/refrain"
check "a missing display is named: $(cat "$WORK/said")" grep -q DISPLAY "$WORK/said"

# Health. Numbers are for this computer alone, or for whoever holds the token.
root GET /healthz
status 200
root GET /readyz
status 200
root GET /metrics
status 200
root GET /metrics -H 'X-Forwarded-For: 203.0.113.7'
check "not through a proxy" test "$STATUS" = 401 -o "$STATUS" = 403
root GET /v1/openapi.json
status 200
holds '.openapi | startswith("3.1")'

# Keys: printed alone and once, of one role, ended at once.
declare -A KEY
for role in viewer support sender admin service; do
  KEY[$role]=$(refraind apikey create --workspace "$WORKSPACE" --name "key-$role" --role "$role")
  check "the key stands alone on its line" test "$(wc -w <<<"${KEY[$role]}")" = 1
done
may() { # ROLE STATUS METHOD PATH [BODY]
  as "${KEY[$1]}" api "$3" "$4" ${5:+-d "$5"}
  check "$1: $3 $4" test "$STATUS" = "$2"
}
OUT='{"state": "opted_out", "reason": "x"}'
ASK="{\"category\": \"reminders\", \"subjects\": [\"$P\"]}"
may viewer 200 GET "/subjects/$P"
may viewer 403 PUT "/subjects/$P/preferences/reminders" "$OUT"
may viewer 403 PATCH /categories/reminders '{"title": "x"}'
may support 200 PUT "/subjects/$P/preferences/reminders" "$OUT"
may support 422 PUT "/subjects/$P/preferences/reminders" '{"state": "default"}'
may support 403 POST /preferences:batch '{"mode": "all", "changes": []}'
may support 403 PATCH /categories/reminders '{"title": "x"}'
may sender 403 PATCH /categories/reminders '{"title": "x"}'
may admin 200 PATCH /categories/reminders '{"title": "Reminders"}'
may admin 200 POST /decisions "$ASK"
may service 200 POST /decisions "$ASK"
may service 403 PUT "/subjects/$P/preferences/reminders" "$OUT"
may service 403 PATCH /categories/reminders '{"title": "x"}'
refraind apikey list >"$WORK/keys"
for role in viewer admin; do
  check "the list names key-$role" grep -q "key-$role" "$WORK/keys"
  check "and never shows the key" test "$(grep -cF "${KEY[$role]}" "$WORK/keys")" = 0
done
ID=$(grep key-viewer "$WORK/keys" | awk '{print $1}')
exits 0 env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" apikey revoke "$ID" --config /dev/null
may viewer 401 GET "/subjects/$P"
exits 1 env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" apikey revoke nothing --config /dev/null
SAID=$(refraind apikey revoke "$ID")
check "revoking says what became of which key" grep -q "$ID (key-viewer, viewer) of $WORKSPACE was revoked already" <<<"$SAID"

# What only trying can tell about a configuration.
says() { # WHAT VARIABLE=VALUE: check-config refuses it by name
  local said
  said=$(env "$2" "$BIN/refraind" check-config --config /dev/null 2>&1)
  check "check-config: $1" test $? = 2
  check "it names the setting of: $1" grep -q "${2%%=*}" <<<"$said"
}
says 'a folder below a file' "REFRAIN_DATA_DIR=$BIN/refraind/data"
says 'a folder that takes nothing' REFRAIN_DATA_DIR=/proc/1/refrain
says 'a database where nothing can be written' REFRAIN_DATABASE=sqlite:///proc/1/refrain.db
says 'a key in a folder that is not there' REFRAIN_KEY_FILE=/nowhere/master.key
says 'an address without TLS' REFRAIN_PUBLIC_URL=http://refrain.example.com
exits 0 env REFRAIN_PUBLIC_URL=http://localhost:8470 REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" check-config \
  --config /dev/null
exits 0 env REFRAIN_DATA_DIR="$WORK/data/deeper/still" "$BIN/refraind" check-config --config /dev/null
check "it leaves nothing behind" test ! -e "$WORK/data/deeper" -a -z "$(find "$WORK/data" -name '.refraind-check*')"
root GET /metrics -H 'Host: refrain.example.com'
check "a rebound name reads no metrics" test "$STATUS" = 401

# A backup while serving, put back elsewhere.
api GET "/subjects/$P/preferences"
BEFORE=$(json -c '[.items[] | {category, state, version}]')
exits 0 env REFRAIN_DATA_DIR="$WORK/data" "$BIN/refraind" backup "$WORK/backup" --config /dev/null
mkdir "$WORK/second"
cp "$WORK/data/master.key" "$WORK/second/"
exits 0 env REFRAIN_DATA_DIR="$WORK/second" "$BIN/refraind" restore "$WORK/backup" --config /dev/null

# SIGTERM ends it within 10 s, what waits for a change is answered first.
api GET '/changes?after=0&limit=1'
NOW=$(json .seq)
curl -sS --max-time 40 -H "Authorization: Bearer $TOKEN" -o "$WORK/poll" -w '%{http_code}' \
  "$BACKEND/v1/workspaces/$WORKSPACE/changes?after=$NOW&wait=30" >"$WORK/poll.status" &
POLL=$!
sleep 0.5
BEGUN=$SECONDS PID=${PIDS[backend]}
kill -TERM "$PID"
wait "$PID"
check "a clean end" test $? = 0
check "within 10 s" test $((SECONDS - BEGUN)) -lt 10
wait "$POLL"
check "the poll was answered" test "$(cat "$WORK/poll.status")" = 200
unset 'PIDS[backend]'

OLD_DATA=$WORK/data
mv "$WORK/data" "$WORK/first"
mv "$WORK/second" "$OLD_DATA"
start_backend REFRAIN_METRICS_TOKEN=metrics-token
api GET "/subjects/$P/preferences"
api GET '/changes?after=0&limit=1'
problem gone
api GET "/changes?after=$NOW"
problem gone
api GET "/subjects/$P/preferences"
check "the backup holds the same" test "$(json -c '[.items[] | {category, state, version}]')" = "$BEFORE"
root GET /metrics
check "metrics need their token now" test "$STATUS" = 401 -o "$STATUS" = 403
root GET /metrics -H 'Authorization: Bearer metrics-token'
status 200
stop backend

# Serving a console: the secret comes by standard input, which stays open.
mkfifo "$WORK/input"
env REFRAIN_DATA_DIR="$WORK/embedded" REFRAIN_SLACK_URL="$SLACK" REFRAIN_SLACK_CLIENT_ID=1.1 \
  REFRAIN_SLACK_CLIENT_SECRET=practice-client-secret "$BIN/refraind" serve --embedded --config /dev/null \
  <"$WORK/input" >"$WORK/embedded.out" 2>"$WORK/embedded.err" &
PIDS[embedded]=$!
exec 7>"$WORK/input"
echo launch-secret >&7
for _ in $(seq 600); do
  BACKEND=$(sed -n 's/^listening on //p' "$WORK/embedded.out")
  [ -z "$BACKEND" ] || break
  sleep 0.05
done
check "one of its four ports, not $BACKEND" grep -qE ':(8470|8471|8472|8473)$' <<<"$BACKEND"
BACKEND=http://localhost:${BACKEND##*:}
root GET /.well-known/oauth-authorization-server
status 200
root GET /v1/workspaces
problem unauthorized
token grant_type=refresh_token refresh_token=x client_id=refrain-console
check "no token without the secret" test "$STATUS" -ge 401 -a "$STATUS" -le 403
root POST /oauth/token -H 'Refrain-Launch: launch-secret' --data-urlencode grant_type=refresh_token \
  --data-urlencode refresh_token=x --data-urlencode client_id=refrain-console
status 400
exec 7>&-
PID=${PIDS[embedded]}
wait "$PID"
check "the end of its input is a clean end" test $? = 0
unset 'PIDS[embedded]'
finish
