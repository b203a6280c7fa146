//! Net and gross notional of a market's linear legs.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Size};

/// The linear legs of one market, summed.
///
/// Each product is bounded from both sides, so that a requirement can count the net notional from
/// whichever side is worse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinearBook {
    /// Σ q·price, from below: the mark-to-market value.
    pub value_floor: Cash,
    /// Σ q·price, from above.
    pub value_ceil: Cash,
    /// Σ |q·price|, from above.
    pub gross_ceil: Cash,
}

impl LinearBook {
    /// Adds a leg at its mark (a perpetual) or forward (a future).
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add(&mut self, size: Size, price: Price) -> Result<(), MathError> {
        let (floor, ceil) = size.mul_bounds(price)?;
        let magnitude = ceil.max(floor.checked_neg()?);
        *self = Self {
            value_floor: self.value_floor.checked_add(floor)?,
            value_ceil: self.value_ceil.checked_add(ceil)?,
            gross_ceil: self.gross_ceil.checked_add(magnitude)?,
        };
        Ok(())
    }

    /// |Σ q·price|, from above.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn net_ceil(&self) -> Result<Cash, MathError> {
        Ok(self.value_ceil.max(self.value_floor.checked_neg()?))
    }

    /// (Σ|q·price| − |Σ q·price|)/2, from above: the notional that other legs offset.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn offset_ceil(&self) -> Result<Cash, MathError> {
        let net_floor = self.value_floor.max(self.value_ceil.checked_neg()?).max(Cash::ZERO);
        let twice = self.gross_ceil.checked_sub(net_floor)?;
        // Gross from above is never below net from below, so the shift rounds a non-negative number up.
        Ok(Cash(twice.0.checked_add(1).ok_or(MathError::Overflow)? >> 1))
    }
}
