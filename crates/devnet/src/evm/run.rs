//! Running one transaction.

use revm::context::result::{EVMError, ExecutionResult, InvalidTransaction};
use revm::context::{LocalContext, TxEnv};
use revm::context_interface::{ContextTr, JournalTr};
use revm::handler::{EvmTr, Handler};
use revm::inspector::{Inspector, InspectorHandler};
use revm::primitives::hardfork::SpecId;
use revm::state::EvmState;
use revm::{Context, Journal};

use super::handler::{Phases, RunError};
use super::machine::Machine;
use super::{BlockContext, Ctx, Fault, Recent, Runtime, context};
use crate::arbos;
use crate::program::Profile;
use crate::state::Db;

/// Whether a transaction is one, or only a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// All rules of a transaction.
    Transaction,
    /// A transaction without signature: contracts may send it too.
    Unsigned,
    /// A call: any sender, no nonce; gas costs nothing unless the call names a price.
    Call,
}

/// A transaction about to run.
pub(crate) struct Run {
    pub(crate) chain_id: u64,
    pub(crate) tx_gas_limit: u64,
    pub(crate) block: BlockContext,
    pub(crate) mode: Mode,
    pub(crate) recent: Recent,
    /// Whether programs are profiled.
    pub(crate) is_profiled: bool,
    pub(crate) db: Db,
    pub(crate) tx: TxEnv,
}

/// A transaction that ran.
pub(crate) struct Execution {
    pub(crate) result: ExecutionResult,
    /// What it changed.
    pub(crate) changes: EvmState,
    /// Why programs failed.
    pub(crate) faults: Vec<Fault>,
    /// What the functions of programs cost, if that was to be known.
    pub(crate) profiles: Vec<Profile>,
    /// The block's recent programs afterwards.
    pub(crate) recent: Recent,
}

impl Run {
    /// Runs the transaction.
    ///
    /// # Errors
    /// The transaction is not one that can be included; nothing changed.
    pub(crate) fn execute(self) -> Result<Execution, InvalidTransaction> {
        let mut machine = Machine::new(self.context(), ());
        let result = Phases::new().run(&mut machine).map_err(invalid)?;
        Ok(conclude(machine, result).0)
    }

    /// Runs the transaction under an inspector's eyes.
    ///
    /// # Errors
    /// As [`Run::execute`].
    pub(crate) fn inspect<I: Inspector<Ctx>>(
        self,
        inspector: I,
    ) -> Result<(Execution, I), InvalidTransaction> {
        let mut machine = Machine::new(self.context(), inspector);
        let result = Phases::new().inspect_run(&mut machine).map_err(invalid)?;
        Ok(conclude(machine, result))
    }

    fn context(self) -> Ctx {
        let is_call = self.mode == Mode::Call;
        let mut cfg =
            context::cfg_env(self.chain_id, self.tx_gas_limit, &arbos::rules_of(&self.db.state));
        let mut block = self.block.block_env();
        cfg.disable_eip3607 = self.mode != Mode::Transaction;
        if is_call {
            cfg.disable_nonce_check = true;
            if self.tx.gas_price == 0 {
                cfg.disable_base_fee = true;
                block.basefee = 0;
            }
        }
        let mut journal = Journal::new(self.db);
        journal.set_spec_id(SpecId::OSAKA);
        Context {
            block,
            tx: self.tx,
            cfg,
            journaled_state: journal,
            chain: Runtime::new(self.block, is_call, self.recent).profiled(self.is_profiled),
            local: LocalContext::default(),
            error: Ok(()),
        }
    }
}

fn conclude<I>(mut machine: Machine<I>, result: ExecutionResult) -> (Execution, I) {
    let changes = machine.ctx().journal_mut().finalize();
    let (ctx, inspector) = machine.into_parts();
    let Runtime { faults, recent, profiles, .. } = ctx.chain;
    let profiles = profiles.unwrap_or_default();
    (Execution { result, changes, faults, profiles, recent }, inspector)
}

/// The database cannot fail and headers are complete, so that only the transaction can be at fault.
fn invalid(error: RunError) -> InvalidTransaction {
    match error {
        EVMError::Transaction(error) => error,
        EVMError::Database(never) => match never {},
        other => InvalidTransaction::Str(other.to_string().into()),
    }
}
