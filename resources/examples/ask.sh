#!/usr/bin/env bash
# May these messages go out? Reads lines of CATEGORY SUBJECT..., asks Refrain, prints SUBJECT deliver|skip RULE.
set -uo pipefail
: "${REFRAIN_URL:?}" "${REFRAIN_WORKSPACE:?}" "${REFRAIN_KEY:?}"
declare -A on_failure # what each category says to do while Refrain cannot be asked

ask() { # CATEGORY SUBJECT...: sets status and answer
  local body
  body=$(jq -nc '{category: $ARGS.positional[0], subjects: $ARGS.positional[1:]}' --args -- "$@")
  # The key comes in by a file descriptor: an argument could be read in the process list.
  answer=$(curl -sS --max-time 3 -w '\n%{http_code}' -H @<(printf 'Authorization: Bearer %s' "$REFRAIN_KEY") \
    -H 'Content-Type: application/json' --data-binary "$body" \
    "$REFRAIN_URL/v1/workspaces/$REFRAIN_WORKSPACE/decisions")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
}

while read -r category subjects; do
  read -ra subjects <<<"$subjects"
  ask "$category" "${subjects[@]}"
  case $status in
    200)
      on_failure[$category]=$(jq -r .onFailure <<<"$answer")
      jq -r '.items[] | "\(.subject) \(.decision) \(.rule)"' <<<"$answer"
      ;;
    000 | 429 | 5??)
      printf "%s ${on_failure[$category]:-skip} on_failure\n" "${subjects[@]}"
      ;;
    *)
      jq -r .detail <<<"$answer" >&2
      printf '%s skip not_asked\n' "${subjects[@]}"
      ;;
  esac
done
