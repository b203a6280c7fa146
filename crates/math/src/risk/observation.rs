//! Which observed prices enter a settlement average.
//!
//! One wild observation must not move what thousands of options settle at, and a real jump must not be
//! kept out: a jump counts from the moment that a second observation confirms it.

use crate::MathError;
use crate::fixed::quantity::{Price, Product, Ratio};

/// How far an observation may be from the last accepted one without confirmation: 5%.
const NEAR: Ratio = Ratio::millionths(50_000);
/// How far the one that confirms a jump may be from it: 2%.
const CONFIRMS: Ratio = Ratio::millionths(20_000);

/// The price that counts for settlement, and a jump that waits to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The last accepted price, which the average holds until the next.
    pub accepted: Price,
    /// An observation more than 5% from it that nothing has confirmed yet.
    pub waiting: Option<Price>,
}

impl Observed {
    /// A series that starts with an accepted price.
    #[inline]
    pub const fn starting_at(price: Price) -> Self {
        Self { accepted: price, waiting: None }
    }

    /// The series after an observation: accepted if within 5% of the last accepted one, or within 2% of the
    /// one that waits; else it waits itself, in the place of any other.
    ///
    /// # Domain
    /// Prices above 0.
    ///
    /// # Rounding
    /// Distances inwards.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a price that is not positive; [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Price, risk::observation::Observed};
    /// let series = Observed::starting_at(Price(1_000)).after(Price(1_050))?;
    /// assert_eq!(series.accepted, Price(1_050));
    /// let jump = series.after(Price(1_200))?;
    /// assert_eq!((jump.accepted, jump.waiting), (Price(1_050), Some(Price(1_200))));
    /// assert_eq!(jump.after(Price(1_224))?, Observed::starting_at(Price(1_224)));
    /// assert_eq!(jump.after(Price(1_225))?.waiting, Some(Price(1_225)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn after(self, price: Price) -> Result<Self, MathError> {
        if price <= Price::ZERO {
            return Err(MathError::OutOfDomain);
        }
        let confirms = match self.waiting {
            Some(waiting) => is_within(price, waiting, CONFIRMS)?,
            None => false,
        };
        if confirms || is_within(price, self.accepted, NEAR)? {
            return Ok(Self::starting_at(price));
        }
        Ok(Self { waiting: Some(price), ..self })
    }
}

/// Whether a price is within a part of another from it.
fn is_within(price: Price, of: Price, part: Ratio) -> Result<bool, MathError> {
    Ok(price.checked_sub(of)?.checked_abs()? <= of.mul_floor(part)?)
}
