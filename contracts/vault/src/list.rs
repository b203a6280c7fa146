//! `setAsset`: which tokens the vault takes, and how much of each.

use contract_abi::generated::vault::{errors, events};
use contract_abi::{host, Address, Revert};
use contract_floor::ownership;

use crate::{amount, storage, token, MAX_ASSET};

/// Lists a token, or changes the cap of one that is listed.
pub(crate) fn set(asset: u16, address: &Address, decimals: u8, cap: u128) -> Result<(), Revert> {
    ownership::require_owner()?;
    if asset > MAX_ASSET {
        return Err(errors::unknown_asset(asset));
    }
    let listed = storage::listed(asset);
    match &listed {
        Some(custody) if custody.token != *address || custody.decimals != decimals => {
            return Err(errors::asset_listed(asset, &custody.token));
        }
        Some(_) => {}
        None => require_token(address, decimals)?,
    }
    let cap = storage::store_asset(asset, address, decimals, cap)?;
    events::asset_set(asset, address, decimals, cap);
    Ok(())
}

fn require_token(address: &Address, decimals: u8) -> Result<(), Revert> {
    if host::code_size(address) == 0 {
        return Err(errors::bad_token(address));
    }
    let actual = token::decimals(address).ok_or_else(|| errors::bad_token(address))?;
    if actual != decimals || decimals > amount::MAX_DECIMALS {
        return Err(errors::wrong_decimals(address, actual, decimals.min(amount::MAX_DECIMALS)));
    }
    Ok(())
}
