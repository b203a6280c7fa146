//! Taking over a part of a flagged account's position at the mark, less a bounded fee.

use alloc::vec;

use ballast_math::risk::liquidation::rebalance_fee_floor;
use ballast_math::Ratio;
use contract_abi::generated::clearing_house::{errors, Fill, Move, Status};
use contract_abi::generated::margin_engine::MarketView;

use crate::admission::{
    require_initial_margin, require_liquidation_grade, require_needed, require_reduction,
    require_unrecovered,
};
use crate::book::{check_instrument, check_parties, on_grid, reduces, Book, Seats, Side};
use crate::done::Done;
use crate::money::{difference, mul_wad_floor, negated, sum};
use crate::refused::{overflow, Refused};
use crate::valuation::{Observe, Valuation};
use crate::{moves, storage};

/// Takes over: the fill, the moves, then both accounts judged, the flagged one against what it was. Two
/// outcomes, the maker's first.
///
/// # Errors
/// In this order: `ZeroSize`, `BadPrice`, `UnknownInstrument`, `ReservedAccount`, `SelfTrade`,
/// `FeeTooHigh`, `MarketClosed`, `NotFlagged`, `AccountFlagged`, `NotReducing`, `OffGrid`, those of the
/// moves and of the limits, the engine's, `DoubtfulPrice`, `AccountHealthy`, `OutsideBand`,
/// `MarginNotImproved`, `InsufficientMargin`, `TakeoverTooLarge`.
#[inline(never)]
pub(crate) fn reduce(
    fill: &Fill,
    payments: &[Move],
    observe: &impl Observe,
) -> Result<Done, Refused> {
    check_fill(fill)?;
    let (mut book, seats) = load(fill)?;
    check_sides(&book, fill, seats)?;
    book.apply(fill, seats)?;
    moves::make(&mut book, &fill.maker, payments)?;
    book.check_limits()?;
    let Seats { maker, taker, market } = seats;
    let subjects = [(maker, Side::Before), (maker, Side::After), (taker, Side::After)];
    let valuation = Valuation::of(&book, &subjects, &[market], observe)?;
    let view = valuation.view(market)?;
    judge(&book, fill, seats, &valuation, view)?;
    let outcomes = vec![valuation.outcome(&book, 1, maker)?, valuation.outcome(&book, 2, taker)?];
    // A price that a formula set says nothing about the premium: the average does not hear of it.
    book.accrue(market, view, &[], &[])?;
    Ok(Done { book, outcomes })
}

fn check_fill(fill: &Fill) -> Result<(), Refused> {
    check_instrument(fill)?;
    check_parties(fill)?;
    match [fill.maker_fee, fill.taker_fee].into_iter().find(|fee| *fee != 0) {
        Some(fee) => Err(errors::fee_too_high(fee, 0).into()),
        None => Ok(()),
    }
}

fn load(fill: &Fill) -> Result<(Book, Seats), Refused> {
    let mut book = storage::book(2);
    let market = storage::open_listed(&mut book, storage::underlying(fill.instrument)?)?;
    let maker = storage::open(&mut book, &fill.maker, 1);
    let taker = storage::open(&mut book, &fill.taker, 1);
    open_to_liquidation(&mut book, market)?;
    Ok((book, Seats { maker, taker, market }))
}

/// A market where positions may only be reduced is open to a take-over: the taker's position grows by
/// what the maker's falls.
fn open_to_liquidation(book: &mut Book, place: usize) -> Result<(), Refused> {
    let market = book.market_mut(place)?;
    let limits = market.limits.as_mut().ok_or_else(overflow)?;
    if !matches!(limits.status, Status::Open | Status::ReduceOnly) {
        return Err(errors::market_closed(market.underlying, limits.status).into());
    }
    limits.status = Status::Open;
    Ok(())
}

/// The maker is flagged and only comes nearer to zero; the taker is not flagged. A take-over keeps to the
/// market's lots, lest a rest remain that no trade could close, unless it leaves no rest.
fn check_sides(book: &Book, fill: &Fill, seats: Seats) -> Result<(), Refused> {
    if !book.account(seats.maker)?.is_flagged() {
        return Err(errors::not_flagged(&fill.maker).into());
    }
    if book.account(seats.taker)?.is_flagged() {
        return Err(errors::account_flagged(&fill.taker).into());
    }
    let (size, delta) = (book.size(seats.maker, seats.market)?, negated(fill.size)?);
    if !reduces(size, delta) {
        return Err(errors::not_reducing(&fill.maker, fill.instrument).into());
    }
    if size == fill.size {
        return Ok(());
    }
    on_grid(fill.size, book.limits(seats.market)?.lot)
}

fn judge(
    book: &Book,
    fill: &Fill,
    seats: Seats,
    valuation: &Valuation,
    view: &MarketView,
) -> Result<(), Refused> {
    let (maker, taker) = (book.account(seats.maker)?, book.account(seats.taker)?);
    let (before, after) = (valuation.assessment(0)?, valuation.assessment(1)?);
    let of_taker = valuation.assessment(2)?;
    require_liquidation_grade(maker, before)?;
    require_liquidation_grade(taker, of_taker)?;
    require_unrecovered(maker, before)?;
    check_price(fill, view)?;
    require_reduction(maker, before, after)?;
    require_initial_margin(taker, of_taker)?;
    require_needed(maker, [before, after], fill.size, book.limits(seats.market)?.lot)
}

/// No worse for the maker than the mark by the lesser of 0.25% and half the maintenance rate.
fn check_price(fill: &Fill, view: &MarketView) -> Result<(), Refused> {
    let mark = view.mark_price;
    let fee = rebalance_fee_floor(Ratio(view.maintenance_rate)).0;
    let discount = mul_wad_floor(mark, fee)?;
    let is_fair = if fill.size > 0 {
        fill.price >= difference(mark, discount)?
    } else {
        fill.price <= sum(mark, discount)?
    };
    if is_fair {
        return Ok(());
    }
    Err(errors::outside_band(fill.instrument, fill.price, mark, fee).into())
}
