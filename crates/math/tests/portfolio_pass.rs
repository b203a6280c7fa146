//! The pass over a portfolio against figures computed by independent code, from market data to balances.

mod decimal;

use ballast_math::fixed::WAD;
use ballast_math::pricing::Kind;
use ballast_math::risk::confidence::doubt_ceil;
use ballast_math::risk::portfolio::{
    Contribution, ExpiryMarket, ExpiryTotals, Losses, Model, OURS, Pass, PassMemory, Position,
    REFERENCE, Row, Scenario, Shock, SpotLegs, collateral_addon_ceil, contributions,
    linear_addon_ceil, portfolio_balances, spot_contribution, strike_addons_ceil,
};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::terms::Terms;
use ballast_math::risk::{Balances, Rates, Requirement};
use ballast_math::{Cash, Price, Ratio, Size};
use decimal::{assert_near, wad};

const BILLIONTH: &str = "0.000000001";
const DAY: u64 = 86_400;

/// An expiry of a book.
struct Expiry {
    market: ExpiryMarket,
    options: Vec<Position>,
    future: Size,
    confidence: Ratio,
}

/// A market's part of an account.
struct Book {
    index: Price,
    /// Cash, and the perpetual's mark-to-market less its entry cost.
    cash: Cash,
    spot: SpotLegs,
    haircuts: Rates,
    stable: Ratio,
    expiries: Vec<Expiry>,
}

struct Assessed {
    equity: Cash,
    rows: Vec<Cash>,
    basis: Cash,
    losses: Losses,
    addons: Requirement,
    doubt: Cash,
    balances: Balances,
}

fn position(size: &str, kind: Kind, strike: &str, volatility: &str) -> Position {
    let (strike, size, volatility) = (Price(wad(strike)), Size(wad(size)), Ratio(wad(volatility)));
    Position { kind, strike, size, volatility }
}

fn market(seconds: u64, live: &str, fixed: &str, rate: &str) -> ExpiryMarket {
    let (live, fixed, rate) = (Price(wad(live)), Price(wad(fixed)), Ratio(wad(rate)));
    ExpiryMarket { seconds, rate, live, fixed }
}

fn assess(book: &Book, model: &Model) -> Assessed {
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(model, &mut memory).unwrap();
    pass.add_spot(&book.spot).unwrap();
    let collateral = book.spot.collateral.0 / WAD * book.spot.collateral_price.0;
    let (mut options, mut doubt) = (Cash::ZERO, Cash::ZERO);
    let (mut addons, mut futures) = (Requirement::default(), Size::ZERO);
    for expiry in &book.expiries {
        let totals = pass.add_expiry(&expiry.market, &expiry.options, expiry.future).unwrap();
        options = options.checked_add(totals.options).unwrap();
        futures = futures.checked_add(expiry.future.checked_abs().unwrap()).unwrap();
        doubt = doubt.checked_add(expiry_doubt(book, expiry, &totals, model)).unwrap();
        let mut strikes: Vec<_> = expiry.options.iter().map(|leg| (leg.strike, leg.size)).collect();
        strikes.sort_by_key(|(strike, _)| *strike);
        let strikes = strike_addons_ceil(strikes, book.index, model.addons.strike).unwrap();
        addons = addons.checked_add(strikes).unwrap();
    }
    // Futures and the perpetual were entered at what they are marked at, but for what is in cash.
    let equity = Cash(book.cash.0 + collateral + options.0);
    let linear = model.addons.linear;
    let linear = linear_addon_ceil(book.spot.perpetual, futures, book.index, linear).unwrap();
    let haircut = collateral_addon_ceil(Cash(collateral), book.haircuts).unwrap();
    addons = addons.checked_add(linear).unwrap().checked_add(haircut).unwrap();
    let losses = pass.losses(Regime::Normal).unwrap();
    let multipliers =
        model.multipliers_ceil(Regime::Normal, Ratio::ONE, Rates::ONE, book.stable).unwrap();
    let loss = losses.balances_floor(multipliers).unwrap();
    let terms = Terms { confidence: doubt, ..Terms::default() }.charges_ceil().unwrap();
    let balances = portfolio_balances(Balances::both(equity), loss, addons, terms).unwrap();
    let rows = pass.scenarios().rows().map(|(_, pnl)| pnl.unwrap()).collect();
    let basis = pass.scenarios().basis();
    assert_contributions(book, model, &losses);
    Assessed { equity, rows, basis, losses, addons, doubt, balances }
}

/// The parts of the legs sum to the scenario, whichever it is.
fn assert_contributions(book: &Book, model: &Model, losses: &Losses) {
    let mut sum = spot_contribution(model, losses.worst_at, &book.spot).unwrap();
    for Expiry { market, options, future, .. } in &book.expiries {
        let mut parts = vec![Contribution::default(); options.len()];
        let scenario = losses.worst_at;
        let linear = contributions(model, scenario, market, options, *future, &mut parts).unwrap();
        sum = parts.iter().fold(sum, |sum, part| sum.checked_add(part.part).unwrap());
        sum = sum.checked_add(linear).unwrap();
    }
    let missing = losses.worst.0 - sum.0;
    assert!((-10..=40).contains(&missing), "{missing} of {:?}", losses.worst);
}

/// The confidence term of an expiry: of its short sizes, or of all in the reference set.
fn expiry_doubt(book: &Book, expiry: &Expiry, totals: &ExpiryTotals, model: &Model) -> Cash {
    let size = if model.is_adaptive { totals.short } else { totals.gross };
    let notional = Cash(size.0 / WAD * book.index.0);
    doubt_ceil(model.confidence, expiry.confidence, notional).unwrap()
}

fn worked_book(future: &str, confidence: &str) -> Book {
    let week = vec![
        position("-5", Kind::Put, "1900", "0.72"),
        position("-10", Kind::Call, "2000", "0.65"),
        position("-20", Kind::Call, "2200", "0.68"),
        position("4", Kind::Put, "2000", "0.65"),
    ];
    let quarter =
        vec![position("3", Kind::Call, "2000", "0.62"), position("10", Kind::Call, "3000", "0.70")];
    Book {
        index: Price(2_000 * WAD),
        cash: Cash(15_025 * WAD),
        spot: SpotLegs {
            perpetual: Size(6 * WAD),
            mark: Price(2_001 * WAD),
            collateral: Size(5 * WAD),
            collateral_price: Price(2_000 * WAD * 1_000 / 985),
        },
        haircuts: Rates {
            initial: Ratio::millionths(40_000),
            maintenance: Ratio::millionths(80_000),
        },
        stable: Ratio::millionths(985_000),
        expiries: vec![
            Expiry {
                market: market(7 * DAY, "2003", "0", "0.04"),
                options: week,
                future: Size::ZERO,
                confidence: Ratio::ONE,
            },
            Expiry {
                market: market(90 * DAY, "2020", "0", "0.05"),
                options: quarter,
                future: Size(wad(future)),
                confidence: Ratio(wad(confidence)),
            },
        ],
    }
}

/// The place of a row of this move, shock up.
fn up_row(model: &Model, spot: &str) -> usize {
    let is_it = |row: &Row| row.spot.0 == wad(spot) && row.shock == Shock::Up;
    model.rows.iter().position(is_it).unwrap()
}

#[test]
fn pass_of_the_reference_set_gives_the_worked_balances() {
    let found = assess(&worked_book("0", "0.5"), &REFERENCE);
    assert_near(found.equity.0, "25501.9162858746", BILLIONTH);
    assert_near(found.losses.worst.0, "-3501.1078524860", BILLIONTH);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&REFERENCE, "0.82")));
    assert_near(found.rows[up_row(&REFERENCE, "1.18")].0, "-1026.4278294138", BILLIONTH);
    assert_near(found.basis.0, "-835.9984237577", BILLIONTH);
    assert_near(found.rows[31].0, "-59.9431631195", BILLIONTH);
    assert_near(found.rows[32].0, "-88.3495282753", BILLIONTH);
    assert_near(found.addons.maintenance.0, "1358.1827411168", BILLIONTH);
    let initial = found.addons.initial.0 - found.addons.maintenance.0 + found.doubt.0;
    assert_near(initial, "13650.0913705584", BILLIONTH);
    assert_near(found.balances.maintenance.0, "21342.8472627690", BILLIONTH);
    assert_near(found.balances.initial.0, "6922.5121646638", BILLIONTH);
}

#[test]
fn pass_of_our_set_gives_the_worked_balances() {
    let model = Model { is_averaging: false, ..OURS };
    let found = assess(&worked_book("-4", "0.7"), &model);
    assert_near(found.losses.worst.0, "-3464.9921439349", BILLIONTH);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&OURS, "2")));
    assert_near(found.losses.inner.0, "-1106.9907335760", BILLIONTH);
    assert_near(found.basis.0, "-590.9311621252", BILLIONTH);
    let initial = found.addons.initial.0 - found.addons.maintenance.0 + found.doubt.0;
    assert_near(initial, "650.0913705584", BILLIONTH);
    assert_near(found.balances.maintenance.0, "21371.7398296099", BILLIONTH);
    assert_near(found.balances.initial.0, "19959.3501873859", BILLIONTH);
}

/// A book of one expiry without perpetual and collateral.
fn bare(index: i128, cash: i128, market: ExpiryMarket, options: Vec<Position>) -> Book {
    Book {
        index: Price(index * WAD),
        cash: Cash(cash * WAD),
        spot: SpotLegs::default(),
        haircuts: Rates { initial: Ratio::ZERO, maintenance: Ratio::ZERO },
        stable: Ratio::ONE,
        expiries: vec![Expiry { market, options, future: Size::ZERO, confidence: Ratio::ONE }],
    }
}

#[test]
fn pass_of_a_fully_paid_long_option_fears_nothing() {
    let model = Model { is_averaging: false, ..OURS };
    let call = position("1", Kind::Call, "100", "0.6");
    let found = assess(&bare(100, 0, market(3_600, "100", "0", "0"), vec![call]), &model);
    assert_near(found.equity.0, "0.2557458054", BILLIONTH);
    assert_near(found.balances.initial.0, "0", BILLIONTH);
    assert_near(found.balances.maintenance.0, "0", BILLIONTH);
}

#[test]
fn pass_of_a_straddle_in_the_settlement_window_gives_the_worked_balances() {
    let straddle = [Kind::Call, Kind::Put].map(|kind| position("-10", kind, "2000", "0.65"));
    let market = market(900, "1998", "1001", "0.04");
    let found = assess(&bare(2_000, 2_000, market, straddle.to_vec()), &REFERENCE);
    assert_near(found.equity.0, "1944.5884050312", BILLIONTH);
    assert_near(found.balances.maintenance.0, "430.3576810062", BILLIONTH);
    assert_near(found.balances.initial.0, "1.8000000000", BILLIONTH);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&REFERENCE, "0.82")));
}
