//! Accruing funding: a market's index brought to now, and the rate that follows from its premium.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{errors, Status};
use contract_abi::{host, Revert};

use crate::book::Book;
use crate::bounds::ACCRUALS;
use crate::storage;
use crate::trade::log;
use crate::valuation::{Observe, Valuation};

/// Accrues markets; one that is named twice is accrued once.
///
/// # Errors
/// `TooMany`, `MarketClosed` for a market that is not listed, `Overflow`, and the engine's.
pub(crate) fn accrue(underlyings: &[u16], observe: Observe<'_>) -> Result<(), Revert> {
    if underlyings.len() > ACCRUALS {
        return Err(errors::too_many(underlyings.len() as u128, ACCRUALS as u128));
    }
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    for underlying in underlyings {
        let place = storage::open_listed(&mut book, *underlying)?;
        let status = book.market(place)?.limits.unwrap_or_default().status;
        if status == Status::Unlisted {
            return Err(errors::market_closed(*underlying, status));
        }
    }
    let places: Vec<usize> = (0..book.markets.len()).collect();
    let valuation = Valuation::of(&book, &[], &places, observe)?;
    for place in places {
        book.accrue(place, valuation.view(place)?, &[], &[])?;
    }
    storage::store(&book)?;
    log(&book, &[])
}
