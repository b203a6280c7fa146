//! Words of the clearing house that belong to markets.

use crate::packed_word;
use crate::small::{Decimal16, Decimal64, InterestPrice, Micros};

packed_word! {
    /// Funding of a perpetual market.
    pub struct MarketStateA {
        /// Funding accrued per unit of long size since the market opened, WAD quote per unit.
        funding_index: i128 = 104;
        /// Unix seconds up to which it is accrued.
        accrued_at: u32 = 32;
        /// Rate as of then, quote per unit and second: `rate_mantissa · 2^rate_exponent` WAD.
        rate_mantissa: i64 = 48;
        /// See `rate_mantissa`.
        rate_exponent: i8 = 8;
        /// Average premium of fills over the index at `premium_at`, WAD fraction.
        premium_average: i64 = 64;
    }
}

packed_word! {
    /// Open interest of a perpetual market, and what its funding needs besides. Sizes sum to zero, so the long side says it all.
    pub struct MarketStateB {
        /// Sum of the long sizes, WAD units.
        long_size: u128 = 128;
        /// Quote withheld from the market by socialised losses, in millionths.
        withheld: Micros = 64;
        /// Up to when fills have spoken to the premium average, in 1/256 of a unix second.
        premium_at: u64 = 40;
        /// Index price at the last accrual, of which interest is paid, WAD, rounded down.
        interest_price: InterestPrice = 24;
    }
}

packed_word! {
    /// A market as the house describes it to the margin engine: what only the ledger knows.
    pub struct MarketWord {
        /// Underlying id.
        underlying: u16 = 16;
        /// As in [`MarketStateA`].
        premium_average: i64 = 64;
        /// As in [`MarketStateB`].
        premium_at: u64 = 40;
        /// As in [`MarketStateB`].
        long_size: u128 = 128;
    }
}

packed_word! {
    /// What may be traded in a market.
    ///
    /// Caps round down when they are set; lot and tick must be representable. Fractions are in units of
    /// 1e-9, exact for any basis-point figure.
    pub struct MarketLimits {
        /// Greatest open interest, WAD units.
        max_open_interest: Decimal64 = 64;
        /// Greatest position of an account, WAD units.
        max_position: Decimal64 = 64;
        /// Greatest distance of a fill from the mark, 1e-9 of the mark.
        band: u32 = 32;
        /// Bit n: venues of class n may trade it.
        venue_mask: u16 = 16;
        /// 0 unlisted, 1 open, 2 reduce only, 3 closed.
        status: u8 = 8;
        /// Greatest number of an account's legs in the market; 0: the house's bound.
        max_legs: u8 = 8;
        /// Prices are multiples of this, WAD quote; 0: any.
        tick: Decimal16 = 16;
        /// Sizes are multiples of this, WAD units; 0: any.
        lot: Decimal16 = 16;
        /// Greatest fee, 1e-9 of notional.
        fee_cap: u32 = 32;
    }
}
