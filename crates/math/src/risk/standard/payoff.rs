//! The most that the options of an expiry can lose when they expire, exactly.
//!
//! The payoff is piecewise linear, so its minimum on an interval is at an end or at a strike. One pass over
//! sorted strikes, carrying value and slope, meets them all: `docs/math/maximum-loss.md`.

mod exact;

use super::OptionLeg;
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Size};
use crate::pricing::Kind;
use exact::Exact;

/// The least payoff of the legs on [0, top], at most 0, for each of two ascending tops.
///
/// `min(0, min over x of Σ q·max(0, ±(x − K)))`, + for calls and − for puts.
///
/// # Domain
/// Strikes of 0 or more in ascending order, calls and puts mixed; tops of 0 or more in ascending order.
///
/// # Rounding
/// Down.
///
/// # Accuracy
/// Exact before the rounding: sums are kept in 256 bits.
///
/// # Errors
/// [`MathError::OutOfDomain`] outside the domain; [`MathError::Overflow`].
///
/// # Examples
/// A call spread sold and a put sold: nothing above the put's strike saves it at 0.
/// ```
/// use ballast_math::pricing::Kind;
/// use ballast_math::risk::standard::{OptionLeg, payoff::least_payoffs_floor};
/// use ballast_math::{Cash, Price, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let leg = |kind, strike, size| OptionLeg {
///     kind, strike: Price(strike * ONE), size: Size(size * ONE), mark: Price(0) };
/// let legs = [leg(Kind::Put, 50, -1), leg(Kind::Call, 95, -1), leg(Kind::Call, 105, 1)];
/// let least = least_payoffs_floor(&legs, [Price(210 * ONE), Price(220 * ONE)])?;
/// assert_eq!(least, [Cash(-50 * ONE); 2]);
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn least_payoffs_floor(legs: &[OptionLeg], tops: [Price; 2]) -> Result<[Cash; 2], MathError> {
    let [first, second] = tops;
    let mut sweep = Sweep::new(legs)?;
    let mut rest = legs;
    let mut least_up_to = |top: Price| -> Result<Cash, MathError> {
        while let [leg, further @ ..] = rest
            && leg.strike < top
        {
            sweep.move_to(leg.strike)?;
            sweep.slope = sweep.slope.checked_add(leg.size)?;
            rest = further;
        }
        sweep.move_to(top)?;
        sweep.least.wad_floor().map(Cash)
    };
    Ok([least_up_to(first)?, least_up_to(second)?])
}

/// A point that moves up the price axis.
struct Sweep {
    at: Price,
    value: Exact,
    slope: Size,
    least: Exact,
}

impl Sweep {
    /// At price 0, where calls pay nothing and a put pays its strike and falls with slope one.
    fn new(legs: &[OptionLeg]) -> Result<Self, MathError> {
        let mut sweep =
            Self { at: Price::ZERO, value: Exact::ZERO, slope: Size::ZERO, least: Exact::ZERO };
        for leg in legs {
            if leg.kind == Kind::Put {
                sweep.value = sweep.value.plus_product(leg.size.0, leg.strike.0)?;
                sweep.slope = sweep.slope.checked_sub(leg.size)?;
            }
        }
        sweep.least = sweep.least.min(sweep.value);
        Ok(sweep)
    }

    /// Moves up to a price. A price below means that the order was broken.
    fn move_to(&mut self, price: Price) -> Result<(), MathError> {
        let way = price.checked_sub(self.at)?;
        if way < Price::ZERO {
            return Err(MathError::OutOfDomain);
        }
        self.value = self.value.plus_product(self.slope.0, way.0)?;
        self.least = self.least.min(self.value);
        self.at = price;
        Ok(())
    }
}
