//! The phases of a transaction, with the chain's rule for fees.

use std::convert::Infallible;

use alloy_primitives::U256;
use revm::context::result::{EVMError, HaltReason, InvalidTransaction};
use revm::context_interface::{Block, ContextTr, JournalTr, Transaction};
use revm::handler::{EvmTr, FrameResult, Handler};
use revm::inspector::{InspectorEvmTr, InspectorHandler};
use revm::interpreter::interpreter::EthInterpreter;
use std::marker::PhantomData;

use super::machine::Machine;
use crate::arbos;

/// Why a transaction did not start.
pub(super) type RunError = EVMError<Infallible, InvalidTransaction>;

/// The ordinary phases; the price of gas goes to the chain's account for fees instead of being
/// burned, and there are no tips.
pub(super) struct Phases<I>(PhantomData<I>);

impl<I> Phases<I> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<I> Handler for Phases<I> {
    type Evm = Machine<I>;
    type Error = RunError;
    type HaltReason = HaltReason;

    fn reward_beneficiary(
        &self,
        evm: &mut Machine<I>,
        result: &mut FrameResult,
    ) -> Result<(), RunError> {
        let ctx = evm.ctx();
        let price = ctx.tx().effective_gas_price(u128::from(ctx.block().basefee()));
        let fee = U256::from(price) * U256::from(result.gas().used());
        if !fee.is_zero() {
            let account = arbos::network_fee_account(ctx);
            ctx.journal_mut().balance_incr(account, fee)?;
        }
        Ok(())
    }
}

impl<I> InspectorHandler for Phases<I>
where
    Machine<I>: InspectorEvmTr<Context = super::Ctx>,
    I: revm::inspector::Inspector<super::Ctx>,
    Machine<I>: InspectorEvmTr<Inspector = I>,
{
    type IT = EthInterpreter;
}
