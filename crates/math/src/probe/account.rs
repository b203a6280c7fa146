//! What the probe runs of an account: functions that take more than numbers, put together from numbers.

use super::operations::{Outcome, one, pair, time, two};
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Ratio, Size};
use crate::pricing::Kind;
use crate::risk::collateral::{collateral_balances_floor, collateral_prices_floor};
use crate::risk::deleveraging::{bucket, pro_rata_cuts, score_floor};
use crate::risk::linear::LinearBook;
use crate::risk::liquidation::{
    AuctionClock, AuctionStep, Auctioned, auction_step, bankruptcy_factor_floor, bankruptcy_price,
    bid_payment_ceil, largest_fraction_floor, price_share_ceil,
};
use crate::risk::portfolio::{
    Basis, DiscountFactors, ExpiryValues, OURS, Scenarios, strike_addons_ceil,
};
use crate::risk::regime::{
    MaintenanceRamp, Memory, Regime, RegimeState, Variances, clamped_return, next_variance_floor,
};
use crate::risk::stable_price::HourlyMeans;
use crate::risk::standard::payoff::least_payoffs_floor;
use crate::risk::standard::{
    OptionLeg, SPANS, ShortRates, option_balances_floor, short_unit_ceil, sort_by_strike,
};
use crate::risk::vesting::Vesting;
use crate::risk::{Balances, Rates};

fn balances(of: Balances) -> Outcome {
    two(of.initial.0, of.maintenance.0)
}

fn regime(number: i128) -> Regime {
    match number & 3 {
        0 => Regime::Calm,
        1 => Regime::Normal,
        2 => Regime::Elevated,
        _ => Regime::Crisis,
    }
}

/// An option whose kind is the lowest bit of its size.
fn option(strike: i128, size: i128, mark: i128) -> OptionLeg {
    let kind = if size & 1 == 0 { Kind::Call } else { Kind::Put };
    OptionLeg { kind, strike: Price(strike), size: Size(size), mark: Price(mark) }
}

pub(super) fn collateral([amount, price, stable, initial, maintenance, _]: [i128; 6]) -> Outcome {
    let prices = collateral_prices_floor(Price(price), Ratio(stable))?;
    balances(collateral_balances_floor(Size(amount), prices, pair(initial, maintenance))?)
}

pub(super) fn hourly_means([start, at, price, wait, other, more]: [i128; 6]) -> Outcome {
    let means = HourlyMeans::starting_at(Price(start), time(at)?)?;
    let then = time(at)?.saturating_add(time(wait)?);
    let means = means.observed(Price(price), then)?;
    let means = means.observed(Price(other), then.saturating_add(time(more)?))?;
    let sum = means.means.iter().fold(0i128, |sum, mean| sum.wrapping_add(mean.0));
    Ok([means.day_ago().0, means.part.0, sum])
}

pub(super) fn vesting([deposits, high, locked, at, equity, now]: [i128; 6]) -> Outcome {
    let (net_deposits, high_water, unvested) = (Cash(deposits), Cash(high), Cash(locked));
    let state = Vesting { net_deposits, high_water, unvested, at: time(at)? };
    let after = state.updated(Cash(equity), time(now)?)?;
    Ok([after.high_water.0, after.unvested.0, after.at as i128])
}

pub(super) fn handed([deposits, high, locked, value, equity, _]: [i128; 6]) -> Outcome {
    let (net_deposits, high_water, unvested) = (Cash(deposits), Cash(high), Cash(locked));
    let state = Vesting { net_deposits, high_water, unvested, at: 0 };
    let (from, to) = state.handed_to(Vesting::default(), Cash(value), Cash(equity))?;
    Ok([from.high_water.0, from.unvested.0, to.net_deposits.0])
}

pub(super) fn short_unit([strike, size, mark, index, initial, maintenance]: [i128; 6]) -> Outcome {
    let rates = ShortRates::NORMAL.in_regime_ceil(pair(initial, maintenance))?;
    let (initial, maintenance) =
        short_unit_ceil(&option(strike, size, mark), Price(index), &rates)?;
    two(initial.0, maintenance.0)
}

pub(super) fn least_payoffs([strike, size, other, more, top, beyond]: [i128; 6]) -> Outcome {
    let mut legs = [option(strike, size, 0), option(other, more, 0), option(other >> 1, size, 0)];
    sort_by_strike(&mut legs);
    let [first, second] = least_payoffs_floor(&legs, [Price(top), Price(beyond)])?;
    two(first.0, second.0)
}

pub(super) fn option_balances([strike, size, mark, other, more, index]: [i128; 6]) -> Outcome {
    let mut legs = [option(strike, size, mark), option(other, more, mark)];
    sort_by_strike(&mut legs);
    let forward = Price(index);
    balances(option_balances_floor(&legs, Price(index), forward, &ShortRates::NORMAL, SPANS)?)
}

pub(super) fn bid([equity, buffered, proceeds, share, _, _]: [i128; 6]) -> Outcome {
    let (equity, buffered, proceeds) = (Cash(equity), Cash(buffered), Cash(proceeds));
    let account = Auctioned { equity, maintenance: buffered, buffered, proceeds };
    let fraction = largest_fraction_floor(&account, Ratio(share))?;
    two(fraction.0, bid_payment_ceil(fraction, Ratio(share), equity, proceeds)?.0)
}

pub(super) fn price_share([half_seconds, at, now, number, _, _]: [i128; 6]) -> Outcome {
    let clock = AuctionClock { half_seconds: time(half_seconds)?, at: time(at)? };
    let clock = clock.moved(time(now)?, regime(number));
    two(price_share_ceil(clock)?.0, clock.half_seconds as i128)
}

pub(super) fn step([equity, maintenance, buffered, proceeds, share, took]: [i128; 6]) -> Outcome {
    let account = Auctioned {
        equity: Cash(equity),
        maintenance: Cash(maintenance),
        buffered: Cash(buffered),
        proceeds: Cash(proceeds),
    };
    one(match auction_step(&account, Ratio(share), took & 1 == 1) {
        AuctionStep::Ended => 0,
        AuctionStep::Insolvent => 1,
        AuctionStep::Absorbed => 2,
        AuctionStep::Running => 3,
    })
}

pub(super) fn bankruptcy([equity, marks, mark, size, cap, _]: [i128; 6]) -> Outcome {
    let factor = bankruptcy_factor_floor(Cash(equity), Cash(marks))?;
    let capped = bankruptcy_price(Price(mark), Size(size), factor, Some(Price(cap)))?;
    let free = bankruptcy_price(Price(mark), Size(size), factor, None)?;
    Ok([factor.0, capped.0, free.0])
}

pub(super) fn score([profit, size, mark, equity, _, _]: [i128; 6]) -> Outcome {
    let score = score_floor(Cash(profit), Size(size), Price(mark), Cash(equity))?;
    two(score.0, bucket(score) as i128)
}

pub(super) fn cuts([first, second, third, need, _, _]: [i128; 6]) -> Outcome {
    let mut cuts = [Size::ZERO; 3];
    pro_rata_cuts(&[Size(first), Size(second), Size(third)], Size(need), &mut cuts)?;
    Ok(cuts.map(|cut| cut.0))
}

pub(super) fn observed([short, long, reference, number, since, now]: [i128; 6]) -> Outcome {
    let (short, long, reference) = (Ratio(short), Ratio(long), Ratio(reference));
    let state = RegimeState { regime: regime(number), quiet_since: u64::try_from(since).ok() };
    let after = state.observed(&Variances { short, long, reference }, time(now)?)?;
    two(after.regime as i128, after.quiet_since.map_or(-1, i128::from))
}

pub(super) fn ramp([from, number, since, next, now, later]: [i128; 6]) -> Outcome {
    let ramp = MaintenanceRamp { from: Ratio(from), towards: regime(number), since: time(since)? };
    let after = ramp.retargeted(regime(next), time(now)?)?;
    two(after.from.0, after.value_ceil(time(later)?)?.0)
}

pub(super) fn variance([variance, logarithm, seconds, memory, _, _]: [i128; 6]) -> Outcome {
    let (seconds, memory) = (time(seconds)?, Memory { picoseconds: time(memory)? });
    let counted = clamped_return(Ratio(logarithm), seconds)?;
    let kept = memory.kept(seconds);
    Ok([next_variance_floor(Ratio(variance), counted, kept, seconds)?.0, counted.0, kept.0])
}

pub(super) fn discount([rate, years, gain, loss, of_rate, value]: [i128; 6]) -> Outcome {
    let exponents = OURS.discount.exponents_ceil(Ratio(rate), Ratio(years))?;
    let factors = OURS.discount.factors(Ratio(gain), Ratio(loss), Ratio(of_rate))?;
    let sum = exponents.gain.0.wrapping_add(exponents.loss.0).wrapping_add(exponents.rate.0);
    Ok([sum, factors.loss.0, factors.counted_floor(Cash(value))?.0])
}

pub(super) fn shocks([volatility, multiplier, seconds, years, moneyness, _]: [i128; 6]) -> Outcome {
    let (volatility, multiplier) = (Ratio(volatility), Ratio(multiplier));
    let (base, _) = OURS.volatility.multiplier_ceil(time(seconds)?)?;
    let up = OURS.volatility.up_ceil(volatility, multiplier)?;
    let down = OURS.volatility.down_floor(volatility, multiplier)?;
    let skew = OURS.skew.at(Ratio(years))?;
    let tilted = skew.tilted_floor(volatility, Ratio(moneyness), moneyness & 1 == 0)?;
    Ok([up.0.wrapping_add(down.0), base.0, tilted.0])
}

pub(super) fn losses([size, price, value, gain, loss, number]: [i128; 6]) -> Outcome {
    let mut memory = [Cash::ZERO; 53];
    let mut scenarios = Scenarios::new(&OURS, &mut memory)?;
    let mut book = LinearBook::default();
    book.add(Size(size), Price(price))?;
    scenarios.add_linear(&book)?;
    scenarios.add_roll(book.gross_ceil)?;
    scenarios.add_option_dollars(Size(size), book.value_floor, Cash(value))?;
    let rows = [Cash(value >> 1); 55];
    let factors = DiscountFactors { gain: Ratio(gain), loss: Ratio(loss) };
    scenarios.add_options(&ExpiryValues { value: Cash(value), rows: &rows }, factors)?;
    let (up, down) = (Cash(value >> 2), Cash(value >> 3));
    let years = Ratio(gain);
    scenarios.add_basis(&Basis { value: Cash(value), up, down, futures: book, years })?;
    let losses = scenarios.losses(regime(number))?;
    let multipliers = OURS.multipliers_ceil(regime(number), Ratio::ONE, Rates::ONE, Ratio(gain))?;
    let balances = losses.balances_floor(multipliers)?;
    Ok([balances.initial.0, balances.maintenance.0, losses.stressed.0])
}

pub(super) fn strike_addons([strike, size, other, more, index, rate]: [i128; 6]) -> Outcome {
    let legs = [(Price(strike), Size(size)), (Price(other), Size(more))];
    let rates = pair(rate >> 1, rate);
    let addons = strike_addons_ceil(legs, Price(index), rates)?;
    two(addons.initial.0, addons.maintenance.0)
}

pub(super) fn socialised([loss, locked, cash, _, _, _]: [i128; 6]) -> Result<[i128; 3], MathError> {
    let shared = crate::risk::waterfall::socialised_floor(Cash(loss), Cash(locked), Cash(cash))?;
    Ok([shared.profit_scale.0, shared.cash_scale.0, shared.uncovered.0])
}
