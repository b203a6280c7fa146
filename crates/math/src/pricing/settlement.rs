//! The settlement window: settlement is the mean of the index over the last half hour.
//!
//! An average is less volatile than an end point. With τ seconds left of a window of w,
//!
//! ```text
//! τ ≥ w:  F = F_live,              T_v = τ − 2w/3
//! τ < w:  F = F_fix + F_live·τ/w,  T_v = τ³/(3w²)
//! ```
//!
//! both for the same reason: a path's weight in the mean falls from 1 to 0 over the window, and the mean of
//! its square is a third. F_fix is what the window has accumulated, ∫ index dt / w. The discount uses τ.

use super::expiry::{Expiry, YEAR};
use super::quote::{Quote, Side, black_76};
use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Price, Ratio, Size};
use crate::fixed::real::Real;

/// Length of the window, in seconds.
pub const WINDOW: u64 = 1_800;

/// An expiry that settles at a mean.
#[derive(Clone, Copy, Debug)]
pub struct Settlement {
    /// Time, discount and variance.
    pub expiry: Expiry,
    /// F = F_fix + F_var: what options are priced with.
    pub forward: Price,
    /// F_fix: the part that no longer moves.
    pub fixed: Price,
    /// F_var: the part that still moves.
    pub variable: Price,
    /// F_var / F_live: min(τ, w)/w, or 0 if F_live is.
    share: Real,
    /// Whether the window has begun.
    is_open: bool,
}

impl Settlement {
    /// An expiry `seconds` away, its forward at `live`, with `fixed` = ∫ index dt / w accumulated so far (0 before
    /// the window).
    ///
    /// # Domain
    /// `live`, `fixed` ≥ 0.
    ///
    /// # Rounding
    /// The forward down.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for negative prices, [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::pricing::Settlement;
    /// use ballast_math::{Price, Ratio};
    /// let hundred = Price(100_000_000_000_000_000_000);
    /// let half = Price(50_200_000_000_000_000_000);
    /// let settlement = Settlement::new(900, Ratio::ZERO, hundred, half).unwrap();
    /// assert_eq!(settlement.forward.0, 100_200_000_000_000_000_000);
    /// ```
    #[inline]
    pub fn new(seconds: u64, rate: Ratio, live: Price, fixed: Price) -> Result<Self, MathError> {
        let share = share(seconds);
        let mut settlement = Self::of(seconds, variance_time(seconds), rate, live, fixed)?;
        settlement.expiry.decay = share.times(share);
        Ok(settlement)
    }

    /// The same with the variance of an end point, T_v = τ: what sets of parameters that know no mean count.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    ///
    /// # Examples
    /// ```
    /// use ballast_math::pricing::Settlement;
    /// use ballast_math::{Price, Ratio};
    /// let (live, half) = (Price(100_000_000_000_000_000_000), Price(50_200_000_000_000_000_000));
    /// let settlement = Settlement::of_end_point(900, Ratio::ZERO, live, half).unwrap();
    /// let call = settlement.quote(live, Ratio::millionths(600_000)).unwrap().call;
    /// assert!(call.price.0.abs_diff(252_093_705_000_000_000) < 100_000_000);
    /// ```
    #[inline]
    pub fn of_end_point(
        seconds: u64,
        rate: Ratio,
        live: Price,
        fixed: Price,
    ) -> Result<Self, MathError> {
        Self::of(seconds, Real::new(seconds, 0).times(PER_YEAR), rate, live, fixed)
    }

    fn of(
        seconds: u64,
        variance_time: Real,
        rate: Ratio,
        live: Price,
        fixed: Price,
    ) -> Result<Self, MathError> {
        if (live.0 | fixed.0) < 0 {
            return Err(MathError::OutOfDomain);
        }
        let is_open = seconds < WINDOW;
        let moving = if is_open {
            Price(mul_div_floor(live.0, seconds as i128, WINDOW as i128)?)
        } else {
            live
        };
        Ok(Self {
            expiry: Expiry::with_variance_time(seconds, variance_time, rate)?,
            forward: fixed.checked_add(moving)?,
            fixed,
            variable: moving,
            share: if live == Price::ZERO { Real::ZERO } else { share(seconds) },
            is_open,
        })
    }

    /// What a size of the forward is in units of the live one: `q·F_var/F_live`.
    ///
    /// # Rounding
    /// To the nearest.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn live_size(&self, size: Size) -> Result<Size, MathError> {
        by(size.0, self.share).map(Size)
    }

    /// Prices and Greeks of a strike. Delta, gamma, vanna and charm are by the live price; charm counts
    /// that the share which still moves gets smaller.
    ///
    /// # Accuracy
    /// As [`black_76`]; two units where the window has begun.
    ///
    /// # Errors
    /// As [`black_76`].
    pub fn quote(&self, strike: Price, volatility: Ratio) -> Result<Quote, MathError> {
        let quote = black_76(self.forward, strike, volatility, &self.expiry)?;
        if !self.is_open && !self.share.is_zero() {
            return Ok(quote);
        }
        Ok(Quote {
            call: self.side(quote.call)?,
            put: self.side(quote.put)?,
            gamma: quote.gamma.times(self.share).times(self.share),
            vanna: self.shared(quote.vanna)?,
            ..quote
        })
    }

    fn side(&self, side: Side) -> Result<Side, MathError> {
        let charm = self.shared(side.charm)?;
        let charm = if self.is_open && !self.share.is_zero() {
            Ratio(
                charm
                    .0
                    .checked_sub(by(side.delta.0, WINDOWS_A_YEAR)?)
                    .ok_or(MathError::Overflow)?,
            )
        } else {
            charm
        };
        Ok(Side { delta: self.shared(side.delta)?, charm, ..side })
    }

    fn shared(&self, value: Ratio) -> Result<Ratio, MathError> {
        by(value.0, self.share).map(Ratio)
    }
}

const PER_WINDOW: Real = Real::new(WINDOW, 0).inverse();
/// The share falls by one window's length of a year: 17,520 a year.
const WINDOWS_A_YEAR: Real = Real::new(YEAR / WINDOW, 0);
/// 1/(3w²) a year.
const PER_CUBE: Real = Real::new(3 * WINDOW * WINDOW * YEAR, 0).inverse();
const TWO_THIRDS: u64 = 2 * WINDOW / 3;

/// min(τ, w)/w.
fn share(seconds: u64) -> Real {
    if seconds < WINDOW { Real::new(seconds, 0).times(PER_WINDOW) } else { Real::ONE }
}

/// T_v in years.
fn variance_time(seconds: u64) -> Real {
    if seconds >= WINDOW {
        return Real::new(seconds.wrapping_sub(TWO_THIRDS), 0).times(PER_YEAR);
    }
    // Below 1,800³ = 6e9.
    Real::new(seconds.wrapping_mul(seconds).wrapping_mul(seconds), 0).times(PER_CUBE)
}

const PER_YEAR: Real = Real::new(YEAR, 0).inverse();

/// `value · factor`, to the nearest.
fn by(value: i128, factor: Real) -> Result<i128, MathError> {
    let magnitude = Real::from_integer(value.unsigned_abs()).times(factor).rounded()?;
    Ok(if value < 0 { magnitude.wrapping_neg() } else { magnitude })
}
