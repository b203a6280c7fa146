//! Matches to fills: a pure function of orders in hand.

use alloc::vec::Vec;

use ballast_math::fixed::mul_ceil;
use contract_abi::generated::clearing_house::Fill;
use contract_abi::generated::exchange::{errors, Match};
use contract_abi::Revert;

use crate::book::{Entry, REDUCE_ONLY};

/// A fill as one of its signed orders saw it, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OrderFill {
    /// Index of the order.
    pub(crate) order: usize,
    /// Signed for the order.
    pub(crate) size: i128,
    /// Filled of the order afterwards.
    pub(crate) filled: i128,
    pub(crate) price: i128,
    pub(crate) fee: i128,
}

/// What a call does, before it is stored and logged.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matched {
    pub(crate) fills: Vec<Fill>,
    pub(crate) logs: Vec<OrderFill>,
}

/// Matches orders, each match at its maker's limit, and raises what is filled of them.
///
/// # Errors
/// The first match that names no order, mixes instruments or sides, or that one of its orders does not
/// admit: `UnknownOrder`, `InstrumentMismatch`, `SameSide`, `BadOrder`, `TakerNotAllowed`,
/// `LimitCrossed`, `FeeTooHigh`, `Overfilled`, `Overflow`.
pub(crate) fn matched(entries: &mut [Entry], matches: &[Match]) -> Result<Matched, Revert> {
    let mut result = Matched {
        fills: Vec::with_capacity(matches.len()),
        logs: Vec::with_capacity(matches.len().saturating_mul(2)),
    };
    for (index, pair) in matches.iter().enumerate() {
        let (fill, logs) = matched_pair(entries, index, pair)?;
        result.fills.push(fill);
        result.logs.extend(logs.into_iter().flatten());
    }
    Ok(result)
}

fn matched_pair(
    entries: &mut [Entry],
    index: usize,
    pair: &Match,
) -> Result<(Fill, [Option<OrderFill>; 2]), Revert> {
    let (maker, taker) = (entry(entries, pair.maker)?, entry(entries, pair.taker)?);
    if maker.order.instrument != taker.order.instrument {
        return Err(errors::instrument_mismatch(maker.order.instrument, taker.order.instrument));
    }
    if maker.is_buy() == taker.is_buy() || pair.size <= 0 {
        return Err(errors::same_side(index as u128));
    }
    maker.admits(taker)?;
    taker.admits(maker)?;
    let price = maker.order.limit;
    taker.accepts_price(price)?;
    maker.accepts_fee(maker.rates.maker)?;
    taker.accepts_fee(taker.rates.taker)?;
    let opposite = pair.size.checked_neg().ok_or_else(errors::overflow)?;
    let (size, of_maker) =
        if taker.is_buy() { (pair.size, opposite) } else { (opposite, pair.size) };
    let notional = mul_ceil(pair.size, price).map_err(|_| errors::overflow())?;
    let fee = |rate| mul_ceil(notional, rate).map_err(|_| errors::overflow());
    let fill = Fill {
        maker: maker.order.account,
        taker: taker.order.account,
        instrument: maker.order.instrument,
        size,
        price,
        maker_fee: fee(maker.rates.maker)?,
        taker_fee: fee(taker.rates.taker)?,
        reduce_only: reduce_only(maker) | (reduce_only(taker) << 1),
    };
    let logs = [
        filled(entries, pair.maker, pair.size, of_maker, price, fill.maker_fee)?,
        filled(entries, pair.taker, pair.size, size, price, fill.taker_fee)?,
    ];
    Ok((fill, logs))
}

fn entry(entries: &[Entry], index: u8) -> Result<&Entry, Revert> {
    entries.get(usize::from(index)).ok_or_else(|| errors::unknown_order(index))
}

fn reduce_only(entry: &Entry) -> u8 {
    u8::from(entry.order.flags & REDUCE_ONLY != 0)
}

/// Raises what is filled of an order; a log for a signed one, whose lane others follow.
fn filled(
    entries: &mut [Entry],
    index: u8,
    units: i128,
    size: i128,
    price: i128,
    fee: i128,
) -> Result<Option<OrderFill>, Revert> {
    let order = usize::from(index);
    let entry = entries.get_mut(order).ok_or_else(|| errors::unknown_order(index))?;
    entry.fill(units)?;
    let filled = entry.filled;
    Ok(entry.lane.is_some().then_some(OrderFill { order, size, filled, price, fee }))
}
