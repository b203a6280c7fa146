//! The mean price of each of the last hours.

use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Price, Product, Ratio};

/// Seconds of an hour.
const HOUR: u64 = 3_600;
/// Hours that are kept.
const HOURS: u64 = 24;
/// How far the mean of an hour may be from the one before: 6%.
const STEP: Ratio = Ratio::millionths(60_000);

/// Hours after which a mean that follows a constant price has certainly reached it.
///
/// A step is at least one unit, and at least 6% from 17 units on: from 0 to 2¹²⁷ that is 17 and
/// ln(2¹²⁷/17)/ln 1.06 = 1,463 steps; downwards it is fewer.
const LONGEST_CHAIN: u64 = 1_536;

/// The means of the last 24 full hours and the part of the running one.
///
/// A price holds until the next is observed. The mean of each hour is clamped to within 6% of the mean of
/// the hour before, so what is a day old is what 24 hours of a price could not hurry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourlyMeans {
    /// Means of full hours; that of hour n since the epoch is at n mod 24.
    pub means: [Price; HOURS as usize],
    /// The mean of the running hour up to `at`, as a sum over the hour: Σ price·seconds / 3600.
    pub part: Price,
    /// The last observed price.
    pub price: Price,
    /// The second of that observation.
    pub at: u64,
}

impl HourlyMeans {
    /// A market that starts at a price: as if it had been there all day.
    ///
    /// # Errors
    /// [`MathError::Overflow`], which no price reaches.
    pub fn starting_at(price: Price, now: u64) -> Result<Self, MathError> {
        let part = held(price, now % HOUR)?;
        Ok(Self { means: [price; HOURS as usize], part, price, at: now })
    }

    /// The mean of the hour that ended between 23 and 24 hours before the last observation: the oldest
    /// that is kept.
    #[inline]
    pub fn day_ago(&self) -> Price {
        self.mean_at(self.at / HOUR)
    }

    /// The means after a price is observed; a time before the last observation counts as that.
    ///
    /// # Rounding
    /// Down, by at most a unit for each observation of an hour.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a negative price; [`MathError::Overflow`].
    ///
    /// # Examples
    /// A price ten times as high moves the mean of the hour by 6% and not what is a day old:
    /// ```
    /// use ballast_math::{Price, risk::stable_price::HourlyMeans};
    /// let means = HourlyMeans::starting_at(Price(1_000), 0)?.observed(Price(10_000), 600)?;
    /// let later = means.observed(Price(10_000), 4_000)?;
    /// assert_eq!((later.means[0], later.day_ago()), (Price(1_060), Price(1_000)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn observed(mut self, price: Price, now: u64) -> Result<Self, MathError> {
        if price < Price::ZERO {
            return Err(MathError::OutOfDomain);
        }
        let now = now.max(self.at);
        let (first, last) = (self.at / HOUR, now / HOUR);
        if first != last {
            self.close(first)?;
            self.pass_over(first.saturating_add(1), last)?;
        }
        let since = if first == last { now.saturating_sub(self.at) } else { now % HOUR };
        self.part = self.part.checked_add(held(self.price, since)?)?;
        Ok(Self { price, at: now, ..self })
    }

    /// Ends the running hour, the last price holding to its end.
    fn close(&mut self, hour: u64) -> Result<(), MathError> {
        let rest = HOUR.saturating_sub(self.at % HOUR);
        let mean = self.part.checked_add(held(self.price, rest)?)?;
        self.part = Price::ZERO;
        self.keep(hour, mean)
    }

    /// Hours without an observation: the last price was their mean.
    fn pass_over(&mut self, first: u64, last: u64) -> Result<(), MathError> {
        // Of more hours than the longest chain the first would be overwritten with what they lead to.
        let last_full = last.saturating_sub(LONGEST_CHAIN).max(first);
        for hour in last_full..last {
            self.keep(hour, self.price)?;
        }
        Ok(())
    }

    /// Keeps the mean of an hour, clamped to within 6% and one unit of the one before.
    fn keep(&mut self, hour: u64, mean: Price) -> Result<(), MathError> {
        let before = self.mean_at(hour.wrapping_sub(1));
        let width = before.mul_ceil(STEP)?.max(Price(1));
        let mean = mean.clamp(before.checked_sub(width)?, before.checked_add(width)?);
        if let Some(slot) = self.means.get_mut(slot(hour)) {
            *slot = mean;
        }
        Ok(())
    }

    fn mean_at(&self, hour: u64) -> Price {
        self.means.get(slot(hour)).copied().unwrap_or_default()
    }
}

/// Where the mean of an hour lies.
#[inline]
fn slot(hour: u64) -> usize {
    (hour % HOURS) as usize
}

/// What a price held for some seconds adds to the mean of its hour.
#[inline]
fn held(price: Price, seconds: u64) -> Result<Price, MathError> {
    mul_div_floor(price.0, seconds as i128, HOUR as i128).map(Price)
}
