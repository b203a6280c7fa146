//! `deposit` and `depositWithPermit`.

use crate::support::{ledger, ok, refused, reserved, sandbox, trader};
use alloy_primitives::{B256, U256};
use ballast_abi::account::INSURANCE;
use ballast_abi::vault::IVault::{Asset, assetCall, depositCall};
use ballast_sandbox::{coins, wad};

#[test]
fn deposit_of_the_quote_coin_credits_eighteen_decimals() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 0);
    sandbox.fund(&alice, coins(250)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(250)));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(250));
    let held: Asset = sandbox.view(sandbox.at.vault, &assetCall { id: 0 }).unwrap();
    assert_eq!(held.custody, coins(250));
    assert_eq!(sandbox.token_balance(sandbox.at.quote, sandbox.at.vault).unwrap(), coins(250));
}

#[test]
fn deposit_for_somebody_else_and_for_insurance_is_open_to_all() {
    let mut sandbox = sandbox();
    let [alice, bob] = ["alice", "bob"].map(|name| sandbox.actor(name));
    sandbox.fund(&alice, coins(30)).unwrap();
    ok(sandbox.deposit(&alice, bob.account(), coins(10)));
    ok(sandbox.deposit(&alice, INSURANCE, coins(20)));
    assert_eq!(sandbox.cash(bob.account()).unwrap(), wad(10));
    assert_eq!(sandbox.cash(INSURANCE).unwrap(), wad(20));
}

#[test]
fn deposit_of_collateral_into_anothers_account_is_refused() {
    let mut sandbox = sandbox();
    let [alice, bob] = ["alice", "bob"].map(|name| sandbox.actor(name));
    let token = sandbox.ether_token;
    sandbox.mint(&alice, token, U256::from(5)).unwrap();
    let call = depositCall { account: bob.account(), asset: 1, amount: U256::from(5) };
    refused(sandbox.send(&alice, sandbox.at.vault, &call), "NotAuthorised");
    let own = depositCall { account: alice.account(), ..call };
    ok(sandbox.send(&alice, sandbox.at.vault, &own));
}

#[test]
fn deposit_that_cannot_stand_is_refused_and_changes_nothing() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 100);
    sandbox.fund(&alice, U256::ONE).unwrap();
    let before = ledger(&sandbox, &[&alice]);
    let own = alice.account();
    let rows: [(B256, u16, U256, &str); 8] = [
        (own, 0, U256::ZERO, "ZeroAmount"),
        (own, 0, coins(1_000), "TransferFailed"),
        (own, 0, U256::MAX, "OutOfRange"),
        (own, 0, U256::from(u128::MAX), "AmountTooLarge"),
        (own, 0, U256::from(10).pow(U256::from(16)), "CapExceeded"),
        (own, 7, U256::ONE, "UnknownAsset"),
        (own, 4_000, U256::ONE, "UnknownAsset"),
        (reserved(), 0, U256::ONE, "ReservedAccount"),
    ];
    for (account, asset, amount, error) in rows {
        refused(
            sandbox.send(&alice, sandbox.at.vault, &depositCall { account, asset, amount }),
            error,
        );
    }
    assert_eq!(ledger(&sandbox, &[&alice]), before);
}
