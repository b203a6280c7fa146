//! Crediting an account: the vault has received something. Asks nobody.

use contract_abi::generated::clearing_house::{errors, events};
use contract_abi::{host, Revert, Word};

use crate::account::require_creditable;
use crate::bounds::LAST_ASSET;
use crate::money::sum;
use crate::storage;

/// Adds to the balance of an asset. Returns the balance afterwards.
///
/// # Errors
/// `ZeroAmount` unless the amount is positive, `UnknownAsset`, `ReservedAccount`, `Overflow`.
pub(crate) fn credit(id: &Word, asset: u16, amount: i128) -> Result<i128, Revert> {
    require_amount(asset, amount)?;
    require_creditable(id)?;
    let mut account = storage::cash_account(id);
    let balance = if asset == 0 {
        account.add_cash(amount)?;
        account.header.cash
    } else {
        let balance = sum(storage::collateral(id, asset), amount)?;
        storage::store_collateral(id, asset, balance)?;
        account.header.collateral_bitmap |= 1 << asset;
        balance
    };
    storage::store_cash(host::timestamp(), &account)?;
    events::credited(id, asset, amount, balance);
    Ok(balance)
}

/// # Errors
/// `ZeroAmount`, `UnknownAsset`.
pub(crate) fn require_amount(asset: u16, amount: i128) -> Result<(), Revert> {
    if amount <= 0 {
        return Err(errors::zero_amount());
    }
    if asset > LAST_ASSET {
        return Err(errors::unknown_asset(asset));
    }
    Ok(())
}
