//! VAU-2: tokens that misbehave.

use crate::support::{ok, read, refused, sandbox};
use alloy_primitives::{Address, Bytes, U256};
use alloy_sol_types::{SolCall, sol};
use ballast_abi::RevertReason;
use ballast_abi::vault::IVault::{assetCall, depositCall, setAssetCall, withdrawCall};
use ballast_sandbox::{Actor, Sandbox, Solidity};

sol! {
    interface IHostile {
        function lie(bool on) external;
        function burn(bool on) external;
        function block_(address who, bool on) external;
        function arm(address target, bytes data) external;
        function succeeded() external view returns (bool);
        function answer() external view returns (bytes);
    }
}

/// A hostile token listed as asset 2, and alice with a thousand units of it.
fn listed(contract: &str, decimals: u8) -> (Sandbox, Actor, Address) {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let code = Solidity::read("Tokens", contract).unwrap().bare();
    let token = sandbox.chain.deploy(owner.address(), code).unwrap();
    let set = setAssetCall { id: 2, token, decimals, cap: U256::from(1_000_000) };
    ok(sandbox.send(&owner, sandbox.at.vault, &set));
    let alice = sandbox.actor("alice");
    sandbox.mint(&alice, token, U256::from(1_000)).unwrap();
    (sandbox, alice, token)
}

fn deposit(alice: &Actor, amount: u64) -> depositCall {
    depositCall { account: alice.account(), asset: 2, amount: U256::from(amount) }
}

fn withdraw(alice: &Actor, amount: u64) -> withdrawCall {
    withdrawCall {
        account: alice.account(),
        asset: 2,
        amount: U256::from(amount),
        to: alice.address(),
    }
}

fn custody(sandbox: &Sandbox) -> U256 {
    read(sandbox, sandbox.at.vault, &assetCall { id: 2 }).custody
}

#[test]
fn token_that_takes_a_fee_is_refused() {
    let (mut sandbox, alice, token) = listed("FeeOnTransferToken", 18);
    refused(sandbox.send(&alice, sandbox.at.vault, &deposit(&alice, 1_000)), "WrongAmountMoved");
    assert_eq!(custody(&sandbox), U256::ZERO);
    assert_eq!(sandbox.token_balance(token, alice.address()).unwrap(), U256::from(1_000));
}

#[test]
fn token_that_answers_false_is_refused_both_ways() {
    let (mut sandbox, alice, token) = listed("FalseReturningToken", 18);
    let vault = sandbox.at.vault;
    ok(sandbox.send(&alice, vault, &deposit(&alice, 400)));
    ok(sandbox.send(&alice, token, &IHostile::lieCall { on: true }));
    refused(sandbox.send(&alice, vault, &deposit(&alice, 1)), "TransferFailed");
    refused(sandbox.send(&alice, vault, &withdraw(&alice, 1)), "TransferFailed");
    assert_eq!(custody(&sandbox), U256::from(400));
}

#[test]
fn token_that_says_yes_and_moves_nothing_is_refused() {
    let (mut sandbox, alice, token) = listed("LyingToken", 18);
    ok(sandbox.send(&alice, token, &IHostile::lieCall { on: true }));
    refused(sandbox.send(&alice, sandbox.at.vault, &deposit(&alice, 1)), "WrongAmountMoved");
}

#[test]
fn token_that_burns_all_gas_takes_the_callers_and_nothing_else() {
    let (mut sandbox, alice, token) = listed("BurningToken", 18);
    let vault = sandbox.at.vault;
    ok(sandbox.send(&alice, vault, &deposit(&alice, 400)));
    ok(sandbox.send(&alice, token, &IHostile::burnCall { on: true }));
    refused(sandbox.send(&alice, vault, &deposit(&alice, 1)), "TransferFailed");
    refused(sandbox.send(&alice, vault, &withdraw(&alice, 1)), "TransferFailed");
    assert_eq!(custody(&sandbox), U256::from(400));
    assert_eq!(sandbox.token_balance(token, vault).unwrap(), U256::from(400));
}

#[test]
fn token_that_blocks_the_receiver_leaves_the_account_as_it_was() {
    let (mut sandbox, alice, token) = listed("BlocklistingToken", 6);
    let vault = sandbox.at.vault;
    ok(sandbox.send(&alice, vault, &deposit(&alice, 400)));
    ok(sandbox.send(&alice, token, &IHostile::block_Call { who: alice.address(), on: true }));
    refused(sandbox.send(&alice, vault, &withdraw(&alice, 400)), "TransferFailed");
    assert_eq!(custody(&sandbox), U256::from(400));
    // Another receiver still works.
    let elsewhere = withdrawCall { to: Address::repeat_byte(0x77), ..withdraw(&alice, 400) };
    ok(sandbox.send(&alice, vault, &elsewhere));
}

#[test]
fn token_that_returns_nothing_is_taken_at_its_word_and_counted() {
    let (mut sandbox, alice, token) = listed("SilentToken", 6);
    let vault = sandbox.at.vault;
    ok(sandbox.send(&alice, vault, &deposit(&alice, 400)));
    ok(sandbox.send(&alice, vault, &withdraw(&alice, 150)));
    assert_eq!(custody(&sandbox), U256::from(250));
    assert_eq!(sandbox.token_balance(token, alice.address()).unwrap(), U256::from(750));
}

#[test]
fn token_that_comes_back_into_the_vault_is_refused_there() {
    let (mut sandbox, alice, token) = listed("ReentrantToken", 18);
    let vault = sandbox.at.vault;
    let again = Bytes::from(deposit(&alice, 1).abi_encode());
    ok(sandbox.send(&alice, token, &IHostile::armCall { target: vault, data: again }));
    ok(sandbox.send(&alice, vault, &deposit(&alice, 10)));
    assert!(!read(&sandbox, token, &IHostile::succeededCall {}));
    let answer = read(&sandbox, token, &IHostile::answerCall {});
    let reason = ballast_abi::decode_revert(&answer);
    assert!(
        matches!(&reason, RevertReason::Typed { name, .. } if name == "Reentered"),
        "{reason:?}"
    );
    assert_eq!(custody(&sandbox), U256::from(10));
}

#[test]
fn listing_with_wrong_decimals_or_no_token_is_refused() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let (vault, quote) = (sandbox.at.vault, sandbox.at.quote);
    let good = setAssetCall { id: 3, token: quote, decimals: 6, cap: U256::from(9) };
    for (error, call) in [
        ("WrongDecimals", setAssetCall { decimals: 18, ..good.clone() }),
        ("BadToken", setAssetCall { token: Address::repeat_byte(9), ..good.clone() }),
        ("BadToken", setAssetCall { token: vault, ..good.clone() }),
        ("UnknownAsset", setAssetCall { id: 16, ..good.clone() }),
        ("AssetListed", setAssetCall { id: 0, token: sandbox.ether_token, ..good.clone() }),
    ] {
        refused(sandbox.send(&owner, vault, &call), error);
    }
    let stranger = sandbox.actor("stranger");
    refused(sandbox.send(&stranger, vault, &good), "NotOwner");
    ok(sandbox.send(&owner, vault, &good));
}
