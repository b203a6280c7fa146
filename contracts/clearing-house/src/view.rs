//! What anybody may ask, answered by the functions that the mutations use.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{errors, MarketState, Outcome};
use contract_abi::{host, Revert, Word};

use crate::book::{Book, Side};
use crate::bounds::{ENGINE_PORTFOLIOS, LAST_ASSET};
use crate::storage;
use crate::valuation::{Observe, Subject, Valuation};

/// Equity and requirements of accounts now.
///
/// # Errors
/// `TooMany`, `Overflow`, and the engine's.
pub(crate) fn healths(ids: &[Word], observe: Observe<'_>) -> Result<Vec<Outcome>, Revert> {
    if ids.len() > ENGINE_PORTFOLIOS {
        return Err(errors::too_many(ids.len() as u128, ENGINE_PORTFOLIOS as u128));
    }
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    book.accounts.reserve_exact(ids.len());
    for id in ids {
        storage::open(&mut book, id, 0)?;
    }
    let subjects: Vec<Subject> = (0..ids.len()).map(|seat| (seat, Side::After)).collect();
    let valuation = Valuation::of(&book, &subjects, &[], observe)?;
    (0..ids.len()).map(|seat| valuation.outcome(&book, seat, seat)).collect()
}

/// Equity and requirements of one account now. Errors as in [`healths`].
pub(crate) fn health(id: &Word, observe: Observe<'_>) -> Result<Outcome, Revert> {
    Ok(healths(&[*id], observe)?.pop().unwrap_or_default())
}

/// A position and the funding owed on it.
///
/// # Errors
/// `UnknownInstrument`, `Overflow`.
pub(crate) fn position(id: &Word, instrument: u128) -> Result<(i128, i128), Revert> {
    let underlying = storage::underlying(instrument)?;
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    let seat = storage::open(&mut book, id, 0)?;
    let Some(place) = book.place(underlying) else { return Ok((0, 0)) };
    let Some(leg) = book.account(seat)?.leg(place) else { return Ok((0, 0)) };
    let held = leg.after;
    Ok((held.size, held.owed_ceil(book.market(place)?.index)?))
}

/// A balance of collateral; cash is not among them.
///
/// # Errors
/// `UnknownAsset`.
pub(crate) fn collateral(id: &Word, asset: u16) -> Result<i128, Revert> {
    if asset == 0 || asset > LAST_ASSET {
        return Err(errors::unknown_asset(asset));
    }
    Ok(storage::collateral(id, asset))
}

/// A market: the ledger's state and the engine's view.
///
/// # Errors
/// The engine's.
pub(crate) fn market(underlying: u16, observe: Observe<'_>) -> Result<MarketState, Revert> {
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    let place = storage::open_market(&mut book, underlying);
    let valuation = Valuation::of(&book, &[], &[place], observe)?;
    let (market, view) = (book.market(place)?, valuation.view(place)?);
    Ok(MarketState {
        underlying,
        index_price: view.index_price,
        mark_price: view.mark_price,
        premium: view.premium,
        initial_rate: view.initial_rate,
        maintenance_rate: view.maintenance_rate,
        funding_index: market.index,
        funding_rate: market.rate_per_second_floor()?,
        accrued_at: market.accrued_at,
        open_interest: market.long_size,
        published_at: view.published_at,
        grade: view.grade,
        doubt: view.doubt,
    })
}
