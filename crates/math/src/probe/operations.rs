//! What the probe can run.

use super::{MAX_ARGUMENTS, Operation, account, portfolio};
use crate::MathError;
use crate::fixed::decay::decay;
use crate::fixed::exp::exp;
use crate::fixed::exp_bounds::exp_bounds;
use crate::fixed::ln::ln_ratio;
use crate::fixed::normal;
use crate::fixed::pow::pow;
use crate::fixed::quantity::{Cash, Price, Ratio, Size};
use crate::fixed::real::Real;
use crate::fixed::sqrt::integer_root_floor;
use crate::fixed::{
    div_ceil, div_floor, mul_bounds, mul_ceil, mul_div_ceil, mul_div_floor, mul_floor, sqrt_ceil,
    sqrt_floor,
};
use crate::pricing::Kind;
use crate::pricing::scenario::{Leg, Level, Shock};
use crate::pricing::{Expiry, Quote, Side, black_76, black_scholes, implied_volatility};
use crate::risk::funding::{
    Funding, FundingRate, accrued_index, funding_owed_ceil, hourly_rate, rate_bound_floor,
};
use crate::risk::linear::{
    LinearBook, LinearRates, crowding_ceil, effective_rates_ceil, linear_requirement_ceil,
    size_factor_ceil,
};
use crate::risk::liquidation::{
    capacity_used, insolvent_payout_floor, keeper_reward, start_fee_ceil, taken, takeover_price,
};
use crate::risk::observation::Observed;
use crate::risk::portfolio::{OURS, linear_addon_ceil};
use crate::risk::premium::{FillPremium, PremiumAverage, blended, mark_price_floor};
use crate::risk::{
    Rates, bounds, collateral, confidence, debt, latency::latency_ceil, liquidity, stable_price,
    vesting, waterfall,
};

pub(super) type Outcome = Result<[i128; 3], MathError>;

type Run = fn([i128; MAX_ARGUMENTS]) -> Outcome;

/// Runs operation `number`; nothing if there is none.
pub(super) fn operate(number: u8, arguments: [i128; MAX_ARGUMENTS]) -> Option<Outcome> {
    RUNS.get(usize::from(number)).map(|run| run(arguments))
}

macro_rules! operations {
    ($($name:ident($($argument:ident),*) => $body:expr;)*) => {
        /// The operations; the place of one is its number.
        pub const OPERATIONS: &[Operation] = &[$(
            Operation { name: stringify!($name), arguments: [$(stringify!($argument)),*].len() }
        ),*];

        /// What each runs.
        const RUNS: &[Run] =
            &[$(|[$($argument,)* ..]: [i128; MAX_ARGUMENTS]| -> Outcome { $body }),*];
    };
}

operations! {
    mul_floor(a, b) => one(mul_floor(a, b)?);
    mul_ceil(a, b) => one(mul_ceil(a, b)?);
    mul_bounds(a, b) => { let (floor, ceil) = mul_bounds(a, b)?; two(floor, ceil) };
    div_floor(a, b) => one(div_floor(a, b)?);
    div_ceil(a, b) => one(div_ceil(a, b)?);
    mul_div_floor(a, b, c) => one(mul_div_floor(a, b, c)?);
    mul_div_ceil(a, b, c) => one(mul_div_ceil(a, b, c)?);
    sqrt_floor(a) => one(sqrt_floor(a)?);
    sqrt_ceil(a) => one(sqrt_ceil(a)?);
    integer_root_floor(a) => one(integer_root_floor(a as u128) as i128);
    decay(elapsed, window) => one(decay(time(elapsed)?, time(window)?) as i128);
    latency_ceil(age) => rates(latency_ceil(time(age)?));
    size_factor_ceil(net, scale) => one(size_factor_ceil(Cash(net), Cash(scale))?.0);
    crowding_ceil(open_interest, low, high) => {
        one(crowding_ceil(Size(open_interest), Size(low), Size(high))?.0)
    };
    effective_rates_ceil(initial, maintenance, initial_regime, maintenance_regime, factor, crowd) => {
        let regime = pair(initial_regime, maintenance_regime);
        let pair = pair(initial, maintenance);
        rates(effective_rates_ceil(pair, regime, Ratio(factor), Ratio(crowd))?)
    };
    linear_requirement_ceil(size, price, other_size, other_price, initial, maintenance) => {
        let mut book = LinearBook::default();
        book.add(Size(size), Price(price))?;
        book.add(Size(other_size), Price(other_price))?;
        let outright = pair(initial, maintenance);
        let spread = pair(initial >> 2, maintenance >> 2);
        let latency = pair(Ratio::ONE.0, Ratio::ONE.0);
        let margin = linear_requirement_ceil(&book, &LinearRates { outright, spread }, latency)?;
        Ok([margin.initial.0, margin.maintenance.0, book.value_floor.0])
    };
    liquidity_ceil(delta, annual, volume) => {
        let daily = liquidity::daily_volatility_ceil(Ratio(annual))?;
        one(liquidity::liquidity_ceil(Cash(delta), daily, Cash(volume))?.0)
    };
    concentration_ceil(notional, cap) => {
        one(liquidity::concentration_ceil(Cash(notional), Cash(cap))?.0)
    };
    leverage_bound_ceil(gross, rate) => {
        one(bounds::leverage_bound_ceil(Cash(gross), Ratio(rate))?.0)
    };
    premium_after_fill(value, at, now, premium, weight) => {
        let average = PremiumAverage { value: Ratio(value), at: time(at)? };
        let fill = FillPremium { premium: Ratio(premium), weight: Ratio(weight).clamped_to_unit() };
        let now = time(now)?;
        let after = average.after_fill(now, fill);
        Ok([after.value.0, after.at as i128, average.value_at(now).0])
    };
    fill_premium(price, index, notional, impact) => {
        let fill = FillPremium::new(Price(price), Price(index), Cash(notional), Cash(impact))?;
        two(fill.premium.0, fill.weight.0)
    };
    blended(signed, age, average) => one(blended(Ratio(signed), time(age)?, Ratio(average))?.0);
    mark_price_floor(index, premium) => one(mark_price_floor(Price(index), Ratio(premium))?.0);
    hourly_rate(premium, initial, maintenance) => {
        let bound = rate_bound_floor(pair(initial, maintenance))?;
        two(hourly_rate(Ratio(premium), bound)?.0, bound.0)
    };
    funding_rate(rate, index, seconds) => {
        let rate = FundingRate::from_hourly(Ratio(rate), Price(index))?;
        let over = rate.over_floor(time(seconds)?)?;
        Ok([rate.mantissa as i128, rate.exponent as i128, over.0])
    };
    accrued_index(index, mantissa, exponent, interest_price, seconds) => {
        let rate = FundingRate { mantissa: mantissa as i64, exponent: exponent as i8 };
        let funding = Funding { rate, interest_price: Price(interest_price) };
        let seconds = time(seconds)?;
        let next = accrued_index(Price(index), &funding, seconds)?;
        two(next.0, funding.rate_at_floor(seconds)?.0)
    };
    funding_owed_ceil(size, from, to) => {
        one(funding_owed_ceil(Size(size), Price(from), Price(to))?.0)
    };
    interest_ceil(shortfall, total, custody, seconds) => {
        let utilisation = debt::utilisation_ceil(Cash(total), Cash(custody))?;
        let rate = debt::interest_rate_ceil(utilisation);
        two(debt::interest_ceil(Cash(shortfall), rate, time(seconds)?)?.0, rate.0)
    };
    capacity_used(used, per_second, seconds) => {
        let (used, holds) = capacity_used(Size(used), Size(per_second), time(seconds)?)?;
        two(used.0, holds.0)
    };
    keeper_reward(closed, equity, paid, minimum) => {
        one(keeper_reward(Cash(closed), Cash(equity), Cash(paid), Cash(minimum))?.0)
    };
    takeover_price(mark, rate, size, equity) => {
        one(takeover_price(Price(mark), Ratio(rate), Size(size), Cash(equity))?.0)
    };
    collateral_balances_floor(a, b, c, d, e) => account::collateral([a, b, c, d, e, 0]);
    doubt_ceil(confidence, notional, rule) => {
        let rules = (confidence::ConfidenceRule::Ramp, confidence::ConfidenceRule::Jump);
        let rule = if rule & 1 == 0 { rules.0 } else { rules.1 };
        one(confidence::doubt_ceil(rule, Ratio(confidence), Cash(notional))?.0)
    };
    depeg_ceil(stable, index, size) => {
        one(confidence::depeg_ceil(Ratio(stable), Price(index), Size(size))?.0)
    };
    wrong_way_ceil(value, delta, own, span) => {
        let haircut = collateral::volatile_haircut_ceil(Ratio(own), Ratio(span))?;
        two(collateral::wrong_way_ceil(Cash(value), Cash(delta))?.0, haircut.0)
    };
    stable_price(stable, day_ago, spot, seconds) => {
        let (stable, day_ago, spot) = (Price(stable), Price(day_ago), Price(spot));
        one(stable_price::stable_price(stable, day_ago, spot, time(seconds)?)?.0)
    };
    hourly_means(a, b, c, d, e, f) => account::hourly_means([a, b, c, d, e, f]);
    vesting_updated(a, b, c, d, e, f) => account::vesting([a, b, c, d, e, f]);
    vesting_handed_to(a, b, c, d, e) => account::handed([a, b, c, d, e, 0]);
    withdrawable(balance, cash, unvested) => {
        one(vesting::withdrawable(Cash(balance), Cash(cash), Cash(unvested))?.0)
    };
    short_unit_ceil(a, b, c, d, e, f) => account::short_unit([a, b, c, d, e, f]);
    least_payoffs_floor(a, b, c, d, e, f) => account::least_payoffs([a, b, c, d, e, f]);
    option_balances_floor(a, b, c, d, e, f) => account::option_balances([a, b, c, d, e, f]);
    largest_fraction_floor(a, b, c, d) => account::bid([a, b, c, d, 0, 0]);
    price_share_ceil(a, b, c, d) => account::price_share([a, b, c, d, 0, 0]);
    taken(size, fraction) => one(taken(Size(size), Ratio(fraction))?.0);
    start_fee_ceil(equity, buffered) => one(start_fee_ceil(Cash(equity), Cash(buffered))?.0);
    auction_step(a, b, c, d, e, f) => account::step([a, b, c, d, e, f]);
    insolvent_payout_floor(fraction, equity, maintenance, notional, seconds) => {
        let (equity, maintenance, notional) = (Cash(equity), Cash(maintenance), Cash(notional));
        let (fraction, seconds) = (Ratio(fraction), time(seconds)?);
        one(insolvent_payout_floor(fraction, equity, maintenance, notional, seconds)?.0)
    };
    bankruptcy_price(a, b, c, d, e) => account::bankruptcy([a, b, c, d, e, 0]);
    score_floor(a, b, c, d) => account::score([a, b, c, d, 0, 0]);
    pro_rata_cuts(a, b, c, d) => account::cuts([a, b, c, d, 0, 0]);
    insurance_allowance_floor(fund, paid, in_market) => {
        one(waterfall::insurance_allowance_floor(Cash(fund), Cash(paid), Cash(in_market))?.0)
    };
    open_interest_cap_floor(fund, share, gap, maintenance) => {
        let (share, gap, maintenance) = (Ratio(share), Ratio(gap), Ratio(maintenance));
        let cap = waterfall::open_interest_cap_floor(Cash(fund), share, gap, maintenance)?;
        let needed = waterfall::required_insurance_ceil(Cash(fund), share, gap, maintenance)?;
        Ok([cap.is_some() as i128, cap.unwrap_or_default().0, needed.0])
    };
    socialised_floor(a, b, c) => account::socialised([a, b, c, 0, 0, 0]);
    regime_observed(a, b, c, d, e, f) => account::observed([a, b, c, d, e, f]);
    maintenance_ramp(a, b, c, d, e, f) => account::ramp([a, b, c, d, e, f]);
    next_variance_floor(a, b, c, d) => account::variance([a, b, c, d, 0, 0]);
    discount_factors(a, b, c, d, e, f) => account::discount([a, b, c, d, e, f]);
    volatility_shocks(a, b, c, d, e) => account::shocks([a, b, c, d, e, 0]);
    scenario_losses(a, b, c, d, e, f) => account::losses([a, b, c, d, e, f]);
    strike_addons_ceil(a, b, c, d, e, f) => account::strike_addons([a, b, c, d, e, f]);
    linear_addon_ceil(perpetual, futures, index) => {
        let (perpetual, futures) = (Size(perpetual), Size(futures));
        let addon = linear_addon_ceil(perpetual, futures, Price(index), OURS.addons.linear)?;
        two(addon.initial.0, addon.maintenance.0)
    };
    shortfall_limit_floor(collateral, before, after, utilisation, index) => {
        let limit = debt::shortfall_limit_floor(Cash(collateral))?;
        let (before, after) = (Cash(before), Cash(after));
        let is_allowed = debt::is_shortfall_allowed(before, after, limit, Ratio(utilisation));
        Ok([limit.0, is_allowed as i128, debt::forced_sale_price_ceil(Price(index))?.0])
    };
    observed_after(accepted, waiting, price) => {
        let waiting = (waiting > 0).then_some(Price(waiting));
        let after = Observed { accepted: Price(accepted), waiting }.after(Price(price))?;
        two(after.accepted.0, after.waiting.map_or(-1, |waiting| waiting.0))
    };
    exp(x) => real(exp(x));
    ln_ratio(a, b) => one(ln_ratio(magnitude(a), magnitude(b)));
    real_sqrt(a) => real(magnitude(a).sqrt());
    mills(y) => one(normal::mills(argument(y)) as i128);
    density(y) => real(normal::density(argument(y)));
    upper_tail(y) => real(normal::upper_tail(argument(y)));
    inverse(a) => real(magnitude(a).inverse());
    black_76(forward, strike, volatility, seconds, rate) => {
        let expiry = Expiry::new(time(seconds)?, Ratio(rate))?;
        digest(&black_76(Price(forward), Price(strike), Ratio(volatility), &expiry)?)
    };
    black_scholes(spot, strike, volatility, seconds, rate) => {
        let expiry = Expiry::new(time(seconds)?, Ratio(rate))?;
        digest(&black_scholes(Price(spot), Price(strike), Ratio(volatility), &expiry)?)
    };
    expiry(seconds, rate) => {
        let expiry = Expiry::new(time(seconds)?, Ratio(rate))?;
        two(expiry.discount().0, expiry.root_variance_time().mantissa() as i128)
    };
    leg_value(size, strike, forward, multiplier, volatility, seconds) => {
        let expiry = Expiry::new(time(seconds)?, Ratio::ZERO)?;
        let shock = Shock::new(&expiry.deviation(Ratio(volatility))?);
        let kind = if size & 1 == 0 { Kind::Call } else { Kind::Put };
        let leg = Leg::new(kind, Size(size), Price(strike), Price(forward))?;
        let level = Level::new(magnitude(multiplier).scaled(-60))?;
        two(leg.value(&level, &shock).0, leg.value(&Level::UNCHANGED, &shock).0)
    };
    black_76_plain(forward, strike, volatility, seconds, rate) => {
        let expiry = Expiry::new(time(seconds)?, Ratio(rate))?;
        let quote = black_76(Price(forward), Price(strike), Ratio(volatility), &expiry)?;
        two(quote.call.price.0, quote.vega.0)
    };
    leg_only(size, strike, forward, multiplier, volatility, seconds) => {
        let expiry = Expiry::new(time(seconds)?, Ratio::ZERO)?;
        let shock = Shock::new(&expiry.deviation(Ratio(volatility))?);
        let kind = if size & 1 == 0 { Kind::Call } else { Kind::Put };
        let leg = Leg::new(kind, Size(size), Price(strike), Price(forward))?;
        let level = Level::new(magnitude(multiplier).scaled(-60))?;
        one(leg.value(&level, &shock).0)
    };
    implied_volatility(price, forward, strike, seconds, rate) => {
        let expiry = Expiry::new(time(seconds)?, Ratio(rate))?;
        let kind = if price & 1 == 0 { Kind::Call } else { Kind::Put };
        one(implied_volatility(kind, Price(price), Price(forward), Price(strike), &expiry)?.0)
    };
    pow(base, exponent) => one(pow(Ratio(base), Ratio(exponent))?.0);
    exp_bounds(x) => { let (below, above) = exp_bounds(Ratio(x))?; two(below.0, above.0) };
    surface_volatility(a, b, c, d, e, f) => portfolio::volatility([a, b, c, d, e, f]);
    settlement_quote(a, b, c, d, e, f) => portfolio::settlement([a, b, c, d, e, f]);
    portfolio(a, b, c, d, e, f) => portfolio::portfolio([a, b, c, d, e, f]);
    nothing(a, b) => two(a, b);
}

pub(super) fn one(value: i128) -> Outcome {
    Ok([value, 0, 0])
}

pub(super) fn two(first: i128, second: i128) -> Outcome {
    Ok([first, second, 0])
}

/// Both prices, and the other numbers of a quote folded into one.
fn digest(quote: &Quote) -> Outcome {
    let side = |side: &Side| [side.delta.0, side.theta.0, side.rho.0, side.charm.0];
    let [call, put] = [side(&quote.call), side(&quote.put)];
    let gamma = (quote.gamma.mantissa() as i128) << 32 ^ quote.gamma.exponent() as i128;
    let shared = [gamma, quote.vega.0, quote.vanna.0, quote.volga.0];
    let folded = call.iter().chain(&put).chain(&shared);
    let folded = folded.fold(0i128, |sum, value| sum.rotate_left(9) ^ value);
    Ok([quote.call.price.0, quote.put.price.0, folded])
}

fn real(value: Real) -> Outcome {
    two(value.mantissa() as i128, value.exponent() as i128)
}

fn magnitude(value: i128) -> Real {
    Real::from_integer(value.unsigned_abs())
}

/// An argument of the normal kernels: the upper bits, below 16.
fn argument(value: i128) -> i64 {
    (value >> 64) as i64
}

fn rates(rates: Rates) -> Outcome {
    two(rates.initial.0, rates.maintenance.0)
}

pub(super) fn pair(initial: i128, maintenance: i128) -> Rates {
    Rates { initial: Ratio(initial), maintenance: Ratio(maintenance) }
}

pub(super) fn time(seconds: i128) -> Result<u64, MathError> {
    u64::try_from(seconds).map_err(|_| MathError::OutOfDomain)
}
