#!/bin/sh
# Drives a node with nothing but cast: deploy, activate, call, log, trace, and the test methods.
# usage: cast.sh CAST URL INIT_CODE_FILE OWNER_KEY USER_KEY
set -eu

CAST=$1 URL=$2 INIT_CODE=$(cat "$3") OWNER_KEY=$4 USER_KEY=$5
ARB_WASM=0x0000000000000000000000000000000000000071
STORED=0x7e4295c947f81979a9d2366bc4f2edcfd2f59b4d21e7cff89868d3cd87393730
WORD=0x00000000000000000000000000000000000000000000000000000000000004d2

cast() { command=$1; shift; "$CAST" "$command" --rpc-url "$URL" "$@"; }
rpc() { cast rpc "$@"; }
fail() { echo "FAILED: $1" >&2; exit 1; }
expect() { [ "$2" = "$3" ] || fail "$1: expected '$3', got '$2'"; echo "ok: $1"; }
contains() { case $2 in *"$3"*) echo "ok: $1" ;; *) fail "$1: no '$3' in '$2'" ;; esac; }

owner=$("$CAST" wallet address --private-key "$OWNER_KEY")
user=$("$CAST" wallet address --private-key "$USER_KEY")
expect "the chain id" "$(cast chain-id)" 412346

# Deploy and activate, as the owner.
tx=$(cast send --async --private-key "$OWNER_KEY" --create "$INIT_CODE")
expect "the deployment's status" "$(cast receipt "$tx" status)" true
program=$(cast receipt "$tx" contractAddress)
contains "the code's prefix" "$(cast code "$program")" 0xeff000
tx=$(cast send --async --private-key "$OWNER_KEY" --value 0.001ether \
    "$ARB_WASM" "activateProgram(address)" "$program")
expect "the activation's status" "$(cast receipt "$tx" status)" true
expect "the program's version" "$(cast call "$ARB_WASM" "programVersion(address)(uint16)" "$program")" 3

# Call it as somebody else.
tx=$(cast send --async --private-key "$USER_KEY" "$program" "$WORD")
expect "the call's status" "$(cast receipt "$tx" status)" true
expect "the stored word by call" "$(cast call "$program" 0x)" "$WORD"
expect "the stored word by slot" "$(cast storage "$program" 0)" "$WORD"
contains "the log" "$(cast logs --from-block 0 --address "$program" "$STORED")" "$WORD"
contains "the log by a filter" "$(cast logs --from-block 0 "Stored(bytes32)")" "$WORD"
contains "the trace" "$(rpc debug_traceTransaction "$tx" '{"tracer":"callTracer"}')" '"type":"CALL"'
contains "the transaction" "$(cast tx "$tx" from)" "$user"
contains "the transaction in its block" "$(cast block latest --full)" "$tx"
[ "$(cast estimate "$program" "$WORD")" -gt 21000 ] || fail "the estimate"
expect "the user's nonce" "$(cast nonce "$user")" 1
contains "the revert's reason" "$(cast call "$program" \
    "$("$CAST" calldata 'Error(string)' 'not today')" 2>&1 || true)" "not today"

# Methods of test nodes.
snapshot=$(rpc evm_snapshot | tr -d '"')
rpc anvil_setBalance "$program" 0x7b >/dev/null
expect "a balance set" "$(cast balance "$program")" 123
rpc anvil_impersonateAccount "$program" >/dev/null
rpc anvil_setBalance "$program" 0xde0b6b3a7640000 >/dev/null
tx=$(cast send --async --unlocked --from "$program" "$owner" --value 1)
expect "an impersonated transfer's status" "$(cast receipt "$tx" status)" true
before=$(cast block latest --field timestamp)
rpc evm_increaseTime 0xe10 >/dev/null
rpc evm_mine >/dev/null
after=$(cast block latest --field timestamp)
[ $((after - before)) -ge 3600 ] || fail "time travel"
rpc evm_revert "$snapshot" >/dev/null
expect "a balance after the revert" "$(cast balance "$program")" 0
tx=$(cast send --async --unlocked --from "$owner" "$user" --value 1)
expect "a transfer from a funded key" "$(cast receipt "$tx" status)" true
expect "the base fee" "$(cast base-fee)" 100000000
expect "the gas price" "$(cast gas-price)" 100000000
contains "the client" "$(cast client)" "devnet"
echo "cast: all passed"
