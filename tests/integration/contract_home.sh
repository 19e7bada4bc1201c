#!/usr/bin/env bash
# The App Home and Slack's events over Socket Mode: the practice Slack and refraind, by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

# practice METHOD PATH [JSON]: as the practice page's script asks
practice() { request "$1" "$SLACK/practice/$2" -H 'Content-Type: application/json' ${3:+-d "$3"}; }
# until_true JQ-FILTER COMMAND...: asks until the answer is as wanted, for 10 s at most
until_true() {
  local filter=$1 tries
  shift
  for tries in $(seq 600); do
    "$@"
    holds_quietly "$filter" && break
    sleep 0.05
  done
  holds "$filter"
}
home() { practice GET "views?me=$1"; }
# use PERSON ACTION [VALUE]: presses what has this action_id on the person's Home
use() {
  home "$1"
  local body
  body=$(json --arg me "$1" --arg action "$2" --arg value "${3:-}" '.home as $home | [
    $home.blocks | to_entries[] | .key as $block | .value |
    (select(.accessory.action_id == $action) | {block: $block, element: -1}),
    (.elements // [] | to_entries[] | select(.value.action_id? == $action) | {block: $block, element: .key})
  ][0] + {me: $me, view: $home.id, values: (if $value == "" then [] else [$value] end), entered: {}}')
  practice POST views/press "$body"
  status 204
}
decision() { api POST /decisions -d "{\"category\": \"$2\", \"subjects\": [\"$1\"]}"; }

start_slack
start_backend REFRAIN_SLACK_APP_TOKEN=xapp-practice
connect
wait_for_directory
P=${PEOPLE[0]} Q=${PEOPLE[1]}

# Opened, the Home says what is in force and has a switch for every optional category.
practice POST home "{\"me\": \"$P\"}"
status 204
until_true '.home != null' home "$P"
holds '[.home.blocks[] | .. | .text? | strings] | any(contains("You get all optional messages"))'
api GET /categories
OPTIONAL=$(json '[.items[] | select(.required or .archived | not)] | length')
OTHER=$(json '[.items[] | select(.required or .archived or .slug == "reminders" | not) | .slug][0]')
home "$P"
holds '[.home.blocks[].accessory | select(.action_id? // "" | startswith("home.choose:"))] | length == $n' \
  --argjson n "$OPTIONAL"

# A switch is a choice: it decides, and the Home shows it.
use "$P" home.choose:reminders out
until_true '.home.blocks | tostring | contains("Stopped since")' home "$P"
holds '.home.blocks | tostring | contains("You stopped Reminders in the App Home")'
decision "$P" reminders
holds '.items[0].decision == "skip" and .items[0].rule == "opted_out"'
api GET "/subjects/$P/preferences"
holds '.items[] | select(.category == "reminders") | .source == "app_home" and .actor.id == $id' --arg id "$P"
use "$P" home.choose:reminders in
until_true '.home.blocks | tostring | contains("You turned on Reminders")' home "$P"
decision "$P" reminders
holds '.items[0].decision == "deliver"'

# A pause ends by itself; all optional messages stop at once, and the choices below are kept.
use "$P" home.choose:reminders 1w
until_true '.home.blocks | tostring | contains("Paused until")' home "$P"
decision "$P" reminders
holds '.items[0].rule == "snoozed"'
use "$P" home.all:out
until_true '.home.blocks | tostring | contains("All optional messages are stopped")' home "$P"
decision "$P" reminders
holds '.items[0].rule == "opted_out_of_everything"'
use "$P" home.all:in
until_true '.home.blocks | tostring | contains("Allow optional messages again") | not' home "$P"

# What staff does shows in the Home that is open.
api PUT "/subjects/$P/preferences/$OTHER" -d '{"state": "opted_out", "reason": "asked by phone"}'
status 200
until_true '.home.blocks | tostring | contains("by a colleague")' home "$P"

# A command comes the same way, is answered to that person alone, and shows in the open Home.
practice GET "places?me=$P"
DM=$(json '.items[0].id')
practice POST say "{\"me\": \"$P\", \"at\": \"$DM\", \"text\": \"/optout reminders\"}"
status 204
until_true '.items | any(.ephemeral and .app)' practice GET "messages?me=$P&at=$DM"
until_true '.home.blocks | tostring | contains("You stopped Reminders with a command")' home "$P"

# My data comes as a message to that person alone; a wish for erasure is audited and the admins hear of it.
use "$P" home.data:download
until_true '[.messages[] | .text] | any(contains("Everything that Refrain stores about you"))' \
  practice GET "api/messages?user=$P"
until_true '.home.blocks | tostring | contains("Your data was sent to you")' home "$P" # whose blocks have moved by it
use "$P" home.data:erase
until_true 'any(.items[]; .entry.type == "erasure_request")' api GET "/audit?subject=$P&limit=100"
practice GET api/state
OWNER=$(json .primaryOwner)
until_true "[.messages[] | .text] | any(contains(\"<@$P>\"))" practice GET "api/messages?user=$OWNER"

# Somebody who is deactivated is unreachable at once, and whoever had a console has none any more.
practice POST "api/users/$Q" '{"deleted": true}'
unreachable() { decision "$Q" reminders; }
until_true '.items[0].rule == "unreachable"' unreachable
practice POST "api/users/$OWNER" '{"deleted": true}'
refused() { api GET /subjects?limit=1; }
until_true '.code == "unauthorized"' refused
finish
