//! The methods, in one table. Each is a plain function from a state and the parameters to a reply.

mod accounts;
mod at;
mod blocks;
mod call;
mod control;
mod failure;
mod fees;
mod filters;
mod identity;
mod logs;
mod refused;
mod request;
mod send;
mod sign;
mod trace;
mod transactions;

pub(crate) use logs::bounded as bounded_filter;

use crate::state::{Context, Copy};
use crate::wire::{Params, Reply, RpcError};

/// A method, by what it needs.
#[derive(Clone, Copy)]
pub(crate) enum Method {
    /// Works on the chain itself, in its turn. For everything that changes something or is quick.
    Act(fn(&mut Context<'_>, &Params) -> Reply),
    /// Works on a copy of the chain, beside others. For everything that may compute for long.
    View(fn(&Copy, &Params) -> Reply),
}

/// The method of a name.
///
/// # Errors
/// There is none, or this node refuses it and says why.
pub(crate) fn find(name: &str) -> Result<Method, RpcError> {
    view(name)
        .map(Method::View)
        .or_else(|| act(name).map(Method::Act))
        .ok_or_else(|| refused::reason(name).unwrap_or_else(|| RpcError::unknown_method(name)))
}

fn view(name: &str) -> Option<fn(&Copy, &Params) -> Reply> {
    Some(match name {
        "debug_traceCall" => trace::call,
        "debug_traceTransaction" => trace::transaction,
        "eth_call" => call::call,
        "eth_estimateGas" => call::estimate_gas,
        "eth_getLogs" => logs::query,
        _ => return None,
    })
}

fn act(name: &str) -> Option<fn(&mut Context<'_>, &Params) -> Reply> {
    let (family, tail) = name.split_once('_')?;
    match family {
        "eth" => eth(tail),
        "anvil" | "hardhat" | "evm" => control::find(family, tail),
        _ => other(name),
    }
}

fn eth(tail: &str) -> Option<fn(&mut Context<'_>, &Params) -> Reply> {
    Some(match tail {
        "accounts" => identity::accounts,
        "blobBaseFee" => fees::blob_base_fee,
        "blockNumber" => blocks::number,
        "chainId" => identity::chain_id,
        "coinbase" => identity::coinbase,
        "feeHistory" => fees::history,
        "gasPrice" => fees::gas_price,
        "getBalance" => accounts::balance,
        "getBlockByHash" => blocks::by_hash,
        "getBlockByNumber" => blocks::by_number,
        "getBlockReceipts" => transactions::block_receipts,
        "getBlockTransactionCountByHash" => blocks::transaction_count_by_hash,
        "getBlockTransactionCountByNumber" => blocks::transaction_count_by_number,
        "getCode" => accounts::code,
        "getFilterChanges" => filters::changes,
        "getFilterLogs" => filters::logs,
        "getRawTransactionByHash" => transactions::raw_by_hash,
        "getStorageAt" => accounts::storage,
        "getTransactionByBlockHashAndIndex" => transactions::by_block_hash_and_index,
        "getTransactionByBlockNumberAndIndex" => transactions::by_block_number_and_index,
        "getTransactionByHash" => transactions::by_hash,
        "getTransactionCount" => accounts::nonce,
        "getTransactionReceipt" => transactions::receipt,
        "getUncleByBlockHashAndIndex" | "getUncleByBlockNumberAndIndex" => blocks::uncle,
        "getUncleCountByBlockHash" | "getUncleCountByBlockNumber" => blocks::uncle_count,
        "maxPriorityFeePerGas" => fees::max_priority_fee_per_gas,
        "mining" | "syncing" => identity::no,
        "newBlockFilter" => filters::new_block,
        "newFilter" => filters::new_logs,
        "newPendingTransactionFilter" => filters::new_pending_transaction,
        "sendRawTransaction" => send::raw,
        "sendTransaction" => send::from_request,
        "sign" => sign::message,
        "uninstallFilter" => filters::uninstall,
        _ => return None,
    })
}

fn other(name: &str) -> Option<fn(&mut Context<'_>, &Params) -> Reply> {
    Some(match name {
        "net_listening" => identity::yes,
        "net_peerCount" => identity::zero,
        "net_version" => identity::net_version,
        "personal_sign" => sign::personal,
        "rpc_modules" => identity::modules,
        "web3_clientVersion" => identity::client_version,
        "web3_sha3" => identity::keccak,
        _ => return None,
    })
}
