//! `cover`: insurance pays the debt of an account that has nothing else left.

use alloc::vec;

use ballast_layout::AccountId;
use contract_abi::generated::clearing_house::Move;
use contract_abi::generated::liquidation::{errors, events};
use contract_abi::{Revert, Word};

use crate::below::Below;

/// Pays as much of the debt as insurance holds. The account stays flagged while any of it remains.
pub(crate) fn cover(account: &Word) -> Result<i128, Revert> {
    let below = Below::load();
    let header = below.header(account)?;
    let insurance = AccountId::INSURANCE.0;
    let debt = header.cash.checked_neg().ok_or_else(errors::overflow)?;
    let paid = debt.min(below.header(&insurance)?.cash);
    if !header.is_bare || paid <= 0 || AccountId(*account).is_reserved() {
        return Err(errors::not_coverable(account));
    }
    events::covered(account, paid, header.cash.saturating_add(paid));
    let moves = vec![Move { from: insurance, to: *account, amount: paid }];
    below.set_flag(account, paid < debt, &moves)?;
    Ok(paid)
}
