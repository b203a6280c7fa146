//! The prices of an assessment: asked for once, found by underlying.

use alloc::vec::Vec;

use contract_abi::generated::margin_engine::errors;
use contract_abi::generated::oracle_adapter::{calls, Spot};
use contract_abi::Revert;

use crate::storage;

/// The gas that the oracle may use.
pub const ORACLE_GAS: u64 = 4_000_000;

/// Prices by underlying.
#[derive(Default)]
pub struct Prices {
    underlyings: Vec<u16>,
    spots: Vec<Spot>,
}

impl Prices {
    /// Adds an underlying to what will be asked, once.
    pub fn want(&mut self, underlying: u16) {
        if !self.underlyings.contains(&underlying) {
            self.underlyings.push(underlying);
        }
    }

    /// Asks the oracle for all of them, or nobody when there are none.
    ///
    /// # Errors
    /// The oracle's own error, or `CallFailed` when it gave none or answered something else than asked.
    pub fn ask(&mut self) -> Result<(), Revert> {
        if self.underlyings.is_empty() {
            return Ok(());
        }
        let oracle = storage::oracle();
        let failed = || errors::call_failed(&oracle);
        self.spots = calls::market_data(&oracle, ORACLE_GAS, &self.underlyings)
            .map_err(|failure| failure.bubble(failed()))?;
        if self.spots.len() == self.underlyings.len() {
            Ok(())
        } else {
            Err(failed())
        }
    }

    /// The price of an underlying that was asked for.
    ///
    /// # Errors
    /// `UnknownMarket` if it was not.
    pub fn spot(&self, underlying: u16) -> Result<Spot, Revert> {
        let mut asked = self.underlyings.iter().zip(&self.spots);
        let found = asked.find(|(other, _)| **other == underlying);
        found.map(|(_, spot)| *spot).ok_or_else(|| errors::unknown_market(underlying))
    }
}
