//! When a price is live (ORA-1): pure rules over what the feeds said.

use contract_abi::generated::oracle_adapter::{errors, Doubt, Feed};
use contract_abi::{Address, Revert};

use crate::aggregator::{Failure, Round};

/// A price that may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// 18-decimal.
    pub price: i128,
    /// When the feed published it, in unix seconds.
    pub published_at: u64,
}

/// Why there is no live price, with what the error of it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No feed is configured.
    NoFeed,
    /// The sequencer is down, or its feed does not say that it is up.
    SequencerDown {
        /// When it went down; 0 when the feed did not answer.
        since: u64,
    },
    /// The sequencer has not been up for the grace period yet.
    SequencerGrace {
        /// When the period ends.
        until: u64,
    },
    /// The feed did not answer with a round.
    Reverted,
    /// The call had too little gas to tell what the feed answers.
    Starved,
    /// The round has no time, one in the future, or the answer of an earlier round.
    Incomplete {
        /// The round.
        round: u128,
    },
    /// The price is zero or negative.
    NotPositive,
    /// The round is older than the heartbeat.
    Stale {
        /// When it was published.
        published_at: u64,
        /// The earliest that would do.
        oldest: u64,
        /// Its price, if nothing else is wrong with it: late, but the newest there is.
        late: Option<i128>,
    },
    /// The price is outside the configured bounds.
    OutOfBounds {
        /// The price, 18-decimal.
        price: i128,
    },
}

impl Refusal {
    /// The reason as the interface names it.
    #[must_use]
    pub const fn doubt(&self) -> Doubt {
        match self {
            Self::NoFeed => Doubt::NoFeed,
            Self::SequencerDown { .. } => Doubt::SequencerDown,
            Self::SequencerGrace { .. } => Doubt::SequencerGrace,
            Self::Reverted | Self::Starved => Doubt::Reverted,
            Self::Incomplete { .. } => Doubt::Incomplete,
            Self::NotPositive => Doubt::NotPositive,
            Self::Stale { .. } => Doubt::Stale,
            Self::OutOfBounds { .. } => Doubt::OutOfBounds,
        }
    }

    /// The error of an entry that needs the price to be live.
    #[cold]
    #[must_use]
    pub fn revert(&self, underlying: u16, feed: &Feed) -> Revert {
        match *self {
            Self::NoFeed => errors::no_feed(underlying),
            Self::SequencerDown { since } => errors::sequencer_down(since),
            Self::SequencerGrace { until } => errors::sequencer_grace(until),
            Self::Reverted | Self::Starved => errors::feed_failed(underlying, &feed.feed),
            Self::Incomplete { round } => errors::incomplete_round(underlying, round),
            Self::NotPositive => errors::price_not_positive(underlying),
            Self::Stale { published_at, oldest, .. } => {
                errors::stale_price(underlying, published_at, oldest)
            }
            Self::OutOfBounds { price } => {
                errors::price_out_of_bounds(underlying, price, feed.minimum, feed.maximum)
            }
        }
    }
}

/// Whether the sequencer has been up for the grace period.
///
/// The answer of its feed is 0 while it is up; `startedAt` is when that began. A feed that was never
/// updated reports 0 there and says nothing. A feed that does not answer counts as a sequencer that is
/// down: what cannot be known must not be acted upon.
///
/// # Errors
/// [`Refusal::Starved`], [`Refusal::SequencerDown`], [`Refusal::SequencerGrace`].
pub fn sequencer(round: Result<Round, Failure>, grace: u32, now: u64) -> Result<(), Refusal> {
    let Round { answer, started_at, .. } = round.map_err(|failure| match failure {
        Failure::Failed => Refusal::SequencerDown { since: 0 },
        Failure::Starved => Refusal::Starved,
    })?;
    if answer != 0 || started_at == 0 {
        return Err(Refusal::SequencerDown { since: bounded(started_at) });
    }
    let until = started_at.saturating_add(grace.into());
    if now < until {
        return Err(Refusal::SequencerGrace { until: bounded(until) });
    }
    Ok(())
}

/// The price of a round, if it is live.
///
/// # Rounding
/// None: answers have at most 18 decimals, and one too large for 128 bits is out of bounds.
///
/// # Errors
/// In this order: [`Refusal::Reverted`] or [`Refusal::Starved`], [`Refusal::Incomplete`],
/// [`Refusal::NotPositive`], [`Refusal::Stale`], [`Refusal::OutOfBounds`].
pub fn price(round: Result<Round, Failure>, feed: &Feed, now: u64) -> Result<Live, Refusal> {
    let round = round.map_err(|failure| match failure {
        Failure::Failed => Refusal::Reverted,
        Failure::Starved => Refusal::Starved,
    })?;
    let published_at = round.updated_at;
    if published_at == 0 || published_at > now || round.answered_in < round.id {
        return Err(Refusal::Incomplete { round: round.id });
    }
    if round.answer <= 0 {
        return Err(Refusal::NotPositive);
    }
    let price = normalised(round.answer, feed.decimals);
    let is_within = feed.minimum <= price && price <= feed.maximum;
    let oldest = now.saturating_sub(feed.heartbeat.into());
    if published_at < oldest {
        let late = is_within.then_some(price);
        return Err(Refusal::Stale { published_at, oldest, late });
    }
    if !is_within {
        return Err(Refusal::OutOfBounds { price });
    }
    Ok(Live { price, published_at })
}

/// An answer in 18 decimals; the largest number if it is larger.
fn normalised(answer: i128, decimals: u8) -> i128 {
    let missing = 18_u32.saturating_sub(decimals.into());
    let scale = 10_i128.saturating_pow(missing);
    answer.saturating_mul(scale)
}

/// A time as the interface's 40 bits hold it.
fn bounded(time: u64) -> u64 {
    time.min((1 << 40) - 1)
}

/// The zero address: none is configured.
pub(crate) const NOBODY: Address = [0; 20];

#[cfg(test)]
mod tests;
