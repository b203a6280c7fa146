//! Where each contract keeps its words.
//!
//! A mapping's base slot is `keccak256(id ‖ tag)`, with a 32-byte id (or a 32-byte id and a short
//! suffix) and the tag byte that names the mapping; entry i sits at base + i. So what is read together
//! lies together, one hash opens a whole record, and an off-chain reader finds a slot from the id alone.
//! Ids shorter than 32 bytes are right-aligned, as `uint256(id)` in Solidity. Two mappings never meet:
//! preimages differ in the tag or in length, and every one is longer than 32 bytes.
//!
//! The hash is injected: contracts pass the host's keccak, readers their own.

use crate::{Address, Word};

/// Tags of the clearing house.
pub mod clearing_house {
    /// Not a tag but the slot of [`crate::HouseConfig`]: the owner and the next owner come before it.
    pub const CONFIG: u8 = 2;
    /// By account: [`crate::AccountHeader`].
    pub const ACCOUNT: u8 = 1;
    /// By account, + leg index: [`crate::Leg`].
    pub const LEGS: u8 = 2;
    /// By account, + asset id: [`crate::CollateralWord`].
    pub const COLLATERAL: u8 = 3;
    /// By underlying: [`crate::MarketStateA`], + 1: [`crate::MarketStateB`].
    pub const MARKET: u8 = 4;
    /// By underlying: open interest of options.
    pub const OPTIONS: u8 = 5;
    /// By underlying: [`crate::MarketLimits`].
    pub const LIMITS: u8 = 6;
    /// By address: [`crate::Venue`].
    pub const VENUE: u8 = 7;
    /// By account ‖ operator: [`crate::Operator`].
    pub const OPERATOR: u8 = 8;
}

/// Tags of the oracle adapter.
pub mod oracle_adapter {
    /// By underlying: [`crate::UnderlyingConfig`], + 1 a second feed, + 2 [`crate::UnderlyingState`].
    pub const UNDERLYING: u8 = 1;
    /// By underlying ‖ expiry: surfaces.
    pub const SURFACE: u8 = 2;
}

/// Tags of the exchange.
pub mod exchange {
    /// By account ‖ lane: [`crate::OrderLane`].
    pub const LANE: u8 = 1;
    /// By underlying: [`crate::FeeSchedule`].
    pub const FEES: u8 = 2;
}

/// Tags of the vault.
pub mod vault {
    /// By asset: [`crate::Asset`], + 1: [`crate::AssetBalance`].
    pub const ASSET: u8 = 1;
}

/// Tags of the liquidation module.
pub mod liquidation {
    /// By account: [`crate::LiquidationRecord`].
    pub const RECORD: u8 = 1;
    /// By underlying: [`crate::CapacityBucket`].
    pub const CAPACITY: u8 = 2;
}

/// The base slot of the entry of a 32-byte id: `keccak256(id ‖ tag)`.
///
/// # Examples
/// ```
/// use ballast_layout::keys;
/// let base = keys::base(&[9; 32], 4, |bytes| { assert_eq!(bytes, {
///     let mut all = [9; 33]; all[32] = 4; all }); [0xff; 32] });
/// assert_eq!(keys::at(base, 1), [0; 32]);
/// ```
#[inline]
pub fn base(id: &Word, tag: u8, keccak: impl FnOnce(&[u8]) -> Word) -> Word {
    let mut preimage = [0; 33];
    for (to, from) in preimage.iter_mut().zip(id.iter().copied().chain([tag])) {
        *to = from;
    }
    keccak(&preimage)
}

/// The base slot of the entry of an account and an address: `keccak256(account ‖ operator ‖ tag)`.
#[inline]
pub fn base_of_operator(
    account: &Word,
    operator: &Address,
    tag: u8,
    keccak: impl FnOnce(&[u8]) -> Word,
) -> Word {
    let mut preimage = [0; 53];
    let bytes = account.iter().chain(operator).copied().chain([tag]);
    for (to, from) in preimage.iter_mut().zip(bytes) {
        *to = from;
    }
    keccak(&preimage)
}

/// The base slot of the entry of an account and a number: `keccak256(account ‖ number u64 ‖ tag)`.
#[inline]
pub fn base_of_lane(
    account: &Word,
    lane: u64,
    tag: u8,
    keccak: impl FnOnce(&[u8]) -> Word,
) -> Word {
    let mut preimage = [0; 41];
    let bytes = account.iter().copied().chain(lane.to_be_bytes()).chain([tag]);
    for (to, from) in preimage.iter_mut().zip(bytes) {
        *to = from;
    }
    keccak(&preimage)
}

/// The id of an underlying or an asset: right-aligned, as `uint256(number)`.
#[inline]
pub fn id_of_number(number: u16) -> Word {
    crate::bits::Bits::unsigned(number as u128).into_word()
}

/// The id of an address: right-aligned, as `uint256(uint160(address))`.
#[inline]
pub fn id_of_address(address: &Address) -> Word {
    crate::FieldValue::to_bits(*address).into_word()
}

/// Slot `base + index`, modulo 2²⁵⁶.
#[inline]
pub fn at(base: Word, index: u64) -> Word {
    let bits = crate::bits::Bits::from_word(&base);
    let (lo, carry) = bits.lo.overflowing_add(index as u128);
    crate::bits::Bits { hi: bits.hi.wrapping_add(carry as u128), lo }.into_word()
}
