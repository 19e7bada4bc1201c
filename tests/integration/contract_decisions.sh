#!/usr/bin/env bash
# Asking before sending: the journal of what was asked, and what would follow from changes nobody made.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ask() { api POST /decisions -d "$1"; } # JSON
journal() { api GET "/decisions?$1"; } # QUERY

ready
P=${PEOPLE[0]} Q=${PEOPLE[1]}
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name "Nightly job" --role service)
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
status 200

# Journaled: who asked, when, about whom, by which choices, and what they were told.
as "$KEY" ask '{"category": "reminders", "subjects": ["'"$P"'", "'"$Q"'", "'"$P"'"]}'
SEQ=$(json .seq)
ask '{"category": "surveys", "subjects": ["'"$Q"'"]}'
journal ''
status 200
holds '.items | length == 2 and .[0].category == "surveys" and .[1].category == "reminders"'
holds '.items[1] | .asked == 3 and .skipped == 2 and .seq == $seq' --argjson seq "$SEQ"
holds '.items[1].caller | .kind == "api_key" and .name == "Nightly job"'
holds '.items | all(has("items") | not)'
holds '.next == null and (.seq | type) == "number"'
ID=$(json '.items[1].id') CALLER=$(json '.items[1].caller.id') AT=$(json '.items[0].at')
api GET "/decisions/$ID"
holds '[.items[] | "\(.subject) \(.decision) \(.rule)"]
  == ["\($p) skip opted_out", "\($q) deliver default_in", "\($p) skip opted_out"]' --arg p "$P" --arg q "$Q"
journal "subject=$P"
holds '.items | length == 1 and (.[0].items | length) == 2 and .[0].items[0].rule == "opted_out"'
journal "subject=$Q&category=surveys"
holds '.items | length == 1 and .[0].items[0].decision == "deliver"'
journal "caller=$CALLER"
holds '.items | length == 1 and .[0].id == $id' --arg id "$ID"
journal "to=$AT"
holds '.items | length == 1'
journal "from=$AT"
holds '.items | length == 1'
# Who only looks is not journaled.
ask '{"category": "reminders", "subjects": ["'"$P"'"], "preview": true}'
holds '.items[0].rule == "opted_out"'
journal ''
holds '.items | length == 2'
journal 'limit=1'
holds '.items | length == 1'
journal "limit=1&after=$(json .next)"
holds '.items | length == 1 and .[0].id == $id' --arg id "$ID"
holds '.next == null'

api GET "/subjects/$P/export"
holds '.decisions | length == 1 and .[0].items[0].rule == "opted_out"'

# A stop loses nothing of it.
ask '{"category": "security", "subjects": ["'"$P"'"]}'
stop backend TERM
start_backend
journal 'category=security'
holds '.items | length == 1'

# What nobody chose is answered, changes nothing and is not journaled.
api GET "/changes?after=0&wait=0"
BEFORE=$(json .seq)
suppose() { ask '{"category": "reminders", "subjects": ["'"$P"'", "'"$Q"'"], "whatIf": '"$1"'}'; }
rules() { holds '[.items[].rule] == $rules' --argjson rules "$1"; }
suppose '{"preferences": [{"category": "*", "state": "opted_out"}]}'
status 200
rules '["opted_out_of_everything", "opted_out_of_everything"]'
suppose '{"preferences": [{"subject": "'"$P"'", "category": "reminders", "state": "default"}]}'
rules '["default_in", "default_in"]'
suppose '{"preferences": [{"category": "reminders", "snoozedUntil": "2999-01-01T00:00:00.000Z"}]}'
rules '["snoozed", "snoozed"]'
suppose '{"paused": true}'
rules '["paused", "paused"]'
suppose '{"required": true}'
rules '["required", "required"]'
suppose '{"defaultState": "opted_out"}'
rules '["opted_out", "default_out"]'
suppose '{}'
rules '["opted_out", "default_in"]'
ask '{"category": "reminders", "subjects": ["'"$P"'"], "asOf": "'"$AT"'"}'
journal 'category=reminders'
holds '.items | length == 2' # the first question, and the one that supposed nothing
api GET "/changes?after=0&wait=0"
holds '.seq == $before' --argjson before "$BEFORE"

# What cannot be answered says so.
while IFS=$'\t' read -r body at; do
  ask "$body"
  problem unprocessable
  pointer "$at"
done <<'E2'
{"category": "reminders", "subjects": ["U1"], "whatIf": []}	/whatIf
{"category": "reminders", "subjects": ["U1"], "whatIf": {"required": true, "paused": true}}	/whatIf
{"category": "reminders", "subjects": ["U1"], "whatIf": {"paused": "yes"}}	/whatIf/paused
{"category": "reminders", "subjects": ["U1"], "whatIf": {"defaultState": "default"}}	/whatIf/defaultState
{"category": "reminders", "subjects": ["U1"], "whatIf": {"preferences": [{"category": "reminders"}]}}	/whatIf/preferences/0/state
{"category": "reminders", "subjects": ["U1"], "whatIf": {"preferences": [{"category": "*", "state": "opted_in"}]}}	/whatIf/preferences/0/state
{"category": "reminders", "subjects": ["U1"], "whatIf": {"preferences": [{"category": "surveys", "state": "opted_out"}]}}	/whatIf/preferences/0/category
E2
for query in limit=0 limit=1001 limit=x after=x from=x to=yesterday; do
  journal "$query"
  problem unprocessable
done
for id in 0 x 999999 -1; do
  api GET "/decisions/$id"
  problem not_found
done
as "$KEY" journal ''
problem forbidden
finish
