//! When a surface is acceptable: no butterfly has a negative price, and no calendar spread.
//!
//! Both are checked at probes: at k = z·√w(0), z from −4 to 4 by halves, and where the smile turns.

use super::{Parameters, Surface};
use crate::MathError;
use crate::fixed::quantity::Ratio;
use crate::fixed::real::Real;
use crate::fixed::signed::Signed;

/// Probes of a surface: seventeen multiples of √w(0), and m.
const PROBES: i128 = 18;
/// Wings may not rise faster than this.
const LARGEST_WING: Signed = Signed::new(2, 0);

/// Why a surface is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A parameter is outside its domain: see [`Surface::new`].
    Domain,
    /// `a + b·s√(1 − ρ²)`, the least variance, is negative.
    NegativeVariance,
    /// A wing `b(1 ± ρ)` is steeper than 2.
    SteepWing,
    /// The density of the settlement price is negative at probe k (18 decimals), or w is not positive there.
    Butterfly(Ratio),
    /// Less variance remains than at the expiry before, at probe k, or w is not positive there.
    Calendar(Ratio),
}

/// The outcome of a check.
pub type Acceptance = Result<(), Refusal>;

/// A surface with the variance time that remains.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    surface: Surface,
    /// T_v in years.
    remaining: Real,
}

impl Slice {
    /// A surface of which `remaining` years of variance time are left.
    #[inline]
    pub const fn new(surface: Surface, remaining: Real) -> Self {
        Self { surface, remaining }
    }

    /// Whether every calendar spread from this expiry to a later one has a price: `w·T_v/τ_p` of this is not above
    /// that of `later` at the probes of both.
    ///
    /// # Errors
    /// [`Refusal::Calendar`] with the first probe that fails.
    pub fn is_below(&self, later: &Self) -> Acceptance {
        let probes = self.surface.probes().chain(later.surface.probes());
        for k in probes {
            let (near, far) = (self.remaining_variance(k), later.remaining_variance(k));
            if !near.is_positive() || far.minus(near).is_negative() {
                return Err(Refusal::Calendar(as_ratio(k)));
            }
        }
        Ok(())
    }

    fn remaining_variance(&self, k: Signed) -> Signed {
        self.surface.yearly(k).times(Signed::of(self.remaining))
    }
}

impl Surface {
    /// Prepares parameters and checks that they are free of butterfly arbitrage.
    ///
    /// At each probe `g = (1 − k·w′/(2w))² − (w′²/4)(1/w + 1/4) + w″/2 ≥ 0`, which is the density of the settlement price
    /// up to a positive factor.
    ///
    /// # Errors
    /// [`Refusal`], the first that applies.
    ///
    /// # Source
    /// J. Gatheral, A. Jacquier, "Arbitrage-free SVI volatility surfaces", Quantitative Finance 14 (2014), lemma 2.2.
    pub fn accepted(parameters: &Parameters) -> Result<Self, Refusal> {
        let surface = Self::new(parameters).map_err(|_: MathError| Refusal::Domain)?;
        surface.check_bounds()?;
        for k in surface.probes() {
            if !surface.is_density_positive(k) {
                return Err(Refusal::Butterfly(as_ratio(k)));
            }
        }
        Ok(surface)
    }

    fn check_bounds(&self) -> Acceptance {
        // s√(1 − ρ²) = √(s²(1 − ρ²)).
        let tilt = Signed::ONE.minus(self.rho.times(self.rho));
        let least = self.square.times(tilt).magnitude().sqrt();
        if self.a.plus(self.b.times(Signed::of(least))).is_negative() {
            return Err(Refusal::NegativeVariance);
        }
        let steepest = self.b.times(Signed::ONE.plus(Signed::of(self.rho.magnitude())));
        if LARGEST_WING.minus(steepest).is_negative() {
            return Err(Refusal::SteepWing);
        }
        Ok(())
    }

    /// Where to look: k = z·√w(0) for z = −4, −3.5 … 4, then k = m.
    fn probes(&self) -> impl Iterator<Item = Signed> + use<> {
        let at_zero = self.total_variance(Signed::new(0, 0));
        let unit = if at_zero.is_positive() { at_zero.magnitude().sqrt() } else { Real::ZERO };
        let (unit, last) = (Signed::of(unit), self.m);
        (0..PROBES).map(move |index| {
            if index.wrapping_add(1) == PROBES {
                last
            } else {
                unit.times(Signed::new(index.wrapping_sub(8), -1))
            }
        })
    }

    fn is_density_positive(&self, k: Signed) -> bool {
        let variance = self.total_variance(k);
        if !variance.is_positive() {
            return false;
        }
        let inverse = Signed::of(variance.magnitude().inverse());
        let x = k.minus(self.m);
        let square = x.times(x).plus(self.square);
        let inverse_root = Signed::of(square.magnitude().sqrt().inverse());
        let first = self.b.times(self.rho.plus(x.times(inverse_root)));
        let cube = inverse_root.times(inverse_root).times(inverse_root);
        let second = self.b.times(self.square).times(cube);
        let slant = Signed::ONE.minus(k.times(first).times(inverse).scaled(-1));
        let bend = first.times(first).scaled(-2).times(inverse.plus(Signed::ONE.scaled(-2)));
        let density = slant.times(slant).minus(bend).plus(second.scaled(-1));
        !density.is_negative()
    }
}

/// An 18-decimal number, for errors; zero beyond its range.
fn as_ratio(value: Signed) -> Ratio {
    let magnitude = value.magnitude().times(super::WAD).rounded().unwrap_or(0);
    Ratio(if value.is_negative() { magnitude.wrapping_neg() } else { magnitude })
}
