//! What a pass reads.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use crate::pricing::{Kind, Settlement};
use crate::risk::linear::LinearBook;

/// The market of one expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpiryMarket {
    /// τ: seconds left; 0 once expired.
    pub seconds: u64,
    /// The rate, per year. Below 0 it counts as 0.
    pub rate: Ratio,
    /// F_live: the published forward.
    pub live: Price,
    /// F_fix: what the mean has accumulated, 0 before the settlement window; of an expired one the settlement
    /// price.
    pub fixed: Price,
}

/// A position in an option of some expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Call or put.
    pub kind: Kind,
    /// K.
    pub strike: Price,
    /// q: positive is long.
    pub size: Size,
    /// σ: of the strike, per year.
    pub volatility: Ratio,
}

/// What moves with the spot price alone: the perpetual, and collateral that is in the scenarios.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpotLegs {
    /// Size of the perpetual.
    pub perpetual: Size,
    /// Its mark.
    pub mark: Price,
    /// Amount of the collateral.
    pub collateral: Size,
    /// What a unit of it is worth in quote units.
    pub collateral_price: Price,
}

impl ExpiryMarket {
    /// Time, discount, forward and variance: of the mean that the expiry settles at, or of an end point.
    ///
    /// # Errors
    /// As [`Settlement::new`].
    #[inline]
    pub fn settlement(&self, is_averaging: bool) -> Result<Settlement, MathError> {
        let rate = self.rate.max(Ratio::ZERO);
        if is_averaging {
            Settlement::new(self.seconds, rate, self.live, self.fixed)
        } else {
            Settlement::of_end_point(self.seconds, rate, self.live, self.fixed)
        }
    }
}

impl Position {
    /// What it pays at a settlement price.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub(super) fn payoff_floor(&self, settlement: Price) -> Result<Cash, MathError> {
        let gain = match self.kind {
            Kind::Call => settlement.checked_sub(self.strike)?,
            Kind::Put => self.strike.checked_sub(settlement)?,
        };
        self.size.mul_floor(gain.max(Price::ZERO))
    }
}

impl SpotLegs {
    /// Their values, summed.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub(super) fn book(&self) -> Result<LinearBook, MathError> {
        let mut book = LinearBook::default();
        book.add(self.perpetual, self.mark)?;
        book.add(self.collateral, self.collateral_price)?;
        Ok(book)
    }
}
