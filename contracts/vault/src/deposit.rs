//! `deposit`: the token moves in, is counted, and only then credited.

use contract_abi::generated::clearing_house::calls;
use contract_abi::generated::vault::{errors, events};
use contract_abi::{host, Address, Revert, Word};

use crate::storage::{self, Custody};
use crate::token::{self, Permit};
use crate::{amount, QUOTE};

/// Moves `units` of an asset from the sender into an account; the credited 18-decimal amount.
pub(crate) fn deposit(
    account: &Word,
    asset: u16,
    units: u128,
    permit: Option<&Permit>,
) -> Result<i128, Revert> {
    let sender = host::sender();
    let custody = storage::custody(asset)?;
    let credited = amount::wad(units, custody.decimals)?;
    require_consent(account, asset, &sender)?;
    let held = raised(&custody, asset, units)?;
    if let Some(permit) = permit {
        token::permit(&custody.token, &sender, units, permit)?;
    }
    token::pull(&custody.token, &sender, units)?;
    storage::store_held(asset, held)?;
    events::deposited(account, asset, &sender, units, credited);
    let house = storage::clearing_house();
    calls::credit(&house, u64::MAX, account, asset, credited)
        .map_err(|failure| failure.bubble(errors::call_failed(&house)))?;
    Ok(credited)
}

/// The quote coin helps whoever gets it. Another asset takes a place in the account and costs its owner
/// gas in every check: only the owner may bring it.
fn require_consent(account: &Word, asset: u16, sender: &Address) -> Result<(), Revert> {
    if asset == QUOTE || account.first_chunk() == Some(sender) {
        Ok(())
    } else {
        Err(errors::not_authorised(account, sender))
    }
}

/// Custody after a deposit.
fn raised(custody: &Custody, asset: u16, units: u128) -> Result<u128, Revert> {
    let held = custody.held.saturating_add(units);
    if held <= custody.cap {
        Ok(held)
    } else {
        Err(errors::cap_exceeded(asset, held, custody.cap))
    }
}
