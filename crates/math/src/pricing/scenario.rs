//! What a leg is worth if the forward and the volatility were others: the kernel of portfolio margin.
//!
//! A portfolio prices each leg some fifty times. What does not change from row to row is prepared once: a
//! [`Leg`] for each option, a [`Level`] for each forward, a [`Shock`] for each leg and volatility. One revaluation
//! is then a subtraction, a product and two polynomials:
//!
//! ```text
//! k = |ln(K/F) − ln x|,   V = q·(intrinsic + min(K, F·x)·b(k, s))
//! ```
//!
//! b is that of [`mod@super::time_value`] with shorter polynomials.
//!
//! # Accuracy
//! 2⁻⁴⁰ = 9e-13 of |q|·min(K, F·x), besides 2e-19 of |q|·max(K, F·x) and one unit.

//!
//! # Examples
//! ```
//! use ballast_math::fixed::real::Real;
//! use ballast_math::pricing::Kind;
//! use ballast_math::pricing::scenario::{Leg, Level, Shock};
//! use ballast_math::pricing::{Expiry, black_76};
//! use ballast_math::{Price, Ratio, Size};
//! const WAD: i128 = 1_000_000_000_000_000_000;
//! // Two calls short, the forward 12.5% up and volatility at 90%.
//! let month = Expiry::new(30 * 86_400, Ratio::ZERO).unwrap();
//! let (forward, strike) = (Price(2_000 * WAD), Price(2_200 * WAD));
//! let leg = Leg::new(Kind::Call, Size(-2 * WAD), strike, forward).unwrap();
//! let up = Level::new(Real::new(9, -3)).unwrap();
//! let shock = Shock::new(&month.deviation(Ratio::millionths(900_000)).unwrap());
//! let value = leg.value(&up, &shock);
//! let quote = black_76(Price(2_250 * WAD), strike, Ratio::millionths(900_000), &month).unwrap();
//! assert!((value.0 + 2 * quote.call.price.0).abs() < WAD / 1_000_000_000);
//! ```

use super::Kind;
use super::time_value::Deviation;
use crate::MathError;
use crate::fixed::coarse::{density, mills};
use crate::fixed::limb::rough_product;
use crate::fixed::ln::ln_ratio;
use crate::fixed::normal::{ONE, PLACES};
use crate::fixed::quantity::{Cash, Price, Size};
use crate::fixed::real::Real;

/// Beyond |h| = 9 the density is below 2⁻⁵⁹.
const LARGEST_NEAR: i64 = 9 << PLACES;
/// ln(K/F) and ln x are kept within ±32, in units of 2⁻⁵⁸.
const LARGEST_LOGARITHM: i128 = 31 << 64;
/// A leg's money stays below 2¹⁰⁰ units, 1.2e12; a level adds at most 2²⁰.
const LARGEST_MONEY: i32 = 36;
const LARGEST_LEVEL: i32 = -43;

/// A position in an option, ready to be revalued.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    /// |q|·F.
    forward: Real,
    /// |q|·K.
    strike: Real,
    /// |q|·K, to the nearest.
    strike_money: i128,
    /// ln(K/F), in units of 2⁻⁵⁸.
    logarithm: i64,
    /// All ones for a put, else zero.
    put: i64,
    /// All ones for a short position, else zero.
    short: i64,
}

/// A forward as a multiple of the one that legs were prepared with.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    multiplier: Real,
    logarithm: i64,
}

/// A volatility over the time of an expiry, ready for revaluations.
#[derive(Clone, Copy, Debug)]
pub struct Shock {
    /// s, in units of 2⁻⁵⁹; 2⁶⁴ − 1 from 32 on.
    deviation: u64,
    /// 1/s.
    inverse: Real,
}

impl Leg {
    /// A position of `size` (negative: short) at today's forward.
    ///
    /// # Domain
    /// F, K ≥ 0; |q|·F and |q|·K below 1.2e12.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for negative prices, [`MathError::Overflow`] for a larger position.
    #[inline]
    pub fn new(kind: Kind, size: Size, strike: Price, forward: Price) -> Result<Self, MathError> {
        Self::discounted(kind, size, strike, forward, Real::ONE)
    }

    /// The same, valued times a discount.
    ///
    /// # Domain
    /// d·|q|·F and d·|q|·K below 1.2e12.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    #[inline]
    pub fn discounted(
        kind: Kind,
        size: Size,
        strike: Price,
        forward: Price,
        discount: Real,
    ) -> Result<Self, MathError> {
        if (strike.0 | forward.0) < 0 {
            return Err(MathError::OutOfDomain);
        }
        let quantity = Real::from_integer(size.0.unsigned_abs()).times(super::expiry::PER_WAD);
        let quantity = quantity.times(discount);
        let (forward, strike) =
            (Real::from_integer(forward.0 as u128), Real::from_integer(strike.0 as u128));
        let logarithm = logarithm(ln_ratio(strike, forward));
        let (forward, strike) = (quantity.times(forward), quantity.times(strike));
        if forward.exponent() > LARGEST_MONEY || strike.exponent() > LARGEST_MONEY {
            return Err(MathError::Overflow);
        }
        Ok(Self {
            forward,
            strike,
            strike_money: strike.nearest(),
            logarithm,
            put: 0i64.wrapping_sub((kind == Kind::Put) as i64),
            short: (size.0 >> 64) as i64 >> 63,
        })
    }

    /// ln(K/F), in units of 2⁻⁵⁸, within ±31.
    #[inline(always)]
    pub const fn moneyness(&self) -> i64 {
        self.logarithm
    }

    /// The undiscounted value of the position with its forward at `level` and its deviation at `shock`.
    ///
    /// # Rounding
    /// To the nearest, not directed.
    ///
    /// # Accuracy
    /// See [the module](self).
    #[inline(always)]
    pub const fn value(&self, level: &Level, shock: &Shock) -> Cash {
        let forward = self.forward.rough_times(level.multiplier);
        let difference = self.logarithm.wrapping_sub(level.logarithm);
        let put_out = difference >> 63;
        let nearer = Real::picked(forward, self.strike, put_out);
        let magnitude = (difference ^ put_out).wrapping_sub(put_out);
        let fraction = time_value(magnitude as u64, shock);
        let time = nearer.rough_times(Real::unnormalised(fraction, -63)).nearest();
        // F·x − K of a call or K − F·x of a put, where that is positive.
        let intrinsic = forward.nearest().wrapping_sub(self.strike_money);
        let intrinsic = (intrinsic ^ self.put as i128).wrapping_sub(self.put as i128);
        let intrinsic = intrinsic & !(intrinsic >> 127);
        let value = time.wrapping_add(intrinsic);
        Cash((value ^ self.short as i128).wrapping_sub(self.short as i128))
    }
}

impl Level {
    /// Today's forward.
    pub const UNCHANGED: Self = Self { multiplier: Real::ONE, logarithm: 0 };

    /// A forward of x times today's, such as (x·F_var + F_fix)/F.
    ///
    /// # Domain
    /// 0 ≤ x < 2²⁰.
    ///
    /// # Errors
    /// [`MathError::Overflow`] for a greater multiplier.
    #[inline]
    pub fn new(multiplier: Real) -> Result<Self, MathError> {
        if multiplier.exponent() > LARGEST_LEVEL - 1 {
            return Err(MathError::Overflow);
        }
        if multiplier.is_zero() {
            return Ok(Self { multiplier, logarithm: logarithm(-LARGEST_LOGARITHM) });
        }
        Ok(Self { multiplier, logarithm: logarithm(ln_ratio(multiplier, Real::ONE)) })
    }
}

impl Shock {
    /// The volatility and its s = σ√T: see [`super::Expiry::deviation`].
    #[inline(always)]
    pub const fn new(deviation: &Deviation) -> Self {
        Self::of(deviation.value(), deviation.inverse())
    }

    /// A deviation s by itself and 1/s: what several shocks of one leg share is then divided once.
    #[inline(always)]
    pub const fn of(deviation: Real, inverse: Real) -> Self {
        Self { deviation: deviation.fixed(PLACES), inverse }
    }
}

/// A logarithm in units of 2⁻⁵⁸, within ±31.
#[inline(always)]
fn logarithm(value: i128) -> i64 {
    (value.clamp(-LARGEST_LOGARITHM, LARGEST_LOGARITHM) >> 6) as i64
}

/// b(k, s) of a k in units of 2⁻⁵⁸, as a multiple of 2⁻⁶³.
///
/// # Accuracy
/// 2⁻⁴¹.
#[inline(always)]
const fn time_value(moneyness: u64, shock: &Shock) -> u64 {
    // k/s in units of 2⁻⁵⁹: the product has the upper 64 bits of k/s · 2^(exponent + 122).
    let product = rough_product(moneyness, shock.inverse.mantissa());
    let up = shock.inverse.exponent().wrapping_add(65);
    let ratio = if up > 0 {
        saturated(product, up as u32)
    } else {
        product >> ((0i32.wrapping_sub(up)) & 63)
    };
    let near = (ratio as i64).wrapping_sub((shock.deviation >> 1) as i64);
    if near >= LARGEST_NEAR {
        return 0;
    }
    if near <= -LARGEST_NEAR {
        return 1 << 63;
    }
    let far = near.wrapping_add(shock.deviation as i64);
    // The density is below 0.4 and fills 64 bits in units of 2⁻⁶⁵.
    let density = density(near) << 3;
    if near < -(ONE >> 1) {
        let outside = mills(near.wrapping_neg()).wrapping_add(mills(far));
        return (1u64 << 63).wrapping_sub(rough_product(density, outside << 2));
    }
    rough_product(density, mills(near).saturating_sub(mills(far)) << 2)
}

/// `value · 2^by`, or 2⁶³ − 1.
#[inline(always)]
const fn saturated(value: u64, by: u32) -> u64 {
    if value.leading_zeros() > by { value << (by & 63) } else { i64::MAX as u64 }
}
