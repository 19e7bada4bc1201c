#!/usr/bin/env bash
# Opt-out links (contract, Links), by curl alone: what a person, a mail program and a scanner do with them.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

link() { # JSON: mints a link; sets LINK
  api POST /links -d "$1"
  status 201
  LINK=$(json .url)
}
state_is() { # SUBJECT CATEGORY STATE [SOURCE]
  api GET "/subjects/$1/preferences"
  holds '.items[] | select(.category == $category) | .state == $state and ($source == "" or .source == $source)' \
    --arg category "$2" --arg state "$3" --arg source "${4:-}"
}
page() { request "$@"; }
says() { check "the page says $1" grep -qF "$1" "$WORK/body"; }
hardened() {
  head_has cache-control no-store
  head_has referrer-policy no-referrer
  head_has content-security-policy "default-src 'none'"
  check "no script" test "$(grep -ci '<script' "$WORK/body")" = 0
}

start_slack
start_backend REFRAIN_LOG=debug
connect
wait_for_directory
P=${PEOPLE[0]} Q=${PEOPLE[1]} R=${PEOPLE[2]}

# Who may mint, and what cannot be minted.
SERVICE=$(refraind apikey create --workspace "$WORKSPACE" --name mailer --role service)
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
as "$VIEWER" api POST /links -d "{\"subject\": \"$P\"}"
problem forbidden
as "$SERVICE" link "{\"subject\": \"$P\", \"category\": \"reminders\"}"
check "a link holds 256 bits" grep -qE "^$BACKEND/o/[A-Za-z0-9_-]{43}$" <<<"$LINK"
api POST /links -d '{"subject": "U0NOBODY"}'
problem unprocessable
pointer /subject
api POST /links -d "{\"subject\": \"$P\", \"category\": \"nothing\"}"
problem unprocessable
pointer /category
api POST /links -d "{\"subject\": \"$P\", \"expiresAt\": \"$(date -u -d '+59 days' +%Y-%m-%dT%H:%M:%SZ)\"}"
problem unprocessable
pointer /expiresAt
api POST /links -d "{\"subject\": \"$P\", \"expiresAt\": \"$(date -u -d '+61 days' +%Y-%m-%dT%H:%M:%SZ)\"}"
status 201
api GET '/audit?subject='"$P"
holds 'any(.items[]; .entry.type == "link" and .entry.category == "reminders")'
TOKEN_OF_LINK=${LINK##*/}
check "the log does not tell the token" test "$(grep -cF "$TOKEN_OF_LINK" "$WORK/body")" = 0

# A repeated request gets the same link, though only its hash is stored.
api POST /links -H 'Idempotency-Key: one' -d "{\"subject\": \"$Q\"}"
FIRST=$(json .url)
api POST /links -H 'Idempotency-Key: one' -d "{\"subject\": \"$Q\"}"
check "the same link" test "$(json .url)" = "$FIRST"
head_has idempotent-replayed true

# A scanner that follows links changes nothing.
for method in GET HEAD GET; do
  if [ "$method" = HEAD ]; then
    STATUS=$(curl -sS -o /dev/null -D "$WORK/head" -w '%{http_code}' -I "$LINK")
  else
    page "$method" "$LINK"
    says 'Stop “Reminders”?'
    hardened
  fi
  status 200
done
state_is "$P" reminders default
page GET "$LINK" -H 'Accept-Language: fr;q=0.9, de-AT;q=0.8, en;q=0.1'
says '„Reminders“ abbestellen?'
head_has content-language de

# A person confirms, sees what is in force, and takes it back.
page POST "$LINK" -d confirm=yes
status 200
hardened
says '“Reminders” is off'
UNDO=$(sed -n 's/.*name="undo" value="\([0-9]*\)".*/\1/p' "$WORK/body" | tail -1)
state_is "$P" reminders opted_out link
check "a way back is offered" test -n "$UNDO"
page GET "$LINK"
says 'is off already'
page POST "$LINK"
status 200
says 'is off already'
check "nothing is offered to be undone that this POST did not do" test "$(grep -c 'name="undo"' "$WORK/body")" = 0
page POST "$LINK" -d "undo=$UNDO"
status 200
says 'is on again'
state_is "$P" reminders default
page POST "$LINK" -d "undo=$UNDO"
status 200
says 'is on already'
state_is "$P" reminders default

# Only what a link did is taken back by a link.
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "asked"}'
VERSION=$(json .version)
for number in "$VERSION" 0 -1 999999 words; do
  page POST "$LINK" -d "undo=$number"
  status 409
done
state_is "$P" reminders opted_out console

# One click, as mail programs send it: both kinds of form, no redirect.
as "$SERVICE" link "{\"subject\": \"$Q\", \"category\": \"reminders\"}"
page POST "$LINK" -d List-Unsubscribe=One-Click
status 200
state_is "$Q" reminders opted_out one_click
as "$SERVICE" link "{\"subject\": \"$R\", \"category\": \"*\"}"
page GET "$LINK"
says 'Stop all optional messages?'
page POST "$LINK" -F List-Unsubscribe=One-Click
status 200
state_is "$R" '*' opted_out one_click
api POST /decisions -d "{\"category\": \"reminders\", \"subjects\": [\"$Q\", \"$R\"]}"
holds 'all(.items[]; .decision == "skip") and .items[1].rule == "opted_out_of_everything"'

# What comes so soon after the minting, and in numbers, is marked in the log and still honoured.
for number in 3 4 5 6; do
  as "$SERVICE" link "{\"subject\": \"${PEOPLE[$number]}\", \"category\": \"reminders\"}"
  page POST "$LINK" -d confirm=yes
  state_is "${PEOPLE[$number]}" reminders opted_out link
done
api GET "/audit?subject=${PEOPLE[6]}"
holds 'any(.items[].entry; .outcome == "accepted" and .context.maybeScanner == true and .context.secondsAfterMinting < 120)'

# All switches of one person, and nobody else's.
P=${PEOPLE[7]}
as "$SERVICE" link "{\"subject\": \"$P\"}"
page GET "$LINK"
status 200
says 'value="reminders"'
says 'Always on'
page POST "$LINK"
status 422
page POST "$LINK" -d category=no-such-category
status 422
page POST "$LINK" -d category=reminders
status 200
says '“Reminders” is off'
state_is "$P" reminders opted_out link

# There is no link out of what is required; one that became so explains itself and refuses.
REQUIRED=$(api GET /categories && json '[.items[] | select(.required)][0].slug')
as "$SERVICE" api POST /links -d "{\"subject\": \"$P\", \"category\": \"$REQUIRED\"}"
problem unprocessable
pointer /category
api POST /categories -d '{"slug": "safety", "title": "Safety"}'
status 201
as "$SERVICE" link "{\"subject\": \"$P\", \"category\": \"safety\"}"
api PATCH /categories/safety -d '{"required": true, "requiredReason": "The law asks for it.", "reason": "New law"}'
status 200
page GET "$LINK"
status 200
says 'cannot be turned off'
check "no button" test "$(grep -c '<button' "$WORK/body")" = 0
page POST "$LINK" -d List-Unsubscribe=One-Click
status 409
says 'cannot be turned off'
state_is "$P" safety default

# A channel is a subject like any other.
as "$SERVICE" link "{\"subject\": \"${CHANNELS[0]}\", \"category\": \"reminders\"}"
page POST "$LINK" -d confirm=yes
status 200
state_is "${CHANNELS[0]}" reminders opted_out link

# Unknown links, and methods that nobody serves.
for token in nothing "${TOKEN_OF_LINK}x" '%00' 'a%2Fb'; do
  page GET "$BACKEND/o/$token"
  check "an unknown link is 404 or not HTTP" test "$STATUS" = 404 -o "$STATUS" = 400
done
page GET "$BACKEND/o/unknown"
hardened
says 'This link is not known'
page PUT "$LINK"
status 405
for path in /oauth/authorize /slack/oauth/callback /slack/install /o/x; do
  page PUT "$BACKEND$path"
  status 405
  head_has content-type text/html
  head_has allow '.*GET'
done
page GET "$BACKEND/o/%00"
status 400
head_has content-type text/html
page POST "$LINK" --data-binary "@$(readlink -f /bin/sh)"
status 413
head_has content-type text/html

check "no link was ever logged" test "$(grep -cF "$TOKEN_OF_LINK" "$WORK/backend.err")" = 0
check "the log was written" test -s "$WORK/backend.err"
page GET "$BACKEND/metrics"
check "metrics name the route, never the link" grep -qF '/o/{token}' "$WORK/body"
check "no token in the metrics" test "$(grep -cF "$TOKEN_OF_LINK" "$WORK/body")" = 0
check "no token in the database" test "$(grep -clF "$TOKEN_OF_LINK" "$WORK"/data/refrain.db* | wc -l)" = 0
finish
