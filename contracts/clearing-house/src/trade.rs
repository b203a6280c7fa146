//! Trading: all fills applied, then every touched account judged once.

use alloc::vec::Vec;

use ballast_math::risk::admission::price_band;
use ballast_math::{Price, Ratio};
use contract_abi::generated::clearing_house::{errors, events, Fill, Grade, Outcome};
use contract_abi::generated::margin_engine::MarketView;
use contract_abi::{host, Revert, Word};

use crate::account;
use crate::admission::{admitted, require_reduction, Admission};
use crate::book::{check, Book, Fact, Seats, Side};
use crate::bounds::{ACCOUNTS, FILLS};
use crate::money::{overflow, sum};
use crate::storage;
use crate::valuation::{Observe, Subject, Valuation};

/// What a batch of fills comes to.
pub(crate) struct Traded {
    book: Book,
    facts: Vec<Fact>,
    /// What the fills brought, and the cash of the account that collects it.
    fees: Option<(i128, i128)>,
    /// Of every touched account, in the order in which the fills name them.
    pub(crate) outcomes: Vec<Outcome>,
}

impl Traded {
    /// Stores and logs it.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn commit(&self) -> Result<(), Revert> {
        storage::store(&self.book)?;
        log(&self.book, &self.facts)?;
        if let Some((amount, cash)) = self.fees {
            events::fees_collected(amount, cash);
        }
        Ok(())
    }
}

/// Logs how funding moved on, then the facts in their order.
///
/// # Errors
/// `Overflow`.
pub(crate) fn log(book: &Book, facts: &[Fact]) -> Result<(), Revert> {
    for market in book.markets.iter().filter(|market| market.limits.is_some()) {
        let rate = market.rate_per_second_floor()?;
        events::funding_accrued(market.underlying, market.index, rate, book.now);
    }
    facts.iter().for_each(Fact::log);
    Ok(())
}

/// What `trade` does, but for storing and logging.
///
/// # Errors
/// Those of `trade`.
pub(crate) fn trade(fills: &[Fill], observe: Observe<'_>) -> Result<Traded, Revert> {
    let (mut book, seats) = load(fills)?;
    let mut facts = Vec::with_capacity(3 * fills.len());
    let fees = apply(&mut book, fills, &seats, &mut facts)?;
    book.check_limits()?;
    let subjects: Vec<Subject> = (0..book.accounts.len()).map(|seat| (seat, Side::After)).collect();
    let places = traded(&seats);
    let valuation = Valuation::of(&book, &subjects, &places, observe)?;
    check_prices(&book, fills, &seats, &valuation)?;
    admit(&book, &valuation, observe)?;
    let outcomes = (0..book.accounts.len())
        .map(|seat| valuation.outcome(&book, seat, seat))
        .collect::<Result<_, _>>()?;
    for place in places {
        book.accrue(place, valuation.view(place)?, fills, &seats)?;
    }
    Ok(Traded { book, facts, fees, outcomes })
}

// ── Load ───────────────────────────────────────────────────────────────────────────────────────────────

/// Loads the accounts and markets that fills name, and finds their places.
fn load(fills: &[Fill]) -> Result<(Book, Vec<Seats>), Revert> {
    if fills.len() > FILLS {
        return Err(errors::too_many(fills.len() as u128, FILLS as u128));
    }
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    book.accounts.reserve_exact(ACCOUNTS);
    let mut seats = Vec::with_capacity(fills.len());
    for fill in fills {
        let maker = seat(&mut book, &fill.maker, fills)?;
        let taker = seat(&mut book, &fill.taker, fills)?;
        seats.push(Seats { maker, taker, market: 0 });
    }
    for (fill, seats) in fills.iter().zip(&mut seats) {
        let underlying = ballast_layout::Instrument(fill.instrument).underlying();
        seats.market = storage::open_listed(&mut book, underlying)?;
    }
    if fills.iter().any(|fill| fill.maker_fee != 0 || fill.taker_fee != 0) {
        storage::open_purse(&mut book, &account::fees());
    }
    Ok((book, seats))
}

/// The seat of an account, loaded when it is met first. An account can open no more legs than it has
/// fills.
fn seat(book: &mut Book, id: &Word, fills: &[Fill]) -> Result<usize, Revert> {
    if let Some(seat) = book.seat(id) {
        return Ok(seat);
    }
    if book.accounts.len() == ACCOUNTS {
        return Err(errors::too_many(ACCOUNTS as u128 + 1, ACCOUNTS as u128));
    }
    let room = fills.iter().filter(|fill| fill.maker == *id || fill.taker == *id).count();
    storage::open(book, id, room)
}

/// The markets of the fills, each once.
fn traded(seats: &[Seats]) -> Vec<usize> {
    let mut places = Vec::with_capacity(seats.len());
    for seats in seats {
        if !places.contains(&seats.market) {
            places.push(seats.market);
        }
    }
    places
}

// ── Apply ──────────────────────────────────────────────────────────────────────────────────────────────

/// Checks and applies the fills one after another. Returns the fees they brought, if any, and the cash of
/// the account that has them now: it is written once, not with every fill.
fn apply(
    book: &mut Book,
    fills: &[Fill],
    seats: &[Seats],
    facts: &mut Vec<Fact>,
) -> Result<Option<(i128, i128)>, Revert> {
    let mut fees = 0;
    for (fill, seats) in fills.iter().zip(seats) {
        let limits = book.market(seats.market)?.limits.unwrap_or_default();
        check(fill, &limits)?;
        book.apply(fill, *seats, facts)?;
        fees = sum(fees, sum(fill.maker_fee, fill.taker_fee)?)?;
    }
    if fees == 0 {
        return Ok(None);
    }
    let purse = book.purse_mut(&account::fees())?;
    purse.add_cash(fees)?;
    Ok(Some((fees, purse.header.cash)))
}

// ── Judge ──────────────────────────────────────────────────────────────────────────────────────────────

/// Every fill within its market's band of the mark.
fn check_prices(
    book: &Book,
    fills: &[Fill],
    seats: &[Seats],
    valuation: &Valuation,
) -> Result<(), Revert> {
    for (fill, seats) in fills.iter().zip(seats) {
        let band = book.market(seats.market)?.limits.unwrap_or_default().band;
        check_price(fill, valuation.view(seats.market)?, band)?;
    }
    Ok(())
}

/// # Errors
/// `DoubtfulPrice` in a market that never had a price, `OutsideBand`.
fn check_price(fill: &Fill, view: &MarketView, band: i128) -> Result<(), Revert> {
    if view.grade == Grade::None {
        return Err(errors::doubtful_price(&fill.maker, view.grade, view.doubt));
    }
    let mark = view.mark_price;
    let (lowest, highest) = price_band(Price(mark), Ratio(band)).map_err(overflow)?;
    if fill.price < lowest.0 || fill.price > highest.0 {
        return Err(errors::outside_band(fill.instrument, fill.price, mark, band));
    }
    Ok(())
}

/// Judges every account; those that may only have reduced are assessed as they were before, too.
fn admit(book: &Book, after: &Valuation, observe: Observe<'_>) -> Result<(), Revert> {
    let mut reducing: Vec<Subject> = Vec::new();
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
