//! Forward and strike as the formula sees them.

use crate::MathError;
use crate::fixed::ln::ln_ratio;
use crate::fixed::quantity::Price;
use crate::fixed::real::Real;
use crate::pricing::expiry::Expiry;

/// Where the discount applies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Model {
    /// To the result: the underlying is a forward.
    Forward,
    /// To the strike: the underlying is held.
    Spot,
}

/// Binary places below 18 decimals that prices keep until they are rounded.
pub(in crate::pricing) const GUARD: i32 = 16;
/// Prices from here on, 2.6e15, have no room for them.
pub(in crate::pricing) const LARGEST: u128 = 1 << 111;

/// Forward and strike as the formula sees them.
#[derive(Clone, Copy)]
pub(in crate::pricing) struct Sides {
    pub(in crate::pricing) underlying: Real,
    pub(in crate::pricing) strike: Real,
    /// ln(strike/underlying), in units of 2⁻⁶⁴.
    pub(in crate::pricing) moneyness: i128,
    /// Its magnitude; near the money with 64 significant bits.
    pub(super) distance: Real,
    /// Discounted underlying less discounted strike, guarded.
    pub(in crate::pricing) intrinsic: i128,
    /// Its magnitude, at 18 decimals, and its sign: all ones if negative, else zero.
    pub(super) difference: Real,
    pub(super) difference_sign: i64,
    /// What the result is multiplied with.
    pub(in crate::pricing) discount: Real,
    /// All ones if the put is the kind that is out of the money, else zero.
    pub(super) put_out: i64,
}

impl Sides {
    /// Options on a forward.
    #[inline]
    pub(in crate::pricing) fn forward(
        forward: Price,
        strike: Price,
        of: &Expiry,
    ) -> Result<Self, MathError> {
        Self::new(Model::Forward, forward, strike, of)
    }

    /// Options on what is held.
    #[inline]
    pub(in crate::pricing) fn spot(
        spot: Price,
        strike: Price,
        of: &Expiry,
    ) -> Result<Self, MathError> {
        Self::new(Model::Spot, spot, strike, of)
    }

    /// The smaller of underlying and strike.
    #[inline(always)]
    pub(in crate::pricing) const fn nearer(&self) -> Real {
        picked(self.underlying, self.strike, self.put_out)
    }

    #[inline(always)]
    pub(super) fn new(
        model: Model,
        underlying: Price,
        strike: Price,
        of: &Expiry,
    ) -> Result<Self, MathError> {
        let (a, b) = (underlying.0 as u128, strike.0 as u128);
        // Negative numbers are above the bound as well.
        if a | b >= LARGEST {
            return Err(if (a | b) >> 127 == 0 {
                MathError::Overflow
            } else {
                MathError::OutOfDomain
            });
        }
        let (real_a, real_b) = (Real::from_integer(a), Real::from_integer(b));
        let moneyness = ln_ratio(real_b, real_a);
        // a | b has the length of the greater.
        let exponent = Real::from_integer(a | b).exponent();
        if exponent.wrapping_add(of.discount.exponent()) > 62 - 64 - GUARD {
            return Err(MathError::Overflow);
        }
        Ok(match model {
            Model::Forward => {
                let (difference, sign) = discounted_difference(a, b, of.discount);
                Self {
                    underlying: real_a,
                    strike: real_b,
                    moneyness,
                    distance: distance(moneyness, a, b),
                    intrinsic: negated(difference.scaled(GUARD).nearest(), sign),
                    difference,
                    difference_sign: sign,
                    discount: of.discount,
                    put_out: 0i64.wrapping_sub((b < a) as i64),
                }
            }
            Model::Spot => {
                let is_even = of.rate_time == 0;
                let moneyness = moneyness.wrapping_sub(of.rate_time);
                let distance = if is_even { distance(moneyness, a, b) } else { whole(moneyness) };
                let strike = real_b.times(of.discount).scaled(GUARD);
                Self {
                    underlying: real_a,
                    strike: strike.scaled(-GUARD),
                    moneyness,
                    distance,
                    intrinsic: ((a << GUARD) as i128).wrapping_sub(strike.nearest()),
                    difference: Real::ZERO,
                    difference_sign: 0,
                    discount: Real::ONE,
                    put_out: (moneyness >> 64) as i64 >> 63,
                }
            }
        })
    }
}

/// |a − b|·d, and the sign of a − b: all ones if negative, else zero.
#[inline(always)]
fn discounted_difference(a: u128, b: u128, discount: Real) -> (Real, i64) {
    let difference = (a as i128).wrapping_sub(b as i128);
    let sign = (difference >> 64) as i64 >> 63;
    (Real::from_integer(negated(difference, sign) as u128).times(discount), sign)
}

/// Logarithms below this, 2⁻²⁰, are taken as series.
const NEAR: u128 = 1 << 44;
const THIRD: Real = Real::new(3, 0).inverse();

/// |ln(b/a)|, of which `moneyness` has 64 places: near the money that is not enough where s is small, and the
/// greeks that change sign there would show it.
#[inline(always)]
fn distance(moneyness: i128, a: u128, b: u128) -> Real {
    if moneyness.unsigned_abs() >= NEAR || a == 0 || b == 0 {
        return whole(moneyness);
    }
    near_distance(a, b)
}

/// The same of numbers that differ little: 2·atanh z = 2z(1 + z²/3 + …), z = |b − a|/(b + a) < 2⁻²¹.
///
/// # Accuracy
/// A relative 2⁻⁶⁰; the term left out is below 2⁻⁸⁶.
#[inline(never)]
fn near_distance(a: u128, b: u128) -> Real {
    let sum = Real::from_integer(a.wrapping_add(b));
    let z = Real::from_integer(a.abs_diff(b)).times(sum.inverse());
    z.plus(z.times(z).times(z).times(THIRD)).scaled(1)
}

#[inline(always)]
const fn whole(moneyness: i128) -> Real {
    Real::from_integer(moneyness.unsigned_abs()).scaled(-64)
}

/// The first, or the second if the mask is all ones.
#[inline(always)]
pub(super) const fn picked(first: Real, second: Real, mask: i64) -> Real {
    Real::picked(first, second, mask)
}

/// `−value` if the mask is all ones.
#[inline(always)]
pub(super) const fn negated(value: i128, mask: i64) -> i128 {
    (value ^ mask as i128).wrapping_sub(mask as i128)
}
