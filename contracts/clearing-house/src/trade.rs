//! Trading: all fills applied, then every touched account judged once.

use ballast_layout::Instrument;
use ballast_math::risk::admission::price_band;
use ballast_math::{Price, Ratio};
use contract_abi::generated::clearing_house::{errors, Fill, Grade};
use contract_abi::generated::margin_engine::MarketView;
use contract_abi::Word;

use crate::account::{self, is_same};
use crate::admission::{admitted, require_reduction, Admission};
use crate::book::{check, Book, Fact, Seats, Side};
use crate::bounds::{ACCOUNTS, FILLS};
use crate::done::Done;
use crate::list::List;
use crate::money::{from_math, sum};
use crate::refused::Refused;
use crate::storage;
use crate::valuation::{Observe, Subject, Valuation};

/// What `trade` does, but for storing and logging. The outcomes are of every touched account, in the
/// order in which the fills name them.
///
/// # Errors
/// Those of `trade`.
#[inline(never)]
pub(crate) fn trade(fills: &[Fill], observe: &impl Observe) -> Result<Done, Refused> {
    let (mut book, seats) = load(fills)?;
    apply(&mut book, fills, &seats)?;
    book.check_limits()?;
    let places = traded(&seats);
    let valuation = Valuation::of(&book, &everybody(&book), &places, observe)?;
    for (fill, seats) in fills.iter().zip(&seats) {
        check_price(fill, valuation.view(seats.market)?, book.limits(seats.market)?.band)?;
    }
    admit(&book, &valuation, observe)?;
    let outcomes = valuation.outcomes(&book)?;
    for place in &places {
        book.accrue(*place, valuation.view(*place)?, fills, &seats)?;
    }
    Ok(Done { book, outcomes })
}

// ── Load ───────────────────────────────────────────────────────────────────────────────────────────────

/// Loads the accounts and markets that fills name, and finds their places.
#[inline(never)]
fn load(fills: &[Fill]) -> Result<(Book, List<Seats>), Refused> {
    if fills.len() > FILLS {
        return Err(errors::too_many(fills.len() as u128, FILLS as u128).into());
    }
    let mut book = storage::book(ACCOUNTS);
    book.facts.reserve_exact(fills.len().saturating_mul(3).saturating_add(1));
    let mut seats = List::with_capacity(fills.len());
    let mut has_fees = false;
    for fill in fills {
        let maker = seat(&mut book, &fill.maker, fills)?;
        let taker = seat(&mut book, &fill.taker, fills)?;
        let underlying = Instrument(fill.instrument).underlying();
        let market = storage::open_listed(&mut book, underlying)?;
        seats.push(Seats { maker, taker, market });
        has_fees |= fill.maker_fee != 0 || fill.taker_fee != 0;
    }
    if has_fees {
        storage::open_purse(&mut book, &account::fees());
    }
    Ok((book, seats))
}

/// The seat of an account, loaded when it is met first. An account can open no more legs than it has
/// fills.
#[inline(never)]
fn seat(book: &mut Book, id: &Word, fills: &[Fill]) -> Result<usize, Refused> {
    if let Some(seat) = book.seat(id) {
        return Ok(seat);
    }
    if book.accounts.len() == ACCOUNTS {
        return Err(errors::too_many(ACCOUNTS.saturating_add(1) as u128, ACCOUNTS as u128).into());
    }
    let room =
        fills.iter().filter(|fill| is_same(&fill.maker, id) || is_same(&fill.taker, id)).count();
    Ok(storage::open(book, id, room))
}

/// The markets of the fills, each once.
fn traded(seats: &[Seats]) -> List<usize> {
    let mut places = List::with_capacity(seats.len());
    for seats in seats {
        if !places.contains(&seats.market) {
            places.push(seats.market);
        }
    }
    places
}

/// Every account, as it is now.
fn everybody(book: &Book) -> List<Subject> {
    let mut subjects = List::with_capacity(book.accounts.len());
    for seat in 0..book.accounts.len() {
        subjects.push((seat, Side::After));
    }
    subjects
}

// ── Apply ──────────────────────────────────────────────────────────────────────────────────────────────

/// Checks and applies the fills one after another, and credits their fees, with one write for all.
#[inline(never)]
fn apply(book: &mut Book, fills: &[Fill], seats: &[Seats]) -> Result<(), Refused> {
    let mut fees = 0;
    for (fill, seats) in fills.iter().zip(seats) {
        check(fill, book.limits(seats.market)?)?;
        book.apply(fill, *seats)?;
        fees = sum(fees, sum(fill.maker_fee, fill.taker_fee)?)?;
    }
    if fees == 0 {
        return Ok(());
    }
    let purse = book.purse_mut(&account::fees())?;
    purse.add_cash(fees)?;
    let cash = purse.header.cash;
    book.facts.push(Fact::FeesCollected(fees, cash));
    Ok(())
}

// ── Judge ──────────────────────────────────────────────────────────────────────────────────────────────

/// # Errors
/// `DoubtfulPrice` in a market that never had a price, `OutsideBand`. A mark in doubt may be behind the
/// market, so the band is twice as wide; admission lets nothing but reductions use it.
#[inline(never)]
fn check_price(fill: &Fill, view: &MarketView, band: i128) -> Result<(), Refused> {
    if view.grade == Grade::None {
        return Err(errors::doubtful_price(&fill.maker, view.grade, view.doubt).into());
    }
    let mark = view.mark_price;
    let band = if view.grade == Grade::Good { band } else { sum(band, band)? };
    let (lowest, highest) = price_band(Price(mark), Ratio(band)).map_err(from_math)?;
    if fill.price < lowest.0 || fill.price > highest.0 {
        return Err(errors::outside_band(fill.instrument, fill.price, mark, band).into());
    }
    Ok(())
}

/// Judges every account; those that may only have reduced are assessed as they were before, too.
#[inline(never)]
fn admit(book: &Book, after: &Valuation, observe: &impl Observe) -> Result<(), Refused> {
    let mut reducing: List<Subject> = List::default();
    for (seat, account) in book.accounts.iter().enumerate() {
        if account.is_free() {
            continue;
        }
        if admitted(account, after.assessment(seat)?)? == Admission::IfReduced {
            reducing.push((seat, Side::Before));
        }
    }
    if reducing.is_empty() {
        return Ok(());
    }
    let before = Valuation::of(book, &reducing, &[], observe)?;
    for (at, (seat, _)) in reducing.iter().enumerate() {
        require_reduction(book.account(*seat)?, before.assessment(at)?, after.assessment(*seat)?)?;
    }
    Ok(())
}
