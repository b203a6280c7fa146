//! Funding from one accrual to the next.

use super::super::Rates;
use super::super::premium::AVERAGING_WINDOW;
use super::{BASE, FundingRate, hourly_rate, rate_bound_floor};
use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Price, Ratio};

/// Seconds of the averaging window, signed.
const WINDOW: i128 = AVERAGING_WINDOW as i128;
/// The interest part as a rate per hour: an eighth of i.
const HOURLY_INTEREST: Ratio = Ratio(BASE.0 / 8);
/// Seconds in which the interest part comes to the price itself: eight hours over 0.01%.
const INTEREST_SECONDS: i128 = 288_000_000;

/// What an accrual stores: the rate from then on, and what it comes down to in a market that falls silent.
///
/// A premium fades while nobody trades, and so does what is paid for it: of what the rate is beyond the
/// interest part, the share `1 − t/W` is left t seconds after the accrual, and nothing after an hour.
/// `docs/math/premium.md` compares this with an accrual at every moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funding {
    /// The rate at the accrual.
    pub rate: FundingRate,
    /// The index price of which interest is paid; 0 where the bound on the rate leaves none.
    pub interest_price: Price,
}

impl Funding {
    /// The funding that follows from a premium in a market with these margin rates.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn new(premium: Ratio, rates: Rates, index: Price) -> Result<Self, MathError> {
        let bound = rate_bound_floor(rates)?;
        let rate = FundingRate::from_hourly(hourly_rate(premium, bound)?, index)?;
        let interest_price = if bound < HOURLY_INTEREST { Price::ZERO } else { index };
        Ok(Self { rate, interest_price })
    }

    /// The rate `seconds` after the accrual, in quote units per unit and second.
    ///
    /// # Rounding
    /// Down, by less than two units.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Price, risk::funding::{Funding, FundingRate}};
    /// let rate = FundingRate { mantissa: 7_200, exponent: 0 };
    /// let funding = Funding { rate, interest_price: Price(288_000_000 * 1_000) };
    /// let at = [0, 1_800, 3_600, 7_200].map(|seconds| funding.rate_at_floor(seconds));
    /// assert_eq!(at, [7_200, 4_100, 1_000, 1_000].map(|rate| Ok(Price(rate))));
    /// ```
    pub fn rate_at_floor(&self, seconds: u64) -> Result<Price, MathError> {
        let faded = seconds.min(AVERAGING_WINDOW);
        self.parts_floor(AVERAGING_WINDOW.saturating_sub(faded), faded as i128, WINDOW)
    }

    /// What a unit pays in the `seconds` after the accrual: `r·E + interest·(t − E)`, with
    /// `E = ∫(1 − t/W)⁺dt`, at most half an hour.
    ///
    /// # Rounding
    /// Down, by less than three units.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn over_floor(&self, seconds: u64) -> Result<Price, MathError> {
        const TWICE: u64 = 2 * AVERAGING_WINDOW;
        let fading = seconds.min(AVERAGING_WINDOW);
        // 2W·E, at most W².
        let weight = fading.saturating_mul(TWICE.saturating_sub(fading));
        let all = (seconds as i128).saturating_mul(TWICE as i128);
        self.parts_floor(weight, all.saturating_sub(weight as i128), 2 * WINDOW)
    }

    /// `(r · of_rate + interest · of_interest) / divisor`.
    fn parts_floor(
        &self,
        of_rate: u64,
        of_interest: i128,
        divisor: i128,
    ) -> Result<Price, MathError> {
        let paid = mul_div_floor(self.rate.over_floor(of_rate)?.0, 1, divisor)?;
        let price = self.interest_price.0;
        let interest = mul_div_floor(price, of_interest, divisor.saturating_mul(INTEREST_SECONDS))?;
        Price(paid).checked_add(Price(interest))
    }
}
