//! The slots of the oracle adapter.
//!
//! Slot 2 holds the sequencer feed. An underlying's slots begin at `keccak(underlying ‖ 1)`: its feed,
//! then, two further, the last price accepted. They are read apart, so that a live price costs one slot.

use ballast_layout::keys::{self, oracle_adapter::UNDERLYING};
use ballast_layout::small::{Decimal64, PriceBound};
use ballast_layout::{DoesNotFit, SequencerFeed, UnderlyingConfig, UnderlyingState};
use contract_abi::generated::oracle_adapter::Feed;
use contract_abi::{host, Word};
use contract_floor::fixed_slot;

/// The price that `observe` accepted last; all zero when it never did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// 18-decimal, 17 significant digits, rounded down.
    pub price: i128,
    /// When its round was published, in unix seconds.
    pub published_at: u64,
    /// When it was accepted, in unix seconds.
    pub accepted_at: u64,
}

/// The slot of the sequencer feed.
const SEQUENCER: u8 = 2;
/// Where an underlying's state lies from its first slot.
const STATE: u64 = 2;

/// The slots of one underlying.
#[derive(Clone, Copy)]
pub struct Underlying(Word);

impl Underlying {
    /// Finds them.
    #[must_use]
    pub fn new(underlying: u16) -> Self {
        Self(keys::base(&keys::id_of_number(underlying), UNDERLYING, host::keccak))
    }

    /// The feed, bounds as they were rounded when it was set.
    #[must_use]
    pub fn feed(&self) -> Feed {
        let word = UnderlyingConfig::unpack(&host::load(&self.0));
        Feed {
            feed: word.feed,
            decimals: word.decimals,
            heartbeat: word.heartbeat,
            minimum: bound(word.minimum),
            maximum: bound(word.maximum),
        }
    }

    /// Writes a feed that was loaded before.
    ///
    /// # Errors
    /// A field does not fit; minimum and maximum must have come from [`bounds`].
    pub fn set_feed(&self, feed: &Feed) -> Result<(), DoesNotFit> {
        let price_bound = |value: i128| PriceBound::from_floor(value.unsigned_abs());
        let word = UnderlyingConfig {
            feed: feed.feed,
            heartbeat: feed.heartbeat,
            decimals: feed.decimals,
            minimum: price_bound(feed.minimum),
            maximum: price_bound(feed.maximum),
            ..UnderlyingConfig::default()
        };
        host::cache(&self.0, &word.pack()?);
        Ok(())
    }

    /// The last price accepted.
    #[must_use]
    pub fn accepted(&self) -> Accepted {
        let word = self.state();
        let price = word.price.to_u128().and_then(|price| i128::try_from(price).ok());
        Accepted {
            price: price.unwrap_or_default(),
            published_at: word.published_at.into(),
            accepted_at: word.accepted_at.into(),
        }
    }

    /// Writes a price that was accepted.
    ///
    /// # Errors
    /// A time does not fit 32 bits, from the year 2106 on.
    pub fn set_accepted(&self, accepted: &Accepted) -> Result<(), DoesNotFit> {
        let time = |value: u64, field| u32::try_from(value).map_err(|_| DoesNotFit { field });
        let word = UnderlyingState {
            price: Decimal64::from_floor(accepted.price.unsigned_abs()),
            published_at: time(accepted.published_at, 1)?,
            accepted_at: time(accepted.accepted_at, 2)?,
            ..self.state()
        };
        host::cache(&self.state_key(), &word.pack()?);
        Ok(())
    }

    /// Forgets the last price accepted and all that was measured of the feed.
    pub fn forget(&self) {
        let key = self.state_key();
        let _ = host::load(&key);
        host::cache(&key, &[0; 32]);
    }

    fn state(&self) -> UnderlyingState {
        UnderlyingState::unpack(&host::load(&self.state_key()))
    }

    fn state_key(&self) -> Word {
        keys::at(self.0, STATE)
    }
}

/// The sequencer feed.
#[must_use]
pub fn sequencer() -> SequencerFeed {
    SequencerFeed::unpack(&host::load(&fixed_slot(SEQUENCER)))
}

/// Writes the sequencer feed.
///
/// # Errors
/// None that its types allow.
pub fn set_sequencer(sequencer: &SequencerFeed) -> Result<(), DoesNotFit> {
    let key = fixed_slot(SEQUENCER);
    let _ = host::load(&key);
    host::cache(&key, &sequencer.pack()?);
    Ok(())
}

/// A price as the slot keeps it: 17 significant digits, rounded down.
#[must_use]
pub fn stored_price_floor(price: i128) -> i128 {
    let stored = Decimal64::from_floor(price.unsigned_abs()).to_u128();
    stored.and_then(|price| i128::try_from(price).ok()).unwrap_or(price)
}

/// Price bounds as the slot keeps them: 12 significant bits, the minimum rounded up, the maximum down.
/// None for a negative bound or a minimum beyond the range.
#[must_use]
pub fn bounds(minimum: i128, maximum: i128) -> Option<(i128, i128)> {
    let minimum = PriceBound::from_ceil(u128::try_from(minimum).ok()?)?;
    let maximum = PriceBound::from_floor(u128::try_from(maximum).ok()?);
    Some((bound(minimum), bound(maximum)))
}

/// At most 4,095·2^79 < 2^91.
fn bound(bound: PriceBound) -> i128 {
    i128::try_from(bound.to_u128()).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests;
