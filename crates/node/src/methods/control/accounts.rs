//! Accounts set to any state, and sent from without a key.

use alloy_primitives::{Address, B256, Bytes, U64, U256};
use alloy_serde::JsonStorageKey;

use super::done;
use crate::state::Context;
use crate::wire::{Params, Reply};

pub(super) fn set_balance(context: &mut Context<'_>, params: &Params) -> Reply {
    let balance: U256 = params.required(1, "balance")?;
    context.chain.deal(params.required(0, "address")?, balance);
    done(context, params)
}

pub(super) fn add_balance(context: &mut Context<'_>, params: &Params) -> Reply {
    let account: Address = params.required(0, "address")?;
    let more: U256 = params.required(1, "amount")?;
    context.chain.deal(account, context.chain.balance(account).saturating_add(more));
    done(context, params)
}

pub(super) fn set_nonce(context: &mut Context<'_>, params: &Params) -> Reply {
    let nonce: U64 = params.required(1, "nonce")?;
    context.chain.set_nonce(params.required(0, "address")?, nonce.to());
    done(context, params)
}

pub(super) fn set_code(context: &mut Context<'_>, params: &Params) -> Reply {
    let code: Bytes = params.required(1, "code")?;
    context.chain.set_code(params.required(0, "address")?, code);
    done(context, params)
}

pub(super) fn set_storage(context: &mut Context<'_>, params: &Params) -> Reply {
    let slot: JsonStorageKey = params.required(1, "slot")?;
    let word: B256 = params.required(2, "value")?;
    context.chain.set_storage(params.required(0, "address")?, slot.as_b256().into(), word);
    done(context, params)
}

pub(super) fn impersonate(context: &mut Context<'_>, params: &Params) -> Reply {
    context.chain.impersonate(params.required(0, "address")?);
    done(context, params)
}

pub(super) fn stop_impersonating(context: &mut Context<'_>, params: &Params) -> Reply {
    context.chain.stop_impersonating(params.required(0, "address")?);
    done(context, params)
}

pub(super) fn auto_impersonate(context: &mut Context<'_>, params: &Params) -> Reply {
    context.chain.impersonate_all(params.required(0, "enabled")?);
    done(context, params)
}
