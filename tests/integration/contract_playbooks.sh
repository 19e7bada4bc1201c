#!/usr/bin/env bash
# Playbooks (contract, /playbooks): the library, copies with texts of one's own, and what publishing does in Slack.
# shellcheck disable=SC2034 # the libraries read what is set here
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

# The practice Slack must know where to deliver before the backend knows its Slack: a first start finds a free port.
start_backend
stop backend
start_slack --deliver-to "http://127.0.0.1:$BACKEND_PORT"
start_backend
connect
wait_for_directory
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role service)
practice() { request "$1" "$SLACK/practice/$2" -H 'Content-Type: application/json' "${@:3}"; } # METHOD PATH [OPTION...]
# answers PERSON COMMAND TEXT: the app says it to that person
answers() {
  local at tries
  practice GET "places?me=$1"
  at=$(json '.items[0].id')
  practice POST say -d "$(jq -nc --arg me "$1" --arg at "$at" --arg text "$2" '{$me, $at, $text}')"
  for tries in $(seq 600); do
    practice GET "messages?me=$1&at=$at"
    holds_quietly 'any(.items[]; .app and (.text | startswith($text)))' --arg text "$3" && return
    sleep 0.1
  done
  check "$2 is answered with: $3" false
}

# The library.
api GET /playbooks/library
holds '(.items | length) == 5 and .next == null'
holds 'all(.items[]; (.title | length) > 0 and (.texts | length) > 0 and all(.texts[].defaults; .en != "" and .de != ""))'
api GET '/playbooks/library?q=OPT_OUT'
holds '[.items[].slug] == ["opt-out-for-good"]'
api GET '/playbooks/library?q=no+such+thing'
holds '.items == []'

# A copy of one's own, tried, published, taken back.
api POST /playbooks -d '{"slug": "bye", "playbook": "opt-out", "texts": {"stopsMessages": {"en": "Farewell, %1."}}}'
status 201
holds '.published == false and .title == "Opt out" and .version == 1'
api POST /playbooks/bye:preview
status 200
holds '.messages[] | select(.key == "stopsMessages" and .language == "en") | .text == "Farewell, Reminders."'
api PATCH /playbooks/bye -d '{"texts": {"stopsMessages": {"de": "Tschüss, %1."}, "stopsAll": {"en": "Bye."}}}'
status 200
holds '.texts == {"stopsMessages": {"en": "Farewell, %1.", "de": "Tschüss, %1."}, "stopsAll": {"en": "Bye."}}'
api PATCH /playbooks/bye -d '{"texts": {"stopsMessages": {"de": null}, "stopsAll": null}}'
holds '.texts == {"stopsMessages": {"en": "Farewell, %1."}} and .version == 3'
api PATCH /playbooks/bye -d '{"texts": {}}'
holds '.texts == {"stopsMessages": {"en": "Farewell, %1."}} and .version == 3'
api POST /playbooks/bye:preview -d '{"texts": {"stopsMessages": {"en": "Gone: %1."}}}'
holds '.messages[] | select(.key == "stopsMessages" and .language == "en") | .text == "Gone: Reminders."'
api GET /playbooks/bye
holds '.version == 3'
EN=()
for person in "${PEOPLE[@]}"; do
  api GET "/subjects/$person"
  holds_quietly '.locale | startswith("en")' && EN+=("$person")
done
check "some people read English" test "${#EN[@]}" -gt 3
answers "${EN[0]}" '/optout reminders' 'From now on you no longer get'
api POST /playbooks/bye:publish
status 200
holds '.published and (.publishedAt | length) > 0 and .version == 4'
api POST /playbooks/bye:publish
holds '.version == 4'
answers "${EN[1]}" '/optout reminders' 'Farewell, *Reminders*.'
api POST /playbooks -d '{"slug": "bye-too", "playbook": "opt-out"}'
api POST /playbooks/bye-too:publish
problem conflict
api POST /playbooks/bye:unpublish
holds '.published == false and .publishedAt == null'
answers "${EN[2]}" '/optout reminders' 'From now on you no longer get'
api GET '/audit?limit=1000'
holds '[.items[].entry | select(.type == "playbook" and .after.published == true)] | length == 1'

# Confirmed and for good: the policy follows, and comes back.
api POST /playbooks -d '{"slug": "final", "playbook": "opt-out-for-good"}'
api POST /playbooks/final:publish
status 200
api GET '/categories/*'
holds '.resubscribe == "never"'
answers "${EN[3]}" '/optout all' 'Stop all optional messages?'
api GET "/subjects/${EN[3]}/preferences"
holds '.items[] | select(.category == "*") | .state == "default"'
api POST /playbooks/final:unpublish
api GET '/categories/*'
holds '.resubscribe != "never"'

# An announcement is a notification like any other.
api POST /playbooks -d '{"slug": "news", "playbook": "announce-category", "about": "surveys",
  "recipients": {"include": [{"subjects": ["'"${PEOPLE[0]}"'"]}]}}'
status 201
api POST /playbooks/news:preview
holds '.announcement | startswith("*New: Surveys*")'
holds '.recipients | .total > 0 and .total == .deliver + .skip'
api POST /playbooks/news:publish
status 200
ID=$(json .notification)
for try in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.summary.sent == 1 and .category == "surveys" and (.text | startswith("*New: Surveys*"))'
api POST /playbooks/news:unpublish
status 200

# What is none, and who may not.
for row in '{"slug": "x"} /playbook' '{"slug": "x", "playbook": "fax"} /playbook' \
  '{"slug": "library", "playbook": "opt-out"} /slug' '{"slug": "No", "playbook": "opt-out"} /slug' \
  '{"slug": "x", "playbook": "opt-out", "texts": {"stopsMessages": {"en": "Done"}}} /texts/stopsMessages/en' \
  '{"slug": "x", "playbook": "opt-out", "texts": []} /texts' \
  '{"slug": "x", "playbook": "snooze", "durations": ["never"]} /durations' \
  '{"slug": "x", "playbook": "announce-category", "about": "none", "recipients": {"include": [{"kind": "user"}]}} /about'; do
  api POST /playbooks -d "${row% *}"
  problem unprocessable
  pointer "${row##* }"
done
api PATCH /playbooks/bye -d '{"playbook": "snooze"}'
problem unprocessable
pointer /texts/stopsMessages
for verb in publish unpublish preview; do
  api POST "/playbooks/none:$verb"
  problem not_found
  as "$KEY" api POST "/playbooks/bye:$verb"
  problem forbidden
done
as "$KEY" api GET /playbooks
status 200
finish
