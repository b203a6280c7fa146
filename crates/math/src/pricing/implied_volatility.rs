//! The volatility of a price.
//!
//! The price fixes the time value of the kind that is out of the money, in units of the smaller of forward and
//! strike: β = b(k, s). b rises in s, convex below s_c = √(2k) and concave above. Each of three regions has an
//! objective that is close to a straight line, in which Newton's iteration from the region's edge takes a handful
//! of steps:
//!
//! | region | objective | in | from |
//! |---|---|---|---|
//! | β < b(s_c) | ln b, close to −k²/(2s²) | 1/s² | s_c, falling |
//! | β ≤ ½ | b, concave | s | the greater of s_c and β√(2π), rising |
//! | β > ½ | ln(1 − b), close to −s²/8 | s² | the same, rising |
//!
//! Every step narrows a bracket, and one that leaves it is replaced by its geometric middle: convergence rests on
//! b being monotonic, not on the objective's curvature or on rounding.

use super::Kind;
use super::expiry::{Expiry, WAD};
use super::quote::{GUARD, LARGEST, Sides};
use super::time_value::{Deviation, LARGEST_DEVIATION, Shape, shape};
use crate::MathError;
use crate::fixed::ln::ln_ratio;
use crate::fixed::quantity::{Price, Ratio};
use crate::fixed::real::Real;

/// √(2π).
const ROOT_TAU: Real = Real::new(11_559_425_727_370_115_394, -62);
/// A price closer to its bound than this, as a fraction of it, may be the bound.
const LEAST_REST: Real = Real::new(1, -59);
/// Twice the binary logarithm of the step, as a fraction of s, that ends the search: what is left is its square.
const SMALL_STEP: i32 = -112;
/// No search takes half as many steps.
const MOST_STEPS: u32 = 64;

/// The volatility at which Black-76 gives a price.
///
/// # Domain
/// A price of at least the intrinsic value `d·max(±(F − K), 0)` and below its bound, `dF` of a call and `dK` of a put.
/// At the intrinsic value the result is 0.
///
/// # Rounding
/// To the nearest, within what the price's last unit leaves open.
///
/// # Accuracy
/// The price of the result is the given one to 2e-18 of the forward and two units.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a price outside its bounds, or above the intrinsic value without time;
/// [`MathError::Overflow`].
///
/// # Source
/// S. Manaster, G. Koehler, "The calculation of implied variances from the Black-Scholes model", J. Finance 37
/// (1982), for the start; the logarithmic objectives and the bound β√(2π): `docs/math/pricing.md`.
///
/// # Examples
/// ```
/// use ballast_math::pricing::{Expiry, Kind, implied_volatility};
/// use ballast_math::{Price, Ratio};
/// let year = Expiry::new(31_536_000, Ratio::ZERO).unwrap();
/// let hundred = Price(100_000_000_000_000_000_000);
/// let price = Price(7_965_567_455_405_796_290);
/// let found = implied_volatility(Kind::Call, price, hundred, hundred, &year).unwrap();
/// assert!((found.0 - Ratio::millionths(200_000).0).abs() <= 1);
/// ```
pub fn implied_volatility(
    kind: Kind,
    price: Price,
    forward: Price,
    strike: Price,
    expiry: &Expiry,
) -> Result<Ratio, MathError> {
    search(kind, price, &Sides::forward(forward, strike, expiry)?, expiry)
}

/// The volatility at which Black–Scholes gives a price: see [`implied_volatility`].
///
/// # Errors
/// As [`implied_volatility`].
pub fn implied_volatility_of_spot(
    kind: Kind,
    price: Price,
    spot: Price,
    strike: Price,
    expiry: &Expiry,
) -> Result<Ratio, MathError> {
    search(kind, price, &Sides::spot(spot, strike, expiry)?, expiry)
}

#[inline(never)]
fn search(kind: Kind, price: Price, sides: &Sides, of: &Expiry) -> Result<Ratio, MathError> {
    let Some(time_value) = time_value(kind, price, sides)? else { return Ok(Ratio::ZERO) };
    let target = time_value.times(sides.nearer().times(sides.discount).inverse());
    let is_bound = target.complement().is_below(LEAST_REST);
    if is_bound || of.root.is_zero() {
        return Err(MathError::OutOfDomain);
    }
    let deviation = deviation_of(sides.moneyness.unsigned_abs(), target);
    Ok(Ratio(deviation.times(of.root.inverse()).times(WAD).rounded()?))
}

/// What the price has above the intrinsic value; nothing if nothing.
fn time_value(kind: Kind, price: Price, sides: &Sides) -> Result<Option<Real>, MathError> {
    if price.0 < 0 || price.0 as u128 >= LARGEST {
        return Err(MathError::OutOfDomain);
    }
    let intrinsic = match kind {
        Kind::Call => sides.intrinsic.max(0),
        Kind::Put => sides.intrinsic.wrapping_neg().max(0),
    };
    // The intrinsic value is finer than the price: half a unit is no more than rounding.
    let rest = (price.0 << GUARD).wrapping_sub(intrinsic);
    match rest {
        ..HALF_UNIT_BELOW => Err(MathError::OutOfDomain),
        HALF_UNIT_BELOW..=HALF_UNIT => Ok(None),
        _ => Ok(Some(Real::from_integer(rest as u128).scaled(-GUARD))),
    }
}

const HALF_UNIT: i128 = if GUARD > 0 { 1 << (GUARD - 1) } else { 0 };
const HALF_UNIT_BELOW: i128 = -HALF_UNIT;

/// The s at which b(k, s) is β, 0 < β < 1.
fn deviation_of(moneyness: u128, target: Real) -> Real {
    let turning = Real::from_integer(moneyness).scaled(-63).sqrt();
    let at_turning = shape_at(moneyness, turning);
    let is_low = target.is_below(at_turning.time_value);
    let objective = match () {
        () if is_low => Objective::Logarithm,
        () if Real::ONE.scaled(-1).is_below(target) => Objective::Complement,
        () => Objective::Plain,
    };
    let least = target.times(ROOT_TAU);
    let mut bracket = if is_low {
        Bracket { low: least, high: turning }
    } else {
        let low = if turning.is_below(least) { least } else { turning };
        Bracket { low, high: Real::new(LARGEST_DEVIATION, 0) }
    };
    let mut deviation = if is_low { bracket.high } else { bracket.low };
    for _ in 0..MOST_STEPS {
        let shape = shape_at(moneyness, deviation);
        let next = objective.step(deviation, &shape, target);
        if !bracket.narrow(deviation, shape.time_value, target) {
            break;
        }
        let next = bracket.kept(next);
        let is_close =
            next.distance(deviation).exponent() < next.exponent().wrapping_add(SMALL_STEP / 2);
        deviation = next;
        if is_close {
            break;
        }
    }
    deviation
}

fn shape_at(moneyness: u128, deviation: Real) -> Shape {
    let moneyness = Real::from_integer(moneyness).scaled(-64);
    shape(moneyness, &Deviation::new(Real::ZERO, deviation))
}

/// What Newton's iteration brings to zero.
#[derive(Clone, Copy)]
enum Objective {
    /// ln(b/β), in 1/s².
    Logarithm,
    /// b − β, in s.
    Plain,
    /// ln((1 − b)/(1 − β)), in s².
    Complement,
}

impl Objective {
    /// The next s, where b′ = n(h). Zero, which no bracket holds, where b is too close to a bound to tell.
    #[inline]
    fn step(self, s: Real, shape: &Shape, target: Real) -> Real {
        let rest = shape.time_value.complement();
        if shape.density.is_zero() || rest.is_zero() {
            return Real::ZERO;
        }
        let slope = shape.density.times(s).inverse();
        match self {
            Self::Logarithm => {
                // s⁻² grows by the fraction 2·ln(b/β)·b/(n·s).
                let (gap, is_above) = logarithm(shape.time_value, target);
                let growth = gap.times(shape.time_value).times(slope).scaled(1);
                stretched(s, growth, !is_above)
            }
            Self::Plain if shape.time_value.is_below(target) => {
                s.plus(s.times(target.minus(shape.time_value).times(slope)))
            }
            Self::Plain => s.minus(s.times(shape.time_value.minus(target).times(slope))),
            Self::Complement => {
                // s² grows by the fraction 2·ln((1 − b)/(1 − β))·(1 − b)/(n·s).
                let (gap, is_above) = logarithm(rest, target.complement());
                stretched(s, gap.times(rest).times(slope).scaled(1), is_above)
            }
        }
    }
}

/// s·√(1 + growth), or s/√(1 + growth).
#[inline]
fn stretched(s: Real, growth: Real, is_up: bool) -> Real {
    let factor = Real::ONE.plus(growth).sqrt();
    s.times(if is_up { factor } else { factor.inverse() })
}

/// |ln(a/b)|, and whether a is the greater.
#[inline]
fn logarithm(a: Real, b: Real) -> (Real, bool) {
    let value = ln_ratio(a, b);
    (Real::from_integer(value.unsigned_abs()).scaled(-64), value > 0)
}

/// Where the root lies.
struct Bracket {
    low: Real,
    high: Real,
}

impl Bracket {
    /// Moves one end to s; false if b(s) is β.
    #[inline]
    fn narrow(&mut self, s: Real, value: Real, target: Real) -> bool {
        if value == target {
            return false;
        }
        if value.is_below(target) {
            self.low = s
        } else {
            self.high = s
        }
        true
    }

    /// The candidate if it lies within, else the geometric middle.
    #[inline]
    fn kept(&self, candidate: Real) -> Real {
        let is_outside = candidate.is_below(self.low) || self.high.is_below(candidate);
        if is_outside { self.low.times(self.high).sqrt() } else { candidate }
    }
}
