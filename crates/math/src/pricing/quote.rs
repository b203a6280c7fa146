//! Prices and Greeks of a call and a put, in one pass.
//!
//! Both models are one: Black–Scholes is Black-76 on the spot, with the strike discounted instead of the result.

use super::amount::{guard, scaled, settled};
use super::expiry::{Expiry, WAD};
use super::time_value::{Deviation, Shape, shape};
use crate::MathError;
use crate::fixed::ln::ln_ratio;
use crate::fixed::normal::PLACES;
use crate::fixed::quantity::{Cash, Price, Ratio};
use crate::fixed::real::Real;

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

/// Where the discount applies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Model {
    /// To the result: the underlying is a forward.
    Forward,
    /// To the strike: the underlying is held.
    Spot,
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
/// Prices: 2e-18 of the forward, and 1e-12 of themselves where above 1e-6 of it. Greeks: a relative 1e-14
/// where above 1e-6 of their scale. One unit of the output besides.
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
/// // At the money, F·(2N(s/2) − 1) with s = 0.2: 100 · 0.0796556745540579629.
/// let year = Expiry::new(31_536_000, Ratio::ZERO).unwrap();
/// let hundred = Price(100_000_000_000_000_000_000);
/// let quote = black_76(hundred, hundred, Ratio::millionths(200_000), &year).unwrap();
/// assert_eq!(quote.call.price.0, 7_965_567_455_405_796_290);
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
/// As [`black_76`].
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

/// Forward and strike as the formula sees them.
#[derive(Clone, Copy)]
struct Sides {
    underlying: Real,
    strike: Real,
    /// ln(strike/underlying), in units of 2⁻⁶⁴.
    moneyness: i128,
    /// Discounted underlying less discounted strike, guarded.
    intrinsic: i128,
    /// What the result is multiplied with.
    discount: Real,
    guard: u32,
}

impl Sides {
    #[inline(always)]
    fn new(model: Model, underlying: Price, strike: Price, of: &Expiry) -> Result<Self, MathError> {
        let (Ok(a), Ok(b)) = (u128::try_from(underlying.0), u128::try_from(strike.0)) else {
            return Err(MathError::OutOfDomain);
        };
        let guard = guard(a | b);
        let (real_a, real_b) = (Real::from_integer(a), Real::from_integer(b));
        let moneyness = ln_ratio(real_b, real_a);
        let (difference, is_below) = (a.abs_diff(b), a < b);
        Ok(match model {
            Model::Forward => {
                let size = scaled(difference, of.discount, guard)? as i128;
                Self {
                    underlying: real_a,
                    strike: real_b,
                    moneyness,
                    intrinsic: if is_below { size.wrapping_neg() } else { size },
                    discount: of.discount,
                    guard,
                }
            }
            Model::Spot => Self {
                underlying: real_a,
                strike: real_b.times(of.discount),
                moneyness: moneyness.checked_sub(of.rate_time).ok_or(MathError::Overflow)?,
                intrinsic: ((a << guard) as i128)
                    .wrapping_sub(scaled(b, of.discount, guard)? as i128),
                discount: Real::ONE,
                guard,
            },
        })
    }

    /// Whether the call is the kind that is out of the money.
    #[inline(always)]
    const fn is_call_out(&self) -> bool {
        self.moneyness >= 0
    }

    /// The smaller of the two, and the greater.
    #[inline(always)]
    const fn ordered(&self) -> (Real, Real) {
        if self.is_call_out() { (self.underlying, self.strike) } else { (self.strike, self.underlying) }
    }
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
    let deviation = Deviation::new(expiry.deviation(volatility)?);
    let (near, far) = sides.ordered();
    let shape = if near.is_zero() {
        Shape::NOTHING
    } else {
        shape(sides.moneyness.unsigned_abs(), &deviation)
    };
    let shared = Shared::new(&sides, near, far, &shape, &deviation);
    shared.quote(model, &sides, &deviation, expiry)
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
}

impl Shared {
    #[inline(always)]
    fn new(sides: &Sides, near: Real, far: Real, shape: &Shape, _of: &Deviation) -> Self {
        let discounted = near.times(sides.discount);
        let density = discounted.times(shape.density);
        let inverse = sides.underlying.inverse();
        // e^k·n(g) = n(h): n(g) is the density in money over the greater of the two.
        let far_inverse = if sides.is_call_out() { far.inverse() } else { inverse };
        let far_density = near.times(shape.density).times(far_inverse);
        Self {
            shape: *shape,
            time_value: discounted.times(shape.time_value),
            density,
            density_ratio: density.times(inverse),
            inverse,
            far_tail: far_density.times(Real::new(shape.far_mills, -62)),
        }
    }

    #[inline(always)]
    fn quote(
        &self,
        model: Model,
        sides: &Sides,
        deviation: &Deviation,
        of: &Expiry,
    ) -> Result<Quote, MathError> {
        let is_call_out = sides.is_call_out();
        // |d1|, |d2| and their signs: d1 = −h, d2 = −g where the call is out, else d1 = g, d2 = h.
        let (h, g) = (argument(self.shape.near), argument(self.shape.far));
        let is_h_negative = self.shape.near < 0;
        let (d2, is_d2_negative) =
            if is_call_out { (g, true) } else { (h, is_h_negative) };
        let by_variance = self.density.times(deviation.inverse());
        let vega = self.density.times(of.root);
        let volga = by_variance.times(of.variance_time).times(h).times(g);
        let slope = self.density_ratio.times(d2);
        let vanna = slope.times(of.root).times(deviation.inverse()).times(WAD);
        let decay = slope.times(of.inverse).scaled(-1).times(WAD);
        let gamma = self.density_ratio.times(self.inverse).times(deviation.inverse()).times(WAD);
        let theta = self.density.times(deviation.value()).times(of.inverse).scaled(-1);
        let decay = negated(decay.rounded()?, is_d2_negative);
        let theta = theta.rounded()?.wrapping_neg();
        let (call, put) = match model {
            Model::Forward => self.forward_sides(sides, of, theta, decay)?,
            Model::Spot => self.spot_sides(sides, deviation, of, theta, decay)?,
        };
        Ok(Quote {
            call,
            put,
            gamma,
            vega: Cash(vega.rounded()?),
            vanna: Ratio(negated(vanna.rounded()?, !is_d2_negative)),
            volga: Cash(negated(volga.rounded()?, is_h_negative)),
        })
    }

    /// Prices of call and put, guarded: the time value, and what the kind in the money has more.
    #[inline(always)]
    fn prices(&self, sides: &Sides) -> Result<(i128, i128), MathError> {
        let out = self.time_value.scaled(sides.guard as i32).rounded()?;
        let call = out.checked_add(sides.intrinsic.max(0)).ok_or(MathError::Overflow)?;
        let put = out.checked_sub(sides.intrinsic.min(0)).ok_or(MathError::Overflow)?;
        Ok((call, put))
    }

    /// Deltas of call and put: d·N(d1) and d·N(d1) − d, the smaller from its tail.
    #[inline(always)]
    fn deltas(&self, sides: &Sides) -> Result<(i128, i128), MathError> {
        let unit = sides.discount.times(WAD);
        let whole = unit.rounded()?;
        Ok(if sides.is_call_out() {
            let call = unit.times(self.shape.near_tail).rounded()?;
            (call, call.wrapping_sub(whole))
        } else {
            let put = unit.times(self.far_tail).rounded()?;
            (whole.wrapping_sub(put), put.wrapping_neg())
        })
    }

    #[inline(always)]
    fn forward_sides(
        &self,
        sides: &Sides,
        of: &Expiry,
        theta: i128,
        decay: i128,
    ) -> Result<(Side, Side), MathError> {
        let rate = Real::from_integer(of.rate.unsigned_abs()).times(super::expiry::PER_WAD);
        let (call, put) = self.prices(sides)?;
        let (call_delta, put_delta) = self.deltas(sides)?;
        let side = |price: i128, delta: i128| -> Result<Side, MathError> {
            let value = Real::from_integer(price.unsigned_abs()).scaled((sides.guard as i32).wrapping_neg());
            let carry = negated(value.times(rate).rounded()?, of.rate < 0);
            let drift = Real::from_integer(delta.unsigned_abs()).times(rate).rounded()?;
            Ok(Side {
                price: Price(settled(price, sides.guard)),
                delta: Ratio(delta),
                theta: Cash(sum(theta, carry)?),
                rho: Cash(value.times(of.time).rounded()?.wrapping_neg()),
                charm: Ratio(sum(decay, negated(drift, (delta < 0) != (of.rate < 0)))?),
            })
        };
        Ok((side(call, call_delta)?, side(put, put_delta)?))
    }

    #[inline(always)]
    fn spot_sides(
        &self,
        sides: &Sides,
        deviation: &Deviation,
        of: &Expiry,
        theta: i128,
        decay: i128,
    ) -> Result<(Side, Side), MathError> {
        let rate = Real::from_integer(of.rate.unsigned_abs()).times(super::expiry::PER_WAD);
        let (call, put) = self.prices(sides)?;
        let (call_delta, put_delta) = self.deltas(sides)?;
        // d·K·N(d2) of the call or d·K·N(−d2) of the put: that of the kind out of the money from its tail.
        let tail = if sides.is_call_out() { self.far_tail } else { self.shape.near_tail };
        let (out, whole) = (sides.strike.times(tail), sides.strike);
        let cash = |factor: Real| -> Result<(i128, i128), MathError> {
            let (out, whole) = (out.times(factor).rounded()?, whole.times(factor).rounded()?);
            let other = whole.wrapping_sub(out);
            Ok(if sides.is_call_out() { (out, other) } else { (other, out) })
        };
        let (call_rho, put_rho) = cash(of.time)?;
        let (call_carry, put_carry) = cash(rate)?;
        let is_negative = of.rate < 0;
        let drift = self.density_ratio.times(deviation.inverse()).times(rate).times(WAD).rounded()?;
        let charm = Ratio(sum(decay, negated(drift, !is_negative))?);
        let side = |price: i128, delta: i128, carry: i128, rho: i128| -> Result<Side, MathError> {
            Ok(Side {
                price: Price(settled(price, sides.guard)),
                delta: Ratio(delta),
                theta: Cash(sum(theta, carry)?),
                rho: Cash(rho),
                charm,
            })
        };
        Ok((
            side(call, call_delta, negated(call_carry, !is_negative), call_rho)?,
            side(put, put_delta, negated(put_carry, is_negative), put_rho.wrapping_neg())?,
        ))
    }
}

/// An argument of the normal distribution, without its sign.
#[inline(always)]
const fn argument(value: i64) -> Real {
    Real::new(value.unsigned_abs(), PLACES.wrapping_neg())
}

/// `−value` if asked.
#[inline(always)]
const fn negated(value: i128, is_negative: bool) -> i128 {
    if is_negative { value.wrapping_neg() } else { value }
}

#[inline(always)]
fn sum(a: i128, b: i128) -> Result<i128, MathError> {
    a.checked_add(b).ok_or(MathError::Overflow)
}
