//! Portfolio margin of one book, from option values in double precision to balances, against figures
//! computed by independent code.

mod decimal;
mod floating;

use ballast_math::fixed::WAD;
use ballast_math::risk::confidence::doubt_ceil;
use ballast_math::risk::linear::LinearBook;
use ballast_math::risk::portfolio::{
    Basis, DiscountFactors, ExpiryValues, LegShock, Losses, Model, OURS, REFERENCE, Row, Scenario,
    Scenarios, Shock, SkewRule, collateral_addon_ceil, linear_addon_ceil, portfolio_balances,
    strike_addons_ceil,
};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::terms::Terms;
use ballast_math::risk::{Balances, Rates, Requirement};
use ballast_math::{Cash, Price, Ratio, Size};
use decimal::{assert_near, wad};
use floating::{Black, fixed};

const TEN_DIGITS: &str = "0.00000001";

/// An option of a book.
#[derive(Clone, Copy)]
struct Leg {
    size: f64,
    is_call: bool,
    strike: f64,
    volatility: f64,
}

const fn leg(size: f64, is_call: bool, strike: f64, volatility: f64) -> Leg {
    Leg { size, is_call, strike, volatility }
}

/// An expiry of a book: forward as its fixed and variable parts.
struct Expiry {
    seconds: f64,
    /// Years that volatility acts for.
    variance_years: f64,
    fixed: f64,
    variable: f64,
    rate: f64,
    confidence: f64,
    legs: Vec<Leg>,
    future: f64,
}

impl Expiry {
    fn years(&self) -> f64 {
        self.seconds / 31_536_000.0
    }

    fn discount(&self) -> f64 {
        (-self.rate * self.years()).exp()
    }

    fn option(&self, leg: &Leg, spot: f64, volatility: f64) -> Black {
        Black {
            is_call: leg.is_call,
            forward: self.variable * spot + self.fixed,
            strike: leg.strike,
            volatility,
            years: self.variance_years,
            discount: self.discount(),
        }
    }

    fn leg_value(&self, leg: &Leg, spot: f64, volatility: f64) -> f64 {
        leg.size * self.option(leg, spot, volatility).value()
    }

    fn value(&self, spot: f64) -> f64 {
        self.legs.iter().map(|leg| self.leg_value(leg, spot, leg.volatility)).sum()
    }

    /// The volatility of a leg in a row; `sign` is that of a skew.
    fn shocked_volatility(&self, model: &Model, row: &Row, leg: &Leg, sign: bool) -> f64 {
        let volatility = Ratio(fixed(leg.volatility));
        let (base, power) = model.volatility.multiplier_ceil(self.seconds as u64).unwrap();
        let multiplier = Ratio(fixed((base.0 as f64 / 1e18).powf(power.0 as f64 / 1e18)));
        let moneyness = (leg.strike / (self.variable + self.fixed)).ln();
        let skew = model.skew.at(Ratio(fixed(self.years()))).unwrap();
        let tilted = |y: f64| skew.tilted_floor(volatility, Ratio(fixed(y)), sign).unwrap();
        let shocked = match row.shock {
            Shock::None => volatility,
            Shock::Up => model.volatility.up_ceil(volatility, multiplier).unwrap(),
            Shock::Down => model.volatility.down_floor(volatility, multiplier).unwrap(),
            Shock::SkewLinear => tilted(moneyness),
            Shock::SkewAbsolute => tilted(moneyness.abs()),
        };
        shocked.0 as f64 / 1e18
    }

    fn leg_in_row(&self, model: &Model, row: &Row, leg: &Leg, sign: bool) -> f64 {
        let volatility = self.shocked_volatility(model, row, leg, sign);
        self.leg_value(leg, row.spot.0 as f64 / 1e18, volatility)
    }

    /// What a pass gives: the net value in each row.
    fn rows(&self, model: &Model) -> Vec<Cash> {
        let mut values = Vec::new();
        for row in model.rows {
            let is_twice = row.shock.is_skew() && model.skew_rule == SkewRule::WorseOfBoth;
            for sign in if is_twice { vec![true, false] } else { vec![true] } {
                let legs = self.legs.iter();
                let sum: f64 = legs.map(|leg| self.leg_in_row(model, row, leg, sign)).sum();
                values.push(Cash(fixed(sum)));
            }
        }
        values
    }

    fn factors(&self, model: &Model) -> DiscountFactors {
        let (rate, years) = (Ratio(fixed(self.rate)), Ratio(fixed(self.years())));
        let exponents = model.discount.exponents_ceil(rate, years).unwrap();
        let exponential = |x: Ratio, sign: f64| Ratio(fixed((sign * x.0 as f64 / 1e18).exp()));
        let (gain, loss) = (exponential(exponents.gain, -1.0), exponential(exponents.loss, 1.0));
        model.discount.factors(gain, loss, exponential(exponents.rate, 1.0)).unwrap()
    }

    fn futures(&self, price: f64) -> LinearBook {
        let mut book = LinearBook::default();
        book.add(Size(fixed(self.future)), Price(fixed(price))).unwrap();
        book
    }
}

/// A market's part of an account.
struct Book {
    index: i128,
    cash: f64,
    /// Perpetual and risk-cancelling collateral, Σ q·price.
    linear: LinearBook,
    perpetual: Size,
    collateral: f64,
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

fn assess(book: &Book, model: &Model) -> Assessed {
    let mut memory = [Cash::ZERO; 64];
    let mut scenarios = Scenarios::new(model, &mut memory).unwrap();
    scenarios.add_linear(&book.linear).unwrap();
    scenarios.add_dollars(book.linear.value_floor).unwrap();
    let index = Price(book.index);
    let mut equity = Cash(fixed(book.cash + book.collateral));
    let (mut addons, mut doubt, mut futures) = (Requirement::default(), Cash::ZERO, 0.0);
    for expiry in &book.expiries {
        let value = Cash(fixed(expiry.value(1.0)));
        equity = equity.checked_add(value).unwrap();
        let rows = expiry.rows(model);
        assert_eq!(rows.len(), model.values_per_expiry());
        let values = ExpiryValues { value, rows: &rows };
        scenarios.add_options(&values, expiry.factors(model)).unwrap();
        let variable = expiry.futures(expiry.variable);
        scenarios.add_linear(&variable).unwrap();
        scenarios.add_roll(expiry.futures(expiry.variable + expiry.fixed).gross_ceil).unwrap();
        scenarios.add_dollars(variable.value_floor).unwrap();
        for leg in &expiry.legs {
            let delta = expiry.option(leg, 1.0, leg.volatility).delta();
            let dollars = Cash(fixed(leg.size * delta * expiry.variable));
            let mark = Cash(fixed(expiry.leg_value(leg, 1.0, leg.volatility)));
            scenarios.add_option_dollars(Size(fixed(leg.size)), dollars, mark).unwrap();
        }
        let by = model.basis_move.0 as f64 / 1e18;
        scenarios
            .add_basis(&Basis {
                value,
                up: Cash(fixed(expiry.value(1.0 + by))),
                down: Cash(fixed(expiry.value(1.0 - by))),
                futures: variable,
                years: Ratio(fixed(expiry.years())),
            })
            .unwrap();
        let mut strikes: Vec<_> = expiry
            .legs
            .iter()
            .map(|leg| (Price(fixed(leg.strike)), Size(fixed(leg.size))))
            .collect();
        strikes.sort_by_key(|(strike, _)| *strike);
        let strikes = strike_addons_ceil(strikes, index, model.addons.strike).unwrap();
        addons = addons.checked_add(strikes).unwrap();
        doubt = doubt.checked_add(expiry_doubt(expiry, model, book.index)).unwrap();
        futures += expiry.future.abs();
    }
    let gross = Size(fixed(futures));
    let linear = linear_addon_ceil(book.perpetual, gross, index, model.addons.linear).unwrap();
    let collateral = collateral_addon_ceil(Cash(fixed(book.collateral)), book.haircuts).unwrap();
    addons = addons.checked_add(linear).unwrap().checked_add(collateral).unwrap();
    let losses = scenarios.losses(Regime::Normal).unwrap();
    let multipliers =
        model.multipliers_ceil(Regime::Normal, Ratio::ONE, Rates::ONE, book.stable).unwrap();
    let loss = losses.balances_floor(multipliers).unwrap();
    let terms = Terms { confidence: doubt, ..Terms::default() }.charges_ceil().unwrap();
    let balances = portfolio_balances(Balances::both(equity), loss, addons, terms).unwrap();
    let rows = scenarios.rows().map(|(_, pnl)| pnl.unwrap()).collect();
    Assessed { equity, rows, basis: scenarios.basis(), losses, addons, doubt, balances }
}

/// The confidence term of an expiry: of its short sizes, or of all in the reference set.
fn expiry_doubt(expiry: &Expiry, model: &Model, index: i128) -> Cash {
    let counts = |leg: &&Leg| !model.is_adaptive || leg.size < 0.0;
    let size: f64 = expiry.legs.iter().filter(counts).map(|leg| leg.size.abs()).sum();
    let notional = Cash(fixed(size * index as f64 / 1e18));
    doubt_ceil(model.confidence, Ratio(fixed(expiry.confidence)), notional).unwrap()
}

const DAY: f64 = 86_400.0;

fn worked_book(future: f64, confidence: f64) -> Book {
    let collateral = 5.0 * 2_000.0 / 0.985;
    let mut linear = LinearBook::default();
    linear.add(Size(6 * WAD), Price(2_001 * WAD)).unwrap();
    linear.add(Size(WAD), Price(fixed(collateral))).unwrap();
    let expiry = |days: f64, forward, rate, confidence, legs, future| Expiry {
        seconds: days * DAY,
        variance_years: days / 365.0,
        fixed: 0.0,
        variable: forward,
        rate,
        confidence,
        legs,
        future,
    };
    let week = vec![
        leg(-5.0, false, 1_900.0, 0.72),
        leg(-10.0, true, 2_000.0, 0.65),
        leg(-20.0, true, 2_200.0, 0.68),
        leg(4.0, false, 2_000.0, 0.65),
    ];
    let quarter = vec![leg(3.0, true, 2_000.0, 0.62), leg(10.0, true, 3_000.0, 0.70)];
    Book {
        index: 2_000 * WAD,
        cash: 15_000.0 + 25.0,
        linear,
        perpetual: Size(6 * WAD),
        collateral,
        haircuts: Rates {
            initial: Ratio::millionths(40_000),
            maintenance: Ratio::millionths(80_000),
        },
        stable: Ratio::millionths(985_000),
        expiries: vec![
            expiry(7.0, 2_003.0, 0.04, 1.0, week, 0.0),
            expiry(90.0, 2_020.0, 0.05, confidence, quarter, future),
        ],
    }
}

/// The place of a row of this move, shock up.
fn up_row(model: &Model, spot: &str) -> usize {
    let is_it = |row: &Row| row.spot.0 == wad(spot) && row.shock == Shock::Up;
    model.rows.iter().position(is_it).unwrap()
}

#[test]
fn reference_set_gives_the_worked_balances() {
    let found = assess(&worked_book(0.0, 0.5), &REFERENCE);
    assert_near(found.equity.0, "25501.9162858746", TEN_DIGITS);
    assert_near(found.losses.worst.0, "-3501.1078524860", TEN_DIGITS);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&REFERENCE, "0.82")));
    assert_near(found.rows[up_row(&REFERENCE, "1.18")].0, "-1026.4278294138", TEN_DIGITS);
    assert_near(found.basis.0, "-835.9984237577", TEN_DIGITS);
    assert_near(found.rows[31].0, "-59.9431631195", TEN_DIGITS);
    assert_near(found.rows[32].0, "-88.3495282753", TEN_DIGITS);
    assert_near(found.addons.maintenance.0, "1358.1827411168", TEN_DIGITS);
    let initial = found.addons.initial.0 - found.addons.maintenance.0 + found.doubt.0;
    assert_near(initial, "13650.0913705584", TEN_DIGITS);
    assert_near(found.balances.maintenance.0, "21342.8472627690", TEN_DIGITS);
    assert_near(found.balances.initial.0, "6922.5121646638", TEN_DIGITS);
}

#[test]
fn our_set_gives_the_worked_balances() {
    let found = assess(&worked_book(-4.0, 0.7), &OURS);
    assert_near(found.losses.worst.0, "-3464.9921439349", TEN_DIGITS);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&OURS, "2")));
    assert_near(found.losses.inner.0, "-1106.9907335760", TEN_DIGITS);
    assert_near(found.basis.0, "-590.9311621252", TEN_DIGITS);
    assert_near(found.addons.maintenance.0, "1358.1827411168", TEN_DIGITS);
    let initial = found.addons.initial.0 - found.addons.maintenance.0 + found.doubt.0;
    assert_near(initial, "650.0913705584", TEN_DIGITS);
    assert_near(found.balances.maintenance.0, "21371.7398296099", TEN_DIGITS);
    assert_near(found.balances.initial.0, "19959.3501873859", TEN_DIGITS);
}

/// A book without perpetual, collateral and cash but `cash`.
fn bare(index: i128, cash: f64, expiry: Expiry) -> Book {
    Book {
        index: index * WAD,
        cash,
        linear: LinearBook::default(),
        perpetual: Size::ZERO,
        collateral: 0.0,
        haircuts: Rates { initial: Ratio::ZERO, maintenance: Ratio::ZERO },
        stable: Ratio::ONE,
        expiries: vec![expiry],
    }
}

#[test]
fn fully_paid_long_option_has_nothing_to_fear() {
    let expiry = Expiry {
        seconds: 3_600.0,
        variance_years: 3_600.0 / 31_536_000.0,
        fixed: 0.0,
        variable: 100.0,
        rate: 0.0,
        confidence: 1.0,
        legs: vec![leg(1.0, true, 100.0, 0.6)],
        future: 0.0,
    };
    let found = assess(&bare(100, 0.0, expiry), &OURS);
    assert_near(found.equity.0, "0.2557458054", TEN_DIGITS);
    assert_near(found.balances.initial.0, "0", "0.000000001");
    assert_near(found.balances.maintenance.0, "0", "0.000000001");
}

#[test]
fn straddle_in_the_settlement_window_gives_the_worked_balances() {
    let expiry = Expiry {
        seconds: 900.0,
        variance_years: 900.0 / 31_536_000.0,
        fixed: 1_001.0,
        variable: 999.0,
        rate: 0.04,
        confidence: 1.0,
        legs: vec![leg(-10.0, true, 2_000.0, 0.65), leg(-10.0, false, 2_000.0, 0.65)],
        future: 0.0,
    };
    let found = assess(&bare(2_000, 2_000.0, expiry), &REFERENCE);
    assert_near(found.equity.0, "1944.5884050312", TEN_DIGITS);
    assert_near(found.balances.maintenance.0, "430.3576810062", TEN_DIGITS);
    assert_near(found.balances.initial.0, "1.8000000000", TEN_DIGITS);
    assert_eq!(found.losses.worst_at, Scenario::Row(up_row(&REFERENCE, "0.82")));
}

#[test]
fn delta_floor_and_roll_give_the_worked_losses() {
    let mut memory = [Cash::ZERO; 64];
    let mut scenarios = Scenarios::new(&OURS, &mut memory).unwrap();
    scenarios.add_dollars(Cash(200_000 * WAD)).unwrap();
    scenarios.add_option_dollars(Size(-WAD), Cash(-120_000 * WAD), Cash(-WAD)).unwrap();
    assert_eq!(scenarios.delta_floor(), Ok(Cash(-3_200 * WAD)));
    // A long option that is worth 1 counts for 50.
    scenarios.add_option_dollars(Size(WAD), Cash(-120_000 * WAD), Cash(WAD)).unwrap();
    assert_eq!(scenarios.delta_floor(), Ok(Cash(-3_200 * WAD - WAD / 2)));

    let mut futures = LinearBook::default();
    futures.add(Size(-75 * WAD), Price(2_000 * WAD)).unwrap();
    futures.add(Size(-15 * WAD), Price(2_000 * WAD)).unwrap();
    scenarios.add_roll(futures.gross_ceil).unwrap();
    // Of one unit half a percent is a unit.
    scenarios.add_roll(Cash(1)).unwrap();
    for (row, pnl) in scenarios.rows() {
        let expected = if row.shock.is_skew() { 0 } else { -900 * WAD - 1 };
        assert_eq!(pnl, Ok(Cash(expected)));
    }
}

#[test]
fn contributions_of_the_legs_sum_to_the_worst_row() {
    let book = worked_book(-4.0, 0.7);
    let found = assess(&book, &OURS);
    let Scenario::Row(place) = found.losses.worst_at else { panic!("a row is the worst") };
    let row = &OURS.rows[place];
    let mut sum = 0;
    for expiry in &book.expiries {
        let values = expiry.rows(&OURS);
        let factor = expiry.factors(&OURS).of(values[place]);
        let shock = LegShock { weight: row.weight, factor };
        for leg in &expiry.legs {
            let shocked = Cash(fixed(expiry.leg_in_row(&OURS, row, leg, true)));
            let value = Cash(fixed(expiry.leg_value(leg, 1.0, leg.volatility)));
            sum += shock.contribution_floor(shocked, value).unwrap().0;
        }
    }
    let by = row.move_of_spot().unwrap().0 as f64 / 1e18 * row.weight.0 as f64 / 1e18;
    let linear = book.linear.value_floor.0 as f64 / 1e18 - 4.0 * 2_020.0;
    let expected = found.losses.worst.0 as f64 / 1e18;
    let total = sum as f64 / 1e18 + linear * by - 40.4;
    assert!((total - expected).abs() < 1e-9, "{total} against {expected}");
}

#[test]
fn rows_of_the_two_sets_are_as_many_as_they_should_be() {
    assert_eq!(REFERENCE.rows.len(), 33);
    let of_always = OURS.rows.iter().filter(|row| row.since == Regime::Calm);
    assert_eq!(of_always.count(), 45);
    assert_eq!(OURS.values_per_expiry(), 45 + 2 + 8);
    // Every reference row is one of ours.
    assert!(REFERENCE.rows.iter().all(|row| OURS.rows.contains(row)));
    for scale in [1_500_000, 2_500_000] {
        for row in OURS.rows {
            let scaled = row.scaled_floor(Ratio::millionths(scale)).unwrap();
            assert!(scaled.spot > Ratio::ZERO);
        }
    }
}

#[test]
fn bare_perpetual_needs_what_users_are_told() {
    let mut memory = [Cash::ZERO; 64];
    let mut scenarios = Scenarios::new(&OURS, &mut memory).unwrap();
    let mut book = LinearBook::default();
    book.add(Size(WAD), Price(100 * WAD)).unwrap();
    scenarios.add_linear(&book).unwrap();
    scenarios.add_dollars(book.value_floor).unwrap();
    let multipliers = OURS.multipliers_ceil(Regime::Normal, Ratio::ONE, Rates::ONE, Ratio::ONE);
    let losses = scenarios.losses(Regime::Normal).unwrap();
    let losses = losses.balances_floor(multipliers.unwrap()).unwrap();
    let index = Price(100 * WAD);
    let addons = linear_addon_ceil(Size(WAD), Size::ZERO, index, OURS.addons.linear).unwrap();
    let none = Requirement::default();
    let needed = portfolio_balances(Balances::default(), losses, addons, none).unwrap();
    assert_eq!((needed.initial.0, needed.maintenance.0), (wad("-22"), wad("-17.4")));
}

#[test]
fn multiplier_of_volatility_shocks_has_no_step() {
    const WHOLE_DAY: u64 = 86_400;
    let multiplier = |seconds| {
        let (base, power) = OURS.volatility.multiplier_ceil(seconds).unwrap();
        (base.0 as f64 / 1e18).powf(power.0 as f64 / 1e18)
    };
    assert_eq!(multiplier(0), multiplier(WHOLE_DAY));
    for seconds in [WHOLE_DAY, 30 * WHOLE_DAY] {
        let (before, after) = (multiplier(seconds - 1), multiplier(seconds + 1));
        assert!((before - multiplier(seconds)).abs() < 1e-5, "before {seconds}");
        assert!((after - multiplier(seconds)).abs() < 1e-5, "after {seconds}");
    }
    assert_eq!(multiplier(30 * WHOLE_DAY), 1.0);
}

#[test]
fn parameters_outside_their_domain_are_refused() {
    assert!(OURS.validated().is_ok() && REFERENCE.validated().is_ok());
    let (row, wild) = (OURS.rows[0], Ratio::millionths(1_000_001));
    let skew = Row { shock: Shock::SkewLinear, ..row };
    for row in [
        Row { spot: Ratio::ZERO, ..row },
        Row { weight: wild, ..row },
        Row { weight: Ratio(-1), ..row },
        skew,
    ] {
        assert!(Model { rows: &[row], ..OURS }.validated().is_err(), "{row:?}");
    }
    let mut discounts = [OURS.discount; 4];
    discounts[0].gain = wild;
    discounts[1].loss = Ratio(WAD - 1);
    discounts[2].spread = Ratio(-1);
    discounts[3].loss_rate = Ratio(-1);
    for discount in discounts {
        assert!(Model { discount, ..OURS }.validated().is_err(), "{discount:?}");
    }
    for model in [
        Model { roll: wild, ..OURS },
        Model { basis_move: Ratio(-1), ..OURS },
        Model { delta_floor: wild, ..OURS },
        Model { maintenance_share: wild, ..OURS },
        Model { mark_share: Ratio::ZERO, ..OURS },
    ] {
        assert!(model.validated().is_err());
    }
}
