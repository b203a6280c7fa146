//! Words of the clearing house that belong to accounts and callers.

use crate::small::Micros;
use crate::{Address, packed_word};

packed_word! {
    /// The header of an account: everything about it but its legs and collateral.
    ///
    /// Never cleared, since a zeroed slot costs 22,100 gas to open again. An all-zero word is an account
    /// that nobody has touched.
    pub struct AccountHeader {
        /// Signed quote balance, WAD.
        cash: i128 = 128;
        /// Quote owed to the house (negative settled quote) at the last touch, in millionths, rounded up.
        shortfall: Micros = 64;
        /// Bit n: the account holds collateral of asset n. Bit 0 is unused: the quote coin is cash.
        collateral_bitmap: u16 = 16;
        /// Number of legs; leg words at and beyond it are left over and mean nothing.
        leg_count: u8 = 8;
        /// How it is margined: 0 cross, 1 isolated, 2 portfolio.
        mode: u8 = 3;
        /// Bits of [`account_flags`].
        flags: u8 = 5;
        /// Unix seconds of the last touch; shortfall bears interest from here.
        touched_at: u32 = 32;
    }
}

/// Bits of [`AccountHeader::flags`].
pub mod account_flags {
    /// In liquidation: may only deposit and reduce.
    pub const FLAGGED: u8 = 1;
    /// May only reduce.
    pub const REDUCE_ONLY: u8 = 2;
}

packed_word! {
    /// A balance of collateral: stored as it travels to the margin engine.
    ///
    /// The asset id is in the word, so that the house forwards what it loaded; the amount keeps all 128
    /// bits. The spare bits are for vesting and the haircut class.
    pub struct CollateralWord {
        /// Asset id.
        asset: u16 = 16 then 112 spare;
        /// Amount, WAD units; never negative.
        amount: i128 = 128;
    }
}

packed_word! {
    /// What every call of the clearing house loads first.
    pub struct HouseConfig {
        /// The margin engine.
        engine: Address = 160;
        /// Status bits of the house; 0 is open.
        status: u32 = 32;
        /// Counts replacements of the engine.
        engine_version: u32 = 32;
    }
}

packed_word! {
    /// What a contract of floor 4 may do.
    pub struct Venue {
        /// Bit n is right n of the interface.
        rights: u8 = 8;
        /// Which accounts it may touch: 0 all.
        restriction: u8 = 8;
        /// Unix seconds since when.
        since: u64 = 40;
    }
}

packed_word! {
    /// What an operator may do for an account. As the scope that travels in a grant, the nonce is zero.
    pub struct Operator {
        /// Bits of rights.
        rights: u16 = 16;
        /// Unix seconds until which they hold.
        expiry: u64 = 40;
        /// The one underlying it may trade; 0 all.
        underlying: u16 = 16;
        /// Number of grants so far.
        nonce: u32 = 32 then 24 spare;
        /// Notional it may still trade, WAD quote.
        budget: i128 = 128;
    }
}
