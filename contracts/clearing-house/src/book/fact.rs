//! What happened, in the order in which it did.

use contract_abi::generated::clearing_house::{events, Fill};
use contract_abi::Word;

/// A fact about accounts: an event before it is logged. Facts are values of what was decided, so that a
/// preview has them too and logs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// Funding was realised on a leg.
    Realised {
        /// Whose.
        account: Word,
        /// In which market.
        underlying: u16,
        /// What the cash changed by.
        amount: i128,
        /// Cash afterwards.
        cash: i128,
    },
    /// A fill was applied.
    Traded {
        /// The fill.
        fill: Fill,
        /// The maker's size afterwards.
        maker_size: i128,
        /// The taker's size afterwards.
        taker_size: i128,
        /// The maker's cash afterwards.
        maker_cash: i128,
        /// The taker's cash afterwards.
        taker_cash: i128,
    },
    /// Cash went from one account to another.
    Moved {
        /// From here.
        from: Word,
        /// To here.
        to: Word,
        /// So much.
        amount: i128,
        /// Cash afterwards where it came from.
        from_cash: i128,
        /// Cash afterwards where it went.
        to_cash: i128,
    },
}

impl Fact {
    /// Logs the fact.
    pub(crate) fn log(&self) {
        match self {
            Self::Realised { account, underlying, amount, cash } => {
                events::funding_realised(account, *underlying, *amount, *cash);
            }
            Self::Traded { fill, maker_size, taker_size, maker_cash, taker_cash } => {
                events::traded(
                    &fill.maker,
                    &fill.taker,
                    fill.instrument,
                    fill.size,
                    fill.price,
                    *maker_size,
                    *taker_size,
                    *maker_cash,
                    *taker_cash,
                )
            }
            Self::Moved { from, to, amount, from_cash, to_cash } => {
                events::moved(from, to, *amount, *from_cash, *to_cash);
            }
        }
    }
}
