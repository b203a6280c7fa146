//! Signatures of the funded accounts.

use alloy_primitives::{Address, Bytes, eip191_hash_message};
use devnet::{Account, Chain};

use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// The funded account of an address.
pub(super) fn account(chain: &Chain, address: Address) -> Option<&Account> {
    chain.accounts().iter().find(|account| account.address() == address)
}

/// `eth_sign`: the account, then the message.
pub(super) fn message(context: &mut Context<'_>, params: &Params) -> Reply {
    signed(context, params.required(0, "address")?, &params.required(1, "message")?)
}

/// `personal_sign`: the message, then the account.
pub(super) fn personal(context: &mut Context<'_>, params: &Params) -> Reply {
    signed(context, params.required(1, "address")?, &params.required(0, "message")?)
}

fn signed(context: &Context<'_>, address: Address, message: &Bytes) -> Reply {
    let signature = account(context.chain, address)
        .ok_or_else(|| RpcError::server(format!("unknown account {address}")))?
        .sign_hash(eip191_hash_message(message))
        .ok_or_else(|| RpcError::internal("the account cannot sign this"))?;
    reply(&Bytes::from(signature.as_bytes()))
}
