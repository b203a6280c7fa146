//! `withdraw`: the account is debited first, the token moves last.

use contract_abi::generated::clearing_house::calls;
use contract_abi::generated::vault::{errors, events};
use contract_abi::{host, Address, Revert, Word};

use crate::storage::{self, Custody};
use crate::{amount, token};

/// Moves `units` of an asset from an account of the sender's to `to`.
pub(crate) fn withdraw(
    account: &Word,
    asset: u16,
    units: u128,
    to: &Address,
) -> Result<(), Revert> {
    let custody = storage::custody(asset)?;
    let debited = amount::wad(units, custody.decimals)?;
    if *to == [0; 20] || *to == host::address() {
        return Err(errors::bad_recipient(to));
    }
    let held = lowered(&custody, asset, units)?;
    storage::store_held(asset, held)?;
    events::withdrawn(account, asset, to, units, debited);
    let house = storage::clearing_house();
    calls::debit(&house, u64::MAX, account, asset, debited, &host::sender())
        .map_err(|failure| failure.bubble(errors::call_failed(&house)))?;
    token::push(&custody.token, to, units)
}

/// Equity and initial margin after such a withdrawal.
pub(crate) fn preview(account: &Word, asset: u16, units: u128) -> Result<(i128, i128), Revert> {
    let custody = storage::custody(asset)?;
    let debited = amount::wad(units, custody.decimals)?;
    lowered(&custody, asset, units)?;
    let house = storage::clearing_house();
    let outcome = calls::preview_debit(&house, u64::MAX, account, asset, debited)
        .map_err(|failure| failure.bubble(errors::call_failed(&house)))?;
    Ok((outcome.equity, outcome.initial_margin))
}

/// Custody after a withdrawal.
fn lowered(custody: &Custody, asset: u16, units: u128) -> Result<u128, Revert> {
    custody
        .held
        .checked_sub(units)
        .ok_or_else(|| errors::insufficient_custody(asset, custody.held, units))
}
