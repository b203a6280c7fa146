//! `withdraw` and its preview.

use crate::support::{
    ETH, UNIT, assert_near, ledger, ok, open, refused, sandbox, trader, view_refused,
};
use alloy_primitives::{Address, U256};
use ballast_abi::vault::IVault::{depositCall, previewWithdrawCall, withdrawCall};
use ballast_sandbox::{coins, wad};

#[test]
fn withdraw_of_everything_without_positions_pays_out() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 100);
    ok(sandbox.withdraw(&alice, alice.account(), coins(100)));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(0));
    assert_eq!(sandbox.token_balance(sandbox.at.quote, alice.address()).unwrap(), coins(100));
}

#[test]
fn withdraw_that_would_leave_too_little_margin_is_refused_with_the_figures() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 1_000);
    let bob = trader(&mut sandbox, "bob", 1_000);
    open(&mut sandbox, &alice, &bob, 5 * UNIT, 1);
    let before = ledger(&sandbox, &[&alice, &bob]);
    // 5 ether at 2,000 need 500 of initial margin; the fee of 5 is gone.
    let text = refused(sandbox.withdraw(&alice, alice.account(), coins(496)), "InsufficientMargin");
    assert!(
        text.contains("equity: 49899") && text.contains("initialMargin: 500000000000000000000"),
        "{text}"
    );
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
    ok(sandbox.withdraw(&alice, alice.account(), coins(494)));
}

#[test]
fn withdraw_preview_says_what_the_withdrawal_does() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 1_000);
    let bob = trader(&mut sandbox, "bob", 1_000);
    open(&mut sandbox, &alice, &bob, 5 * UNIT, 1);
    let preview = |amount| previewWithdrawCall { account: alice.account(), asset: 0, amount };
    let answer = sandbox.view(sandbox.at.vault, &preview(coins(400))).unwrap();
    assert_near(answer.equity, wad(595));
    assert_eq!(answer.initialMargin, wad(500));
    view_refused(sandbox.view(sandbox.at.vault, &preview(coins(496))), "InsufficientMargin");
    ok(sandbox.withdraw(&alice, alice.account(), coins(400)));
    let state = sandbox.account_state(alice.account()).unwrap();
    assert_near(state.equity, wad(595));
    assert_eq!(state.initialMargin, wad(500));
}

#[test]
fn withdraw_by_another_or_to_nowhere_or_of_nothing_is_refused() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 100);
    let mallory = sandbox.actor("mallory");
    let vault = sandbox.at.vault;
    refused(sandbox.withdraw(&mallory, alice.account(), coins(1)), "NotAuthorised");
    let call = |amount, to| withdrawCall { account: alice.account(), asset: 0, amount, to };
    refused(sandbox.send(&alice, vault, &call(coins(1), Address::ZERO)), "BadRecipient");
    refused(sandbox.send(&alice, vault, &call(coins(1), vault)), "BadRecipient");
    refused(sandbox.send(&alice, vault, &call(U256::ZERO, alice.address())), "ZeroAmount");
    refused(sandbox.send(&alice, vault, &call(coins(101), alice.address())), "InsufficientCustody");
    let bob = trader(&mut sandbox, "bob", 100);
    refused(sandbox.send(&alice, vault, &call(coins(101), alice.address())), "InsufficientBalance");
    assert_eq!(sandbox.cash(bob.account()).unwrap(), wad(100));
}

#[test]
fn withdraw_of_quote_that_only_collateral_backs_is_refused() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 100);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let (token, vault) = (sandbox.ether_token, sandbox.at.vault);
    let ten = U256::from(10).pow(U256::from(19));
    sandbox.mint(&alice, token, ten).unwrap();
    ok(sandbox.send(
        &alice,
        vault,
        &depositCall { account: alice.account(), asset: 1, amount: ten },
    ));
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    let before = ledger(&sandbox, &[&alice, &bob]);
    refused(sandbox.withdraw(&alice, alice.account(), coins(100)), "QuoteShortfall");
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
    // What is left after the fee, 1 quote unit, is hers.
    assert_near(sandbox.account_state(alice.account()).unwrap().withdrawable, wad(99));
    ok(sandbox.withdraw(&alice, alice.account(), coins(98)));
}

#[test]
fn withdraw_of_collateral_needs_the_margin_it_was_for() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 0);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let (token, vault) = (sandbox.ether_token, sandbox.at.vault);
    let one = U256::from(10).pow(U256::from(18));
    sandbox.mint(&alice, token, one).unwrap();
    ok(sandbox.send(
        &alice,
        vault,
        &depositCall { account: alice.account(), asset: 1, amount: one },
    ));
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    let call =
        withdrawCall { account: alice.account(), asset: 1, amount: one, to: alice.address() };
    refused(sandbox.send(&alice, vault, &call), "InsufficientMargin");
    let closing = sandbox.quote(&bob, ETH, UNIT, crate::support::PRICE, 2);
    ok(sandbox.fill(&alice, &closing, UNIT));
    // The fees of both fills are owed: they are paid first.
    sandbox.fund(&bob, coins(10)).unwrap();
    ok(sandbox.deposit(&bob, alice.account(), coins(10)));
    ok(sandbox.send(&alice, vault, &call));
    assert_eq!(sandbox.token_balance(token, alice.address()).unwrap(), one);
}
