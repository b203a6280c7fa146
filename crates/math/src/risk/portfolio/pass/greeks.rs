//! Sensitivities of a portfolio.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Ratio, Size};
use crate::fixed::real::Real;
use crate::fixed::signed::Signed;
use crate::pricing::{Kind, Quote};

/// 10⁻¹⁸.
const PER_WAD: Real = Real::new(1_000_000_000_000_000_000, 0).inverse();

/// `±value·factor`, to the nearest.
#[inline(always)]
fn times(value: i128, factor: Real, is_turned: bool) -> Result<i128, MathError> {
    let magnitude = Real::from_integer(value.unsigned_abs()).times(factor).rounded()?;
    Ok(if (value < 0) != is_turned { magnitude.wrapping_neg() } else { magnitude })
}

/// The sensitivities of legs, summed. Those by a price are by the live forward of the leg's expiry, or by the
/// mark of a perpetual.
///
/// # Units
/// Those of [`crate::pricing`], times sizes.
///
/// # Accuracy
/// Each leg contributes size times its [`Quote`]: within a relative 2⁻⁶⁰ and half a unit, two in the dollars.
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
    /// To the nearest, not directed.
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
        let quantity = Real::from_integer(size.0.unsigned_abs()).times(PER_WAD);
        let is_short = size < Size::ZERO;
        let of_cash = |amount: Cash| times(amount.0, quantity, is_short).map(Cash);
        let of_ratio = |ratio: Ratio| times(ratio.0, quantity, is_short).map(Size);
        let delta = of_ratio(side.delta)?;
        let live = Real::from_integer(live.0.unsigned_abs()).times(PER_WAD);
        let gamma = Signed::of(quantity.times(quote.gamma));
        Ok(Self {
            delta,
            dollars: times(delta.0, live, false).map(Cash)?,
            gamma: if is_short { gamma.negated() } else { gamma },
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
