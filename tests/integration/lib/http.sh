# shellcheck shell=bash
# Requests by curl and nothing else, and what is expected of their answers. Sourced after programs.sh.

declare -rA STATUS_OF=(
  [bad_request]=400 [unauthorized]=401 [forbidden]=403 [not_found]=404 [method_not_allowed]=405 [conflict]=409
  [category_required]=409 [category_archived]=409 [idempotency_in_progress]=409 [gone]=410
  [precondition_failed]=412 [payload_too_large]=413 [unsupported_media_type]=415 [unprocessable]=422
  [idempotency_key_reused]=422 [rate_limited]=429 [internal]=500 [unavailable]=503
)
TOKEN=

# request METHOD URL [CURL OPTION...]: sets STATUS; the body lies in $WORK/body, the headers in $WORK/head.
request() {
  local method=$1 url=$2
  shift 2
  LAST="$method ${url#"${BACKEND:-}"} $*"
  LAST=${LAST:0:300}
  STATUS=$(curl -sS --max-time 60 -o "$WORK/body" -D "$WORK/head" -w '%{http_code}' -X "$method" "$@" "$url" \
    2>"$WORK/curl.err")
}

root() { # METHOD PATH [CURL OPTION...]: without a credential
  local method=$1 path=$2
  shift 2
  request "$method" "$BACKEND$path" "$@"
}

api() { # METHOD PATH [CURL OPTION...]: below the workspace, as $TOKEN, with JSON
  local method=$1 path=$2
  shift 2
  root "$method" "/v1/workspaces/$WORKSPACE$path" -H "Authorization: Bearer $TOKEN" \
    -H 'Content-Type: application/json' "$@"
}

as() { # TOKEN COMMAND...: the same as somebody else
  local TOKEN=$1
  shift
  "$@"
}

json() { jq -r "$@" "$WORK/body"; }
header() { # NAME: value of a header of the last answer
  sed -n "s/^$1: *//Ip" "$WORK/head" | tr -d '\r' | tail -1
}
query_of() { # NAME URL: one decoded parameter
  local value
  value=$(printf '%s' "$2" | sed -n "s/^[^?]*?\(.*&\)\{0,1\}$1=\([^&#]*\).*/\2/p")
  printf '%b' "${value//%/\\x}"
}

status() { check "status $1" test "$STATUS" = "$1"; }
holds() { # JQ-FILTER [JQ OPTION...]: true of the body
  local filter=$1
  shift
  check "$filter" holds_quietly "$filter" "$@"
}
holds_quietly() { jq -e "$@" "$WORK/body" >/dev/null 2>&1; }
head_has() { check "header $1 ~ $2" grep -qiE "^$1: *$2" "$WORK/head"; }

# problem CODE: the last answer is exactly this failure (RFC 9457), in a shape that a person and a program can read.
problem() {
  status "${STATUS_OF[$1]}"
  head_has content-type 'application/problem\+json'
  holds '.code == $code and .status == $status' --arg code "$1" --argjson status "${STATUS_OF[$1]}"
  holds '(.type | length > 0) and (.title | length > 0) and (.detail | length > 0)'
  case $1 in unprocessable) holds '.errors | type == "array" and all(has("pointer") and has("detail"))' ;; esac
}
pointer() { holds '.errors[0].pointer == $at' --arg at "$1"; }
