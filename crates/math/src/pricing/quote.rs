//! Prices and Greeks of a call and a put, in one pass.
//!
//! Both models are one: Black–Scholes is Black-76 on the spot, with the strike discounted instead of the result.

mod sides;

pub(super) use sides::{GUARD, LARGEST, Sides};

use super::expiry::{Expiry, WAD};
use super::time_value::{Deviation, Shape, shape};
use crate::MathError;
use crate::fixed::normal::PLACES;
use crate::fixed::quantity::{Cash, Price, Ratio};
use crate::fixed::real::Real;
use sides::{Model, negated, picked};

/// What depends on the kind of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The price.
    pub price: Price,
    /// ∂V/∂F, or ∂V/∂S.
    pub delta: Ratio,
    /// ∂V/∂t = −∂V/∂T, per year.
    pub theta: Cash,
    /// ∂V/∂r, per 1.00.
    pub rho: Cash,
    /// ∂delta/∂t, per year.
    pub charm: Ratio,
}

/// A call and a put of one strike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The call.
    pub call: Side,
    /// The put.
    pub put: Side,
    /// ∂²V/∂F², of either, for each unit of money: a dear underlying has a gamma far below 10⁻¹⁸, a cheap
    /// one above 10¹⁸, so it keeps 64 significant bits. [`Quote::gamma_decimals`] converts.
    pub gamma: Real,
    /// ∂V/∂σ, per 1.00.
    pub vega: Cash,
    /// ∂delta/∂σ = ∂vega/∂F.
    pub vanna: Ratio,
    /// ∂²V/∂σ².
    pub volga: Cash,
}

impl Quote {
    /// Gamma with this many decimals, to the nearest.
    ///
    /// # Errors
    /// [`MathError::Overflow`] if it does not fit 128 bits; [`MathError::OutOfDomain`] beyond 38 decimals.
    pub fn gamma_decimals(&self, decimals: u32) -> Result<i128, MathError> {
        let unit = 10u128.checked_pow(decimals).ok_or(MathError::OutOfDomain)?;
        self.gamma.times(Real::from_integer(unit)).rounded()
    }
}

/// Black-76: options on a forward. `c = d(F·N(d1) − K·N(d2))`, `p = d(K·N(−d2) − F·N(−d1))`, d = e^(−rT).
///
/// Delta and gamma are derivatives by the forward. Theta is `r·V − ∂V/∂T_v`, rho `−T·V`, charm the
/// change of delta as time passes with the forward fixed.
///
/// # Units
/// See [`crate::pricing`].
///
/// # Domain
/// F, K, σ ≥ 0. At T = 0, σ = 0, K = 0, F = 0 and from σ√T ≥ 24 on the limits; where a derivative has none
/// it is 0, and delta is d/2 for F = K without time.
///
/// # Rounding
/// To the nearest; call less put is `d(F − K)` to the last unit of either.
///
/// # Accuracy
/// Prices: 5e-18 of the greater of forward and strike, and a relative 1e-13 where above 1e-6 of the forward. Greeks: a
/// relative 1e-10 where above 1e-6 of their scale; mostly 1e-13. A unit of the output besides.
///
/// # Errors
/// [`MathError::OutOfDomain`] for negative numbers, [`MathError::Overflow`].
///
/// # Source
/// F. Black, "The pricing of commodity contracts", J. Financial Economics 3 (1976); `docs/math/pricing.md`.
///
/// # Examples
/// ```
/// use ballast_math::pricing::{Expiry, black_76};
/// use ballast_math::{Price, Ratio};
/// // At the money, F·(2N(s/2) − 1) with s = 0.2: 100 · 0.07965567455405796293.
/// let year = Expiry::new(31_536_000, Ratio::ZERO).unwrap();
/// let hundred = Price(100_000_000_000_000_000_000);
/// let quote = black_76(hundred, hundred, Ratio::millionths(200_000), &year).unwrap();
/// assert!(quote.call.price.0.abs_diff(7_965_567_455_405_796_293) < 200);
/// assert_eq!(quote.put.price, quote.call.price);
/// ```
#[inline(never)]
pub fn black_76(
    forward: Price,
    strike: Price,
    volatility: Ratio,
    expiry: &Expiry,
) -> Result<Quote, MathError> {
    quote(Model::Forward, forward, strike, volatility, expiry)
}

/// Black–Scholes: options on what is held. `c = S·N(d1) − d·K·N(d2)`, `p = d·K·N(−d2) − S·N(−d1)`.
///
/// Delta and gamma are derivatives by the spot; charm is with the spot fixed.
///
/// # Units
/// See [`crate::pricing`].
///
/// # Domain
/// As [`black_76`].
///
/// # Accuracy
/// As [`black_76`]; with a rate, vanna, volga and charm a relative 3e-10 where s < 1e-6.
///
/// # Errors
/// As [`black_76`].
///
/// # Source
/// F. Black, M. Scholes, "The pricing of options and corporate liabilities", J. Political Economy 81 (1973).
#[inline(never)]
pub fn black_scholes(
    spot: Price,
    strike: Price,
    volatility: Ratio,
    expiry: &Expiry,
) -> Result<Quote, MathError> {
    quote(Model::Spot, spot, strike, volatility, expiry)
}

#[inline(always)]
fn quote(
    model: Model,
    underlying: Price,
    strike: Price,
    volatility: Ratio,
    expiry: &Expiry,
) -> Result<Quote, MathError> {
    let sides = Sides::new(model, underlying, strike, expiry)?;
    let deviation = expiry.deviation(volatility)?;
    // A mantissa has its top bit unless it is zero.
    let is_empty = (sides.underlying.mantissa() & sides.strike.mantissa()) >> 63 == 0;
    let shape = if is_empty { Shape::NOTHING } else { shape(sides.distance, &deviation) };
    let mut sum = Sum::default();
    let shared = Shared::new(&sides, &shape, &deviation);
    let quote = shared.quote(model, &sides, &deviation, expiry, &mut sum);
    if sum.room < 0 { Err(MathError::Overflow) } else { Ok(quote) }
}

/// Rounds results, and remembers whether one had no room: a sign costs nothing to keep, a branch each would.
#[derive(Default)]
struct Sum {
    room: i32,
}

impl Sum {
    /// The nearest integer, negative if the sign is all ones.
    #[inline(always)]
    fn nearest(&mut self, value: Real, sign: i64) -> i128 {
        self.room |= 62i32.wrapping_sub(value.exponent());
        negated(value.nearest(), sign)
    }

    /// The same with [`GUARD`] places more, for what is added to others.
    #[inline(always)]
    fn guarded(&mut self, value: Real, sign: i64) -> i128 {
        self.nearest(value.scaled(GUARD), sign)
    }
}

/// What prices and Greeks have in common.
struct Shared {
    shape: Shape,
    /// Discounted value of the kind out of the money.
    time_value: Real,
    /// d·F·n(d1) = d·K·n(d2): the density in money.
    density: Real,
    /// d·n(d1).
    density_ratio: Real,
    /// 1/F.
    inverse: Real,
    /// N(−g).
    far_tail: Real,
    /// 1/s.
    inverse_deviation: Real,
}

impl Shared {
    #[inline(always)]
    fn new(sides: &Sides, shape: &Shape, of: &Deviation) -> Self {
        let put_out = sides.put_out;
        let near = picked(sides.underlying, sides.strike, put_out);
        let far = picked(sides.strike, sides.underlying, put_out);
        let discounted = near.rough_times(sides.discount);
        let density = discounted.rough_times(shape.density);
        let inverse = sides.underlying.rough_inverse();
        // e^k·n(g) = n(h): n(g) is n(h)·near/far.
        let ratio = near.rough_times(far.rough_inverse());
        Self {
            shape: *shape,
            time_value: discounted.rough_times(shape.time_value),
            density,
            density_ratio: density.rough_times(inverse),
            inverse,
            far_tail: ratio.rough_times(shape.density).rough_times(Real::new(shape.far_mills, -62)),
            inverse_deviation: of.inverse(),
        }
    }

    #[inline(always)]
    fn quote(
        &self,
        model: Model,
        sides: &Sides,
        deviation: &Deviation,
        of: &Expiry,
        sum: &mut Sum,
    ) -> Quote {
        // |d1|, |d2| and their signs: d1 = −h, d2 = −g where the call is out, else d1 = g, d2 = h.
        let (near_sign, put_out) = (self.shape.near >> 63, sides.put_out);
        let (near, far) = (argument(self.shape.near), argument(self.shape.far));
        let d2 = picked(far, near, put_out);
        let d2_sign = !put_out | near_sign;
        let slope = self.density_ratio.rough_times(d2);
        let vega = self.density.rough_times(of.root);
        // 1/σ = √T/s and 1/√T = σ/s: no division more.
        let per_volatility = of.root.rough_times(self.inverse_deviation);
        let per_root = deviation.volatility().rough_times(self.inverse_deviation).scaled(-1);
        let volga = vega.rough_times(per_volatility).rough_times(near).rough_times(far);
        let slope = slope.rough_times(WAD);
        let vanna = slope.rough_times(per_volatility);
        let by_time = per_root.rough_times(of.decay);
        let decay = slope.rough_times(per_root).rough_times(by_time).scaled(1);
        let theta = self.density.rough_times(deviation.volatility()).rough_times(by_time);
        let (theta, decay) = (sum.guarded(theta, -1), sum.guarded(decay, d2_sign));
        let (call, put) = match model {
            Model::Forward => self.forward_sides(sides, of, theta, decay, sum),
            Model::Spot => self.spot_sides(sides, of, theta, decay, sum),
        };
        Quote {
            call,
            put,
            gamma: self
                .density_ratio
                .rough_times(self.inverse)
                .rough_times(self.inverse_deviation)
                .rough_times(WAD)
                .normalised(),
            vega: Cash(sum.nearest(vega, 0)),
            vanna: Ratio(sum.nearest(vanna, !d2_sign)),
            volga: Cash(sum.nearest(volga, near_sign)),
        }
    }

    /// Prices of call and put, guarded: the time value, and what the kind in the money has more.
    #[inline(always)]
    fn prices(&self, sides: &Sides) -> (i128, i128) {
        // At most the greater of d·F and d·K, which was checked.
        let out = self.time_value.scaled(GUARD).nearest();
        let sign = (sides.intrinsic >> 64) as i64 >> 63;
        let below = sides.intrinsic & sign as i128;
        (out.wrapping_add(sides.intrinsic).wrapping_sub(below), out.wrapping_sub(below))
    }

    /// Deltas of call and put: d·N(d1) and d·N(d1) − d, the smaller from its tail.
    #[inline(always)]
    fn deltas(&self, sides: &Sides, sum: &mut Sum) -> (i128, i128) {
        let unit = sides.discount.rough_times(WAD);
        let tail = picked(self.shape.near_tail, self.far_tail, sides.put_out);
        let (out, whole) = (sum.nearest(unit.rough_times(tail), 0), sum.nearest(unit, 0));
        // The call's: that of the tail, or the rest of the whole.
        let call = negated(out, sides.put_out).wrapping_add(whole & sides.put_out as i128);
        (call, call.wrapping_sub(whole))
    }

    /// What is proportional to the prices, guarded: of the call and of the put.
    #[inline(always)]
    fn shares(&self, sides: &Sides, factor: Real, sum: &mut Sum) -> (i128, i128) {
        let out = sum.guarded(self.time_value.rough_times(factor), 0);
        let whole = sum.guarded(sides.difference.rough_times(factor), 0);
        let below = whole & sides.difference_sign as i128;
        (out.wrapping_add(whole).wrapping_sub(below), out.wrapping_add(below))
    }

    #[inline(always)]
    fn forward_sides(
        &self,
        sides: &Sides,
        of: &Expiry,
        theta: i128,
        decay: i128,
        sum: &mut Sum,
    ) -> (Side, Side) {
        let (prices, deltas) = (self.prices(sides), self.deltas(sides, sum));
        let rhos = self.shares(sides, of.time, sum);
        let carries = self.shares(sides, of.rate_magnitude, sum);
        let unit = sides.discount.rough_times(WAD).rough_times(of.rate_magnitude);
        let tail = picked(self.shape.near_tail, self.far_tail, sides.put_out);
        let (out, whole) = (sum.guarded(unit.rough_times(tail), 0), sum.guarded(unit, 0));
        let call_drift = negated(out, sides.put_out).wrapping_add(whole & sides.put_out as i128);
        let side = |price: i128, delta: i128, rho: i128, carry: i128, drift: i128| Side {
            price: Price(settled(price)),
            delta: Ratio(delta),
            theta: Cash(settled(theta.wrapping_add(negated(carry, of.rate_sign)))),
            rho: Cash(settled(rho.wrapping_neg())),
            charm: Ratio(settled(decay.wrapping_add(negated(drift, of.rate_sign)))),
        };
        let put_drift = call_drift.wrapping_sub(whole);
        (
            side(prices.0, deltas.0, rhos.0, carries.0, call_drift),
            side(prices.1, deltas.1, rhos.1, carries.1, put_drift),
        )
    }

    #[inline(always)]
    fn spot_sides(
        &self,
        sides: &Sides,
        of: &Expiry,
        theta: i128,
        decay: i128,
        sum: &mut Sum,
    ) -> (Side, Side) {
        let (call, put) = self.prices(sides);
        let (call_delta, put_delta) = self.deltas(sides, sum);
        let (rate, sign) = (of.rate_magnitude, of.rate_sign);
        // d·K·N(d2) of the call or d·K·N(−d2) of the put: that of the kind out of the money from its tail.
        let tail = picked(self.far_tail, self.shape.near_tail, sides.put_out);
        let (out, whole) = (sides.strike.times(tail), sides.strike);
        let mut cash = |factor: Real| {
            let (out, whole) = (
                sum.guarded(out.rough_times(factor), 0),
                sum.guarded(whole.rough_times(factor), 0),
            );
            let call = negated(out, sides.put_out).wrapping_add(whole & sides.put_out as i128);
            (call, call.wrapping_sub(whole))
        };
        let ((call_rho, put_rho), (call_carry, put_carry)) = (cash(of.time), cash(rate));
        let drift = self
            .density_ratio
            .rough_times(self.inverse_deviation)
            .rough_times(rate)
            .rough_times(WAD);
        let charm = Ratio(settled(decay.wrapping_add(sum.guarded(drift, !sign))));
        let side = |price: i128, delta: i128, carry: i128, rho: i128| Side {
            price: Price(settled(price)),
            delta: Ratio(delta),
            theta: Cash(settled(theta.wrapping_sub(negated(carry, sign)))),
            rho: Cash(settled(rho)),
            charm,
        };
        (side(call, call_delta, call_carry, call_rho), side(put, put_delta, put_carry, put_rho))
    }
}

/// A guarded amount at 18 decimals, to the nearest.
#[inline(always)]
const fn settled(amount: i128) -> i128 {
    amount.wrapping_add(1 << (GUARD - 1)) >> GUARD
}

/// An argument of the normal distribution, without its sign.
#[inline(always)]
const fn argument(value: i64) -> Real {
    Real::new(value.unsigned_abs(), PLACES.wrapping_neg())
}
