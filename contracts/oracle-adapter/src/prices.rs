//! Answering what prices are: live ones, and where there is none the last accepted.

use alloc::vec::Vec;

use ballast_layout::SequencerFeed;
use contract_abi::generated::oracle_adapter::{errors, Feed, Grade, Spot};
use contract_abi::{host, Revert};

use crate::aggregator;
use crate::liveness::{self, Live, Refusal, NOBODY};
use crate::storage::{self, Accepted, Underlying};

/// The most underlyings of one `marketData`: what an assessment of eight markets and sixteen collateral
/// assets can need.
pub const MAX_QUERIES: usize = 24;

/// For how long a price that is no longer live is not outdated, in seconds: users may reduce at any price,
/// but nobody is liquidated at one from before.
const TIMELY: u64 = 3_600;

/// What holds for all prices of a call: the time, and whether the sequencer lets any be live. The
/// sequencer feed is read once, however many prices are asked for.
pub struct World {
    /// Unix seconds.
    pub now: u64,
    sequencer: Result<(), Refusal>,
}

impl World {
    /// Observes it.
    #[must_use]
    pub fn observe() -> Self {
        let now = host::timestamp();
        let SequencerFeed { feed, grace } = storage::sequencer();
        let sequencer = if feed == NOBODY {
            Ok(())
        } else {
            liveness::sequencer(aggregator::latest_round(&feed), grace, now)
        };
        Self { now, sequencer }
    }

    /// The price of a feed, if it is live. While the sequencer says no, the feed is not asked.
    ///
    /// # Errors
    /// The first reason why not, in the order of [`Refusal`].
    pub fn live(&self, feed: &Feed) -> Result<Live, Refusal> {
        if feed.feed == NOBODY {
            return Err(Refusal::NoFeed);
        }
        self.sequencer?;
        liveness::price(aggregator::latest_round(&feed.feed), feed, self.now)
    }
}

/// The prices of many underlyings, in the order asked.
///
/// # Errors
/// `TooMany`; `FeedFailed` for want of gas.
pub fn spots(underlyings: &[u16]) -> Result<Vec<Spot>, Revert> {
    if underlyings.len() > MAX_QUERIES {
        return Err(errors::too_many(underlyings.len() as u128, MAX_QUERIES as u128));
    }
    let world = World::observe();
    underlyings.iter().map(|underlying| spot(&world, *underlying)).collect()
}

/// The price of one underlying. Its last accepted price is loaded only when no live one can be had.
///
/// A round that is only late is newer than what `observe` accepted, which may have been long ago: nobody
/// has to call it. It is doubtful all the same, but nobody is liquidated at a price of last month
/// because a feed is a second behind its heartbeat.
///
/// # Errors
/// `FeedFailed` when the call has too little gas to tell.
pub fn spot(world: &World, underlying: u16) -> Result<Spot, Revert> {
    let slots = Underlying::new(underlying);
    let feed = slots.feed();
    match world.live(&feed) {
        Ok(Live { price, published_at }) => {
            Ok(Spot { price, published_at, grade: Grade::Good, ..Spot::default() })
        }
        Err(starved @ Refusal::Starved) => Err(starved.revert(underlying, &feed)),
        Err(refusal) => Ok(fallback(&refusal, &feed, &slots.accepted(), world.now)),
    }
}

/// What stands in for a price that is not live: the last accepted one, or a newer round that is too old.
fn fallback(refusal: &Refusal, feed: &Feed, last: &Accepted, now: u64) -> Spot {
    let (price, published_at, live_until) = match *refusal {
        Refusal::Stale { published_at, late: Some(late), .. }
            if published_at >= last.published_at =>
        {
            (late, published_at, published_at.saturating_add(feed.heartbeat.into()))
        }
        _ => (last.price, last.published_at, last.accepted_at),
    };
    let grade = match now.saturating_sub(live_until) {
        _ if price == 0 => Grade::None,
        age if age > TIMELY => Grade::Outdated,
        _ => Grade::Doubtful,
    };
    Spot { price, published_at, grade, doubt: refusal.doubt() }
}
