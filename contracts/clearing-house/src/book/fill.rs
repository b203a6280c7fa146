//! Fills: what makes one acceptable, and what it does to two accounts.

use alloc::vec::Vec;

use ballast_layout::Instrument;
use contract_abi::generated::clearing_house::{errors, Fill, Limits, Status};
use contract_abi::{Revert, Word};

use super::{Book, Fact};
use crate::account::require_owned;
use crate::money::{mul_wad_floor, negated, sum};

/// Where the parties of a fill and its market stand in the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seats {
    /// The maker's account.
    pub(crate) maker: usize,
    /// The taker's account.
    pub(crate) taker: usize,
    /// The market.
    pub(crate) market: usize,
}

/// Checks what can be said of a fill without looking at the accounts' positions.
///
/// # Errors
/// In this order: `ZeroSize`, `BadPrice`, `UnknownInstrument`, `MarketClosed`, `OffGrid`,
/// `ReservedAccount`, `SelfTrade`, `FeeTooHigh`, `Overflow`.
pub(crate) fn check(fill: &Fill, limits: &Limits) -> Result<(), Revert> {
    check_instrument(fill)?;
    let underlying = Instrument(fill.instrument).underlying();
    if !matches!(limits.status, Status::Open | Status::ReduceOnly) {
        return Err(errors::market_closed(underlying, limits.status));
    }
    on_grid(fill.size, limits.lot)?;
    on_grid(fill.price, limits.tick)?;
    check_parties(fill)?;
    check_fees(fill, limits)
}

/// Size, price and kind.
///
/// # Errors
/// `ZeroSize`, `BadPrice`, `UnknownInstrument`.
pub(crate) fn check_instrument(fill: &Fill) -> Result<(), Revert> {
    if fill.size == 0 {
        return Err(errors::zero_size());
    }
    if fill.price <= 0 {
        return Err(errors::bad_price(fill.price));
    }
    if !Instrument(fill.instrument).is_perpetual() {
        return Err(errors::unknown_instrument(fill.instrument));
    }
    Ok(())
}

/// Two accounts, both owned.
///
/// # Errors
/// `ReservedAccount`, `SelfTrade`.
pub(crate) fn check_parties(fill: &Fill) -> Result<(), Revert> {
    require_owned(&fill.maker)?;
    require_owned(&fill.taker)?;
    if fill.maker == fill.taker {
        return Err(errors::self_trade(&fill.maker));
    }
    Ok(())
}

/// # Errors
/// `OffGrid` for a value that is no multiple of `step`; zero is no grid.
pub(crate) fn on_grid(value: i128, step: i128) -> Result<(), Revert> {
    if step > 0 && value.unsigned_abs() % step.unsigned_abs() != 0 {
        return Err(errors::off_grid(value, step));
    }
    Ok(())
}

/// Each fee within the market's cap, either way; together no less than zero, so that a rebate is paid by
/// the other side and never by the house.
fn check_fees(fill: &Fill, limits: &Limits) -> Result<(), Revert> {
    let bound = mul_wad_floor(limits.fee_cap, notional_floor(fill)?)?;
    for fee in [fill.maker_fee, fill.taker_fee] {
        if fee.unsigned_abs() > bound.unsigned_abs() {
            return Err(errors::fee_too_high(fee, bound));
        }
    }
    let total = sum(fill.maker_fee, fill.taker_fee)?;
    if total < 0 {
        return Err(errors::fee_too_high(total, 0));
    }
    Ok(())
}

/// |size| · price, rounded down: what the buyer pays is what the seller gets, to the last digit.
pub(super) fn notional_floor(fill: &Fill) -> Result<i128, Revert> {
    let size = fill.size.checked_abs().ok_or_else(errors::overflow)?;
    mul_wad_floor(size, fill.price)
}

/// Whether adding `delta` to a position only brings it nearer to zero.
pub(crate) fn reduces(position: i128, delta: i128) -> bool {
    (position < 0) != (delta < 0) && delta.unsigned_abs() <= position.unsigned_abs()
}

impl Book {
    /// Applies a fill that passed [`check`]: two sizes, two cash balances, the funding of the two legs.
    /// Adds what happened to `facts`; the fees are the caller's to credit.
    ///
    /// # Errors
    /// `NotReducing` for a side that asked for it, `Overflow`.
    pub(crate) fn apply(
        &mut self,
        fill: &Fill,
        seats: Seats,
        facts: &mut Vec<Fact>,
    ) -> Result<(), Revert> {
        let given = negated(fill.size)?;
        self.require_reducing(seats.maker, seats.market, given, fill, fill.reduce_only & 1)?;
        self.require_reducing(seats.taker, seats.market, fill.size, fill, fill.reduce_only & 2)?;
        let notional = notional_floor(fill)?;
        let paid = if fill.size > 0 { notional } else { negated(notional)? };
        let maker = sum(paid, negated(fill.maker_fee)?)?;
        let taker = negated(sum(paid, fill.taker_fee)?)?;
        let maker_size = self.take_side(seats.maker, seats.market, given, maker, facts)?;
        let taker_size = self.take_side(seats.taker, seats.market, fill.size, taker, facts)?;
        facts.push(Fact::Traded {
            fill: *fill,
            maker_size,
            taker_size,
            maker_cash: self.account(seats.maker)?.header.cash,
            taker_cash: self.account(seats.taker)?.header.cash,
        });
        Ok(())
    }

    fn require_reducing(
        &self,
        seat: usize,
        place: usize,
        delta: i128,
        fill: &Fill,
        asked: u8,
    ) -> Result<(), Revert> {
        if asked != 0 && !reduces(self.size(seat, place)?, delta) {
            let account: &Word = &self.account(seat)?.id;
            return Err(errors::not_reducing(account, fill.instrument));
        }
        Ok(())
    }

    /// One side of a fill. Returns the size after.
    fn take_side(
        &mut self,
        seat: usize,
        place: usize,
        delta: i128,
        cash: i128,
        facts: &mut Vec<Fact>,
    ) -> Result<i128, Revert> {
        let changed = self.change(seat, place, delta)?;
        let underlying = self.market(place)?.underlying;
        let account = self.account_mut(seat)?;
        if changed.funding != 0 {
            let (id, cash) = (account.id, account.header.cash);
            facts.push(Fact::Realised { account: id, underlying, amount: changed.funding, cash });
        }
        account.add_cash(cash)?;
        Ok(changed.to)
    }
}
