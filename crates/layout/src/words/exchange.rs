//! Words of the exchange.

use crate::packed_word;

packed_word! {
    /// A lane: a sequence of one account's orders sharing a slot.
    pub struct OrderLane {
        /// Sequence of the order that filled last.
        seq: u64 = 64;
        /// Units of it filled so far, WAD.
        filled: u128 = 128;
        /// Orders with a sequence below this never fill.
        cancelled_below: u64 = 64;
    }
}

packed_word! {
    /// The fee rates of a market.
    pub struct FeeSchedule {
        /// Rate of makers, WAD fraction of notional; negative is a rebate.
        maker: i64 = 64;
        /// Rate of takers, WAD fraction of notional.
        taker: i64 = 64;
    }
}
