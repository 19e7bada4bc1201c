#!/usr/bin/env bash
# The whole way: who opts out in Slack, by whatever surface, is skipped by the next message, and the journal says why;
# who comes back gets the one after it.
# shellcheck disable=SC2034 # the libraries read what is set here
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

# The practice Slack must know where to deliver before the backend knows its Slack: a first start finds a free port.
start_backend
stop backend
start_slack --deliver-to "http://127.0.0.1:$BACKEND_PORT"
start_backend
connect
wait_for_directory
ME=${PEOPLE[0]} OTHER=${PEOPLE[1]} CHANNEL=${CHANNELS[0]}

practice() { request "$1" "$SLACK/practice/$2" -H 'Content-Type: application/json' "${@:3}"; } # METHOD PATH [OPTION...]
practice GET "places?me=$ME"
AT=$(json '.items[0].id')
say() { practice POST say -d "$(jq -nc --arg me "$ME" --arg at "$AT" --arg text "$1" '{$me, $at, $text}')"; } # TEXT

# shown TEXT: waits for the app's message of that text; it is then in $WORK/shown
shown() {
  local tries
  for tries in $(seq 600); do
    practice GET "messages?me=$ME&at=$AT"
    jq --arg text "$1" '[.items[] | select(.app and .text == $text)] | last // empty' "$WORK/body" >"$WORK/shown"
    [ -s "$WORK/shown" ] && return
    sleep 0.1
  done
  return 1
}
press() { # CAPTION: the button of the message in $WORK/shown
  local place
  place=$(jq -c --arg caption "$1" 'first(.blocks | to_entries[] | .key as $block | .value.elements // [] | to_entries[]
    | select(.value.text.text? == $caption) | {block: $block, element: .key})' "$WORK/shown")
  practice POST press -d "$(jq -nc --arg me "$ME" --arg at "$AT" --arg ts "$(jq -r .ts "$WORK/shown")" \
    --argjson place "${place:-null}" '{$me, $at, $ts} + $place')"
}
# Slack delivers what was said a moment later than it was said, so what follows from it is waited for.
becomes() { # STATE SOURCE [CATEGORY]
  local tries
  for tries in $(seq 600); do
    api GET "/subjects/$ME/preferences"
    holds_quietly --arg state "$1" --arg source "$2" --arg category "${3:-reminders}" \
      '.items[] | select(.category == $category) | .state == $state and .source == $source' && return
    sleep 0.05
  done
  check "${3:-reminders} becomes $1 by $2" false
}
broadcast() { # TEXT: to both; afterwards the journal is in the body
  local tries
  api POST /notifications -d "$(jq -nc --arg text "$1" --arg me "$ME" --arg other "$OTHER" --arg channel "$CHANNEL" \
    '{category: "reminders", $text, recipients: [$me, $other, $channel]}')"
  ID=$(json .id)
  for tries in $(seq 600); do
    api GET "/notifications/$ID"
    holds_quietly '.state == "done"' && return
    sleep 0.1
  done
  check "the broadcast ends" false
}
skips_me() { # TEXT: me alone
  broadcast "$1"
  holds '[.recipients.items[].outcome] == ["skipped", "sent", "sent"] and .recipients.items[0].rule == "opted_out"'
}
reaches_me() {
  broadcast "$1"
  holds '[.recipients.items[].outcome] == ["sent", "sent", "sent"]'
  check "“$1” is shown" shown "$1"
}

say '/optout reminders'
becomes opted_out slash_command
skips_me 'After the command'
say '/optin reminders'
becomes opted_in slash_command
reaches_me 'Back by command'

# The buttons under the message itself; what caused it is remembered.
check "the buttons are there" jq -e '[.blocks[].elements[]?.text.text?] | index("Stop Reminders") and index("Snooze") and index("All settings")' "$WORK/shown"
press 'Stop Reminders'
becomes opted_out message_button
holds '.items[] | select(.category == "reminders") | .reason | contains($id)' --arg id "$ID"
skips_me 'After the button'
say '/optin reminders'
becomes opted_in slash_command
reaches_me 'Back again'

# A link, one click, and a word to the app.
api POST /links -d "{\"subject\": \"$ME\", \"category\": \"reminders\"}"
LINK=$(json .url)
request POST "$LINK" -d confirm=yes
becomes opted_out link
skips_me 'After the link'
say '/optin reminders'
becomes opted_in slash_command
request POST "$LINK" -d List-Unsubscribe=One-Click
becomes opted_out one_click
skips_me 'After one click'
say '/optin reminders'
becomes opted_in slash_command

say 'stop'
becomes opted_out direct_message '*'
say '/optin all'
becomes default slash_command '*'

# An e-mail profile of the same person is the same person.
api GET "/subjects/$ME"
api PUT /profiles/customer-7 -d "$(jq -nc --arg email "$(json .email)" '{slack: {access_token: "xoxb-1-none", $email}}')"
status 200
say '/optout reminders'
becomes opted_out slash_command
api POST /notifications -d '{"category": "reminders", "text": "To the customer", "recipients": ["customer-7"]}'
ID=$(json .id)
for tries in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.recipients.items[0] | .outcome == "skipped" and .rule == "opted_out"'

# The history tells all of it.
api GET '/changes?after=0&limit=1000'
holds '[.items[] | select(.type == "preference" and .subject == $me) | .source] == ["slash_command", "slash_command",
  "message_button", "slash_command", "link", "slash_command", "one_click", "slash_command", "direct_message",
  "slash_command", "slash_command"]' --arg me "$ME"
finish
