//! HOU-3, by `trade` of a venue that is an ordinary account, and its preview.

use crate::support::{
    BTC, ETH, PRICE, UNIT, assert_near, fill, ledger, ok, refused, reserved, sandbox, size, trader,
    view_refused,
};
use alloy_primitives::{B256, I256};
use ballast_abi::house::IClearingHouse::{Fill, previewTradeCall, tradeCall};
use ballast_abi::instrument::perpetual;
use ballast_sandbox::{Actor, Sandbox, micros, wad};

/// A venue that may trade, and two traders with 10,000 each.
fn scene() -> (Sandbox, Actor, Actor, Actor) {
    let mut sandbox = sandbox();
    let venue = sandbox.venue(1).unwrap();
    let maker = trader(&mut sandbox, "maker", 10_000);
    let taker = trader(&mut sandbox, "taker", 10_000);
    (sandbox, venue, maker, taker)
}

#[test]
fn trade_moves_cash_and_size_by_the_same_amounts() {
    let (mut sandbox, venue, maker, taker) = scene();
    let fills = vec![fill(&maker, &taker, 3 * UNIT, PRICE)];
    ok(sandbox.send(&venue, sandbox.at.clearing_house, &tradeCall { fills }));
    assert_eq!((size(&sandbox, &taker), size(&sandbox, &maker)), (wad(3), wad(-3)));
    assert_eq!(sandbox.cash(taker.account()).unwrap(), wad(4_000));
    assert_eq!(sandbox.cash(maker.account()).unwrap(), wad(16_000));
}

#[test]
fn trade_preview_equals_the_trade_and_changes_nothing() {
    let (mut sandbox, venue, maker, taker) = scene();
    let fills = vec![fill(&maker, &taker, -2 * UNIT, PRICE + 1_000_000)];
    let before = ledger(&sandbox, &[&maker, &taker]);
    let house = sandbox.at.clearing_house;
    let preview = sandbox.view(house, &previewTradeCall { fills: fills.clone() }).unwrap();
    assert_eq!(ledger(&sandbox, &[&maker, &taker]), before);
    let outcome = ok(sandbox.send(&venue, house, &tradeCall { fills }));
    let done =
        <tradeCall as alloy_sol_types::SolCall>::abi_decode_returns(&outcome.output).unwrap();
    assert_eq!(preview, done);
}

#[test]
fn trade_by_a_stranger_is_refused() {
    let (mut sandbox, _, maker, taker) = scene();
    let fills = vec![fill(&maker, &taker, UNIT, PRICE)];
    refused(sandbox.send(&maker, sandbox.at.clearing_house, &tradeCall { fills }), "MissingRight");
}

#[test]
fn trade_that_breaks_a_rule_is_refused_and_changes_nothing() {
    let (mut sandbox, venue, maker, taker) = scene();
    let before = ledger(&sandbox, &[&maker, &taker]);
    let base = fill(&maker, &taker, UNIT, PRICE);
    let with = |change: &dyn Fn(&mut Fill)| {
        let mut fill = base.clone();
        change(&mut fill);
        vec![fill]
    };
    let call = |kind: u128, low: u128| (kind << 120) | (u128::from(ETH) << 104) | low;
    let rows: Vec<(&str, Vec<Fill>)> = vec![
        ("ZeroSize", with(&|f| f.size = I256::ZERO)),
        ("BadPrice", with(&|f| f.price = I256::ZERO)),
        ("BadPrice", with(&|f| f.price = wad(-1))),
        ("OffGrid", with(&|f| f.size = I256::ONE)),
        ("OffGrid", with(&|f| f.price = wad(2_000) + I256::ONE)),
        ("SelfTrade", with(&|f| f.maker = f.taker)),
        ("ReservedAccount", with(&|f| f.maker = reserved())),
        ("ReservedAccount", with(&|f| f.taker = B256::ZERO)),
        ("UnknownInstrument", with(&|f| f.instrument = call(1, 1))),
        ("UnknownInstrument", with(&|f| f.instrument = call(3, 0))),
        ("UnknownInstrument", with(&|f| f.instrument = call(0, 0))),
        ("MarketClosed", with(&|f| f.instrument = perpetual(9))),
        ("OutsideBand", with(&|f| f.price = wad(2_041))),
        ("OutsideBand", with(&|f| f.price = wad(1_959))),
        ("FeeTooHigh", with(&|f| f.takerFee = wad(21))),
        ("FeeTooHigh", with(&|f| f.makerFee = wad(-1))),
        ("NotReducing", with(&|f| f.reduceOnly = 1)),
        ("NotReducing", with(&|f| f.reduceOnly = 2)),
        ("InsufficientMargin", with(&|f| f.size = wad(150))),
        ("PositionExceeded", with(&|f| f.size = wad(5_001))),
        ("OutOfRange", with(&|f| f.size = I256::MAX)),
        (
            "Overflow",
            with(&|f| {
                (f.size, f.price) =
                    (micros(i128::MAX / 1_000_000_000_000 / 1_000 * 1_000), wad(2_000))
            }),
        ),
        ("TooMany", vec![base.clone(); 33]),
    ];
    for (error, fills) in rows {
        refused(
            sandbox.send(&venue, sandbox.at.clearing_house, &tradeCall { fills: fills.clone() }),
            error,
        );
        view_refused(sandbox.view(sandbox.at.clearing_house, &previewTradeCall { fills }), error);
    }
    assert_eq!(ledger(&sandbox, &[&maker, &taker]), before);
}

#[test]
fn trade_in_two_markets_margins_the_account_as_one() {
    let (mut sandbox, venue, maker, taker) = scene();
    let bitcoin = Fill {
        instrument: perpetual(BTC),
        price: wad(60_000),
        size: micros(-100_000),
        ..fill(&maker, &taker, UNIT, PRICE)
    };
    let fills = vec![fill(&maker, &taker, UNIT, PRICE), bitcoin];
    ok(sandbox.send(&venue, sandbox.at.clearing_house, &tradeCall { fills }));
    let state = sandbox.account_state(taker.account()).unwrap();
    assert_eq!(state.positions.len(), 2);
    assert_near(state.equity, wad(10_000));
    // 5% of 2,000 and of 6,000.
    assert_eq!(state.initialMargin, wad(400));
}

#[test]
fn trade_that_only_reduces_passes_below_initial_margin() {
    let (mut sandbox, venue, maker, taker) = scene();
    let open = vec![fill(&maker, &taker, 90 * UNIT, PRICE)];
    let house = sandbox.at.clearing_house;
    ok(sandbox.send(&venue, house, &tradeCall { fills: open }));
    // 90 units fall by 40: equity 6,400 of 9,000·0.98 initial and above 5,292 of maintenance margin.
    sandbox.set_price(ETH, 1_960_000_000).unwrap();
    let more = vec![fill(&maker, &taker, UNIT, 1_960_000_000)];
    refused(sandbox.send(&venue, house, &tradeCall { fills: more }), "InsufficientMargin");
    let less = vec![fill(&maker, &taker, -UNIT, 1_960_000_000)];
    ok(sandbox.send(&venue, house, &tradeCall { fills: less }));
    assert_eq!(size(&sandbox, &taker), wad(89));
}
