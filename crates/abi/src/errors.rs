//! Reading revert data: which typed error of which contract it is.

use crate::{common, engine, exchange, house, lens, liquidation, oracle, vault};
use alloy_sol_types::SolInterface;

/// A revert, decoded against every error of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevertReason {
    /// A typed error, in Solidity's notation: name and arguments.
    Typed {
        /// The error's name, as in the interface.
        name: String,
        /// Name and arguments.
        text: String,
    },
    /// Nothing came back: the callee ran out of gas, is not activated, or is no contract.
    Empty,
    /// Data that no interface of the system declares.
    Unknown(Vec<u8>),
}

/// Decodes revert data.
///
/// An error bubbles up unchanged from the floor where it arises, so data from any entry point may be
/// an error of any interface.
pub fn decode_revert(data: &[u8]) -> RevertReason {
    if data.is_empty() {
        return RevertReason::Empty;
    }
    typed(data).unwrap_or_else(|| RevertReason::Unknown(data.to_vec()))
}

macro_rules! first_match {
    ($data:expr, $($errors:ty),* $(,)?) => {{
        $(if let Ok(error) = <$errors>::abi_decode($data) {
            return Some(describe(&format!("{error:?}")));
        })*
        None
    }};
}

fn typed(data: &[u8]) -> Option<RevertReason> {
    first_match!(
        data,
        house::IClearingHouse::IClearingHouseErrors,
        engine::IMarginEngine::IMarginEngineErrors,
        oracle::IOracleAdapter::IOracleAdapterErrors,
        vault::IVault::IVaultErrors,
        exchange::IExchange::IExchangeErrors,
        liquidation::ILiquidation::ILiquidationErrors,
        lens::ILens::ILensErrors,
        common::ICommon::ICommonErrors,
    )
}

/// Turns `Name(Name { field: value })` into `Name { field: value }`.
fn describe(debug: &str) -> RevertReason {
    let name = debug.split(['(', ' ', '{']).next().unwrap_or(debug).to_owned();
    let inner = debug.strip_prefix(&name).and_then(|rest| rest.strip_prefix('('));
    let text = inner.and_then(|rest| rest.strip_suffix(')')).unwrap_or(debug).to_owned();
    RevertReason::Typed { name, text }
}
