//! `cover`: insurance pays the debt of an account that has nothing else left.

use alloc::vec;

use ballast_layout::AccountId;
use contract_abi::generated::clearing_house::Move;
use contract_abi::generated::liquidation::{errors, events};
use contract_abi::{Revert, Word};

use crate::below::{Below, Header};

/// Pays as much of the debt as insurance holds. The account stays flagged while any of it remains, or any
/// collateral, which counts against the debt: its owner can keep a grain of it.
pub(crate) fn cover(account: &Word) -> Result<i128, Revert> {
    let below = Below::load();
    let header = below.header(account)?;
    let insurance = AccountId::INSURANCE.0;
    let debt = debt(&below, account, &header)?;
    let paid = debt.min(below.header(&insurance)?.cash);
    if paid <= 0 || AccountId(*account).is_reserved() {
        return Err(errors::not_coverable(account));
    }
    events::covered(account, paid, header.cash.saturating_add(paid));
    let moves = vec![Move { from: insurance, to: *account, amount: paid }];
    below.set_flag(account, paid < debt || !header.is_bare, &moves)?;
    Ok(paid)
}

/// What an account without positions owes beyond what its collateral is worth.
///
/// # Errors
/// `NotCoverable` with positions, and with collateral worth the keeper minimum: it is more than a grain.
fn debt(below: &Below, account: &Word, header: &Header) -> Result<i128, Revert> {
    if header.legs > 0 {
        return Err(errors::not_coverable(account));
    }
    let equity = if header.is_bare { header.cash } else { below.health(account)?.equity };
    let collateral = equity.saturating_sub(header.cash);
    if collateral > 0 && collateral >= below.keeper_minimum()? {
        return Err(errors::not_coverable(account));
    }
    equity.checked_neg().ok_or_else(errors::overflow)
}
