//! The fixture: a chain with Ballast on it, funded traders, and what is expected of outcomes.

use alloy_primitives::{Address, B256, I256, U256};
use alloy_sol_types::SolCall;
use ballast_abi::house::IClearingHouse::Fill;
use ballast_abi::instrument::perpetual;
use ballast_abi::{RevertReason, decode_revert};
use ballast_sandbox::{Actor, Sandbox, micros};
pub(crate) use ballast_sandbox::{BTC, ETH, PRICE, UNIT};
use devnet::{Outcome, Rejected};
use std::sync::LazyLock;

static TEMPLATE: LazyLock<Sandbox> =
    LazyLock::new(|| Sandbox::new().expect("the sandbox is set up"));

/// A chain of the test's own.
pub(crate) fn sandbox() -> Sandbox {
    TEMPLATE.clone()
}

/// A trader with so many coins deposited.
pub(crate) fn trader(sandbox: &mut Sandbox, name: &str, deposit: u64) -> Actor {
    sandbox.trader(name, deposit).expect("a trader")
}

/// The outcome of something that must succeed.
#[track_caller]
pub(crate) fn ok(outcome: Result<Outcome, Rejected>) -> Outcome {
    let outcome = outcome.expect("the transaction is included");
    assert!(outcome.is_success(), "{}: {:?}", outcome.reason(), decode_revert(&outcome.output));
    outcome
}

/// The text of the typed error with which something must be refused.
#[track_caller]
pub(crate) fn refused(outcome: Result<Outcome, Rejected>, error: &str) -> String {
    let outcome = outcome.expect("the transaction is included");
    assert!(outcome.is_revert(), "expected {error}, got {:?}", outcome.status);
    named(decode_revert(&outcome.output), error)
}

/// The text of the typed error with which a view must be refused.
#[track_caller]
pub(crate) fn view_refused<T: std::fmt::Debug>(
    answer: Result<T, RevertReason>,
    error: &str,
) -> String {
    named(answer.expect_err("the view is refused"), error)
}

#[track_caller]
fn named(reason: RevertReason, error: &str) -> String {
    match reason {
        RevertReason::Typed { name, text } if name == error => text,
        other => panic!("expected {error}, got {other:?}"),
    }
}

/// Opens a position: `long` buys `units` (millionths) from `short` at ether's first price.
#[track_caller]
pub(crate) fn open(sandbox: &mut Sandbox, long: &Actor, short: &Actor, units: i128, seq: u64) {
    sandbox.open(long, short, units, seq).expect("opened");
}

/// A fill of ether's perpetual without fees; size (signed for the taker) and price in millionths.
pub(crate) fn fill(maker: &Actor, taker: &Actor, size: i128, price: i128) -> Fill {
    Fill {
        maker: maker.account(),
        taker: taker.account(),
        instrument: perpetual(ETH),
        size: micros(size),
        price: micros(price),
        makerFee: I256::ZERO,
        takerFee: I256::ZERO,
        reduceOnly: 0,
    }
}

/// Size of an actor's position in ether's perpetual.
#[track_caller]
pub(crate) fn size(sandbox: &Sandbox, actor: &Actor) -> I256 {
    sandbox.position(actor.account(), ETH).expect("a position").0
}

/// Everything that a refused call must leave as it was: the accounts' cash, positions and tokens.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ledger(Vec<(I256, I256, U256)>);

/// Notes the ledger of these actors.
pub(crate) fn ledger(sandbox: &Sandbox, actors: &[&Actor]) -> Ledger {
    let row = |actor: &&Actor| {
        (
            sandbox.cash(actor.account()).expect("cash"),
            size(sandbox, actor),
            sandbox.token_balance(sandbox.at.quote, actor.address()).expect("a balance"),
        )
    };
    Ledger(actors.iter().map(row).collect())
}

/// A view that must succeed.
#[track_caller]
pub(crate) fn read<C: SolCall>(sandbox: &Sandbox, to: Address, call: &C) -> C::Return {
    match sandbox.view(to, call) {
        Ok(answer) => answer,
        Err(reason) => panic!("{reason:?}"),
    }
}

/// Asserts that two amounts differ by no more than the funding of the few seconds that blocks take.
#[track_caller]
pub(crate) fn assert_near(actual: I256, expected: I256) {
    let funding_of_seconds = ballast_sandbox::micros(2_000);
    assert!((actual - expected).abs() <= funding_of_seconds, "{actual}, expected about {expected}");
}

/// The contracts that have an owner: all but the lens.
pub(crate) fn owned(sandbox: &Sandbox) -> [Address; 6] {
    let at = &sandbox.at;
    [at.oracle_adapter, at.margin_engine, at.clearing_house, at.vault, at.exchange, at.liquidation]
}

/// An account nobody owns: owner address zero.
pub(crate) fn reserved() -> B256 {
    B256::with_last_byte(9)
}
