//! What the owner sets.

use contract_abi::generated::clearing_house::{errors, events, Limits};
use contract_abi::{host, Address, Word};

use crate::{engine, limits, storage};

use crate::refused::Refused;

/// Grants and revokes rights: bit n is `Right(n)`.
///
/// # Errors
/// `Overflow`.
pub(crate) fn set_venue(venue: &Address, rights: u8) -> Result<(), Refused> {
    storage::store_rights(venue, rights)?;
    events::venue_set(venue, rights);
    Ok(())
}

/// Lists a market or changes its limits.
///
/// # Errors
/// `BadLimits`; the engine's for a market that is to be open.
pub(crate) fn set_limits(underlying: u16, new: &Limits) -> Result<(), Refused> {
    let word = limits::to_word(new)?;
    limits::check_band(new, || engine::rates(underlying))?;
    storage::store_limits(underlying, &word)?;
    events::limits_set(underlying, new);
    Ok(())
}

/// Replaces the engine.
///
/// # Errors
/// `WrongCode` unless the address holds code of that hash.
pub(crate) fn set_engine(engine: &Address, codehash: &Word) -> Result<(), Refused> {
    let actual = host::code_hash(engine);
    if actual != *codehash || host::code_size(engine) == 0 {
        return Err(errors::wrong_code(&actual, codehash).into());
    }
    storage::store_engine(engine, codehash)?;
    events::engine_set(engine, codehash);
    Ok(())
}
