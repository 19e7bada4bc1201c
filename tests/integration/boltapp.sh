#!/usr/bin/env bash
# The example Slack app, with Slack's own @slack/bolt from npm, over Socket Mode against the practice Slack.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

practice() { request "$1" "$SLACK/practice/$2" -H 'Content-Type: application/json' ${3:+-d "$3"}; } # METHOD PATH [JSON]
until_true() { # JQ-FILTER COMMAND...
  local filter=$1
  shift
  for _ in $(seq 600); do
    "$@"
    holds_quietly "$filter" && return
    sleep 0.1
  done
  check "$filter" false
}
remind() { practice POST say "$(jq -nc --arg me "$OWNER" --arg at "$PLACE" --arg text "/remind $1" '{$me, $at, $text}')"; }
told() { until_true ".items | map(.text) | any(contains(\"$1\"))" practice GET "messages?me=$OWNER&at=$PLACE"; }
received() { practice GET "api/messages?user=$1"; }

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]}
practice GET api/state
OWNER=$(json .primaryOwner)
practice GET "places?me=$OWNER"
PLACE=$(json '.items[0].id')
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name Bolt --role service)
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'

# The app's bot token, as an installation by the workspace's owner gives it.
request GET "$SLACK/oauth/v2/authorize" -G --data-urlencode client_id=1.1 --data-urlencode 'scope=commands,chat:write' \
  --data-urlencode "redirect_uri=$BACKEND/slack/oauth/callback" --data-urlencode state=bolt
request POST "$SLACK/api/oauth.v2.access" -d client_id=1.1 -d client_secret=practice-client-secret \
  --data-urlencode "code=$(query_of code "$(header location)")" --data-urlencode "redirect_uri=$BACKEND/slack/oauth/callback"
BOT=$(json .access_token)

cp -r ../../resources/examples "$WORK/examples"
(cd "$WORK/examples/bolt" && npm install --silent --no-audit --no-fund --no-package-lock >"$WORK/npm.err" 2>&1)
check "npm installs @slack/bolt" test -d "$WORK/examples/bolt/node_modules/@slack/bolt"
env SLACK_BOT_TOKEN="$BOT" SLACK_APP_TOKEN=xapp-practice SLACK_API_URL="$SLACK/api/" \
  REFRAIN_URL="$BACKEND" REFRAIN_WORKSPACE="$WORKSPACE" REFRAIN_KEY="$KEY" \
  node "$WORK/examples/bolt/app.js" >"$WORK/bolt.out" 2>"$WORK/bolt.err" &
# shellcheck disable=SC2034,SC2154 # stopped by clean_up
PIDS[bolt]=$!
for _ in $(seq 600); do grep -qx ready "$WORK/bolt.out" && break; sleep 0.1; done
check "the app is ready" grep -qx ready "$WORK/bolt.out"

remind "$Q Stand-up in five minutes!"
told 'Sent.'
received "$Q"
holds '.messages | map(.text) | any(. == "Stand-up in five minutes!")'
remind "$P Stand-up in five minutes!"
told 'do not want reminders'
received "$P"
holds '.messages | map(.text) | any(. == "Stand-up in five minutes!") | not'
remind 'nobody'
told 'Say whom'
api GET "/decisions?subject=$P"
holds '.items[0].caller.name == "Bolt" and .items[0].items[0].rule == "opted_out"'
check "the key is not in its log" test "$(cat "$WORK"/bolt.* | grep -cF "$KEY")" = 0
finish
