# shellcheck shell=bash
# Verifying a workspace's audit log with openssl and arithmetic, without a line of Refrain: RFC 6962 and 9162,
# C2SP signed notes, salted commitments. Hashes are hexadecimal. Sourced after http.sh.

sha256() { openssl dgst -sha256 -r | cut -d' ' -f1; }
hex_of() { base64 -d <<<"$1" | xxd -p -c 64; }
leaf_hash() { { printf '\0'; base64 -d <<<"$1"; } | sha256; } # BASE64-OF-LEAF
node_hash() { printf '01%s%s' "$1" "$2" | xxd -r -p | sha256; }

# verify_inclusion LEAFHASH INDEX SIZE ROOT HASH... (RFC 9162, 2.1.3.2)
verify_inclusion() {
  local hash=$1 node=$2 last=$(($3 - 1)) root=$4 sibling
  [ "$2" -lt "$3" ] || return 1
  shift 4
  for sibling in "$@"; do
    [ "$last" -gt 0 ] || return 1
    if ((node & 1)) || [ "$node" = "$last" ]; then
      hash=$(node_hash "$sibling" "$hash")
      while ! ((node & 1)) && [ "$node" != 0 ]; do node=$((node >> 1)) last=$((last >> 1)); done
    else
      hash=$(node_hash "$hash" "$sibling")
    fi
    node=$((node >> 1)) last=$((last >> 1))
  done
  [ "$last" = 0 ] && [ "$hash" = "$root" ]
}

# verify_consistency FROM TO FROMROOT TOROOT HASH... (RFC 9162, 2.1.4.2); 0 < FROM < TO
verify_consistency() {
  local from=$1 node=$(($1 - 1)) last=$(($2 - 1)) from_root=$3 to_root=$4 older newer sibling
  shift 4
  ((from & (from - 1))) || set -- "$from_root" "$@"
  while ((node & 1)); do node=$((node >> 1)) last=$((last >> 1)); done
  older=$1 newer=$1
  shift
  for sibling in "$@"; do
    [ "$last" -gt 0 ] || return 1
    if ((node & 1)) || [ "$node" = "$last" ]; then
      older=$(node_hash "$sibling" "$older") newer=$(node_hash "$sibling" "$newer")
      while ! ((node & 1)) && [ "$node" != 0 ]; do node=$((node >> 1)) last=$((last >> 1)); done
    else
      newer=$(node_hash "$newer" "$sibling")
    fi
    node=$((node >> 1)) last=$((last >> 1))
  done
  [ "$last" = 0 ] && [ "$older" = "$from_root" ] && [ "$newer" = "$to_root" ]
}

# read_checkpoint: fetches and verifies it; sets LOG_SIZE and LOG_ROOT.
read_checkpoint() {
  local audit_key
  api GET ''
  audit_key=$(json .auditKey)
  api GET /audit/checkpoint
  [ "$STATUS" = 200 ] || return 1
  cp "$WORK/body" "$WORK/checkpoint"
  [ "$(sed -n 1p "$WORK/checkpoint")" = "refrain/$WORKSPACE" ] || return 1
  LOG_SIZE=$(sed -n 2p "$WORK/checkpoint")
  LOG_ROOT=$(hex_of "$(sed -n 3p "$WORK/checkpoint")")
  local key=${audit_key#*+*+} signature
  { printf '302a300506032b6570032100' | xxd -r -p; base64 -d <<<"$key" | tail -c +2; } >"$WORK/key.der"
  signature=$(sed -n "s|^— refrain/$WORKSPACE ||p" "$WORK/checkpoint")
  base64 -d <<<"$signature" | tail -c +5 >"$WORK/signature"
  sed '/^$/,$d' "$WORK/checkpoint" >"$WORK/text"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$WORK/key.der" -rawin -in "$WORK/text" \
    -sigfile "$WORK/signature" >/dev/null 2>&1
}

entry_is_proven() { # INDEX: the entry's leaf lies where the signed root says
  local leaf hashes
  api GET "/audit/entries/$1"
  leaf=$(leaf_hash "$(json .leaf)")
  api GET "/audit/proof?index=$1&size=$LOG_SIZE"
  [ "$STATUS" = 200 ] && [ "$(hex_of "$(json .leafHash)")" = "$leaf" ] || return 1
  mapfile -t hashes < <(json '.hashes[]' | while read -r hash; do hex_of "$hash"; done)
  verify_inclusion "$leaf" "$1" "$LOG_SIZE" "$LOG_ROOT" "${hashes[@]}"
}

is_consistent() { # FROM FROMROOT: the log of that size lies unchanged inside today's
  local hashes
  [ "$1" != "$LOG_SIZE" ] || { [ "$2" = "$LOG_ROOT" ]; return; }
  api GET "/audit/consistency?from=$1&to=$LOG_SIZE"
  [ "$STATUS" = 200 ] || return 1
  mapfile -t hashes < <(json '.hashes[]' | while read -r hash; do hex_of "$hash"; done)
  verify_consistency "$1" "$LOG_SIZE" "$2" "$LOG_ROOT" "${hashes[@]}"
}

opening_fits() { # LEAF-FILE POINTER VALUE SALT: HMAC-SHA256(salt, value) stands at the pointer
  local path committed expected
  path=$(jq -nc --arg pointer "$2" '$pointer[1:] | split("/")')
  committed=$(jq -r --argjson path "$path" 'getpath($path).hmac // empty' "$1")
  expected=$(printf '%s' "$3" |
    openssl dgst -sha256 -mac HMAC -macopt "hexkey:$(hex_of "$4")" -binary | openssl base64 -A)
  [ -n "$committed" ] && [ "$committed" = "$expected" ]
}
