//! The vault's slots.
//!
//! 0 owner, 1 next owner, 2 clearing house; hashed: an asset's token and cap, and behind it what is held.

use ballast_layout::keys::{self, vault as tags};
use ballast_layout::small::Decimal48;
use ballast_layout::{Asset, AssetBalance};
use contract_abi::generated::vault::errors;
use contract_abi::{host, Address, Revert, Word};
use contract_floor::{address_in, fixed_slot};

const CLEARING_HOUSE: u8 = 2;

/// A listed token and how much of it the vault holds for accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Custody {
    pub(crate) token: Address,
    pub(crate) decimals: u8,
    /// Greatest custody, token units.
    pub(crate) cap: u128,
    /// Custody, token units.
    pub(crate) held: u128,
}

/// The ledger below.
pub(crate) fn clearing_house() -> Address {
    address_in(&host::load(&fixed_slot(CLEARING_HOUSE)))
}

/// An asset, if a token is listed for it.
pub(crate) fn listed(asset: u16) -> Option<Custody> {
    let base = asset_slot(asset);
    let word = Asset::unpack(&host::load(&base));
    if word.token == [0; 20] {
        return None;
    }
    let balance = AssetBalance::unpack(&host::load(&keys::at(base, 1)));
    let cap = word.cap.to_u128().unwrap_or(u128::MAX);
    Some(Custody { token: word.token, decimals: word.decimals, cap, held: balance.balance })
}

/// An asset that must be listed.
///
/// # Errors
/// `UnknownAsset(asset)`.
pub(crate) fn custody(asset: u16) -> Result<Custody, Revert> {
    listed(asset).ok_or_else(|| errors::unknown_asset(asset))
}

/// Writes what the vault holds of an asset.
pub(crate) fn store_held(asset: u16, held: u128) -> Result<(), Revert> {
    let word = AssetBalance { balance: held, ..AssetBalance::default() };
    let packed = word.pack().map_err(|_| errors::amount_too_large(held))?;
    host::cache(&keys::at(asset_slot(asset), 1), &packed);
    Ok(())
}

/// Writes the token and cap of an asset; the cap as it is kept.
pub(crate) fn store_asset(
    asset: u16,
    token: &Address,
    decimals: u8,
    cap: u128,
) -> Result<u128, Revert> {
    let cap = Decimal48::from_floor(cap);
    let word = Asset { token: *token, decimals, cap, ..Asset::default() };
    let packed = word.pack().map_err(|_| errors::bad_token(token))?;
    host::cache(&asset_slot(asset), &packed);
    Ok(cap.to_u128().unwrap_or(u128::MAX))
}

fn asset_slot(asset: u16) -> Word {
    keys::base(&keys::id_of_number(asset), tags::ASSET, host::keccak)
}
