//! EXC-3, whose consent counts: keys, contract wallets, and what only looks like a signature.

use crate::support::{ETH, PRICE, UNIT, ledger, ok, refused, sandbox, size, trader};
use alloy_primitives::{Address, B256, Bytes, U256, uint};
use alloy_sol_types::{SolValue, sol};
use ballast_abi::account::account;
use ballast_abi::exchange::IExchange::Order;
use ballast_sandbox::{Actor, Quote, Sandbox, Solidity, coins, wad};

sol! {
    interface IBrokenWallet {
        function set(uint8 fault) external;
    }
}

/// Order of secp256k1.
const N: U256 = uint!(0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141_U256);

fn scene() -> (Sandbox, Actor, Actor) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    (sandbox, alice, bob)
}

#[test]
fn signature_that_is_forged_or_bent_is_refused_and_changes_nothing() {
    let (mut sandbox, alice, bob) = scene();
    let before = ledger(&sandbox, &[&alice, &bob]);
    let quote = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1);
    let raw = quote.signature.to_vec();
    let bent = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut signature = raw.clone();
        change(&mut signature);
        Bytes::from(signature)
    };
    let malleable = bent(&|s| {
        let twin = N - U256::from_be_slice(&s[32..64]);
        s[32..64].copy_from_slice(&twin.to_be_bytes::<32>());
        s[64] = 55 - s[64];
    });
    let rows = [
        malleable,
        bent(&|s| s[0] ^= 1),
        bent(&|s| s[64] ^= 7),
        bent(&|s| s[64] -= 27),
        bent(&|s| s.truncate(64)),
        bent(&|s| s.push(0)),
        bent(&|s| s.fill(0)),
        bent(&|s| s.fill(0xff)),
        mallory_signs(&sandbox, &quote.order),
    ];
    for signature in rows {
        let forged = Quote { signature, ..quote.clone() };
        refused(sandbox.fill(&alice, &forged, UNIT), "BadSignature");
    }
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
    ok(sandbox.fill(&alice, &quote, UNIT));
}

fn mallory_signs(sandbox: &Sandbox, order: &Order) -> Bytes {
    Actor::named("mallory").sign(order, sandbox.at.chain_id, sandbox.at.exchange)
}

#[test]
fn signature_over_another_order_chain_or_exchange_is_refused() {
    let (mut sandbox, alice, bob) = scene();
    let quote = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1);
    let order = &quote.order;
    let at = sandbox.at.clone();
    let changed = Order { limit: wad(2_001), ..order.clone() };
    for signature in [
        bob.sign(&changed, at.chain_id, at.exchange),
        bob.sign(order, at.chain_id + 1, at.exchange),
        bob.sign(order, at.chain_id, at.vault),
    ] {
        let wrong = Quote { signature, order: order.clone() };
        refused(sandbox.fill(&alice, &wrong, UNIT), "BadSignature");
    }
}

/// A funded account of a contract wallet.
fn wallet(sandbox: &mut Sandbox, contract: &str, init: Bytes) -> (Address, B256) {
    let owner = sandbox.owner.clone();
    let address =
        sandbox.chain.deploy(owner.address(), init).unwrap_or_else(|e| panic!("{contract}: {e}"));
    let id = account(address, 0);
    sandbox.fund(&owner, coins(10_000)).unwrap();
    ok(sandbox.deposit(&owner, id, coins(10_000)));
    (address, id)
}

#[test]
fn signature_of_a_contract_wallet_counts_by_erc_1271() {
    let (mut sandbox, alice, bob) = scene();
    let init =
        Solidity::read("Wallets", "SignerWallet").unwrap().init_code(&bob.address().abi_encode());
    let (_, id) = wallet(&mut sandbox, "SignerWallet", init);
    let order = Order { account: id, ..sandbox.quote(&bob, ETH, -UNIT, PRICE, 1).order };
    let quote = sandbox.signed(&bob, order.clone());
    let forged = Quote { signature: mallory_signs(&sandbox, &order), order };
    refused(sandbox.fill(&alice, &forged, UNIT), "BadSignature");
    ok(sandbox.fill(&alice, &quote, UNIT));
    assert_eq!(size(&sandbox, &alice), wad(1));
    assert_eq!(sandbox.position(id, ETH).unwrap().0, wad(-1));
}

#[test]
fn signature_of_a_broken_wallet_is_refused_whatever_it_does() {
    let (mut sandbox, alice, bob) = scene();
    let init = Solidity::read("Wallets", "BrokenWallet").unwrap().bare();
    let (address, id) = wallet(&mut sandbox, "BrokenWallet", init);
    let order = Order { account: id, ..sandbox.quote(&bob, ETH, -UNIT, PRICE, 1).order };
    let quote = sandbox.signed(&bob, order);
    let before = ledger(&sandbox, &[&alice, &bob]);
    for fault in 0..7 {
        ok(sandbox.send(&bob, address, &IBrokenWallet::setCall { fault }));
        let outcome = sandbox.fill(&alice, &quote, UNIT);
        let gas = outcome.as_ref().unwrap().gas_used;
        refused(outcome, "BadSignature");
        assert!(gas < 300_000, "fault {fault} cost {gas} gas");
    }
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
}
