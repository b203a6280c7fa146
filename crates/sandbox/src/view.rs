//! What can be read.

use crate::Sandbox;
use crate::setup::ISupport;
use alloy_primitives::{Address, B256, I256, U256};
use alloy_sol_types::SolCall;
use ballast_abi::house::IClearingHouse::{accountCall, positionCall};
use ballast_abi::lens::ILens::{AccountState, MarketState, accountStateCall, marketStatesCall};
use ballast_abi::{RevertReason, decode_revert, instrument};
use devnet::Outcome;

impl Sandbox {
    /// A call that changes nothing, decoded.
    ///
    /// # Errors
    /// The reason of the revert.
    pub fn view<C: SolCall>(&self, to: Address, call: &C) -> Result<C::Return, RevertReason> {
        let outcome = self
            .chain
            .call(to, call.abi_encode())
            .map_err(|rejected| RevertReason::Unknown(rejected.to_string().into_bytes()))?;
        if !outcome.is_success() {
            return Err(decode_revert(&outcome.output));
        }
        C::abi_decode_returns(&outcome.output)
            .map_err(|_| RevertReason::Unknown(outcome.output.to_vec()))
    }

    /// An account's whole state.
    ///
    /// # Errors
    /// As [`Sandbox::view`].
    pub fn account_state(&self, account: B256) -> Result<AccountState, RevertReason> {
        self.view(self.at.lens, &accountStateCall { account })
    }

    /// A market's whole state.
    ///
    /// # Errors
    /// As [`Sandbox::view`]; [`RevertReason::Empty`] if the lens answers with none.
    pub fn market_state(&self, underlying: u16) -> Result<MarketState, RevertReason> {
        let states =
            self.view(self.at.lens, &marketStatesCall { underlyings: vec![underlying] })?;
        states.into_iter().next().ok_or(RevertReason::Empty)
    }

    /// Cash of an account, as the ledger holds it.
    ///
    /// # Errors
    /// As [`Sandbox::view`].
    pub fn cash(&self, account: B256) -> Result<I256, RevertReason> {
        self.view(self.at.clearing_house, &accountCall { id: account }).map(|header| header.cash)
    }

    /// Size of a position in a perpetual, and the funding owed on it.
    ///
    /// # Errors
    /// As [`Sandbox::view`].
    pub fn position(&self, account: B256, underlying: u16) -> Result<(I256, I256), RevertReason> {
        let call = positionCall { id: account, instrument: instrument::perpetual(underlying) };
        self.view(self.at.clearing_house, &call).map(|answer| (answer.size, answer.fundingOwed))
    }

    /// Balance of a token.
    ///
    /// # Errors
    /// As [`Sandbox::view`].
    pub fn token_balance(&self, token: Address, owner: Address) -> Result<U256, RevertReason> {
        self.view(token, &ISupport::balanceOfCall { owner })
    }
}

/// Gas of a transaction without the part that every transaction pays: 21,000 and its calldata. What
/// refunds gave back counts, since whether there are any depends on the caller's other effects.
pub fn execution_gas(outcome: &Outcome, data: &[u8]) -> u64 {
    let calldata: u64 = data.iter().map(|byte| if *byte == 0 { 4 } else { 16 }).sum();
    (outcome.gas_used + outcome.gas_refunded).saturating_sub(21_000 + calldata)
}
