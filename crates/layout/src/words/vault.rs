//! Words of the vault.

use crate::small::{Decimal48, Micros};
use crate::{Address, packed_word};

packed_word! {
    /// A token that the vault takes.
    pub struct Asset {
        /// The token.
        token: Address = 160;
        /// Its decimals, at most 18.
        decimals: u8 = 8;
        /// Reserved bits.
        flags: u8 = 8;
        /// Greatest custody, token units; rounded down when it is set.
        cap: Decimal48 = 48;
    }
}

packed_word! {
    /// Custody of a token and its withdrawal window.
    pub struct AssetBalance {
        /// Custody, token units.
        balance: u128 = 128;
        /// Withdrawn in the window, millionths of the whole token.
        window_used: Micros = 64;
        /// Unix seconds at which the window began.
        window_start: u32 = 32;
    }
}
