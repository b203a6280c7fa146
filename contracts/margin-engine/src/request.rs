//! What a caller may ask: the bounds and shape of an assessment.

use contract_abi::generated::margin_engine::{errors, Mode, Portfolio};
use contract_abi::{Revert, Word};

/// The most portfolios of one assessment.
pub const MAX_PORTFOLIOS: usize = 32;
/// The most markets of one assessment.
pub const MAX_MARKETS: usize = 8;
/// The most legs of a portfolio.
pub const MAX_LEGS: usize = 128;
/// The most collateral words of a portfolio.
pub const MAX_COLLATERALS: usize = 16;

/// The arguments of an assessment, counted.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The portfolios.
    pub portfolios: &'a [Portfolio],
    /// Their legs, one after another.
    pub legs: &'a [Word],
    /// Their collateral, one after another.
    pub collateral: &'a [Word],
    /// The markets to report, which are all that the legs may be in.
    pub markets: &'a [Word],
}

impl<'a> Request<'a> {
    /// Checks counts, then modes.
    ///
    /// # Errors
    /// `TooMany`, `CountMismatch`, `ModeUnavailable`, in this order.
    pub fn check(&self) -> Result<(), Revert> {
        at_most(self.portfolios.len(), MAX_PORTFOLIOS)?;
        at_most(self.markets.len(), MAX_MARKETS)?;
        // At most 32·128 and 32·16: the sums are exact.
        let (mut legs, mut collateral) = (0_usize, 0_usize);
        for portfolio in self.portfolios {
            let own = at_most(portfolio.leg_count as usize, MAX_LEGS)?;
            legs = legs.saturating_add(own);
            let own = at_most(portfolio.collateral_count as usize, MAX_COLLATERALS)?;
            collateral = collateral.saturating_add(own);
        }
        counted(self.legs.len(), legs)?;
        counted(self.collateral.len(), collateral)?;
        match self.portfolios.iter().find(|portfolio| portfolio.mode != Mode::Cross) {
            Some(portfolio) => Err(errors::mode_unavailable(portfolio.mode)),
            None => Ok(()),
        }
    }

    /// Whether nothing is asked that has a price (ENG-2).
    #[must_use]
    pub const fn needs_no_price(&self) -> bool {
        self.legs.is_empty() && self.collateral.is_empty() && self.markets.is_empty()
    }

    /// Each portfolio's cash, legs and collateral. To be asked after [`check`](Self::check), which makes
    /// sure that the words last.
    pub fn each(&self) -> impl Iterator<Item = (i128, &'a [Word], &'a [Word])> {
        let (mut legs, mut collateral) = (self.legs, self.collateral);
        self.portfolios.iter().map(move |portfolio| {
            let own_legs = taken(&mut legs, portfolio.leg_count);
            (portfolio.cash, own_legs, taken(&mut collateral, portfolio.collateral_count))
        })
    }
}

fn taken<'a>(words: &mut &'a [Word], count: u32) -> &'a [Word] {
    let (taken, rest) = words.split_at_checked(count as usize).unwrap_or((words, &[]));
    *words = rest;
    taken
}

fn at_most(actual: usize, bound: usize) -> Result<usize, Revert> {
    if actual > bound {
        return Err(errors::too_many(actual as u128, bound as u128));
    }
    Ok(actual)
}

fn counted(actual: usize, expected: usize) -> Result<(), Revert> {
    if actual != expected {
        return Err(errors::count_mismatch(actual as u128, expected as u128));
    }
    Ok(())
}
