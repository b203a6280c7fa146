//! Volatility surfaces: total variance of an expiry by the raw SVI parametrisation.
//!
//! ```text
//! w(k) = a + b(ρ(k − m) + √((k − m)² + s²)),   k = ln(K/F)
//! ```
//!
//! w is total variance over the variance time at publication. Between updates volatility is constant: at T_v
//! the total variance is w·T_v/τ_p.

mod arbitrage;

pub use arbitrage::{Acceptance, Refusal, Slice};

use super::expiry::WAD;
use crate::MathError;
use crate::fixed::ln::ln_ratio;
use crate::fixed::quantity::{Price, Ratio};
use crate::fixed::real::Real;
use crate::fixed::signed::Signed;

/// Total variance counts up to this: at s = 12 every option is close to its bound.
const LARGEST_VARIANCE: Real = Real::new(144, 0);

/// Parameters of an expiry, as published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Level of variance.
    pub a: Ratio,
    /// Slope of both wings.
    pub b: Ratio,
    /// Tilt, within ±1.
    pub rho: Ratio,
    /// Where the smile turns, in ln(K/F).
    pub m: Ratio,
    /// Width of the turn.
    pub s: Ratio,
    /// F_svi: the forward that k is measured from.
    pub forward: Price,
    /// τ_p: variance time at publication, in years.
    pub variance_time: Ratio,
}

/// Parameters ready for many strikes.
#[derive(Clone, Copy, Debug)]
pub struct Surface {
    pub(super) a: Signed,
    pub(super) b: Signed,
    pub(super) rho: Signed,
    pub(super) m: Signed,
    /// s².
    pub(super) square: Signed,
    forward: Real,
    inverse_time: Real,
    /// 4√(a + b·s): how far k is believed, in units of 2⁻⁶⁴.
    reach: i128,
}

impl Surface {
    /// Prepares parameters.
    ///
    /// # Domain
    /// s, τ_p, F_svi > 0, b ≥ 0, |ρ| < 1. Whether a surface is free of arbitrage is [`Slice`]'s question.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`].
    pub fn new(parameters: &Parameters) -> Result<Self, MathError> {
        let Parameters { a, b, rho, m, s, forward, variance_time } = *parameters;
        let is_outside = s.0 <= 0 || b.0 < 0 || variance_time.0 <= 0 || forward.0 <= 0;
        if is_outside || rho.0.unsigned_abs() >= Ratio::ONE.0.unsigned_abs() {
            return Err(MathError::OutOfDomain);
        }
        let [a, b, rho, m, s] = [a, b, rho, m, s].map(Signed::of_ratio);
        let level = a.plus(b.times(s));
        let reach = if level.is_negative() { Real::ZERO } else { level.magnitude().sqrt() };
        Ok(Self {
            a,
            b,
            rho,
            m,
            square: s.times(s),
            forward: Real::from_integer(forward.0 as u128),
            inverse_time: Signed::of_ratio(variance_time).magnitude().inverse(),
            reach: reach.scaled(66).rounded()?,
        })
    }

    /// w(k) of an unclamped k.
    #[inline]
    pub(super) fn total_variance(&self, k: Signed) -> Signed {
        let x = k.minus(self.m);
        let root = x.times(x).plus(self.square).magnitude().sqrt();
        self.a.plus(self.b.times(self.rho.times(x).plus(Signed::of(root))))
    }

    /// w/τ_p of an unclamped k: variance a year.
    #[inline]
    pub(super) fn yearly(&self, k: Signed) -> Signed {
        self.total_variance(k).times(Signed::of(self.inverse_time))
    }

    /// The volatility of a strike, `σ = √(min(w, 144)/τ_p)` with k kept within ±4√(a + b·s).
    ///
    /// # Units
    /// Per year of 365 days.
    ///
    /// # Domain
    /// K ≥ 0; a strike of 0 is at the lower end of k.
    ///
    /// # Rounding
    /// To the nearest.
    ///
    /// # Accuracy
    /// A relative 2⁻⁵⁶ besides half a unit where a and b(…) do not cancel.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for K < 0, or where w is not positive; [`MathError::Overflow`].
    ///
    /// # Source
    /// J. Gatheral, A. Jacquier, "Arbitrage-free SVI volatility surfaces", Quantitative Finance 14 (2014).
    pub fn volatility(&self, strike: Price) -> Result<Ratio, MathError> {
        let strike = u128::try_from(strike.0).map_err(|_| MathError::OutOfDomain)?;
        let k = match strike {
            0 => self.reach.wrapping_neg(),
            _ => ln_ratio(Real::from_integer(strike), self.forward),
        };
        let k = k.clamp(self.reach.wrapping_neg(), self.reach);
        let variance = self.total_variance(Signed::new(k, -64));
        if !variance.is_positive() {
            return Err(MathError::OutOfDomain);
        }
        let variance = variance.magnitude();
        let bounded = if LARGEST_VARIANCE.is_below(variance) { LARGEST_VARIANCE } else { variance };
        Ok(Ratio(bounded.times(self.inverse_time).sqrt().times(WAD).rounded()?))
    }
}
