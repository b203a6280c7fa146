//! Fills: what makes one acceptable, and what it does to two accounts.

use ballast_layout::Instrument;
use ballast_math::fixed::wide::{Divisor, Wide};
use contract_abi::generated::clearing_house::{errors, Fill, Limits, Status};

use super::{Book, Fact};
use crate::account::{is_same, require_owned};
use crate::money::{magnitude, mul_wad_ceil, mul_wad_floor, negated, sum};
use crate::refused::Refused;

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
pub(crate) fn check(fill: &Fill, limits: &Limits) -> Result<(), Refused> {
    check_instrument(fill)?;
    let underlying = Instrument(fill.instrument).underlying();
    if !matches!(limits.status, Status::Open | Status::ReduceOnly) {
        return Err(errors::market_closed(underlying, limits.status).into());
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
pub(crate) fn check_instrument(fill: &Fill) -> Result<(), Refused> {
    if fill.size == 0 {
        return Err(errors::zero_size().into());
    }
    if fill.price <= 0 {
        return Err(errors::bad_price(fill.price).into());
    }
    if !Instrument(fill.instrument).is_perpetual() {
        return Err(errors::unknown_instrument(fill.instrument).into());
    }
    Ok(())
}

/// Two accounts, both owned.
///
/// # Errors
/// `ReservedAccount`, `SelfTrade`.
pub(crate) fn check_parties(fill: &Fill) -> Result<(), Refused> {
    require_owned(&fill.maker)?;
    require_owned(&fill.taker)?;
    if is_same(&fill.maker, &fill.taker) {
        return Err(errors::self_trade(&fill.maker).into());
    }
    Ok(())
}

/// # Errors
/// `OffGrid` for a value that is no multiple of `step`; zero is no grid.
pub(crate) fn on_grid(value: i128, step: i128) -> Result<(), Refused> {
    let Some(divisor) = Divisor::new(step.unsigned_abs()) else { return Ok(()) };
    match divisor.divide(Wide { hi: 0, lo: value.unsigned_abs() }) {
        Some((_, true)) => Ok(()),
        _ => Err(errors::off_grid(value, step).into()),
    }
}

/// Each fee within the market's cap, either way; together no less than zero, so that a rebate is paid by
/// the other side and never by the house. The bound is rounded up, as a fee of that rate is.
fn check_fees(fill: &Fill, limits: &Limits) -> Result<(), Refused> {
    let bound = mul_wad_ceil(limits.fee_cap, mul_wad_ceil(magnitude(fill.size)?, fill.price)?)?;
    for fee in [fill.maker_fee, fill.taker_fee] {
        if fee.unsigned_abs() > bound.unsigned_abs() {
            return Err(errors::fee_too_high(fee, bound).into());
        }
    }
    let total = sum(fill.maker_fee, fill.taker_fee)?;
    if total < 0 {
        return Err(errors::fee_too_high(total, 0).into());
    }
    Ok(())
}

/// |size| · price, rounded down: what the buyer pays is what the seller gets, to the last digit.
pub(super) fn notional_floor(fill: &Fill) -> Result<i128, Refused> {
    mul_wad_floor(magnitude(fill.size)?, fill.price)
}

/// Whether adding `delta` to a position only brings it nearer to zero.
pub(crate) fn reduces(position: i128, delta: i128) -> bool {
    (position < 0) != (delta < 0) && delta.unsigned_abs() <= position.unsigned_abs()
}

impl Book {
    /// Applies a fill that passed [`check`]: two sizes, two cash balances, the funding of the two legs. The
    /// fees are the caller's to credit.
    ///
    /// # Errors
    /// `NotReducing` for a side that asked for it, `Overflow`.
    pub(crate) fn apply(&mut self, fill: &Fill, seats: Seats) -> Result<(), Refused> {
        let given = negated(fill.size)?;
        self.require_reducing(seats.maker, seats.market, given, fill, 1)?;
        self.require_reducing(seats.taker, seats.market, fill.size, fill, 2)?;
        let notional = notional_floor(fill)?;
        let paid = if fill.size > 0 { notional } else { negated(notional)? };
        let maker = sum(paid, negated(fill.maker_fee)?)?;
        let taker = negated(sum(paid, fill.taker_fee)?)?;
        let (maker_size, maker_cash) = self.take_side(seats.maker, seats.market, given, maker)?;
        let (taker_size, taker_cash) =
            self.take_side(seats.taker, seats.market, fill.size, taker)?;
        self.facts.push(Fact::Traded {
            fill: *fill,
            sizes: [maker_size, taker_size],
            cash: [maker_cash, taker_cash],
        });
        Ok(())
    }

    #[inline(never)]
    fn require_reducing(
        &self,
        seat: usize,
        place: usize,
        delta: i128,
        fill: &Fill,
        bit: u8,
    ) -> Result<(), Refused> {
        if fill.reduce_only & bit != 0 && !reduces(self.size(seat, place)?, delta) {
            let account = &self.account(seat)?.id;
            return Err(errors::not_reducing(account, fill.instrument).into());
        }
        Ok(())
    }

    /// One side of a fill. Returns size and cash after.
    #[inline(never)]
    fn take_side(
        &mut self,
        seat: usize,
        place: usize,
        delta: i128,
        amount: i128,
    ) -> Result<(i128, i128), Refused> {
        let (size, funding) = self.change(seat, place, delta)?;
        let underlying = self.market(place)?.underlying;
        let account = self.account_mut(seat)?;
        let (id, realised) = (account.id, account.header.cash);
        account.add_cash(amount)?;
        let cash = account.header.cash;
        if funding != 0 {
            self.facts.push(Fact::Realised(id, underlying, funding, realised));
        }
        Ok((size, cash))
    }
}
