//! Requests and signed transactions as the EVM wants them.

use alloy_consensus::transaction::SignerRecoverable;
use alloy_consensus::{Signed, Transaction as _, TxEip1559, TxEip7702, TxEnvelope};
use alloy_primitives::{Address, Signature, TxKind, U256};
use revm::context::TxEnv;
use revm::context::either::Either;

use super::{Chain, Rejected, Request};
use crate::evm::Mode;

/// Type byte of the transactions that the EVM is given: with a cap on the price of gas.
const PRICE_CAP: u8 = 2;
/// Type byte of transactions with delegations.
const DELEGATIONS: u8 = 4;

impl Chain {
    /// The transaction of a request, with a placeholder for the signature.
    pub(super) fn envelope(&self, request: &Request) -> TxEnvelope {
        let to = request.to.map_or(TxKind::Create, TxKind::Call);
        let nonce = request.nonce.unwrap_or_else(|| self.pending_nonce(request.from));
        let gas_limit = request.gas.unwrap_or(self.config.tx_gas_limit);
        let max_fee_per_gas = request.gas_price.unwrap_or(self.ledger.base_fee.into());
        let (chain_id, value) = (self.config.chain_id, request.value);
        let (input, access_list) = (request.data.clone(), request.access_list.clone());
        let signature = placeholder(request.from);
        match (request.to, request.authorizations.is_empty()) {
            (Some(to), false) => {
                let authorization_list = request.authorizations.clone();
                let tx = TxEip7702 {
                    chain_id,
                    nonce,
                    gas_limit,
                    max_fee_per_gas,
                    max_priority_fee_per_gas: 0,
                    to,
                    value,
                    access_list,
                    authorization_list,
                    input,
                };
                Signed::new_unhashed(tx, signature).into()
            }
            _ => {
                let tx = TxEip1559 {
                    chain_id,
                    nonce,
                    gas_limit,
                    max_fee_per_gas,
                    max_priority_fee_per_gas: 0,
                    to,
                    value,
                    access_list,
                    input,
                };
                Signed::new_unhashed(tx, signature).into()
            }
        }
    }

    fn pending_nonce(&self, account: Address) -> u64 {
        self.ledger.state.get(&account).map(|entry| entry.nonce).unwrap_or_default()
    }

    /// A call as the EVM wants it.
    pub(super) fn call_env(&self, request: &Request) -> TxEnv {
        let kind = request.to.map_or(TxKind::Create, TxKind::Call);
        let limit = self.config.tx_gas_limit;
        let has_delegations = !request.authorizations.is_empty();
        TxEnv {
            tx_type: if has_delegations { DELEGATIONS } else { PRICE_CAP },
            caller: request.from,
            gas_limit: request.gas.map_or(limit, |gas| gas.min(limit)),
            gas_price: request.gas_price.unwrap_or_default(),
            kind,
            value: request.value,
            data: request.data.clone(),
            nonce: request.nonce.unwrap_or_default(),
            chain_id: Some(self.config.chain_id),
            access_list: request.access_list.clone(),
            gas_priority_fee: Some(0),
            blob_hashes: Vec::new(),
            max_fee_per_blob_gas: 0,
            authorization_list: request.authorizations.iter().cloned().map(Either::Left).collect(),
        }
    }

    /// A transaction as the EVM wants it. Tips are dropped; a gas limit above the chain's is lowered
    /// to it, since the chain runs no transaction longer.
    pub(super) fn transaction_env(
        &self,
        envelope: &TxEnvelope,
        from: Address,
    ) -> Result<TxEnv, Rejected> {
        if envelope.is_eip4844() {
            return Err(Rejected::Unsupported);
        }
        let delegations = envelope.authorization_list().unwrap_or_default();
        Ok(TxEnv {
            tx_type: if envelope.is_eip7702() { DELEGATIONS } else { PRICE_CAP },
            caller: from,
            gas_limit: envelope.gas_limit().min(self.config.tx_gas_limit),
            gas_price: envelope.max_fee_per_gas(),
            kind: envelope.kind(),
            value: envelope.value(),
            data: envelope.input().clone(),
            nonce: envelope.nonce(),
            // Old transactions may name no chain.
            chain_id: envelope.chain_id().or(Some(self.config.chain_id)),
            access_list: envelope.access_list().cloned().unwrap_or_default(),
            gas_priority_fee: Some(0),
            blob_hashes: Vec::new(),
            max_fee_per_blob_gas: 0,
            authorization_list: delegations.iter().cloned().map(Either::Left).collect(),
        })
    }
}

/// A signature that names the sender and that nobody can have made: it keeps the hashes of unsigned
/// transactions of different senders apart.
fn placeholder(from: Address) -> Signature {
    Signature::new(U256::from_be_slice(from.as_slice()), U256::ONE, false)
}

/// The rules that a transaction runs under: who sent one without signature need not have a key.
pub(super) fn mode(envelope: &TxEnvelope, from: Address) -> Mode {
    if *envelope.signature() == placeholder(from) { Mode::Unsigned } else { Mode::Transaction }
}

/// Who signed a transaction.
pub(super) fn signer(envelope: &TxEnvelope) -> Result<Address, Rejected> {
    envelope.recover_signer().map_err(|_| Rejected::Signature)
}
