//! `rebalance`: anyone takes over a part of a flagged account's perpetual at a bounded fee.

use ballast_layout::Instrument;
use ballast_math::fixed::mul_floor;
use ballast_math::risk::liquidation::takeover_price;
use ballast_math::{Cash, Price, Ratio, Size};
use contract_abi::generated::clearing_house::{Fill, MarketState};
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
    let equity = below.health(account)?.equity;
    let notional =
        mul_floor(size.saturating_abs(), market.mark_price).map_err(|_| errors::overflow())?;
    let mut progress = storage::record(account).progress();
    let reward = progress.reward(notional, below.keeper_minimum()?)?;
    let price = price(&market, size, equity.saturating_sub(reward))?;
    Ok(Terms { price, reward, progress, instrument })
}

/// The mark, off by the lesser of 0.25% and half the maintenance rate, and never by more than what the
/// account's equity pays for after the reward: an insolvent account is taken over at the mark.
fn price(market: &MarketState, size: i128, equity: i128) -> Result<i128, Revert> {
    let (mark, rate) = (Price(market.mark_price), Ratio(market.maintenance_rate));
    takeover_price(mark, rate, Size(size), Cash(equity))
        .map(|price| price.0)
        .map_err(|_| errors::overflow())
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
