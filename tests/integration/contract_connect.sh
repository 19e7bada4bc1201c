#!/usr/bin/env bash
# Connecting a workspace, tokens and their rotation (contract, OAuth), by curl alone.
cd "$(dirname "$0")" && . lib/programs.sh && . lib/http.sh && . lib/oauth.sh

start_slack
start_backend

root GET /.well-known/oauth-authorization-server
status 200
holds '.issuer == $issuer and .authorization_response_iss_parameter_supported' --arg issuer "$BACKEND"
holds '.authorization_endpoint == $issuer + "/oauth/authorize" and .token_endpoint == $issuer + "/oauth/token"' \
  --arg issuer "$BACKEND"
holds '.code_challenge_methods_supported == ["S256"]'

# A bad client or redirect address is a page, never a redirect.
new_verifier
for wrong in client_id=somebody client_id=- redirect_uri=https://example.org/ redirect_uri=- \
  redirect_uri=http://localhost:1/ redirect_uri=http://127.0.0.1.example.org/ redirect_uri=http://user@127.0.0.1:1/; do
  authorize "$wrong"
  status 400
  check "no redirect for $wrong" test -z "$(header location)"
  head_has content-type text/html
done

# Any other fault goes back to the console with its state and the issuer.
for wrong in response_type=token code_challenge=- code_challenge_method=plain code_challenge=short intent=steal; do
  authorize "$wrong"
  LOCATION=$(header location)
  check "$wrong comes back as an error" test -n "$(query_of error "$LOCATION")"
  check "with its state" test "$(query_of state "$LOCATION")" = "$STATE"
  check "and the issuer" test "$(query_of iss "$LOCATION")" = "$BACKEND"
done

# The good way.
authorize
check "on to Slack" test "${STATUS:0:2}" = 30
LOCATION=$(header location)
case $LOCATION in "$SLACK"/oauth/v2/authorize\?*) ;; *) check "Slack's authorize page, not $LOCATION" false ;; esac
check "Slack's state is another one" test "$(query_of state "$LOCATION")" != "$STATE"
check "Slack's redirect address" test "$(query_of redirect_uri "$LOCATION")" = "$BACKEND/slack/oauth/callback"
head_has set-cookie '.*HttpOnly'
head_has set-cookie '.*SameSite=Lax'

request GET "$LOCATION"
CALLBACK=$(header location)
# Another browser, which lacks the cookie, gets nowhere with it.
request GET "$CALLBACK"
check "a callback without the cookie is refused" test "$STATUS" -ge 400
new_verifier
authorize
through_slack
case $RETURNED in "$REDIRECT"\?*) ;; *) check "back at the console, not $RETURNED" false ;; esac
check "state comes back" test "$(query_of state "$RETURNED")" = "$STATE"
check "issuer comes back" test "$(query_of iss "$RETURNED")" = "$BACKEND"
CODE=$(query_of code "$RETURNED")
check "a code" test -n "$CODE"

# A state serves once.
request GET "$CALLBACK" -b "$WORK/jar"
check "a used or foreign callback is refused" test "$STATUS" -ge 400

# The token endpoint.
token grant_type=authorization_code "code=$CODE" "redirect_uri=$REDIRECT" client_id=refrain-console
status 400
for wrong in grant_type=password grant_type=; do
  token "$wrong" client_id=refrain-console
  status 400
  holds '.error == "unsupported_grant_type" or .error == "invalid_request"'
done
new_verifier
authorize
through_slack
CODE=$(query_of code "$RETURNED")
GOOD=$VERIFIER VERIFIER=$(openssl rand 32 | base64url)
redeem "$CODE"
status 400
holds '.error == "invalid_grant"'
VERIFIER=$GOOD

connect
redeem "$(query_of code "$RETURNED")"
status 400
holds '.error == "invalid_grant"'
root GET /v1/workspaces -H "Authorization: Bearer $TOKEN"
check "a code used twice ends the session it made" test "$STATUS" = 401

new_verifier
authorize
through_slack
redeem "$(query_of code "$RETURNED")"
status 200
holds '.token_type == "Bearer" and .expires_in == 900'
head_has cache-control '.*no-store'
TOKEN=$(json .access_token)
REFRESH=$(json .refresh_token)
root GET /v1/workspaces -H "Authorization: Bearer $TOKEN"
status 200
holds '.items | length == 1'
WORKSPACE=$(json '.items[0].id')
api GET ''
status 200
holds '.id == $id and (.auditKey | startswith("refrain/" + $id + "+"))' --arg id "$WORKSPACE"

# Rotation: the direct predecessor may be replayed while its successor is unused, and kills it.
OLD=$REFRESH
token grant_type=refresh_token "refresh_token=$OLD" client_id=refrain-console
status 200
FIRST=$(json .refresh_token)
check "the refresh token rotates" test "$FIRST" != "$OLD"
token grant_type=refresh_token "refresh_token=$OLD" client_id=refrain-console
status 200
SECOND=$(json .refresh_token)
token grant_type=refresh_token "refresh_token=$SECOND" client_id=refrain-console
status 200
THIRD=$(json .refresh_token)
TOKEN=$(json .access_token)
token grant_type=refresh_token "refresh_token=$OLD" client_id=refrain-console
status 400
holds '.error == "invalid_grant"'
token grant_type=refresh_token "refresh_token=$THIRD" client_id=refrain-console
check "reuse ends the family" test "$STATUS" = 400
root GET /v1/workspaces -H "Authorization: Bearer $TOKEN"
problem unauthorized

# Revocation (RFC 7009): always 200, and the session is over.
connect
root POST /oauth/revoke --data-urlencode "token=$REFRESH"
status 200
root POST /oauth/revoke --data-urlencode token=unknown
status 200
root GET /v1/workspaces -H "Authorization: Bearer $TOKEN"
problem unauthorized

# Without a Slack app the backend runs, and says what is missing.
stop backend
start_backend REFRAIN_SLACK_CLIENT_ID= REFRAIN_SLACK_CLIENT_SECRET=
new_verifier
authorize
status 503
finish
