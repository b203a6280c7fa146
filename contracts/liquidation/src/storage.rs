//! The module's slots.
//!
//! 0 owner, 1 next owner, 2 clearing house; hashed: the liquidation of an account, the capacity of a market.

use ballast_layout::keys::{self, liquidation as tags};
use ballast_layout::small::Micros;
use ballast_layout::{CapacityBucket, LiquidationRecord};
use ballast_math::risk::liquidation::capacity_used;
use ballast_math::Size;
use contract_abi::generated::liquidation::errors;
use contract_abi::{host, Revert, Word};

use crate::reward::Progress;

const SECONDS_PER_DAY: u64 = 86_400;
const FLAGGED: u8 = 1;

/// The liquidation of an account.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Record(LiquidationRecord);

/// The capacity of a market.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bucket {
    pub(crate) used: i128,
    pub(crate) updated_at: u64,
    pub(crate) per_second: i128,
}

/// Reads the liquidation of an account; all zero if there never was one.
pub(crate) fn record(account: &Word) -> Record {
    Record(LiquidationRecord::unpack(&host::load(&record_slot(account))))
}

/// Writes the liquidation of an account.
pub(crate) fn store(account: &Word, record: &Record) -> Result<(), Revert> {
    let packed = record.0.pack().map_err(|_| errors::overflow())?;
    host::cache(&record_slot(account), &packed);
    Ok(())
}

/// Reads the capacity of a market; all zero until it is set.
pub(crate) fn bucket(underlying: u16) -> Bucket {
    let word = CapacityBucket::unpack(&host::load(&bucket_slot(underlying)));
    Bucket {
        used: word.used as i128,
        updated_at: word.updated_at.into(),
        per_second: word.per_second as i128,
    }
}

/// Writes the capacity of a market.
pub(crate) fn store_bucket(underlying: u16, bucket: &Bucket) -> Result<(), Revert> {
    let word = CapacityBucket {
        used: bucket.used.unsigned_abs(),
        updated_at: narrow(bucket.updated_at)?,
        per_second: bucket.per_second.unsigned_abs(),
    };
    let packed = word.pack().map_err(|_| errors::overflow())?;
    host::cache(&bucket_slot(underlying), &packed);
    Ok(())
}

impl Record {
    /// When the account was flagged.
    pub(crate) fn flagged_at(&self) -> u64 {
        self.0.flagged_at.into()
    }

    /// Whether insurance added to a reward on the day of `now` already.
    pub(crate) fn was_topped_up_on(&self, now: u64) -> bool {
        u64::from(self.0.topped_up_on) == now / SECONDS_PER_DAY
    }

    /// How far the liquidation has come.
    pub(crate) fn progress(&self) -> Progress {
        Progress {
            equity_at_flag: self.0.equity_at_flag.to_wad() as i128,
            closed: self.0.closed.to_wad() as i128,
            rewarded: self.0.rewarded.to_wad() as i128,
        }
    }

    /// The record of a liquidation that begins now.
    pub(crate) fn started(
        &self,
        progress: &Progress,
        now: u64,
        topped_up: bool,
    ) -> Result<Self, Revert> {
        let day = u16::try_from(now / SECONDS_PER_DAY).map_err(|_| errors::overflow())?;
        let topped_up_on = if topped_up { day } else { self.0.topped_up_on };
        let word = LiquidationRecord {
            flagged_at: narrow(now)?,
            topped_up_on,
            stage: FLAGGED,
            ..LiquidationRecord::default()
        };
        Self(word).advanced(progress)
    }

    /// The record with its progress replaced: rounded so that rewards never come out higher.
    pub(crate) fn advanced(&self, progress: &Progress) -> Result<Self, Revert> {
        let floor =
            |wad: i128| Micros::from_wad_floor(wad.unsigned_abs()).ok_or_else(errors::overflow);
        let ceil =
            |wad: i128| Micros::from_wad_ceil(wad.unsigned_abs()).ok_or_else(errors::overflow);
        Ok(Self(LiquidationRecord {
            equity_at_flag: floor(progress.equity_at_flag)?,
            closed: floor(progress.closed)?,
            rewarded: ceil(progress.rewarded)?,
            ..self.0
        }))
    }
}

impl Bucket {
    /// Units that may be taken over at `now`.
    pub(crate) fn left(&self, now: u64) -> Result<i128, Revert> {
        let (used, size) = self.at(now)?;
        Ok(size.saturating_sub(used).max(0))
    }

    /// The bucket after `units` more at `now`.
    pub(crate) fn with(&self, units: i128, now: u64) -> Result<Self, Revert> {
        let (used, _) = self.at(now)?;
        let used = used.checked_add(units).ok_or_else(errors::overflow)?;
        Ok(Self { used, updated_at: now, ..*self })
    }

    /// What is in it at `now`, and what it holds.
    fn at(&self, now: u64) -> Result<(i128, i128), Revert> {
        let elapsed = now.saturating_sub(self.updated_at);
        capacity_used(Size(self.used), Size(self.per_second), elapsed)
            .map(|(used, holds)| (used.0, holds.0))
            .map_err(|_| errors::overflow())
    }
}

fn narrow(time: u64) -> Result<u32, Revert> {
    u32::try_from(time).map_err(|_| errors::overflow())
}

fn record_slot(account: &Word) -> Word {
    keys::base(account, tags::RECORD, host::keccak)
}

fn bucket_slot(underlying: u16) -> Word {
    keys::base(&keys::id_of_number(underlying), tags::CAPACITY, host::keccak)
}
