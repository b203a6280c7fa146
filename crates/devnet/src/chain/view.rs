//! Calls that change nothing, and looking at accounts.

use alloy_primitives::{Address, B256, Bytes, U256};

use super::{At, Chain, Outcome, Overrides, Rejected, Request, StateView, UnknownBlock};
use crate::evm::{BlockContext, Execution, Mode, Recent, Run};
use crate::program::Profile;
use crate::state::State;

/// Why a call could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// There is no such state.
    #[error(transparent)]
    Block(#[from] UnknownBlock),
    /// The call cannot be run, for want of money above all.
    #[error(transparent)]
    Rejected(#[from] Rejected),
}

impl Chain {
    /// Calls a contract from the zero address on the present, without changing anything.
    ///
    /// The call sees the block that would come next, so that it answers what a transaction would.
    ///
    /// # Errors
    /// [`Rejected`] if it cannot be run. A call that fails is an [`Outcome`].
    pub fn call(&self, to: Address, data: impl Into<Bytes>) -> Result<Outcome, Rejected> {
        self.call_present(&Request::call(Address::ZERO, to, data))
    }

    /// Calls a contract from an account; otherwise as [`Chain::call`].
    ///
    /// # Errors
    /// As [`Chain::call`].
    pub fn call_from(
        &self,
        from: Address,
        to: Address,
        data: impl Into<Bytes>,
    ) -> Result<Outcome, Rejected> {
        self.call_present(&Request::call(from, to, data))
    }

    /// Runs a request on the present without changing anything.
    ///
    /// # Errors
    /// As [`Chain::call`].
    pub fn call_present(&self, request: &Request) -> Result<Outcome, Rejected> {
        if let Some(outcome) = self.node_interface(request, At::Pending, &Overrides::default()) {
            return Ok(outcome);
        }
        let (state, block) = self.present();
        Ok(Outcome::new(&self.execute_call(request, state, block)?))
    }

    /// Runs a request on the present, changing nothing, and tells what the functions of programs cost.
    ///
    /// # Errors
    /// As [`Chain::call`].
    pub fn profile(&self, request: &Request) -> Result<(Outcome, Vec<Profile>), Rejected> {
        let (state, block) = self.present();
        let execution = self.run_call(request, state, block, true)?;
        Ok((Outcome::new(&execution), execution.profiles))
    }

    /// Runs a request at a block without changing anything.
    ///
    /// # Errors
    /// [`ViewError`] if there is no such state or it cannot be run.
    pub fn call_at(
        &self,
        request: &Request,
        at: At,
        overrides: &Overrides,
    ) -> Result<Outcome, ViewError> {
        if let Some(outcome) = self.node_interface(request, at, overrides) {
            return Ok(outcome);
        }
        let (mut state, mut block) = self.resolve(at)?;
        overrides.apply(&mut state, &mut block);
        Ok(Outcome::new(&self.execute_call(request, state, block)?))
    }

    pub(super) fn execute_call(
        &self,
        request: &Request,
        state: State,
        block: BlockContext,
    ) -> Result<Execution, Rejected> {
        self.run_call(request, state, block, false)
    }

    fn run_call(
        &self,
        request: &Request,
        state: State,
        block: BlockContext,
        is_profiled: bool,
    ) -> Result<Execution, Rejected> {
        let tx = self.call_env(request);
        let (price, base_fee) = (tx.gas_price, block.base_fee);
        let chain_id = (tx.chain_id, self.config.chain_id);
        let run = self.run(state, block, Mode::Call, Recent::default(), tx);
        Run { is_profiled, ..run }
            .execute()
            .map_err(|error| Rejected::new(error, request.from, price, base_fee, chain_id))
    }

    /// The present with the block that comes next.
    pub(super) fn present(&self) -> (State, BlockContext) {
        (self.ledger.state.clone(), self.ledger.next_context(&self.origin()))
    }

    /// The state and block that calls at `at` see.
    pub(super) fn resolve(&self, at: At) -> Result<(State, BlockContext), UnknownBlock> {
        let number = match at {
            At::Pending => return Ok(self.present()),
            At::Latest => {
                let block = self.ledger.next_context(&self.origin());
                return Ok((self.ledger.latest().clone(), block));
            }
            At::Number(number) => number,
            At::Hash(hash) => *self.ledger.numbers.get(&hash).ok_or(UnknownBlock::Missing)?,
        };
        let block = self.block(number).ok_or(UnknownBlock::Missing)?;
        let state = self.ledger.states.get(&number).ok_or(UnknownBlock::Pruned(number))?;
        Ok((state.clone(), block.context.clone()))
    }

    /// The accounts at a block.
    ///
    /// # Errors
    /// [`UnknownBlock`] if there is no such state.
    pub fn state_at(&self, at: At) -> Result<StateView, UnknownBlock> {
        Ok(StateView { state: self.resolve(at)?.0 })
    }

    /// The accounts now, transactions of the open block included.
    pub fn state(&self) -> StateView {
        StateView { state: self.ledger.state.clone() }
    }

    /// Wei of an account now.
    pub fn balance(&self, address: Address) -> U256 {
        self.state().balance(address)
    }

    /// Next nonce of an account now.
    pub fn nonce(&self, address: Address) -> u64 {
        self.state().nonce(address)
    }

    /// Code of an account now.
    pub fn code(&self, address: Address) -> Bytes {
        self.state().code(address)
    }

    /// A slot of an account now.
    pub fn storage(&self, address: Address, slot: U256) -> B256 {
        self.state().storage(address, slot)
    }
}
