//! What an account holds, at a block.

use alloy_primitives::{Address, U64};
use alloy_serde::JsonStorageKey;
use devnet::StateView;

use super::at;
use super::failure::refused;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// The account, and the accounts at the block that is parameter `block`.
fn subject(
    context: &Context<'_>,
    params: &Params,
    block: usize,
) -> Result<(Address, StateView), RpcError> {
    let account = params.required(0, "address")?;
    let at = at::state(context.chain, params.optional(block, "block")?);
    Ok((account, context.chain.state_at(at).map_err(refused)?))
}

pub(super) fn balance(context: &mut Context<'_>, params: &Params) -> Reply {
    let (account, state) = subject(context, params, 1)?;
    reply(&state.balance(account))
}

pub(super) fn code(context: &mut Context<'_>, params: &Params) -> Reply {
    let (account, state) = subject(context, params, 1)?;
    reply(&state.code(account))
}

pub(super) fn storage(context: &mut Context<'_>, params: &Params) -> Reply {
    let slot: JsonStorageKey = params.required(1, "slot")?;
    let (account, state) = subject(context, params, 2)?;
    reply(&state.storage(account, slot.as_b256().into()))
}

/// The next nonce; at `pending` it counts the transactions of the open block.
pub(super) fn nonce(context: &mut Context<'_>, params: &Params) -> Reply {
    let (account, state) = subject(context, params, 1)?;
    reply(&U64::from(state.nonce(account)))
}
