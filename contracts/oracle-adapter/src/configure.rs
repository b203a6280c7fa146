//! Configuring feeds.

use ballast_layout::SequencerFeed;
use contract_abi::generated::oracle_adapter::{errors, events, Feed};
use contract_abi::{host, Address, Revert};

use crate::aggregator;
use crate::liveness::NOBODY;
use crate::observe::accept_live;
use crate::prices::World;
use crate::storage::{self, bounds, Underlying};

/// Greatest heartbeat: 7 days.
pub const MAX_HEARTBEAT: u32 = 7 * 24 * 60 * 60;
/// Greatest grace period: a day.
pub const MAX_GRACE: u32 = 24 * 60 * 60;
/// Most decimals of a feed: prices are 18-decimal, and none of a feed's digits is dropped.
pub const MAX_DECIMALS: u8 = 18;

/// Configures the feed of an underlying and accepts its price, which must be live.
///
/// # Errors
/// `BadHeartbeat`, `BadBounds`, `BadFeed`, `BadDecimals`, then the reason why its price is not live.
pub fn set_feed(
    underlying: u16,
    feed: &Address,
    heartbeat: u32,
    minimum: i128,
    maximum: i128,
) -> Result<(), Revert> {
    if heartbeat == 0 || heartbeat > MAX_HEARTBEAT {
        return Err(errors::bad_heartbeat(heartbeat, MAX_HEARTBEAT));
    }
    let (least, most) = bounds(minimum, maximum)
        .filter(|(least, most)| 0 < *least && least < most)
        .ok_or_else(|| errors::bad_bounds(minimum, maximum))?;
    let decimals = decimals(underlying, feed)?;
    let next = Feed { feed: *feed, decimals, heartbeat, minimum: least, maximum: most };
    let slots = Underlying::new(underlying);
    let before = slots.feed();
    slots.set_feed(&next).map_err(|_| errors::bad_bounds(minimum, maximum))?;
    if before.feed != next.feed {
        slots.forget();
    }
    events::feed_set(underlying, feed, decimals, heartbeat, least, most);
    // Without an accepted price there would be none once the feed fails, and positions could not even close.
    let world = World::observe();
    let live = world.live(&next).map_err(|refusal| refusal.revert(underlying, &next))?;
    accept_live(&world, underlying, &next, &live)
}

/// Configures the sequencer feed; zero for a chain without one.
///
/// # Errors
/// `BadGrace`; `BadFeed` (of underlying 0) for an address without code.
pub fn set_sequencer(feed: &Address, grace: u32) -> Result<(), Revert> {
    if grace > MAX_GRACE {
        return Err(errors::bad_grace(grace, MAX_GRACE));
    }
    let bad_feed = || errors::bad_feed(0, feed);
    if *feed != NOBODY && host::code_size(feed) == 0 {
        return Err(bad_feed());
    }
    storage::set_sequencer(&SequencerFeed { feed: *feed, grace }).map_err(|_| bad_feed())?;
    events::sequencer_set(feed, grace);
    Ok(())
}

fn decimals(underlying: u16, feed: &Address) -> Result<u8, Revert> {
    let bad_feed = || errors::bad_feed(underlying, feed);
    if host::code_size(feed) == 0 {
        return Err(bad_feed());
    }
    match aggregator::decimals(feed).ok_or_else(bad_feed)? {
        decimals if decimals > MAX_DECIMALS => Err(errors::bad_decimals(decimals, MAX_DECIMALS)),
        decimals => Ok(decimals),
    }
}
