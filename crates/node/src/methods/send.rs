//! Transactions, signed by the client or by the node.

use alloy_consensus::TxEnvelope;
use alloy_eips::Decodable2718;
use alloy_primitives::{Address, Bytes, TxKind};
use alloy_rpc_types_eth::TransactionRequest;
use devnet::{Account, At, Outcome, Overrides, Rejected};

use super::call::no_estimate;
use super::failure::refused;
use super::{request, sign};
use crate::state::Context;
use crate::wire::{ErrorCode, Params, Reply, RpcError, reply};

/// No transaction may be longer, as on other nodes.
const MAX_RAW_BYTES: usize = 128 << 10;

/// Includes a signed transaction, or lets it wait for those whose nonces come before it.
pub(super) fn raw(context: &mut Context<'_>, params: &Params) -> Reply {
    let bytes: Bytes = params.required(0, "transaction")?;
    if bytes.len() > MAX_RAW_BYTES {
        let text = format!("oversized data: above {MAX_RAW_BYTES} bytes");
        return Err(RpcError::new(ErrorCode::Rejected, text));
    }
    match context.chain.send_raw(&bytes) {
        Err(Rejected::NonceTooHigh { account, have, want }) => {
            let transaction = TxEnvelope::decode_2718(&mut &bytes[..]).map_err(refused)?;
            let hash = *transaction.hash();
            if context.node.queue.push(account, want, transaction) {
                return reply(&hash);
            }
            Err(refused(Rejected::NonceTooHigh { account, have, want }))
        }
        outcome => included(outcome),
    }
}

/// The hash of what was included, whether it succeeded or not: that is the receipt's to say.
fn included(outcome: Result<Outcome, Rejected>) -> Reply {
    reply(&outcome.map_err(refused)?.transaction_hash)
}

/// Fills in what is missing, signs and includes a transaction of a funded or impersonated account.
pub(super) fn from_request(context: &mut Context<'_>, params: &Params) -> Reply {
    let mut object: TransactionRequest = params.required(0, "transaction")?;
    let from = object.from.ok_or_else(|| RpcError::invalid_params("missing \"from\""))?;
    let account = sign::account(context.chain, from).cloned();
    if account.is_none() && !context.chain.is_impersonated(from) {
        let text = format!("unknown account {from}: neither funded nor impersonated");
        return Err(RpcError::server(text));
    }
    fill(context, from, &mut object)?;
    match account {
        Some(account) => {
            let transaction = signed(&account, object)?;
            included(context.chain.send_signed(transaction))
        }
        None => {
            let request = request::request(object)?;
            included(context.chain.transact(request))
        }
    }
}

/// Adds what the request leaves open: chain, nonce, price and, by an estimate, gas.
fn fill(
    context: &Context<'_>,
    from: Address,
    object: &mut TransactionRequest,
) -> Result<(), RpcError> {
    let chain = &*context.chain;
    let chain_id = chain.config().chain_id;
    if *object.chain_id.get_or_insert(chain_id) != chain_id {
        return Err(refused(Rejected::ChainId {
            have: object.chain_id.unwrap_or_default(),
            want: chain_id,
        }));
    }
    let mut request = request::request(object.clone())?;
    object.to.get_or_insert(TxKind::Create);
    object.nonce.get_or_insert(chain.nonce(from));
    if object.gas_price.is_none() {
        let tip = *object.max_priority_fee_per_gas.get_or_insert(0);
        let price = u128::from(chain.base_fee()).saturating_mul(2).saturating_add(tip);
        object.max_fee_per_gas.get_or_insert(price);
    }
    if object.gas.is_none() {
        request.gas_price = None;
        let gas = chain.estimate_gas(&request, At::Pending, &Overrides::default());
        object.gas = Some(gas.map_err(no_estimate)?);
    }
    Ok(())
}

fn signed(account: &Account, object: TransactionRequest) -> Result<TxEnvelope, RpcError> {
    let transaction = object
        .build_typed_tx()
        .map_err(|_| RpcError::invalid_params("these fields make no transaction"))?;
    account
        .sign_transaction(transaction)
        .ok_or_else(|| RpcError::internal("the account cannot sign this"))
}
