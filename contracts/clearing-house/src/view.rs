//! What anybody may ask, answered by the functions that the mutations use.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{errors, MarketState, Outcome};
use contract_abi::Word;

use crate::book::Side;
use crate::bounds::{ENGINE_PORTFOLIOS, LAST_ASSET};
use crate::list::List;
use crate::refused::Refused;
use crate::storage;
use crate::valuation::{Observe, Subject, Valuation};

/// Equity and requirements of accounts now.
///
/// # Errors
/// `TooMany`, `Overflow`, and the engine's.
#[inline(never)]
pub(crate) fn healths(ids: &[Word], observe: &impl Observe) -> Result<Vec<Outcome>, Refused> {
    if ids.len() > ENGINE_PORTFOLIOS {
        return Err(errors::too_many(ids.len() as u128, ENGINE_PORTFOLIOS as u128).into());
    }
    let mut book = storage::book(ids.len());
    let mut subjects: List<Subject> = List::with_capacity(ids.len());
    for id in ids {
        let seat = storage::open(&mut book, id, 0);
        subjects.push((seat, Side::After));
    }
    Valuation::of(&book, &subjects, &[], observe)?.outcomes(&book)
}

/// Equity and requirements of one account now. Errors as in [`healths`].
pub(crate) fn health(id: &Word, observe: &impl Observe) -> Result<Outcome, Refused> {
    Ok(healths(&[*id], observe)?.pop().unwrap_or_default())
}

/// A position and the funding owed on it.
///
/// # Errors
/// `UnknownInstrument`, `Overflow`.
pub(crate) fn position(id: &Word, instrument: u128) -> Result<(i128, i128), Refused> {
    let underlying = storage::underlying(instrument)?;
    let mut book = storage::book(1);
    let seat = storage::open(&mut book, id, 0);
    let Some(place) = book.place(underlying) else { return Ok((0, 0)) };
    let Some(leg) = book.account(seat)?.leg(place) else { return Ok((0, 0)) };
    Ok((leg.after.size, leg.after.owed_ceil(book.market(place)?.index)?))
}

/// A balance of collateral; cash is not among them.
///
/// # Errors
/// `UnknownAsset`.
pub(crate) fn collateral(id: &Word, asset: u16) -> Result<i128, Refused> {
    if asset == 0 || asset > LAST_ASSET {
        return Err(errors::unknown_asset(asset).into());
    }
    Ok(storage::collateral(id, asset))
}

/// A market: the ledger's state and the engine's view.
///
/// # Errors
/// The engine's.
pub(crate) fn market(underlying: u16, observe: &impl Observe) -> Result<MarketState, Refused> {
    let mut book = storage::book(0);
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
        funding_rate: market.rate_at_floor(book.now)?,
        accrued_at: market.accrued_at,
        open_interest: market.long_size,
        published_at: view.published_at,
        grade: view.grade,
        doubt: view.doubt,
    })
}
