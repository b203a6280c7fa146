//! Reads that leave no trace: no account or slot becomes warm.

use alloy_primitives::{Address, B256, Bytes, KECCAK256_EMPTY, U256};
use revm::bytecode::Bytecode;
use stylus_program::format;

use super::Ctx;
use crate::arbos;

/// The code of an account, ready to run, with its hash.
pub(crate) fn bytecode(ctx: &Ctx, address: &Address) -> (B256, Bytecode) {
    if let Some(account) = ctx.journaled_state.inner.state.get(address) {
        return (account.info.code_hash, account.info.code.clone().unwrap_or_default());
    }
    match ctx.journaled_state.database.state.get(address).and_then(|entry| entry.code.as_ref()) {
        Some((hash, code)) => (*hash, code.clone()),
        None => (KECCAK256_EMPTY, Bytecode::default()),
    }
}

/// The code of an account, with its hash.
pub(crate) fn code(ctx: &Ctx, address: &Address) -> (B256, Bytes) {
    let (hash, code) = bytecode(ctx, address);
    (hash, code.original_bytes())
}

/// A slot of an account.
pub(crate) fn storage(ctx: &Ctx, address: &Address, slot: U256) -> U256 {
    let journal = &ctx.journaled_state;
    match journal.inner.state.get(address).and_then(|account| account.storage.get(&slot)) {
        Some(slot) => slot.present_value,
        None => journal.database.state.storage(address, slot),
    }
}

/// Whether an account's code runs as a program.
pub(crate) fn is_program(ctx: &Ctx, address: &Address) -> bool {
    let (_, code) = code(ctx, address);
    code.first() == Some(&0xEF) && format::is_program(&code, &arbos::rules(ctx))
}

/// Whether code that starts with `EF` may be deployed: whole programs, roots and fragments may.
pub(crate) fn is_deployable(ctx: &Ctx, code: &[u8]) -> bool {
    format::kind(code, &arbos::rules(ctx)).is_some()
}
