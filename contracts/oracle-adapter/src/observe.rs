//! Accepting prices: the only way in which the last accepted price of an underlying advances.

use contract_abi::generated::oracle_adapter::{errors, events, Feed};
use contract_abi::Revert;

use crate::liveness::{Live, Refusal};
use crate::prices::World;
use crate::storage::{stored_price_floor, Accepted, Underlying};

/// The most underlyings of one `observe`.
pub const MAX_OBSERVATIONS: usize = 16;

/// Accepts the live price of each underlying.
///
/// # Errors
/// `TooMany`, or the first reason why a price is not live.
pub fn observe(underlyings: &[u16]) -> Result<(), Revert> {
    if underlyings.len() > MAX_OBSERVATIONS {
        return Err(errors::too_many(underlyings.len() as u128, MAX_OBSERVATIONS as u128));
    }
    let world = World::observe();
    underlyings.iter().try_for_each(|underlying| accept(&world, *underlying))
}

fn accept(world: &World, underlying: u16) -> Result<(), Revert> {
    let feed = Underlying::new(underlying).feed();
    let live = world.live(&feed).map_err(|refusal| refusal.revert(underlying, &feed))?;
    accept_live(world, underlying, &feed, &live)
}

/// Accepts a live price.
///
/// # Errors
/// `IncompleteRound` for a time that the slot cannot hold.
pub(crate) fn accept_live(
    world: &World,
    underlying: u16,
    feed: &Feed,
    live: &Live,
) -> Result<(), Revert> {
    let slots = Underlying::new(underlying);
    let Some(next) = advanced(&slots.accepted(), live, world.now) else {
        return Ok(());
    };
    // A time beyond 32 bits is one that the round cannot have: the slot's clock ends in 2106.
    let unfit = |_| Refusal::Incomplete { round: 0 }.revert(underlying, feed);
    slots.set_accepted(&next).map_err(unfit)?;
    events::price_accepted(underlying, next.price, next.published_at, next.accepted_at);
    Ok(())
}

/// What is accepted after a live price; none when it is not newer (ORA-3).
fn advanced(last: &Accepted, live: &Live, now: u64) -> Option<Accepted> {
    let Live { price, published_at } = *live;
    (published_at > last.published_at).then(|| Accepted {
        price: stored_price_floor(price),
        published_at,
        accepted_at: now,
    })
}
