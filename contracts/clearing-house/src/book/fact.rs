//! What happened, in the order in which it did.

use contract_abi::generated::clearing_house::{events, Fill};
use contract_abi::Word;

/// A fact about accounts: an event before it is logged. Facts are values of what was decided, so that a
/// preview has them too and logs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// An asset was credited: account, asset, amount, balance afterwards.
    Credited(Word, u16, i128, i128),
    /// An asset was debited, likewise.
    Debited(Word, u16, i128, i128),
    /// Funding was realised on a leg: account, underlying, what the cash changed by, cash afterwards.
    Realised(Word, u16, i128, i128),
    /// A fill was applied.
    Traded {
        /// The fill.
        fill: Fill,
        /// Sizes afterwards, the maker's first.
        sizes: [i128; 2],
        /// Cash afterwards, the maker's first.
        cash: [i128; 2],
    },
    /// Fees were collected: amount, cash afterwards.
    FeesCollected(i128, i128),
    /// Cash went from one account to another.
    Moved {
        /// From here.
        from: Word,
        /// To here.
        to: Word,
        /// So much.
        amount: i128,
        /// Cash afterwards, where it came from first.
        cash: [i128; 2],
    },
    /// A flag was set or cleared.
    FlagSet(Word, bool),
}

impl Fact {
    /// Logs the fact.
    pub(crate) fn log(&self) {
        match self {
            Self::Credited(account, asset, amount, balance) => {
                events::credited(account, *asset, *amount, *balance);
            }
            Self::Debited(account, asset, amount, balance) => {
                events::debited(account, *asset, *amount, *balance);
            }
            Self::Realised(account, underlying, amount, cash) => {
                events::funding_realised(account, *underlying, *amount, *cash);
            }
            Self::Traded { fill, sizes: [maker_size, taker_size], cash: [maker, taker] } => {
                let Fill { instrument, size, price, .. } = *fill;
                events::traded(
                    &fill.maker,
                    &fill.taker,
                    instrument,
                    size,
                    price,
                    *maker_size,
                    *taker_size,
                    *maker,
                    *taker,
                );
            }
            Self::FeesCollected(amount, cash) => events::fees_collected(*amount, *cash),
            Self::Moved { from, to, amount, cash: [from_cash, to_cash] } => {
                events::moved(from, to, *amount, *from_cash, *to_cash);
            }
            Self::FlagSet(account, flagged) => events::flag_set(account, *flagged),
        }
    }
}
