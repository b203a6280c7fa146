//! Profit that may not leave at once.
//!
//! A price that was moved for an hour makes profits that are gone an hour later; whoever withdraws them
//! meanwhile leaves the loss to the house. New profit is therefore locked and set free over a day.

use crate::MathError;
use crate::fixed::quantity::Cash;
use crate::fixed::{mul_div_ceil, mul_div_floor};

/// Seconds after which a profit is free.
const VESTING: u64 = 86_400;

/// What an account has put in, and what of its profit is locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vesting {
    /// Deposits less withdrawals.
    pub net_deposits: Cash,
    /// The greatest profit seen, equity less net deposits; 0 or more.
    pub high_water: Cash,
    /// Profit that is locked, as of `at`.
    pub unvested: Cash,
    /// The second of the last update.
    pub at: u64,
}

impl Vesting {
    /// The account at `now`: `U·max(0, 1 − Δt/24 h)` and what its profit exceeds the high-water mark by,
    /// which rises with it.
    ///
    /// `equity` is that before the deposit or withdrawal that causes the update.
    ///
    /// # Rounding
    /// What is locked, up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, risk::vesting::Vesting};
    /// let start = Vesting { unvested: Cash(1_000), high_water: Cash(1_000), ..Vesting::default() };
    /// assert_eq!(start.updated(Cash(1_300), 21_600)?.unvested, Cash(1_050));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn updated(self, equity: Cash, now: u64) -> Result<Self, MathError> {
        let profit = equity.checked_sub(self.net_deposits)?;
        let new = profit.checked_sub(self.high_water)?.max(Cash::ZERO);
        let unvested = self.unvested_at(now)?.checked_add(new)?;
        Ok(Self { high_water: self.high_water.max(profit), unvested, at: now.max(self.at), ..self })
    }

    /// What is still locked at `now` of what was locked.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`], which no state of [`Vesting::updated`] reaches.
    pub fn unvested_at(&self, now: u64) -> Result<Cash, MathError> {
        let left = VESTING.saturating_sub(now.saturating_sub(self.at));
        mul_div_ceil(self.unvested.0, left as i128, VESTING as i128).map(Cash)
    }

    /// The account after a deposit, negative for a withdrawal: profit does not change.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn deposited(self, amount: Cash) -> Result<Self, MathError> {
        Ok(Self { net_deposits: self.net_deposits.checked_add(amount)?, ..self })
    }

    /// Both accounts after one hands the other legs and cash worth `value` of its `equity`; both were
    /// [updated](Vesting::updated) before.
    ///
    /// Net deposits move in proportion. Profit that comes along is new to the receiver and locked with
    /// it for a day from its next update on, whether or not it was free before: otherwise a second
    /// account would be a way around. High water and what is locked fall in the sender by the same
    /// share, down to what is left.
    ///
    /// # Rounding
    /// What moves of net deposits, down: the receiver's profit counts from above. What is left in the
    /// sender of the high-water mark, down, and of what is locked, up.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a value outside [0, equity] or an equity of 0;
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, risk::vesting::Vesting};
    /// let from = Vesting { net_deposits: Cash(100), high_water: Cash(1_000), ..Vesting::default() };
    /// let (from, to) = from.handed_to(Vesting::default(), Cash(550), Cash(1_100))?;
    /// assert_eq!((from.net_deposits, from.high_water, to.net_deposits), (Cash(50), Cash(500), Cash(50)));
    /// assert_eq!(to.updated(Cash(550), 0)?.unvested, Cash(500));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn handed_to(self, to: Self, value: Cash, equity: Cash) -> Result<(Self, Self), MathError> {
        if equity <= Cash::ZERO || value < Cash::ZERO || value > equity {
            return Err(MathError::OutOfDomain);
        }
        let kept = equity.checked_sub(value)?;
        let moved = Cash(mul_div_floor(self.net_deposits.0, value.0, equity.0)?);
        let from = Self {
            net_deposits: self.net_deposits.checked_sub(moved)?,
            high_water: Cash(mul_div_floor(self.high_water.0, kept.0, equity.0)?),
            unvested: Cash(mul_div_ceil(self.unvested.0, kept.0, equity.0)?),
            ..self
        };
        Ok((from, to.deposited(moved)?))
    }
}

/// What may be withdrawn: `min(initial balance, cash − unvested)`, at least 0.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::vesting::withdrawable};
/// assert_eq!(withdrawable(Cash(80), Cash(100), Cash(30)), Ok(Cash(70)));
/// assert_eq!(withdrawable(Cash(-1), Cash(100), Cash(30)), Ok(Cash(0)));
/// ```
pub fn withdrawable(initial_balance: Cash, cash: Cash, unvested: Cash) -> Result<Cash, MathError> {
    Ok(initial_balance.min(cash.checked_sub(unvested)?).max(Cash::ZERO))
}
