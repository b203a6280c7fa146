//! Transactions: running them and including them.

use alloy_consensus::{Transaction as _, TxEnvelope, Typed2718};
use alloy_eips::eip2718::Decodable2718;
use alloy_primitives::{Address, Bytes};

use super::environment::{mode, signer};
use super::{Chain, Outcome, Receipt, Rejected, Request, Transaction};
use crate::config::Mining;
use crate::evm::{Execution, Mode, Recent, Run};
use crate::state::{Db, State};

impl Chain {
    /// Calls a contract in a transaction.
    ///
    /// # Errors
    /// [`Rejected`] if it cannot be included. A transaction that fails is an [`Outcome`].
    pub fn send(
        &mut self,
        from: Address,
        to: Address,
        data: impl Into<Bytes>,
    ) -> Result<Outcome, Rejected> {
        self.transact(Request::call(from, to, data))
    }

    /// Includes a transaction without asking for a signature.
    ///
    /// # Errors
    /// As [`Chain::send`].
    pub fn transact(&mut self, request: Request) -> Result<Outcome, Rejected> {
        let envelope = self.envelope(&request);
        self.include(envelope, request.from)
    }

    /// Includes a signed transaction, encoded as nodes take them.
    ///
    /// # Errors
    /// As [`Chain::send`].
    pub fn send_raw(&mut self, bytes: &[u8]) -> Result<Outcome, Rejected> {
        let mut rest = bytes;
        let envelope = TxEnvelope::decode_2718(&mut rest)
            .map_err(|error| Rejected::Malformed(error.to_string()))?;
        if !rest.is_empty() {
            return Err(Rejected::Malformed(format!("{} bytes after the end", rest.len())));
        }
        self.send_signed(envelope)
    }

    /// Includes a signed transaction.
    ///
    /// # Errors
    /// As [`Chain::send`].
    pub fn send_signed(&mut self, envelope: TxEnvelope) -> Result<Outcome, Rejected> {
        let from = signer(&envelope)?;
        self.include(envelope, from)
    }

    fn include(&mut self, envelope: TxEnvelope, from: Address) -> Result<Outcome, Rejected> {
        let hash = *envelope.hash();
        let execution = self.try_transaction(&envelope, from)?;
        let outcome = Outcome { transaction_hash: Some(hash), ..Outcome::new(&execution) };
        let origin = self.origin();
        let open = self.ledger.open(&origin);
        open.receipts.push(Receipt {
            outcome: outcome.clone(),
            transaction_hash: hash,
            index: open.receipts.len() as u64,
            block_number: open.context.number,
            block_hash: Default::default(),
            from,
            to: envelope.to(),
            transaction_type: envelope.ty(),
            effective_gas_price: open.context.base_fee.into(),
            cumulative_gas_used: open.gas_used() + outcome.gas_used,
            first_log_index: open.log_count(),
            l1_block_number: open.context.l1_number,
        });
        open.transactions.push(Transaction { hash, from, envelope });
        open.recent = execution.recent;
        self.ledger.state.commit(execution.changes);
        if self.config.mining == Mining::Auto {
            self.seal();
        }
        Ok(outcome)
    }

    /// Runs a transaction on the present without including it.
    fn try_transaction(&self, envelope: &TxEnvelope, from: Address) -> Result<Execution, Rejected> {
        let tx = self.transaction_env(envelope, from)?;
        let recent = self.ledger.open.as_ref().map(|open| open.recent.clone()).unwrap_or_default();
        let state = self.ledger.state.clone();
        let block = self.ledger.next_context(&self.origin());
        let (price, base_fee) = (tx.gas_price, block.base_fee);
        let chain_id = (tx.chain_id, self.config.chain_id);
        self.run(state, block, mode(envelope, from), recent, tx)
            .execute()
            .map_err(|error| Rejected::new(error, from, price, base_fee, chain_id))
    }

    /// A run with this chain's configuration.
    pub(super) fn run(
        &self,
        state: State,
        block: crate::evm::BlockContext,
        mode: Mode,
        recent: Recent,
        tx: revm::context::TxEnv,
    ) -> Run {
        Run {
            is_profiled: false,
            chain_id: self.config.chain_id,
            tx_gas_limit: self.config.tx_gas_limit,
            block,
            mode,
            recent,
            db: Db { state, hashes: self.ledger.hashes.clone() },
            tx,
        }
    }
}
