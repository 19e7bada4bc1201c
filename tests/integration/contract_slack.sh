#!/usr/bin/env bash
# What people do in Slack and what comes of it (contract, Slack's side): commands typed and buttons pressed on the
# practice page, "stop" written to the app, requests that Slack did not sign, and what is told when staff changes something.
# shellcheck disable=SC2034 # the libraries read what is set here
cd "$(dirname "$0")" || exit 1
# shellcheck source=lib/programs.sh
. lib/programs.sh
# shellcheck source=lib/http.sh
. lib/http.sh
# shellcheck source=lib/oauth.sh
. lib/oauth.sh

# The practice Slack must know where to deliver before the backend knows its Slack: a first start finds a free port.
start_backend
stop backend
start_slack --deliver-to "http://127.0.0.1:$BACKEND_PORT" --channels 14
start_backend
connect
wait_for_directory

practice() { request "$1" "$SLACK/practice/$2" -H 'Content-Type: application/json' "${@:3}"; } # METHOD PATH [OPTION...]

sit_down() { # PERSON: who types from now on, in the direct message with the app
  ME=$1
  practice GET "places?me=$ME"
  AT=$(json '.items[0].id')
}

# answered FILTER: waits until the newest message of the app satisfies it; it is then in $WORK/answer.
answered() {
  local tries
  for tries in $(seq 600); do
    practice GET "messages?me=$ME&at=$AT"
    jq '[.items[] | select(.app)] | last // {}' "$WORK/body" >"$WORK/answer"
    jq -e "$1" "$WORK/answer" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  jq . "$WORK/answer"
  return 1
}

say() { practice POST say -d "$(jq -nc --arg me "$ME" --arg at "$AT" --arg text "$1" '{$me, $at, $text}')"; } # TEXT
typed() { # TEXT FILTER: an answer for the person alone comes
  say "$1"
  check "$1 is answered" answered ".ephemeral and ($2)"
}

press() { # LABEL FILTER: presses the button of that label under the newest answer
  local place
  place=$(jq -c --arg caption "$1" 'first(.blocks | to_entries[] | .key as $block | .value.elements // [] | to_entries[]
    | select(.value.text.text? == $caption) | {block: $block, element: .key})' "$WORK/answer")
  practice POST press -d "$(jq -nc --arg me "$ME" --arg at "$AT" --arg ts "$(jq -r .ts "$WORK/answer")" \
    --argjson place "${place:-null}" '{$me, $at, $ts} + $place')"
  check "$1 is answered" answered "$2"
}

decides() { # CATEGORY DECISION RULE
  api POST /decisions -d "$(jq -nc --arg category "$1" --arg me "$ME" '{$category, subjects: [$me]}')"
  holds '.items[0] | .decision == $decision and .rule == $rule' --arg decision "$2" --arg rule "$3"
}

# The whole way by slash command.
sit_down "${PEOPLE[0]}"
decides reminders deliver default_in
typed '/optout reminders' '.text | startswith("From now on you no longer get *Reminders*.")'
decides reminders skip opted_out
typed '/optout reminders' '.text | contains("already")'
typed '/optin reminders' '.text | startswith("You get *Reminders* again")'
decides reminders deliver opted_in
api GET "/audit?subject=$ME"
holds '[.items[].entry | select(.type == "preference")] | map(.after.state) | sort == ["opted_in", "opted_out"]'
holds 'all(.items[].entry | select(.type == "preference"); .source == "slash_command" and .actor.kind == "slack_user"
  and .actor.id == $me and .outcome == "accepted")' --arg me "$ME"

# Words, guesses and times.
typed '/optout remindrs' '.text | contains("Did you mean *Reminders*?")'
decides reminders deliver opted_in
press 'Stop Reminders' '.text | contains("no longer get *Reminders*")'
decides reminders skip opted_out
press 'Undo' '.text | startswith("Undone. *Reminders*: on")'
decides reminders deliver opted_in
typed '/optout surveys 2w' '.text | contains("You get no *Surveys* until ")'
decides surveys skip snoozed
typed '/optout undo' '.text | startswith("Undone. *Surveys*: on")'
decides surveys deliver default_in
typed '/optout security' '.text | contains("cannot be turned off, because it is required")'
typed '/optout <!channel> & <b>' '.text | contains("“&lt;!channel&gt; &amp; &lt;b&gt;”")'
typed '/optout help' '.text | contains("/optout all")'
typed '/optstatus' '.text | contains("• *Security notices*: always on")'
typed '/optstatus surveys' '.text | startswith("*Surveys*: on")'
typed '/optout reminders someday' '.text | startswith("“someday” is no time that I understand")'
typed '/optin security' '.text | contains("always comes, because it is required")'

# All optional messages: asked about first; the picker and its menu.
typed '/optout all' '.text | startswith("Stop all optional messages?")'
decides surveys deliver default_in
press 'Yes, stop them' '.text | startswith("From now on you no longer get any optional messages.")'
decides surveys skip opted_out_of_everything
decides security deliver required
typed '/optin all' '.text | startswith("From now on optional messages come again.")'
typed '/optout' '.blocks[1].elements[0].type == "static_select" and (.blocks[1].elements[0].options | length == 4)'

# In the person's own language.
sit_down "${GERMANS[0]}"
typed '/optout reminders' '.text | startswith("Ab jetzt bekommst du *Reminders* nicht mehr.")'
press 'Rückgängig' '.text | startswith("Rückgängig gemacht. *Reminders*: an")'

# One of the law's words, written to the app.
sit_down "${PEOPLE[1]}"
say 'Stop.'
check "stop is answered" answered '(.ephemeral | not) and (.text | contains("no longer get any optional messages"))'
decides reminders skip opted_out_of_everything
say 'what a day'
check "talk is answered" answered '.text | contains("nothing was changed")'

# A message in a channel: who presses acts for themselves, and learns whether they may stop it there for everybody.
api GET '/subjects?kind=channel&limit=100'
SHARED=$(json '.items[] | select(.name == "partner-northwind") | .id')
api POST /notifications -d "$(jq -nc --arg at "$SHARED" '{category: "reminders", text: "Stand-up at nine", recipients: [$at]}')"
status 202
practice GET people
OWNER=$(json '[.items[] | select(.role == "primary owner")][0].id')
NEIGHBOUR=$(json '[.items[] | select(.role | startswith("external"))][0].id')
sit_in() { # PERSON: in the shared channel, looking at the message there
  ME=$1 AT=$SHARED
  check "the message is there" answered '.text | contains("Stand-up at nine")'
  cp "$WORK/answer" "$WORK/message"
}
sit_in "$NEIGHBOUR"
press 'Stop Reminders' '.ephemeral and (.text | contains("no longer get *Reminders*") and contains("This is for you alone")
  and (contains("/optin") | not))'
decides reminders skip opted_out
press 'Stop it in the channel' '.text | startswith("Only the creator of")'
api GET "/subjects/$ME"
holds '.role == "external" and .kind == "user"'
api POST /decisions -d "$(jq -nc --arg at "$SHARED" '{category: "reminders", subjects: [$at]}')"
holds '.items[0].decision == "deliver"'
sit_in "$OWNER"
press 'Stop Reminders' '.ephemeral and (.text | contains("As an admin you can also stop it there for everybody"))'
press 'Stop it in the channel' '.text | contains("no longer comes to <#")'
api POST /decisions -d "$(jq -nc --arg at "$SHARED" '{category: "reminders", subjects: [$at]}')"
holds '.items[0] | .decision == "skip" and .rule == "opted_out"'
typed '/optout undo' '.text | startswith("Undone: *Reminders* comes to <#")'
api POST /decisions -d "$(jq -nc --arg at "$SHARED" '{category: "reminders", subjects: [$at]}')"
holds '.items[0].decision == "deliver"'
typed '/optout undo' '.text | startswith("There is nothing to undo")'

# What staff changes is told once, after the time in which a slip is undone.
sit_down "${PEOPLE[2]}"
api PUT "/subjects/$ME/preferences/reminders" -d '{"state": "opted_out", "reason": "asked by phone"}'
status 200
decides reminders skip opted_out
BEFORE=$SECONDS
practice GET "messages?me=$ME&at=$AT"
holds 'all(.items[]; .app | not)'
for _ in $(seq 30); do
  answered '.text | contains("This was changed by")' && break
done >/dev/null
check "told" answered '.text | startswith("From now on you no longer get *Reminders*.")'
check "after the wait" test $((SECONDS - BEFORE)) -ge 13 -a $((SECONDS - BEFORE)) -le 25
press 'Undo' '.text | startswith("Undone. *Reminders*: on")'
decides reminders deliver default_in
practice GET "messages?me=$ME&at=$AT"
holds '[.items[] | select(.app and (.ephemeral | not))] | length == 1'

# What Slack did not sign is not read.
signed() { # PATH BODY TIME [SIGNED-BODY]
  local signature
  signature=$(printf 'v0:%s:%s' "$3" "${4-$2}" | openssl dgst -sha256 -hmac practice-signing-secret -r | cut -d' ' -f1)
  root POST "$1" -H "X-Slack-Request-Timestamp: $3" -H "X-Slack-Signature: v0=$signature" \
    -H 'Content-Type: application/x-www-form-urlencoded' --data-binary "$2"
}
NOW=$(date +%s)
COMMAND="team_id=$WORKSPACE&user_id=$ME&command=%2Foptout&text=reminders&trigger_id=1.2.x"
signed /slack/commands "$COMMAND" "$NOW"
status 200
holds '.response_type == "ephemeral" and (.text | contains("no longer get *Reminders*"))'
cp "$WORK/body" "$WORK/first"
signed /slack/commands "$COMMAND" "$NOW"
check "a repeated delivery says the same" cmp -s "$WORK/body" "$WORK/first"
for FAULT in -301 +310; do # of the time that it is now: what is too far ahead is not for long
  signed /slack/commands "$COMMAND" $(($(date +%s) $FAULT))
  problem unauthorized
done
signed /slack/commands "${COMMAND%x}" "$NOW" "$COMMAND"
problem unauthorized
signed /slack/interactions 'payload=%7B%7D' "$NOW" ''
problem unauthorized
root POST /slack/events -H 'Content-Type: application/json' -d '{"type": "url_verification", "challenge": "c"}'
problem unauthorized
signed /slack/events '{"type": "url_verification", "challenge": "c"}' "$NOW"
status 200
holds '.challenge == "c"'
head -c 1100000 /dev/zero | tr '\0' a >"$WORK/long"
root POST /slack/commands --data-binary "@$WORK/long"
problem payload_too_large
signed /slack/commands 'team_id=T404&user_id=U1&command=%2Foptout&text=x' "$NOW"
status 200
holds '.text | contains("not connected")'
finish
