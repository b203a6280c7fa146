//! Reporting the parameters in force.

use ballast_layout::parameters::ParameterSet;
use contract_abi::generated::margin_engine::{errors, CollateralParameters, MarketParameters};
use contract_abi::{host, Address, Revert};

use crate::storage::{self, DataContract, NOBODY};

const ONE: i128 = 1_000_000_000_000_000_000;

/// The parameters of a market; zero when it, or any set, is missing.
///
/// # Errors
/// `BadParameters` if the data contract holds no set, as none can that was scheduled.
pub fn market(underlying: u16) -> Result<MarketParameters, Revert> {
    let record = with_set(|set| set.and_then(|set| set.market(underlying)))?;
    Ok(record.map_or(MarketParameters { underlying, ..MarketParameters::default() }, |record| {
        MarketParameters {
            underlying,
            initial_rate: record.initial_rate,
            maintenance_rate: record.maintenance_rate,
            size_scale: record.size_scale,
            spread_initial: record.spread_initial,
            spread_maintenance: record.spread_maintenance,
            open_interest_low: record.open_interest_low,
            open_interest_high: record.open_interest_high,
            impact_notional: record.impact_notional,
        }
    }))
}

/// The parameters of a collateral asset; without any, its whole value is maintenance margin.
///
/// # Errors
/// As [`market`].
pub fn collateral(asset: u16) -> Result<CollateralParameters, Revert> {
    let record = with_set(|set| set.and_then(|set| set.collateral(asset)))?;
    let unknown =
        CollateralParameters { asset, maintenance_haircut: ONE, ..CollateralParameters::default() };
    Ok(record.map_or(unknown, |record| CollateralParameters {
        asset,
        underlying: record.underlying,
        maintenance_haircut: record.maintenance_haircut,
        initial_haircut: record.initial_haircut,
    }))
}

/// The smallest reward of a keeper.
///
/// # Errors
/// `NoParameters`: a reward cannot be guessed.
pub fn keeper_minimum() -> Result<i128, Revert> {
    with_set(|set| set.map(ParameterSet::keeper_minimum))?.ok_or_else(errors::no_parameters)
}

/// The set in force with its version, and the one that waits with its time; zero for none.
#[must_use]
pub fn pointers() -> (Address, u32, Address, u64) {
    let now = host::timestamp();
    let (newest, in_force) = (storage::newest(), storage::in_force(now));
    let (next, effective_at) =
        if newest.effective_at > now { (newest.data, newest.effective_at) } else { (NOBODY, 0) };
    (in_force.data, in_force.version, next, effective_at)
}

/// Gives the set in force to `read`, or nothing when there is none.
fn with_set<T>(read: impl FnOnce(Option<&ParameterSet<'_>>) -> T) -> Result<T, Revert> {
    let pointer = storage::in_force(host::timestamp());
    if pointer.data == NOBODY {
        return Ok(read(None));
    }
    let code = DataContract::load(&pointer.data);
    let set = code.set().map_err(|fault| errors::bad_parameters(fault.code()))?;
    Ok(read(Some(&set)))
}
