//! `rebalance`: anyone takes over a part of a flagged account's perpetual at a bounded fee.

use ballast_layout::Instrument;
use ballast_math::fixed::{mul_div_ceil, mul_floor, WAD};
use ballast_math::risk::liquidation::takeover_price;
use ballast_math::{Cash, Price, Ratio, Size};
use contract_abi::generated::clearing_house::{Fill, MarketState, Outcome};
use contract_abi::generated::liquidation::{errors, events};
use contract_abi::{Revert, Word};

use crate::below::Below;
use crate::flag::moves_to;
use crate::reward::Progress;
use crate::{capacity, storage};

/// A takeover, worked out but not done.
struct Terms {
    price: i128,
    reward: i128,
    progress: Progress,
    instrument: u128,
}

/// Takes over `size` of the account's position into `counterparty`, an account of the sender's.
pub(crate) fn rebalance(
    account: &Word,
    underlying: u16,
    size: i128,
    counterparty: &Word,
) -> Result<(i128, i128), Revert> {
    let below = Below::load();
    if !below.header(account)?.is_flagged {
        return Err(errors::not_flagged(account));
    }
    let terms = terms(&below, account, underlying, size)?;
    let bucket = capacity::consumed(underlying, size.saturating_abs())?;
    storage::store_bucket(underlying, &bucket)?;
    storage::store(account, &storage::record(account).advanced(&terms.progress)?)?;
    events::rebalanced(account, counterparty, underlying, size, terms.price, terms.reward);
    let moves = moves_to(counterparty, &[(account, terms.reward)]);
    below.reduce(&fill(account, counterparty, size, &terms), &moves)?;
    Ok((terms.price, terms.reward))
}

/// Price, reward and what the capacity allows.
pub(crate) fn preview(
    account: &Word,
    underlying: u16,
    size: i128,
) -> Result<(i128, i128, i128), Revert> {
    let terms = terms(&Below::load(), account, underlying, size)?;
    let (left, _) = capacity::view(underlying)?;
    Ok((terms.price, terms.reward, left))
}

fn terms(below: &Below, account: &Word, underlying: u16, size: i128) -> Result<Terms, Revert> {
    let instrument = Instrument::perpetual(underlying).0;
    let position = below.position(account, instrument)?;
    if size == 0
        || size.signum() != position.signum()
        || size.saturating_abs() > position.saturating_abs()
    {
        return Err(errors::bad_size(size, position));
    }
    let market = below.market(underlying)?;
    let notional =
        mul_floor(size.saturating_abs(), market.mark_price).map_err(|_| errors::overflow())?;
    let minimum = below.keeper_minimum()?;
    let is_last = size == position && below.header(account)?.legs == 1;
    let affordable = affordable(&below.health(account)?, minimum, is_last);
    let mut progress = storage::record(account).progress();
    let reward = progress.reward(notional, minimum, affordable)?;
    let price = price(&market, size, affordable.saturating_sub(reward))?;
    Ok(Terms { price, reward, progress, instrument })
}

/// What reward and fee may come to, lest the clearing house refuse the takeover: the account's equity, and
/// what its requirement is over the minimum of any position, by which it falls at most while a position
/// is left. Nobody may be out of reach because he cannot pay for it.
fn affordable(health: &Outcome, minimum: i128, is_last: bool) -> i128 {
    let equity = health.equity.max(0);
    if is_last {
        return equity;
    }
    let least = minimum.saturating_mul(2);
    equity.min(health.maintenance_margin.saturating_sub(least)).max(0)
}

/// The mark, off by the lesser of 0.25% and half the maintenance rate, and never by more than what is left
/// to pay for it: an insolvent account is taken over at the mark. There a long one gets one last digit
/// more than nothing: what two parts of a position are worth, each rounded down, may be less than the
/// whole by that.
fn price(market: &MarketState, size: i128, left: i128) -> Result<i128, Revert> {
    let overflow = |_| errors::overflow();
    let (mark, rate) = (Price(market.mark_price), Ratio(market.maintenance_rate));
    let left = Cash(left.saturating_sub(1));
    let price = takeover_price(mark, rate, Size(size), left).map_err(overflow)?;
    if price == mark && size > 0 {
        let digit = mul_div_ceil(1, WAD, size).map_err(overflow)?;
        return price.0.checked_add(digit).ok_or_else(errors::overflow);
    }
    Ok(price.0)
}

fn fill(account: &Word, counterparty: &Word, size: i128, terms: &Terms) -> Fill {
    Fill {
        maker: *account,
        taker: *counterparty,
        instrument: terms.instrument,
        size,
        price: terms.price,
        ..Fill::default()
    }
}
