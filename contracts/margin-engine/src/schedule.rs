//! Scheduling a parameter set.

use ballast_layout::parameters::Fault;
use ballast_layout::RiskParameters;
use contract_abi::generated::margin_engine::{errors, events};
use contract_abi::{host, Address, Revert, Word};

use crate::storage::{self, DataContract, NOBODY};

/// Least time from scheduling a set to its effect: six hours, so that an account can react before it can
/// be liquidated by a parameter.
pub const NOTICE: u64 = 6 * 60 * 60;

/// Schedules the set in the code of `data`.
///
/// # Errors
/// `WrongCode`, `BadParameters`, `TooSoon`, in this order.
pub fn schedule(data: &Address, codehash: &Word, effective_at: u64) -> Result<(), Revert> {
    let actual = host::code_hash(data);
    if actual != *codehash {
        return Err(errors::wrong_code(&actual, codehash));
    }
    let now = host::timestamp();
    let in_force = storage::in_force(now);
    check(data, &in_force).map_err(|fault| errors::bad_parameters(fault.code()))?;
    let effective_at = effective_time(&in_force, effective_at, now)?;
    let version = storage::newest().version.checked_add(1).ok_or_else(errors::overflow)?;
    let newest = RiskParameters { data: *data, version, effective_at };
    storage::set_newest(&newest, &in_force).map_err(|_| errors::overflow())?;
    events::parameters_scheduled(data, codehash, version, effective_at);
    Ok(())
}

/// Whether every value of the set is sound, and whether it knows what the set in force knows.
fn check(data: &Address, in_force: &RiskParameters) -> Result<(), Fault> {
    let code = DataContract::load(data);
    let set = code.set()?;
    set.check()?;
    if in_force.data == NOBODY {
        return Ok(());
    }
    let older = DataContract::load(&in_force.data);
    let older = older.set()?;
    set.check_succeeds(&older)
}

/// When the set takes effect: the first one now, a later one when asked.
fn effective_time(in_force: &RiskParameters, asked: u64, now: u64) -> Result<u64, Revert> {
    if in_force.data == NOBODY {
        return Ok(now);
    }
    let earliest = now.saturating_add(NOTICE);
    if asked < earliest {
        return Err(errors::too_soon(asked, earliest));
    }
    Ok(asked)
}
