//! The limits of a market: what may be set, and how it is stored.

use ballast_layout::small::{Decimal16, Decimal64};
use ballast_layout::MarketLimits;
use ballast_math::fixed::{mul_bounds, WAD};
use contract_abi::generated::clearing_house::{errors, Limits, Status};

use crate::bounds::GREATEST_FEE_CAP;
use crate::refused::{overflow, Refused};

/// Fractions are stored in billionths.
const BILLIONTH: i128 = WAD / 1_000_000_000;

/// The fields of `Limits`, by their place in it, as `BadLimits` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Status,
    MaxOpenInterest,
    MaxPosition,
    Band,
    FeeCap,
    Lot,
    Tick,
}

/// The word of limits. What it cannot hold exactly is refused, so that what was reviewed is what holds.
///
/// Open interest and positions have 17 digits, lot and tick three and a power of ten, fractions nine
/// places. Lot times tick is a multiple of 10⁻¹⁸, so that every notional is exact. The fee cap is at most
/// 10%. A market once listed cannot be unlisted: its positions would lose their limits.
///
/// # Errors
/// `BadLimits(field)` for the first field that is wrong.
pub(crate) fn to_word(limits: &Limits) -> Result<MarketLimits, Refused> {
    checked(limits).map_err(|field| errors::bad_limits(field as u16).into())
}

/// The band of an open market leaves the maintenance margin whole: a fill at its edge costs no more than
/// what initial margin has over maintenance. A market that is not open needs no engine to be closed.
///
/// # Errors
/// `BadLimits(band)`, and those of `rates`, the engine's (initial, maintenance).
pub(crate) fn check_band(
    limits: &Limits,
    rates: impl FnOnce() -> Result<(i128, i128), Refused>,
) -> Result<(), Refused> {
    if limits.status != Status::Open {
        return Ok(());
    }
    let (initial, maintenance) = rates()?;
    if initial.checked_sub(maintenance).is_none_or(|room| limits.band > room) {
        return Err(errors::bad_limits(Field::Band as u16).into());
    }
    Ok(())
}

/// The limits of a word.
///
/// # Errors
/// `Overflow` for one that [`to_word`] does not give.
pub(crate) fn from_word(word: &MarketLimits) -> Result<Limits, Refused> {
    Ok(Limits {
        status: Status::from_index(word.status.into()),
        max_open_interest: wide(word.max_open_interest)?,
        max_position: wide(word.max_position)?,
        band: i128::from(word.band).saturating_mul(BILLIONTH),
        fee_cap: i128::from(word.fee_cap).saturating_mul(BILLIONTH),
        lot: narrow(word.lot)?,
        tick: narrow(word.tick)?,
    })
}

#[inline(never)]
fn wide(number: Decimal64) -> Result<i128, Refused> {
    number.to_u128().and_then(|value| i128::try_from(value).ok()).ok_or_else(overflow)
}

#[inline(never)]
fn narrow(number: Decimal16) -> Result<i128, Refused> {
    number.to_u128().and_then(|value| i128::try_from(value).ok()).ok_or_else(overflow)
}

fn checked(limits: &Limits) -> Result<MarketLimits, Field> {
    if limits.status == Status::Unlisted {
        return Err(Field::Status);
    }
    let max_open_interest = decimal64(limits.max_open_interest).ok_or(Field::MaxOpenInterest)?;
    let max_position = decimal64(limits.max_position).ok_or(Field::MaxPosition)?;
    let band = billionths(limits.band, WAD - 1).ok_or(Field::Band)?;
    let fee_cap = billionths(limits.fee_cap, GREATEST_FEE_CAP).ok_or(Field::FeeCap)?;
    let lot = decimal16(limits.lot).ok_or(Field::Lot)?;
    let tick = decimal16(limits.tick).ok_or(Field::Tick)?;
    let is_exact =
        mul_bounds(limits.lot, limits.tick).is_ok_and(|(floor, ceil)| floor == ceil && floor > 0);
    if !is_exact {
        return Err(Field::Tick);
    }
    let status = limits.status as u8;
    Ok(MarketLimits {
        max_open_interest,
        max_position,
        band,
        fee_cap,
        lot,
        tick,
        status,
        ..MarketLimits::default()
    })
}

fn decimal64(value: i128) -> Option<Decimal64> {
    Decimal64::from_exact(u128::try_from(value).ok()?)
}

/// A step: positive.
fn decimal16(value: i128) -> Option<Decimal16> {
    Decimal16::from_exact(u128::try_from(value).ok().filter(|value| *value > 0)?)
}

fn billionths(value: i128, greatest: i128) -> Option<u32> {
    if value > greatest {
        return None;
    }
    let value = u64::try_from(value).ok()?;
    let exact = value % 1_000_000_000 == 0;
    exact.then(|| u32::try_from(value / 1_000_000_000).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refused::told;

    const MILLI: i128 = WAD / 1000;

    fn limits() -> Limits {
        Limits {
            status: Status::Open,
            max_open_interest: 10_000 * WAD,
            max_position: 2_500 * WAD,
            band: 20 * MILLI,
            fee_cap: 10 * MILLI,
            lot: MILLI,
            tick: 10 * MILLI,
        }
    }

    #[test]
    fn from_word_of_a_word_gives_the_limits_back() {
        for status in [Status::Open, Status::ReduceOnly, Status::Closed] {
            let limits = Limits { status, ..limits() };
            let word = told(to_word(&limits)).unwrap();
            assert_eq!(told(from_word(&word)), Ok(limits));
        }
    }

    #[test]
    fn to_word_of_what_the_word_cannot_hold_names_the_field() {
        type Change = fn(&mut Limits);
        let rows: [(Change, Field); 15] = [
            (|l| l.status = Status::Unlisted, Field::Status),
            (|l| l.max_open_interest = -1, Field::MaxOpenInterest),
            (|l| l.max_open_interest = 123_456_789_012_345_678_901_234_567, Field::MaxOpenInterest),
            (|l| l.max_position = -WAD, Field::MaxPosition),
            (|l| l.max_position = i128::MAX, Field::MaxPosition),
            (|l| l.band = -1, Field::Band),
            (|l| l.band = WAD, Field::Band),
            (|l| l.band = 1, Field::Band),
            (|l| l.fee_cap = GREATEST_FEE_CAP + BILLIONTH, Field::FeeCap),
            (|l| l.lot = 0, Field::Lot),
            (|l| l.lot = -MILLI, Field::Lot),
            (|l| l.lot = 123_456, Field::Lot),
            (|l| l.tick = 0, Field::Tick),
            (|l| l.tick = 1, Field::Tick),
            (|l| (l.lot, l.tick) = (1_000, 1_000), Field::Tick),
        ];
        for (at, (change, field)) in rows.into_iter().enumerate() {
            let mut limits = limits();
            change(&mut limits);
            assert_eq!(told(to_word(&limits)), Err(errors::bad_limits(field as u16)), "row {at}");
        }
    }

    #[test]
    fn check_band_of_an_open_market_is_bounded_by_what_margins_differ_by() {
        let asked =
            |status, band, rates| check_band(&Limits { status, band, ..limits() }, || Ok(rates));
        let wide = Err(errors::bad_limits(3));
        let rates = (50 * MILLI, 30 * MILLI);
        assert_eq!(told(asked(Status::Open, 20 * MILLI, rates)), Ok(()));
        assert_eq!(told(asked(Status::Open, 21 * MILLI, rates)), wide);
        assert_eq!(told(asked(Status::Open, 1, (0, 0))), wide);
        assert_eq!(told(asked(Status::ReduceOnly, 21 * MILLI, rates)), Ok(()));
    }

    #[test]
    fn check_band_of_a_closed_market_does_not_ask_the_engine() {
        let closed = Limits { status: Status::Closed, ..limits() };
        assert_eq!(told(check_band(&closed, || Err(overflow()))), Ok(()));
    }
}
