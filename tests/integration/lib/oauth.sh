# shellcheck shell=bash disable=SC2034 # it sets what the tests read
# Connecting as a console does, with curl's cookie jar as the browser (contract, OAuth). Sourced after http.sh.

readonly REDIRECT=http://127.0.0.1:53682/done

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

new_verifier() {
  VERIFIER=$(openssl rand 32 | base64url)
  CHALLENGE=$(printf '%s' "$VERIFIER" | openssl dgst -sha256 -binary | base64url)
  STATE=$(openssl rand 16 | base64url)
}

# shellcheck disable=SC2120 # most tests want no other values
authorize() { # [NAME=VALUE...]: opens the authorize page with a fresh verifier; extra values replace
  local -A query=([response_type]=code [client_id]=refrain-console [redirect_uri]=$REDIRECT [state]=$STATE
    [code_challenge]=$CHALLENGE [code_challenge_method]=S256)
  local pair name arguments=()
  for pair in "$@"; do query[${pair%%=*}]=${pair#*=}; done
  for name in "${!query[@]}"; do
    [ "${query[$name]}" = - ] || arguments+=(--data-urlencode "$name=${query[$name]}")
  done
  root GET /oauth/authorize -G -c "$WORK/jar" -b "$WORK/jar" "${arguments[@]}"
}

# through_slack: follows the browser from the authorize page over Slack to the loopback redirect; sets RETURNED.
through_slack() {
  request GET "$(header location)" -b "$WORK/jar"
  request GET "$(header location)" -c "$WORK/jar" -b "$WORK/jar"
  RETURNED=$(header location)
}

token() { # NAME=VALUE...: asks the token endpoint
  local pair arguments=()
  for pair in "$@"; do arguments+=(--data-urlencode "$pair"); done
  root POST /oauth/token "${arguments[@]}"
}

redeem() { # CODE
  token grant_type=authorization_code "code=$1" "redirect_uri=$REDIRECT" client_id=refrain-console \
    "code_verifier=$VERIFIER"
}

connect() { # the whole way; sets TOKEN, REFRESH and WORKSPACE
  new_verifier
  authorize
  through_slack
  redeem "$(query_of code "$RETURNED")"
  check "connected" test "$STATUS" = 200
  TOKEN=$(json .access_token)
  REFRESH=$(json .refresh_token)
  root GET /v1/workspaces -H "Authorization: Bearer $TOKEN"
  WORKSPACE=$(json '.items[0].id')
}

# Waits until the directory is there, then picks channels and people of this workspace, whom Refrain speaks English to.
wait_for_directory() {
  local tries
  for tries in $(seq 600); do
    api GET '/syncs?limit=10'
    holds_quietly 'any(.items[]; .kind == "directory" and .outcome == "ok")' && break
    sleep 0.1
  done
  api GET '/subjects?kind=user&limit=1000'
  mapfile -t PEOPLE < <(json '[.items[] | select((.deleted or .bot) | not)] | .[5:] | .[]
    | select((.locale | startswith("de-") | not) and .role != "external") | .id')
  mapfile -t GERMANS < <(json '.items[] | select((.deleted or .bot | not) and (.locale | startswith("de-"))) | .id')
  api GET '/subjects?kind=channel&limit=1000'
  mapfile -t CHANNELS < <(json '.items[] | select(.archived | not) | .id')
  check "people and channels are there" test "${#PEOPLE[@]}" -gt 20 -a "${#CHANNELS[@]}" -gt 2
}

ready() { # a connected backend with its directory, the usual beginning
  start_slack
  start_backend
  connect
  wait_for_directory
}
