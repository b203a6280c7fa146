//! From the worst scenarios to what enters the balances.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};
use crate::risk::Balances;

/// Which scenario was the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scenario {
    /// None: nothing can be lost.
    #[default]
    None,
    /// A row, by its place in the model.
    Row(usize),
    /// That of the basis.
    Basis,
    /// That of the delta floor.
    DeltaFloor,
}

/// The worst that was heard of; the first of equals.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Worst {
    pub(super) at: Scenario,
    pub(super) loss: Cash,
}

impl Worst {
    #[inline]
    pub(super) fn hear(&mut self, at: Scenario, pnl: Cash) {
        if pnl < self.loss {
            *self = Self { at, loss: pnl };
        }
    }
}

/// What losses are multiplied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multipliers {
    /// In initial margin: f·c·λ.
    pub initial: Ratio,
    /// In maintenance margin: 0.8·m·λ.
    pub maintenance: Ratio,
}

/// The worst of the scenarios; all amounts 0 or less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Of those that always count.
    pub worst: Cash,
    /// Which that is.
    pub worst_at: Scenario,
    /// Of those and the ones that the regime adds.
    pub stressed: Cash,
    /// Which that is.
    pub stressed_at: Scenario,
    /// Of the rows of full weight near the price.
    pub inner: Cash,
}

impl Losses {
    /// What they take off the balances: `lossMM = min(0.8·m·λ·worst, inner)`, `lossIM =
    /// min(f·c·λ·stressed, lossMM)`.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::risk::portfolio::{Losses, Multipliers};
    /// use ballast_math::{Cash, Ratio};
    /// let losses = Losses {
    ///     worst: Cash(-3_500), stressed: Cash(-3_500), inner: Cash(-2_900), ..Losses::default() };
    /// let multipliers = Multipliers {
    ///     initial: Ratio::millionths(1_020_000), maintenance: Ratio::millionths(800_000) };
    /// let balances = losses.balances_floor(multipliers)?;
    /// assert_eq!((balances.initial, balances.maintenance), (Cash(-3_570), Cash(-2_900)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn balances_floor(&self, multipliers: Multipliers) -> Result<Balances, MathError> {
        let maintenance = self.worst.mul_floor(multipliers.maintenance)?.min(self.inner);
        let initial = self.stressed.mul_floor(multipliers.initial)?.min(maintenance);
        Ok(Balances { initial, maintenance })
    }
}
