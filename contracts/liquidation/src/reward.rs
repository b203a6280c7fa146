//! What keepers are paid in one liquidation.

use ballast_math::risk::liquidation::keeper_reward;
use ballast_math::Cash;
use contract_abi::generated::liquidation::errors;
use contract_abi::Revert;

/// How far a liquidation has come: E0, C and what was paid of its reward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Equity when the account was flagged, at least 0.
    pub(crate) equity_at_flag: i128,
    /// Notional closed so far.
    pub(crate) closed: i128,
    /// Paid to keepers so far, out of the account.
    pub(crate) rewarded: i128,
}

impl Progress {
    /// A liquidation that begins with this equity.
    pub(crate) fn start(equity: i128) -> Self {
        Self { equity_at_flag: equity.max(0), ..Self::default() }
    }

    /// What is due for closing `notional` more, at most `affordable`, counted as paid.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn reward(
        &mut self,
        notional: i128,
        minimum: i128,
        affordable: i128,
    ) -> Result<i128, Revert> {
        self.closed = self.closed.checked_add(notional).ok_or_else(errors::overflow)?;
        let due = keeper_reward(
            Cash(self.closed),
            Cash(self.equity_at_flag),
            Cash(self.rewarded),
            Cash(minimum),
        )
        .map_err(|_| errors::overflow())?;
        let paid = due.0.min(affordable).max(0);
        self.rewarded = self.rewarded.checked_add(paid).ok_or_else(errors::overflow)?;
        Ok(paid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: i128 = 1_000_000_000_000_000_000;

    #[test]
    fn reward_in_slices_pays_the_minimum_and_then_a_tenth_of_a_percent_of_the_whole() {
        let mut progress = Progress::start(200 * UNIT);
        let mut due =
            |notional: i128| progress.reward(notional * UNIT, 2 * UNIT, i128::MAX).unwrap();
        assert_eq!(
            [due(500), due(1_500), due(3_000), due(50_000)],
            [2, 0, 3, 50].map(|x| x * UNIT)
        );
    }

    #[test]
    fn reward_of_an_account_without_equity_is_nothing() {
        assert_eq!(Progress::start(-UNIT).reward(0, 2 * UNIT, i128::MAX), Ok(0));
    }

    #[test]
    fn reward_that_cannot_be_afforded_is_paid_in_part_or_not_and_counts_as_paid() {
        let mut progress = Progress::start(200 * UNIT);
        assert_eq!(progress.reward(5_000 * UNIT, 2 * UNIT, 3 * UNIT), Ok(3 * UNIT));
        assert_eq!(progress.reward(5_000 * UNIT, 2 * UNIT, -UNIT), Ok(0));
        assert_eq!(progress.rewarded, 3 * UNIT);
    }
}
