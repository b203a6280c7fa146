//! The least gas limit with which a transaction succeeds.

use super::{At, Chain, Outcome, Overrides, Rejected, Request, UnknownBlock};
use crate::evm::BlockContext;
use crate::state::State;

/// Why there is no estimate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EstimateError {
    /// There is no such state.
    #[error(transparent)]
    Block(#[from] UnknownBlock),
    /// The transaction cannot be run.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// It fails with the most gas it may have.
    #[error("{}", .0.reason())]
    Fails(Box<Outcome>),
}

impl Chain {
    /// The least gas limit with which a request succeeds: found by bisection, to the unit.
    ///
    /// Bisection is needed since gas is withheld from children and output has a price of its own.
    /// Programs count as not recently called, as for every call.
    ///
    /// # Errors
    /// [`EstimateError`] if the request fails even with the most gas it may have.
    pub fn estimate_gas(
        &self,
        request: &Request,
        at: At,
        overrides: &Overrides,
    ) -> Result<u64, EstimateError> {
        let (mut state, mut block) = self.resolve(at)?;
        overrides.apply(&mut state, &mut block);
        let cap = request.gas.unwrap_or(u64::MAX).min(self.config.tx_gas_limit);
        let first = self.with_gas(request, cap, &state, &block)?;
        if !first.is_success() {
            return Err(EstimateError::Fails(Box::new(first)));
        }
        let spent = first.gas_used + first.gas_refunded;
        let (mut fails, mut succeeds) = (spent.saturating_sub(1), cap);
        // Most transactions need no more than they spend, or a sixty-third on top.
        for guess in [spent, spent + spent / 63 + 2_300] {
            if fails < guess && guess < succeeds {
                match self.succeeds(request, guess, &state, &block) {
                    true => succeeds = guess,
                    false => fails = guess,
                }
            }
        }
        while fails + 1 < succeeds {
            let middle = fails + (succeeds - fails) / 2;
            match self.succeeds(request, middle, &state, &block) {
                true => succeeds = middle,
                false => fails = middle,
            }
        }
        Ok(succeeds)
    }

    fn with_gas(
        &self,
        request: &Request,
        gas: u64,
        state: &State,
        block: &BlockContext,
    ) -> Result<Outcome, Rejected> {
        let request = request.clone().with_gas(gas);
        Ok(Outcome::new(&self.execute_call(&request, state.clone(), block.clone())?))
    }

    fn succeeds(&self, request: &Request, gas: u64, state: &State, block: &BlockContext) -> bool {
        self.with_gas(request, gas, state, block).is_ok_and(|outcome| outcome.is_success())
    }
}
