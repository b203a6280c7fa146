//! Crediting an account: the vault has received something. Asks nobody.

use contract_abi::generated::clearing_house::errors;
use contract_abi::Word;

use crate::account::require_creditable;
use crate::book::Fact;
use crate::bounds::LAST_ASSET;
use crate::done::Done;
use crate::money::sum;
use crate::refused::Refused;
use crate::storage;

/// Adds to the balance of an asset. Returns the balance afterwards.
///
/// # Errors
/// `ZeroAmount` unless the amount is positive, `UnknownAsset`, `ReservedAccount`, `Overflow`.
pub(crate) fn credit(id: &Word, asset: u16, amount: i128) -> Result<i128, Refused> {
    require_amount(asset, amount)?;
    require_creditable(id)?;
    let mut book = storage::book(0);
    storage::open_purse(&mut book, id);
    let account = book.purse_mut(id)?;
    let balance = if asset == 0 {
        account.add_cash(amount)?;
        account.header.cash
    } else {
        let balance = sum(storage::collateral(id, asset), amount)?;
        storage::store_collateral(id, asset, balance)?;
        account.header.collateral_bitmap |= 1 << asset;
        account.is_changed = true;
        balance
    };
    book.facts.push(Fact::Credited(*id, asset, amount, balance));
    Done { book, outcomes: Default::default() }.commit()?;
    Ok(balance)
}

/// # Errors
/// `ZeroAmount`, `UnknownAsset`.
pub(crate) fn require_amount(asset: u16, amount: i128) -> Result<(), Refused> {
    if amount <= 0 {
        return Err(errors::zero_amount().into());
    }
    if asset > LAST_ASSET {
        return Err(errors::unknown_asset(asset).into());
    }
    Ok(())
}
