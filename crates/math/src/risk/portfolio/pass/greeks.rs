//! Sensitivities of a portfolio.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use crate::fixed::real::Real;
use crate::fixed::signed::Signed;
use crate::pricing::{Kind, Quote};

/// The sensitivities of legs, summed. Those by a price are by the live forward of the leg's expiry, or by the
/// mark of a perpetual.
///
/// # Units
/// Those of [`crate::pricing`], times sizes.
///
/// # Accuracy
/// Each leg contributes size times its [`Quote`], within a unit.
#[derive(Clone, Copy, Debug)]
pub struct Greeks {
    /// Σ q·∂V/∂F.
    pub delta: Size,
    /// Σ q·∂V/∂F·F: what a relative move of all prices is worth, per 1.00.
    pub dollars: Cash,
    /// Σ q·∂²V/∂F², with 64 significant bits of each leg.
    pub gamma: Signed,
    /// Σ q·∂V/∂σ, per 1.00.
    pub vega: Cash,
    /// Σ q·∂V/∂t, per year.
    pub theta: Cash,
    /// Σ q·∂V/∂r, per 1.00.
    pub rho: Cash,
    /// Σ q·∂²V/∂F∂σ.
    pub vanna: Size,
    /// Σ q·∂²V/∂σ².
    pub volga: Cash,
    /// Σ q·∂²V/∂F∂t, per year.
    pub charm: Size,
}

impl Greeks {
    /// Of nothing.
    pub const ZERO: Self = Self {
        delta: Size::ZERO,
        dollars: Cash::ZERO,
        gamma: Signed::ZERO,
        vega: Cash::ZERO,
        theta: Cash::ZERO,
        rho: Cash::ZERO,
        vanna: Size::ZERO,
        volga: Cash::ZERO,
        charm: Size::ZERO,
    };

    /// Of a position in an option, at its live forward.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn of_option(
        kind: Kind,
        size: Size,
        live: Price,
        quote: &Quote,
    ) -> Result<Self, MathError> {
        let side = match kind {
            Kind::Call => &quote.call,
            Kind::Put => &quote.put,
        };
        let of_cash = |amount: Cash| amount.mul_floor(Ratio(size.0));
        let of_ratio = |ratio: Ratio| size.mul_floor(ratio);
        let delta = of_ratio(side.delta)?;
        let quantity = Signed::of_ratio(Ratio(size.0));
        Ok(Self {
            delta,
            dollars: delta.mul_floor(live)?,
            gamma: quantity.times(Signed::of(quote.gamma)),
            vega: of_cash(quote.vega)?,
            theta: of_cash(side.theta)?,
            rho: of_cash(side.rho)?,
            vanna: of_ratio(quote.vanna)?,
            volga: of_cash(quote.volga)?,
            charm: of_ratio(side.charm)?,
        })
    }

    /// Of a linear leg whose delta is `delta` and whose value moves by `dollars`.
    #[inline]
    pub fn of_linear(delta: Size, dollars: Cash) -> Self {
        Self { delta, dollars, ..Self::ZERO }
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, MathError> {
        Ok(Self {
            delta: self.delta.checked_add(other.delta)?,
            dollars: self.dollars.checked_add(other.dollars)?,
            gamma: self.gamma.plus(other.gamma),
            vega: self.vega.checked_add(other.vega)?,
            theta: self.theta.checked_add(other.theta)?,
            rho: self.rho.checked_add(other.rho)?,
            vanna: self.vanna.checked_add(other.vanna)?,
            volga: self.volga.checked_add(other.volga)?,
            charm: self.charm.checked_add(other.charm)?,
        })
    }

    /// Gamma with this many decimals, to the nearest.
    ///
    /// # Errors
    /// [`MathError::Overflow`] if it does not fit 128 bits; [`MathError::OutOfDomain`] beyond 38 decimals.
    pub fn gamma_decimals(&self, decimals: u32) -> Result<i128, MathError> {
        let unit = 10u128.checked_pow(decimals).ok_or(MathError::OutOfDomain)?;
        let magnitude = self.gamma.magnitude().times(Real::from_integer(unit)).rounded()?;
        Ok(if self.gamma.is_negative() { magnitude.wrapping_neg() } else { magnitude })
    }
}

impl Default for Greeks {
    fn default() -> Self {
        Self::ZERO
    }
}
