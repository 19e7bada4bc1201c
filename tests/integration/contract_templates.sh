#!/usr/bin/env bash
# Templates (contract, /templates): written, tried, used, and what cannot be one. Evaluated in a process of its own.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

ready
KEY=$(refraind apikey create --workspace "$WORKSPACE" --name sender --role service)
VIEWER=$(refraind apikey create --workspace "$WORKSPACE" --name viewer --role viewer)
SOURCE='local d = std.extVar("data");
{
  text: "Hello %s" % d.name,
  blocks: [
    { type: "header", text: { type: "plain_text", text: "Hello " + d.name } },
    { type: "section", text: { type: "mrkdwn", text: std.join("\n", ["• " + item for item in d.items]) } },
  ],
}'
template() { # METHOD PATH JQ-OBJECT [CURL OPTION...]: $source is the source above
  local method=$1 path=$2 object=$3
  shift 3
  jq -nc --arg source "$SOURCE" "$object" >"$WORK/wish"
  api "$method" "/templates$path" --data-binary "@$WORK/wish" "$@"
}

# Made, read, listed.
template POST '' '{slug: "hello", title: "Hello", $source, sample: {name: "Ann", items: ["a", "b"]}}'
status 201
head_has etag '"1"'
holds '.slug == "hello" and .version == 1 and .archived == false and .description == "" and (.updatedBy.id | length) > 0'
template POST '' '{slug: "hello", $source, sample: {name: "Ann", items: []}}'
problem conflict
api GET /templates/hello
holds '.source == $source and .sample.name == "Ann"' --arg source "$SOURCE"
template POST '' '{slug: "another", source: "{text: \"Plain\"}"}'
status 201
api GET '/templates?limit=1'
holds '[.items[].slug] == ["another"] and .next != null and (.seq | type) == "number"'
api GET "/templates?limit=1&after=$(json .next)"
holds '[.items[].slug] == ["hello"] and .next == null'
as "$VIEWER" api GET /templates/hello
status 200
api GET /templates/none
problem not_found
template POST /none:preview '{}'
problem not_found
template PATCH /none '{title: "x"}'
problem not_found

# Changed, with the version that was seen.
template PATCH /hello '{title: "Good day"}' -H 'If-Match: "1"'
status 200
holds '.version == 2 and .title == "Good day" and .sample.name == "Ann"'
template PATCH /hello '{title: "Too late"}' -H 'If-Match: "1"'
problem precondition_failed
holds '.current.title == "Good day"'
template PATCH /hello '{title: "Good day"}'
holds '.version == 2'
api GET '/audit?limit=1000'
holds '[.items[].entry | select(.type == "template")] | length == 3 and all(.[]; (.after | tostring | contains("std.extVar")) | not)'

# Tried: with the sample, with other data, before it is stored; with the buttons to opt out as they would be sent.
template POST /hello:preview '{}'
status 200
holds '.text == "Hello Ann" and (.blocks | length) == 2 and .blocks[1].text.text == "• a\n• b"'
template POST /hello:preview '{category: "reminders", data: {name: "Bob", items: ["x"]}}'
holds '.text == "Hello Bob" and (.blocks | length) == 3 and .blocks[2].type == "actions"'
template POST :preview '{source: "{text: std.extVar(\"data\").a}", data: {a: "b"}}'
holds '.text == "b" and .blocks == []'
as "$KEY" template POST /hello:preview '{}'
status 200
as "$VIEWER" template POST /hello:preview '{}'
problem forbidden
template POST /hello:preview '{category: "none"}'
problem unprocessable
pointer /category
template POST /hello:preview '{data: {name: "Bob"}}'
problem unprocessable
pointer /data
holds '.detail | test("^Line 6, column [0-9]+ of the template: there is no field “items”\\.$")'

# Used.
api POST /notifications -d '{"category": "reminders", "template": "hello", "data": {"name": "all", "items": ["one", "two"]},
  "recipients": ["'"${PEOPLE[0]}"'"]}'
status 202
ID=$(json .id)
for try in $(seq 600); do
  api GET "/notifications/$ID"
  holds_quietly '.state == "done"' && break
  sleep 0.1
done
holds '.summary.sent == 1 and .text == "Hello all" and (.blocks | length) == 2 and .template == "hello"'
request GET "$SLACK/practice/api/messages?user=${PEOPLE[0]}"
holds '[.messages[] | select(.text == "Hello all")] | length == 1'
holds '.messages[] | select(.text == "Hello all") | .blocks | length == 3 and .[0].type == "header" and .[2].type == "actions"'

# What is no notification.
for row in '{"template": "none"} /template' '{"template": "hello"} /data' '{"template": "hello", "text": "x"} /text' \
  '{"text": "x", "data": {}} /data' '{"template": 1} /template' '{"template": "hello", "data": []} /data'; do
  jq -c '. + {category: "reminders", recipients: ["U1"]}' <<<"${row% *}" >"$WORK/wish"
  api POST /notifications --data-binary "@$WORK/wish"
  problem unprocessable
  pointer "${row##* }"
done
jq -nc '{category: "reminders", recipients: ["U1"], template: "hello", data: {name: ("x" * 70000)}}' >"$WORK/wish"
api POST /notifications --data-binary "@$WORK/wish"
problem unprocessable
pointer /data

# What is no template. Each answer comes within seconds, and the backend is there afterwards.
bad() { # POINTER JQ-OBJECT
  local began=$SECONDS
  template POST '' "$2"
  problem unprocessable
  pointer "$1"
  check "answered in time" test $((SECONDS - began)) -le 6
}
for object in '{$source}' '{slug: "", $source}' '{slug: "Up", $source}' '{slug: "*", $source}' '{slug: "a b", $source}' \
  '{slug: ("a" * 65), $source}' '{slug: 1, $source}'; do
  bad /slug "$object"
done
bad /source '{slug: "a"}'
bad /source '{slug: "a", source: ""}'
bad /source '{slug: "a", source: 1}'
bad /source '{slug: "a", source: ("{text: \"" + "x" * 40000 + "\"}")}'
bad /title '{slug: "a", $source, title: ("x" * 101)}'
bad /sample '{slug: "a", $source, sample: "Ann"}'
bad /sample '{slug: "a", $source, sample: {a: ("x" * 70000)}}'
for source in '{text: ' 'foo' '"text"' '[]' 'null' '{}' '{text: 1}' '{text: "  "}' '{text: "a", blocks: {}}' \
  '{text: "a", blocks: [{type: "input"}]}' '{text: "a", blocks: [{type: "section", text: "a"}]}' \
  'local f(x) = f(x + 1) + 1; {text: f(1)}' 'local f(x) = f(x + 1) tailstrict; f(1)' \
  '{text: std.repeat("x", 1000000000)}' 'import "/etc/passwd"' '{text: importstr "/proc/self/environ"}' \
  '{text: std.native("x")()}' '{text: std.extVar("x")}' 'error "no"'; do
  SOURCE=$source bad /source '{slug: "a", $source}'
  check "it says what is wrong" holds_quietly '.detail | length > 10'
done
SOURCE=$(printf '[%.0s' $(seq 20000)) bad /source '{slug: "a", $source}'
api GET /templates/a
problem not_found
api GET ''
status 200

# An archived one is used no more, and stays readable.
template PATCH /hello '{archived: true}'
status 200
api POST /notifications -d '{"category": "reminders", "template": "hello", "data": {"name": "x", "items": []}, "recipients": ["U1"]}'
problem unprocessable
pointer /template
finish
