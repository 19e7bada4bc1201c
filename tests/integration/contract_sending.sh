#!/usr/bin/env bash
# Messages to many (contract, notify): gated, journaled, never twice. What Refrain's journal says is held against the
# practice Slack's own record, over faults of every kind and over kills of the backend.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

practice() { # PATH [CURL OPTION...]
  local path=$1
  shift
  request GET "$SLACK/practice/api/$path" "$@"
}
fault_file() { # JSON: replaces the practice Slack's faults
  request POST "$SLACK/practice/api/faults" -H 'Content-Type: application/json' -d "$1"
  check "faults are set" test "$STATUS" = 200
}
notify() { # TEXT RECIPIENT...: sets ID
  local text=$1
  shift
  api POST /notifications -d "$(jq -nc --arg text "$text" '{category: "reminders", text: $text, recipients: $ARGS.positional}' --args "$@")"
  ID=$(json .id)
}
until_done() { # [STATE]
  local tries
  for tries in $(seq 600); do
    api GET "/notifications/$ID?limit=1000"
    holds_quietly '.state == $state' --arg state "${1:-done}" && return
    sleep 0.1
  done
  check "notification becomes ${1:-done}" false
}
outcome() { # RECIPIENT: of the last GET
  json --arg id "$1" '.recipients.items[] | select(.subject == $id) | .outcome'
}
posted() { # RECIPIENT TEXT: how often the practice Slack holds it
  local key=user
  [[ $1 == C* ]] && key=channel
  practice "messages?$key=$1"
  json --arg text "$2" '[.messages[] | select(.text == $text)] | length'
}
# agrees TEXT RECIPIENT...: each is in one outcome, and the practice Slack's record fits it.
agrees() {
  local text=$1 recipient what count
  shift
  api GET "/notifications/$ID?limit=1000"
  cp "$WORK/body" "$WORK/journal"
  holds '(.recipients.items | length) == $n and ([.summary[]] | add) == $n and .summary.queued == 0' --argjson n $#
  for recipient in "$@"; do
    cp "$WORK/journal" "$WORK/body"
    what=$(outcome "$recipient")
    count=$(posted "$recipient" "$text")
    case $what in
      sent) [ "$count" = 1 ] ;;
      skipped | failed) [ "$count" = 0 ] ;;
      uncertain) [ "$count" -le 1 ] ;;
      *) false ;;
    esac || check "$recipient is $what, but stands $count times in Slack" false
  done
  cp "$WORK/journal" "$WORK/body"
}

ready
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role service)

# Whoever opted out is skipped, and the journal says why; the rest arrives once.
api PUT "/subjects/${PEOPLE[0]}/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
GROUP=("${PEOPLE[@]:0:12}" "${CHANNELS[@]:0:2}" U0NOBODY)
as "$KEY" notify 'The *first* one' "${GROUP[@]}"
status 202
until_done
holds '.summary.skipped == 2 and .summary.sent == 13'
holds '.recipients.items[0] | .outcome == "skipped" and .rule == "opted_out"'
holds '.recipients.items[-1] | .outcome == "skipped" and .rule == "unreachable"'
holds '.recipients.items[1] | .outcome == "sent" and (.channel | length) > 0 and (.ts | length) > 0'
agrees 'The *first* one' "${GROUP[@]}"
api GET "/notifications/$ID?limit=5"
holds '(.recipients.items | length) == 5 and .recipients.next != null'
api GET "/notifications/$ID?limit=1000&after=$(json .recipients.next)"
holds '(.recipients.items | length) == 10 and .recipients.next == null'

api GET "/subjects/${PEOPLE[0]}/export"
holds '.messages[0] | .outcome == "skipped" and .rule == "opted_out" and .category == "reminders"'

# Back in, it comes again.
api PUT "/subjects/${PEOPLE[0]}/preferences/reminders" -d '{"state": "opted_in", "reason": "asked"}'
notify 'The second one' "${PEOPLE[0]}"
until_done
holds '.summary.sent == 1'

# Who may send, and what is no message.
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
SUPPORT=$(refraind apikey create --workspace "$WORKSPACE" --name support --role support)
for role in "$VIEWER" "$SUPPORT"; do
  as "$role" notify hello "${PEOPLE[0]}"
  problem forbidden
done
for body in '{"category": "nothing", "text": "x", "recipients": ["U1"]} /category' \
  '{"category": "*", "text": "x", "recipients": ["U1"]} /category' \
  '{"category": "reminders", "recipients": ["U1"]} /text' \
  '{"category": "reminders", "text": "  ", "recipients": ["U1"]} /text' \
  '{"category": "reminders", "text": "x", "recipients": []} /recipients' \
  '{"category": "reminders", "text": "x", "recipients": [""]} /recipients/0' \
  '{"category": "reminders", "text": "x", "recipients": "U1"} /recipients' \
  '{"category": "reminders", "template": "t", "text": "x", "recipients": ["U1"]} /text'; do
  api POST /notifications -d "${body% *}"
  problem unprocessable
  pointer "${body##* }"
done
api POST /notifications -d "$(jq -nc '{category: "reminders", text: ("x" * 3001), recipients: ["U1"]}')"
problem unprocessable
pointer /text
api GET /notifications/unknown
problem not_found

# One request, one notification, however often it is sent.
for try in 1 2; do
  api POST /notifications -H 'Idempotency-Key: once' \
    -d '{"category": "reminders", "text": "Only once", "recipients": ["'"${PEOPLE[1]}"'", "'"${PEOPLE[1]}"'"]}'
  status 202
done
ID=$(json .id)
until_done
agrees 'Only once' "${PEOPLE[1]}"

# A person who writes to many looks at it first.
mapfile -t MANY < <(printf '%s\n' "${PEOPLE[@]}"; seq -f 'nobody-%g' 101)
notify 'To many' "${MANY[@]}"
problem conflict
ME=$(api GET /members && json '.items[0].id')
notify 'To many' "$ME"
until_done
notify 'To many, otherwise' "${MANY[@]}"
problem conflict
notify 'To many' "${MANY[@]}"
status 202
until_done

# Who opted out can look at it too: that it is skipped is what they are to see.
api PUT "/subjects/$ME/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
notify 'To many, from one who is out' "$ME"
until_done
holds '.summary.skipped == 1'
notify 'To many, from one who is out' "${MANY[@]}"
status 202
until_done
api PUT "/subjects/$ME/preferences/reminders" -d '{"state": "opted_in", "reason": "asked"}'

# The list: newest first, page by page, by state.
api GET '/notifications?limit=2'
holds '(.items | length) == 2 and .next != null and .seq > 0 and .items[0].id == $id' --arg id "$ID"
holds '.items[0] | .state == "done" and .text == "To many, from one who is out" and .total > 100 and .summary.queued == 0'
holds '.items[0] | (.createdAt | length) > 0 and (.actor.id | length) > 0 and .source == "console" and (has("recipients") | not)'
SECOND=$(json '.items[1].id')
api GET "/notifications?limit=2&after=$(json .next)"
holds '(.items | length) == 2 and all(.items[]; .id != $id and .id != $second)' --arg id "$ID" --arg second "$SECOND"
api GET '/notifications?state=paused'
holds '.items == [] and .next == null'
as "$VIEWER" api GET /notifications
status 200
for query in 'state=asleep /state' 'limit=0 /limit' 'limit=1001 /limit' 'after=x /after'; do
  api GET "/notifications?${query% *}"
  problem unprocessable
  pointer "${query##* }"
done

# Two ids, one address, one message: a channel, and the webhook that leads there.
new_verifier
authorize intent=webhook
through_slack
api GET '/subjects?kind=profile'
ROOM=$(json '.items[0].id')
api GET "/profiles/$ROOM"
CHANNEL=$(json .aliasOf)
check "the webhook leads to a channel that is known" test "${CHANNEL:0:1}" = C
notify 'Once for both' "$ROOM" "$CHANNEL"
until_done
holds '.summary.sent == 2 and ([.recipients.items[] | select(.sameAs)] | length) == 1'
check 'one message stands there' test "$(posted "$CHANNEL" 'Once for both')" = 1

# While Slack is away it is said, and nobody is left out.
stop slack
notify 'Through an outage' "${PEOPLE[@]:3:3}"
for try in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.retrying > 0' && break
  sleep 0.1
done
holds '.state == "sending" and .retrying > 0 and (.error | contains("unreachable_slack"))'
holds '.recipients.items | any(.outcome == "queued" and .error == "unreachable_slack")'
start_slack --listen "127.0.0.1:${SLACK##*:}"
until_done
agrees 'Through an outage' "${PEOPLE[@]:3:3}"
holds '.summary.sent == 3 and .error == null'

# An address that Slack calls dead is not asked again. The directory does not know it yet.
request POST "$SLACK/practice/api/users/${PEOPLE[2]}" -H 'Content-Type: application/json' -d '{"deleted": true}'
notify 'Are you there' "${PEOPLE[2]}"
until_done
holds '.recipients.items[0] | (.outcome == "failed" and .error == "user_disabled") or .rule == "unreachable"'
notify 'Are you still there' "${PEOPLE[2]}"
until_done
holds '.recipients.items[0] | .outcome == "skipped" and .rule == "unreachable"'

# Pause, resume, cancel.
fault_file '{"faults": [{"method": "chat.postMessage", "fault": "delay", "ms": 300}]}'
GROUP=("${PEOPLE[@]:3:30}")
notify 'With a pause' "${GROUP[@]}"
api POST "/notifications/$ID:pause"
status 200
holds '.state == "paused" and .underway == 0'
BEFORE=$(json .summary.queued)
check "some wait" test "$BEFORE" -gt 0
sleep 1
api GET "/notifications/$ID"
check "nothing is sent meanwhile" test "$(json .summary.queued)" = "$BEFORE"
api POST "/notifications/$ID:resume"
status 200
until_done
agrees 'With a pause' "${GROUP[@]}"
api POST "/notifications/$ID:cancel"
problem conflict
notify 'Called off' "${GROUP[@]}"
api POST "/notifications/$ID:cancel"
holds '.state == "cancelled" and .underway == 0 and .summary.skipped == 0 and .summary.failed > 0'
ANSWERED=$(json -c .summary)
sleep 1
api GET "/notifications/$ID?limit=1000"
holds '.summary == $answered' --argjson answered "$ANSWERED"
holds '[.recipients.items[] | select(.outcome == "failed")] | all(.error == "cancelled")'
agrees 'Called off' "${GROUP[@]}"
api POST "/notifications/$ID:resume"
problem conflict

# Faults of every kind, 5 % each.
fault_file "$(jq -nc '{seed: 7, faults: (["delay", "rate_limited", "server_error", "cut", "half_body", "wrong_json",
  "html", "token_revoked"] | map({method: "*", fault: ., probability: 0.05, ms: 200}))}')"
GROUP=("${PEOPLE[@]:3}")
for number in 1 2 3 4; do
  notify "Through the storm $number" "${GROUP[@]}"
  until_done
  agrees "Through the storm $number" "${GROUP[@]}"
  json '"storm '$number': \(.summary)"'
done

# Kills in between: nobody gets it twice, and nobody is left out.
fault_file '{"faults": [{"method": "chat.postMessage", "fault": "delay", "ms": 60}]}'
KILLS=5
[ "${REFRAIN_TEST_LONG:-0}" != 1 ] || KILLS=50
SEED=${REFRAIN_TEST_SEED:-$RANDOM}
RANDOM=$SEED
echo "$KILLS kills, seed $SEED"
for ((kill = 1; kill <= KILLS; kill++)); do
  notify "Before kill $kill" "${GROUP[@]}"
  sleep "0.$(printf '%03d' $((RANDOM % 500 + 50)))"
  stop backend KILL
  start_backend
  until_done
  agrees "Before kill $kill" "${GROUP[@]}"
  json '"kill '$kill': \(.summary)"'
  holds '.summary.uncertain <= 4'
done

# A clean stop lets what is underway arrive.
notify 'Before a stop' "${GROUP[@]}"
sleep 0.3
stop backend
start_backend
until_done
agrees 'Before a stop' "${GROUP[@]}"
holds '.summary.uncertain == 0'
finish
