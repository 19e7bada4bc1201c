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
  '{"category": "reminders", "template": "t", "text": "x", "recipients": ["U1"]} /template'; do
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
holds '.state == "paused"'
sleep 1
api GET "/notifications/$ID"
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
holds '.state == "cancelled" and .summary.skipped > 0'
sleep 1
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
