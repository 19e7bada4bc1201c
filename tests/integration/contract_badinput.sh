#!/usr/bin/env bash
# Bad input for every endpoint and every option: each a clear problem, nothing changed, no crash.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
P=${PEOPLE[0]}
api GET ''
SEQ_BEFORE=$(api GET '/changes?after=0&limit=1'; json .seq)
AUDIT_BEFORE=$(api GET /audit/checkpoint; sed -n 2p "$WORK/body")

# method | path | body (`-`: none) | problem code
while IFS='|' read -r method path body code; do
  method=${method//[[:space:]]/} code=${code//[[:space:]]/} path=${path//[[:space:]]/}
  body=${body#"${body%%[![:space:]]*}"} body=${body%"${body##*[![:space:]]}"}
  [ -n "$method" ] || continue
  path=${path//PERSON/$P} body=${body//PERSON/$P}
  if [ "$body" = - ]; then api "$method" "$path"; else api "$method" "$path" -d "$body"; fi
  problem "$code"
done <<'TABLE'
GET   | /subjects?limit=0                       | - | unprocessable
GET   | /subjects?limit=1001                    | - | unprocessable
GET   | /subjects?limit=-1                      | - | unprocessable
GET   | /subjects?limit=many                    | - | unprocessable
GET   | /subjects?kind=robot                    | - | unprocessable
GET   | /subjects?after=!!                      | - | unprocessable
GET   | /subjects/%00                           | - | bad_request
GET   | /subjects/..%2F..%2Fetc%2Fpasswd        | - | not_found
GET   | /subjects/U0NOBODY/preferences          | - | not_found
PUT   | /subjects/PERSON/preferences/reminders  | {} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | | bad_request
PUT   | /subjects/PERSON/preferences/reminders  | null | bad_request
PUT   | /subjects/PERSON/preferences/reminders  | "opted_out" | bad_request
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "opted_out"} trailing | bad_request
PUT   | /subjects/PERSON/preferences/reminders  | {"state": null, "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "OPTED_OUT", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": true, "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": ["opted_out"], "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"snoozedUntil": "2001-01-01T00:00:00Z", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"snoozedUntil": "2099-02-30T00:00:00Z", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"snoozedUntil": "tomorrow", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"snoozedUntil": 4102444800, "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "opted_out", "reason": 7} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "opted_out", "reason": "x", "ticket": {}} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "opted_out", "reason": "x", "requestedBy": "boss"} | unprocessable
PUT   | /subjects/PERSON/preferences/reminders  | {"state": "opted_out", "reason": "x", "receivedAt": "2099-01-01T00:00:00Z"} | unprocessable
PUT   | /subjects/PERSON/preferences/*          | {"state": "opted_in", "reason": "x"} | unprocessable
PUT   | /subjects/PERSON/preferences/Reminders  | {"state": "opted_out", "reason": "x"} | not_found
GET   | /preferences?limit=1e3                  | - | unprocessable
GET   | /preferences?state=maybe                | - | unprocessable
GET   | /preferences?after=zzz                  | - | unprocessable
POST  | /preferences:batch                      | {} | unprocessable
POST  | /preferences:batch                      | {"mode": "some", "changes": []} | unprocessable
POST  | /preferences:batch                      | {"mode": "all", "changes": {}} | unprocessable
POST  | /preferences:batch                      | {"mode": "all", "changes": [1]} | unprocessable
POST  | /preferences:batch                      | {"mode": "all", "changes": [{"category": "reminders", "state": "opted_out"}]} | unprocessable
POST  | /preferences:batch                      | {"mode": "all", "changes": [{"subject": "PERSON", "category": "reminders", "state": "x"}]} | unprocessable
POST  | /preferences:batch                      | {"mode": "all", "dryRun": "no", "changes": []} | unprocessable
POST  | /preferences:batch                      | [] | bad_request
POST  | /categories                             | {} | unprocessable
POST  | /categories                             | {"slug": "Upper", "title": "x"} | unprocessable
POST  | /categories                             | {"slug": "*", "title": "x"} | conflict
POST  | /categories                             | {"slug": "reminders", "title": "twice"} | conflict
POST  | /categories                             | {"slug": "x", "title": "x", "parent": "nothing"} | unprocessable
POST  | /categories                             | {"slug": "x", "title": "x", "defaultState": "default"} | unprocessable
POST  | /categories                             | {"slug": "x", "title": "x", "kind": "spam"} | unprocessable
POST  | /categories                             | {"slug": "x", "title": "x", "resubscribe": "sometimes"} | unprocessable
POST  | /categories                             | {"slug": "x", "title": "x", "onFailure": "shrug"} | unprocessable
POST  | /categories                             | {"slug": "x", "title": 5} | unprocessable
POST  | /categories                             | {"slug": "x", "title": "x", "required": true} | unprocessable
PATCH | /categories/reminders                   | {"paused": "yes"} | unprocessable
PATCH | /categories/reminders                   | {"parent": "reminders"} | unprocessable
PATCH | /categories/reminders                   | {"required": true, "paused": true, "requiredReason": "x"} | unprocessable
PATCH | /categories/reminders                   | {"position": -1} | unprocessable
PATCH | /categories/nothing                     | {"title": "x"} | not_found
GET   | /categories/%2A%2A                      | - | not_found
POST  | /decisions                              | {} | unprocessable
POST  | /decisions                              | {"category": "reminders"} | unprocessable
POST  | /decisions                              | {"category": "reminders", "subjects": "PERSON"} | unprocessable
POST  | /decisions                              | {"category": "reminders", "subjects": [7]} | unprocessable
POST  | /decisions                              | {"category": "nothing", "subjects": ["PERSON"]} | unprocessable
POST  | /decisions                              | {"category": "reminders", "subjects": [], "asOf": "2099-01-01T00:00:00Z"} | unprocessable
POST  | /decisions                              | {"category": "reminders", "subjects": [], "asOf": "yesterday"} | unprocessable
GET   | /changes?after=-1                       | - | unprocessable
GET   | /changes?after=x                        | - | unprocessable
GET   | /changes?after=0&wait=31                | - | unprocessable
GET   | /changes?after=0&wait=-1                | - | unprocessable
GET   | /audit?limit=0                          | - | unprocessable
GET   | /audit?source=gossip                    | - | unprocessable
GET   | /audit?from=monday                      | - | unprocessable
GET   | /audit/entries/-1                       | - | not_found
GET   | /audit/entries/x                        | - | not_found
GET   | /audit/entries/99999999999999999999     | - | not_found
GET   | /audit/proof?index=0&size=0             | - | unprocessable
GET   | /audit/proof?index=a&size=1             | - | unprocessable
GET   | /audit/consistency?from=9&to=1          | - | unprocessable
GET   | /syncs?limit=0                          | - | unprocessable
GET   | /drift?limit=0                          | - | unprocessable
POST  | /subjects                               | {} | method_not_allowed
DELETE| /categories/reminders                   | - | method_not_allowed
PUT   | /decisions                              | {} | method_not_allowed
PATCH | /changes                                | {} | method_not_allowed
GET   | /preferences:batch                      | - | method_not_allowed
GET   | /nothing                                | - | not_found
TABLE

# Headers.
REASON=$(head -c 501 /dev/zero | tr '\0' r)
api PUT "/subjects/$P/preferences/reminders" -d "{\"state\": \"opted_out\", \"reason\": \"$REASON\"}"
problem unprocessable
pointer /reason
for match in x -1 1.5 'W/"1"' '"1", "2"'; do
  api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "x"}' -H "If-Match: $match"
  problem bad_request
done
api PUT "/subjects/$P/preferences/reminders" -d '{"state": "opted_out", "reason": "x"}' \
  -H "Idempotency-Key: $(head -c 256 /dev/zero | tr '\0' k)"
check "a key of 256 characters is refused" test "$STATUS" = 422 -o "$STATUS" = 400
for credential in 'Bearer' 'Bearer ' 'Basic dTpw' 'Bearer a b' "bearer$TOKEN"; do
  root GET /v1/workspaces -H "Authorization: $credential"
  problem unauthorized
done
root GET "/v1/workspaces/..%2f/subjects" -H "Authorization: Bearer $TOKEN"
check "no way out of the workspace" test "$STATUS" = 403 -o "$STATUS" = 404

# Lists that are too long.
jq -nc '{category: "reminders", subjects: [range(100001) | "U\(.)"]}' >"$WORK/many"
api POST /decisions --data-binary "@$WORK/many"
problem unprocessable
pointer /subjects
jq -nc --arg p "$P" '{mode: "all", changes: [range(10001) | {subject: $p, category: "reminders", state: "opted_out"}]}' \
  >"$WORK/many"
api POST /preferences:batch --data-binary "@$WORK/many"
problem unprocessable
pointer /changes
printf '%0.s[' $(seq 100000) >"$WORK/deep"
api POST /decisions --data-binary "@$WORK/deep"
problem bad_request

# All of it changed nothing.
api GET '/changes?after=0&limit=1'
holds '.seq == $seq' --argjson seq "$SEQ_BEFORE"
api GET /audit/checkpoint
check "nothing was audited" test "$(sed -n 2p "$WORK/body")" = "$AUDIT_BEFORE"
root GET /healthz
status 200

# Options and variables: exit code 2, and the message names the one at fault.
refused() { # WORD COMMAND...
  local word=$1 code
  shift
  LAST=
  timeout 10 "$@" >"$WORK/said" 2>&1 </dev/null
  code=$?
  check "exit code 2, not $code: $*" test "$code" = 2
  check "$word is named: $(head -c 200 "$WORK/said")" grep -qF -- "$word" "$WORK/said"
}
refused bogus "$BIN/refraind" bogus
refused bogus "$BIN/refraind" serve --bogus
refused role "$BIN/refraind" apikey create --workspace "$WORKSPACE" --name x --role emperor --config /dev/null
refused --listen "$BIN/refrain-sandbox" --listen nowhere
refused --users "$BIN/refrain-sandbox" --listen 127.0.0.1:0 --users -5
refused --rotation "$BIN/refrain-sandbox" --listen 127.0.0.1:0 --rotation perhaps
refused bogus "$BIN/refrain-sandbox" --bogus
while IFS='=' read -r name value; do
  refused "$name" env REFRAIN_DATA_DIR="$WORK/other" "$name=$value" "$BIN/refraind" serve --config /dev/null
done <<'VARIABLES'
REFRAIN_LISTEN=somewhere
REFRAIN_LISTEN=127.0.0.1:99999
REFRAIN_PUBLIC_URL=not a url
REFRAIN_DATABASE=mysql://x
REFRAIN_SLACK_URL=ftp://slack.com
REFRAIN_WORKSPACES=acme
REFRAIN_LOG=loud
VARIABLES
printf 'listne = 127.0.0.1:0\n' >"$WORK/bad.ini"
refused listne "$BIN/refraind" check-config --config "$WORK/bad.ini"
for program in refraind refrain-sandbox; do
  check "$program --help" "$BIN/$program" --help >/dev/null
  check "$program --version" "$BIN/$program" --version >/dev/null
done
finish
