//! Capacity: how fast liquidations may take over a market's positions, so that a cascade is slowed.

use contract_abi::generated::liquidation::{errors, events};
use contract_abi::{host, Revert};
use contract_floor::ownership;

use crate::storage::{self, Bucket};

/// Units that may be taken over now, and units per second.
pub(crate) fn view(underlying: u16) -> Result<(i128, i128), Revert> {
    let bucket = storage::bucket(underlying);
    Ok((bucket.left(host::timestamp())?, bucket.per_second))
}

/// Takes `units` out of what may be taken over now.
///
/// # Errors
/// `CapacityExhausted(underlying, left, asked)`.
pub(crate) fn consumed(underlying: u16, units: i128) -> Result<Bucket, Revert> {
    let bucket = storage::bucket(underlying);
    let now = host::timestamp();
    let left = bucket.left(now)?;
    if units > left {
        return Err(errors::capacity_exhausted(underlying, left, units));
    }
    bucket.with(units, now)
}

/// Sets a market's capacity; what is in the bucket stays.
pub(crate) fn set(underlying: u16, per_second: i128) -> Result<(), Revert> {
    ownership::require_owner()?;
    if per_second < 0 {
        return Err(errors::bad_capacity(per_second));
    }
    let bucket = Bucket { per_second, ..storage::bucket(underlying) };
    storage::store_bucket(underlying, &bucket).map_err(|_| errors::bad_capacity(per_second))?;
    events::capacity_set(underlying, per_second);
    Ok(())
}
