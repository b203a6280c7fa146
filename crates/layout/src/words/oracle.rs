//! Words of the oracle adapter.

use crate::small::{Decimal64, PriceBound};
use crate::{Address, packed_word};

packed_word! {
    /// The sequencer uptime feed, in slot 2.
    pub struct SequencerFeed {
        /// The aggregator; zero on a chain without one.
        feed: Address = 160;
        /// Seconds after a restart in which no price is live.
        grace: u32 = 32;
    }
}

packed_word! {
    /// A price feed and what is accepted from it.
    pub struct UnderlyingConfig {
        /// The aggregator, or the proxy before it.
        feed: Address = 160;
        /// Greatest age of a round, seconds.
        heartbeat: u32 = 24;
        /// Decimals of its answers.
        decimals: u8 = 8;
        /// Least price accepted, WAD; rounded up when it is set.
        minimum: PriceBound = 18;
        /// Greatest price accepted, WAD; rounded down when it is set.
        maximum: PriceBound = 18;
        /// Greatest distance from the second feed, 1e-4; 0: there is none.
        max_deviation: u16 = 16;
        /// Reserved bits.
        flags: u16 = 12;
    }
}

packed_word! {
    /// The last accepted price of an underlying, its volatility and regime.
    ///
    /// The price keeps 17 decimal digits: every answer of an 8-decimal feed below 2.8e9 exactly. A zero
    /// price means that none was accepted.
    pub struct UnderlyingState {
        /// Last accepted price, WAD.
        price: Decimal64 = 64;
        /// Unix seconds at which the feed published it.
        published_at: u32 = 32;
        /// Unix seconds at which it was accepted.
        accepted_at: u32 = 32;
        /// Short variance per year, 1e-8 (reaches σ = 2,600%).
        variance_short: u64 = 36;
        /// Long variance per year, 1e-8.
        variance_long: u64 = 36;
        /// Regime in force: 0 normal, 1 elevated, 2 crisis, 3 calm.
        regime: u8 = 2;
        /// Regime towards which the measures point.
        regime_next: u8 = 2;
        /// Unix seconds since which they do.
        regime_since: u32 = 32;
        /// Maintenance multiplier at the start of its ramp less one, 1/32,768 (reaches 1.125).
        ramp_from: u16 = 12;
        /// Confidence, 1/255.
        confidence: u8 = 8;
    }
}
