//! Words of the liquidation module.

use crate::packed_word;
use crate::small::Micros;

packed_word! {
    /// The liquidation of an account: its clock and what it paid. Whether an account is flagged is said by
    /// its header in the clearing house; this word says since when.
    pub struct LiquidationRecord {
        /// Equity at the flag (E0 of the reward), millionths of quote, rounded down; 0 if it was negative.
        equity_at_flag: Micros = 64;
        /// Notional closed so far, millionths of quote, rounded down.
        closed: Micros = 64;
        /// Paid to keepers so far, millionths of quote, rounded up.
        rewarded: Micros = 64;
        /// Unix seconds of the flag; 0: not in liquidation.
        flagged_at: u32 = 32;
        /// Day (unix seconds / 86,400) of the last top-up by insurance.
        topped_up_on: u16 = 16;
        /// 0 none, 1 flagged, 2 solvent auction, 3 insolvent auction.
        stage: u8 = 8;
    }
}

packed_word! {
    /// The leaky bucket that bounds how fast liquidations take over a market's positions.
    pub struct CapacityBucket {
        /// In the bucket at `updated_at`, WAD units.
        used: u128 = 128;
        /// Unix seconds.
        updated_at: u32 = 32;
        /// Rate at which it empties, WAD units per second (reaches 7.9e10).
        per_second: u128 = 96;
    }
}
