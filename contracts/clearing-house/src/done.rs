//! What a call comes to, and how it takes effect.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{events, Outcome};

use crate::book::{Book, Fact};
use crate::refused::Refused;
use crate::storage;

/// A book as it is to be stored, with what happened, and what it means for accounts. Dropping it is a
/// preview.
pub(crate) struct Done {
    /// The book.
    pub(crate) book: Book,
    /// Of the accounts that were asked for.
    pub(crate) outcomes: Vec<Outcome>,
}

impl Done {
    /// Stores what changed, then logs how funding moved on and the facts in their order.
    ///
    /// # Errors
    /// `Overflow` for a value that its field cannot hold.
    #[inline(never)]
    pub(crate) fn commit(self) -> Result<Vec<Outcome>, Refused> {
        let book = &self.book;
        storage::store(book)?;
        for market in book.markets.iter().filter(|market| market.limits.is_some()) {
            let rate = market.rate_at_floor(book.now)?;
            events::funding_accrued(market.underlying, market.index, rate, book.now);
        }
        book.facts.iter().for_each(Fact::log);
        Ok(self.outcomes)
    }
}
