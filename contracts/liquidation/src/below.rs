//! What the module asks of the clearing house and, through it, of the margin engine.

use contract_abi::generated::clearing_house::{calls, Fill, MarketState, Move, Outcome};
use contract_abi::generated::liquidation::errors;
use contract_abi::generated::margin_engine;
use contract_abi::generated::shared::Doubt;
use contract_abi::{host, Address, CallFailure, Revert, Word};
use contract_floor::{address_in, fixed_slot};

const CLEARING_HOUSE: u8 = 2;
/// The clearing house bounds its own work; it may use what is left.
const ALL_GAS: u64 = u64::MAX;

/// The contracts below.
pub(crate) struct Below {
    pub(crate) house: Address,
}

/// What the house knows of an account without a price.
pub(crate) struct Header {
    pub(crate) cash: i128,
    pub(crate) is_flagged: bool,
    pub(crate) legs: u8,
    pub(crate) is_bare: bool,
}

impl Below {
    /// Reads the fixed slot.
    pub(crate) fn load() -> Self {
        Self { house: address_in(&host::load(&fixed_slot(CLEARING_HOUSE))) }
    }

    pub(crate) fn header(&self, account: &Word) -> Result<Header, Revert> {
        let answer = calls::account(&self.house, ALL_GAS, account).map_err(self.bubble())?;
        let (cash, _, is_flagged, legs, collateral, _) = answer;
        Ok(Header { cash, is_flagged, legs, is_bare: legs == 0 && collateral == 0 })
    }

    pub(crate) fn health(&self, account: &Word) -> Result<Outcome, Revert> {
        let outcome = calls::health(&self.house, ALL_GAS, account).map_err(self.bubble())?;
        require_sequencer(outcome.doubt)?;
        Ok(outcome)
    }

    pub(crate) fn market(&self, underlying: u16) -> Result<MarketState, Revert> {
        let market = calls::market(&self.house, ALL_GAS, underlying).map_err(self.bubble())?;
        require_sequencer(market.doubt)?;
        Ok(market)
    }

    pub(crate) fn position(&self, account: &Word, instrument: u128) -> Result<i128, Revert> {
        calls::position(&self.house, ALL_GAS, account, instrument)
            .map(|(size, _)| size)
            .map_err(self.bubble())
    }

    /// The smallest reward that is worth a keeper's gas.
    pub(crate) fn keeper_minimum(&self) -> Result<i128, Revert> {
        let (engine, _) = calls::engine(&self.house, ALL_GAS).map_err(self.bubble())?;
        margin_engine::calls::keeper_minimum(&engine, ALL_GAS)
            .map_err(|failure| failure.bubble(errors::call_failed(&engine)))
    }

    pub(crate) fn set_flag(
        &self,
        account: &Word,
        is_flagged: bool,
        moves: &[Move],
    ) -> Result<Outcome, Revert> {
        calls::set_flag(&self.house, ALL_GAS, account, is_flagged, moves).map_err(self.bubble())
    }

    pub(crate) fn reduce(&self, fill: &Fill, moves: &[Move]) -> Result<(), Revert> {
        calls::reduce(&self.house, ALL_GAS, fill, moves, &host::sender())
            .map(|_| ())
            .map_err(self.bubble())
    }

    fn bubble(&self) -> impl FnOnce(CallFailure) -> Revert + '_ {
        |failure| failure.bubble(errors::call_failed(&self.house))
    }
}

/// While the sequencer is down, and in the grace after, its users could not act: nothing new is taken
/// from them.
fn require_sequencer(doubt: Doubt) -> Result<(), Revert> {
    match doubt {
        Doubt::SequencerDown | Doubt::SequencerGrace => Err(errors::sequencer_unavailable()),
        _ => Ok(()),
    }
}
