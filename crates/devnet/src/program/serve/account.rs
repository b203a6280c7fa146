//! Logs, and looking at accounts.

use alloy_primitives::{Address, B256, Bytes, Log, LogData};
use revm::context_interface::JournalTr;
use stylus_program::prices;

use super::super::request::AccountQuestion;
use super::{Host, Stop};
use crate::evm::Ctx;

const COLD_ACCOUNT: u64 = 2_600;
const WARM_ACCOUNT: u64 = 100;

/// Emits a log in the name of the acting account.
pub(super) fn log(topics: Vec<B256>, data: Bytes, ctx: &mut Ctx, host: &mut impl Host) {
    let address = host.guest().environment.account;
    ctx.journaled_state.log(Log { address, data: LogData::new_unchecked(topics, data) });
}

/// Answers a question about an account, which then is warm.
pub(super) fn look(
    address: Address,
    question: AccountQuestion,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<Option<u32>, Stop> {
    match question {
        AccountQuestion::Balance { dest } => {
            let Ok(account) = ctx.journaled_state.load_account(address);
            let balance = account.info.balance;
            host.charge_gas(if account.is_cold { COLD_ACCOUNT } else { WARM_ACCOUNT })?;
            host.write(dest, &balance.to_be_bytes::<32>())?;
            Ok(None)
        }
        AccountQuestion::Codehash { dest } => {
            let Ok(account) = ctx.journaled_state.load_account(address);
            // An account touched in this transaction exists, even if it is empty.
            let exists = !account.is_loaded_as_not_existing() || account.is_touched();
            let hash = if exists { account.info.code_hash } else { B256::ZERO };
            host.charge_gas(if account.is_cold { COLD_ACCOUNT } else { WARM_ACCOUNT })?;
            host.write(dest, hash.as_slice())?;
            Ok(None)
        }
        AccountQuestion::CodeSize => {
            let code = code(address, ctx, host)?;
            Ok(Some(code.len() as u32))
        }
        AccountQuestion::Code { offset, size, dest } => {
            let code = code(address, ctx, host)?;
            host.charge(prices::write(code.len() as u32))?;
            let rest = code.get(offset as usize..).unwrap_or_default();
            let part = &rest[..rest.len().min(size as usize)];
            host.write(dest, part)?;
            Ok(Some(part.len() as u32))
        }
    }
}

/// The code of an account; free if it was looked at last.
fn code(address: Address, ctx: &mut Ctx, host: &mut impl Host) -> Result<Bytes, Stop> {
    if let Some(code) = host.guest().remembered_code(&address) {
        return Ok(code);
    }
    let Ok(account) = ctx.journaled_state.load_account_with_code(address);
    let (is_cold, code) = (account.is_cold, account.info.code.as_ref());
    let code = code.map(|code| code.original_bytes()).unwrap_or_default();
    let max_code_size = host.guest().rules.max_code_size;
    host.charge_gas(prices::account_code_gas(is_cold, max_code_size))?;
    host.guest().remember_code(address, &code);
    Ok(code)
}
