#!/usr/bin/env bash
# A backend in trouble: a caller that asks too much, a disk that is full, a database that somebody took apart. Each is
# told plainly, nothing confirmed is lost, and it goes on once the trouble is over.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
P=${PEOPLE[0]}
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
SENDER=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role service)
decide() { api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$P\"]}"; }
put() { api PUT "/subjects/$P/preferences/reminders" -d "{\"state\": \"$1\", \"reason\": \"x\"}"; }

# flood PATH [CURL OPTION...]: over one connection, up to the first answer that is none; sets STATUS.
flood() {
  LAST="GET $1, again and again"
  STATUS=$(curl -sS --max-time 60 --fail-with-body --fail-early -o "$WORK/body" -D "$WORK/head" -w '%{http_code}\n' \
    -H "Authorization: Bearer $TOKEN" "${@:2}" "$BACKEND/v1/workspaces/$WORKSPACE$1?[1-20000]" 2>"$WORK/curl.err" |
    tail -n 1)
}
as "$VIEWER" flood /categories/reminders
problem rate_limited
head_has retry-after '[1-9]'
api GET /categories/reminders # another caller is none the worse for it
status 200
for _ in $(seq 3); do # a sender always gets its answer
  as "$SENDER" decide
  status 200
done

# A table that is not there is a defect, whoever made it.
take_apart() { sqlite3 -cmd ".timeout 10000" "$WORK/data/refrain.db" "ALTER TABLE $1 RENAME TO $2"; }
take_apart sync_runs lost
api GET /syncs
problem internal
api GET /categories
status 200
take_apart lost sync_runs
api GET /syncs
status 200

# No file may grow beyond a little more than there is now, as on a disk that is full.
put default
stop backend
trap '' XFSZ
ulimit -S -f $(($(stat -c %s "$WORK/data/refrain.db") / 1024 + 200))
start_backend
ulimit -S -f unlimited
trap - XFSZ
CONFIRMED=0
for turn in $(seq 500); do
  STATE=$([ $((turn % 2)) = 0 ] && echo default || echo opted_out)
  put "$STATE"
  [ "$STATUS" = 200 ] || break
  CONFIRMED=$(json .version)
  LAST_STATE=$STATE
done
problem unavailable
head_has retry-after '[1-9]'
check "some changes found room" test "$CONFIRMED" -gt 0
same_as_confirmed() {
  api GET "/subjects/$P/preferences"
  holds '.items[] | select(.category == "reminders") | .version == $version and .state == $state' \
    --argjson version "$CONFIRMED" --arg state "$LAST_STATE"
}
same_as_confirmed # reading goes on
as "$SENDER" decide
status 200
stop backend KILL
start_backend
same_as_confirmed
put opted_out
put default
status 200
check "and numbers have no gap" test "$(json .version)" -le $((CONFIRMED + 2))
finish
