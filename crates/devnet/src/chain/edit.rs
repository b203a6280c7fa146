//! Changing the present by hand, as no transaction could.

use alloy_primitives::{Address, B256, Bytes, U256};

use stylus_program::Rules;

use super::Chain;
use crate::arbos;

impl Chain {
    /// Sets the wei of an account.
    pub fn deal(&mut self, address: Address, balance: U256) {
        self.ledger.edit(|state| state.entry(address).balance = balance);
    }

    /// Sets the next nonce of an account.
    pub fn set_nonce(&mut self, address: Address, nonce: u64) {
        self.ledger.edit(|state| state.entry(address).nonce = nonce);
    }

    /// Sets the code of an account; empty code removes it.
    pub fn set_code(&mut self, address: Address, code: impl Into<Bytes>) {
        let code = code.into();
        self.ledger.edit(|state| state.set_code(address, code.clone()));
    }

    /// Sets a slot of an account.
    pub fn set_storage(&mut self, address: Address, slot: U256, value: B256) {
        self.ledger.edit(|state| state.set_storage(address, slot, value.into()));
    }

    /// The rules of programs now.
    pub fn rules(&self) -> Rules {
        arbos::rules_of(&self.ledger.state)
    }

    /// Replaces the rules of programs, as the chain's owner or an upgrade would. Under another
    /// [`Rules::stylus_version`] every program must be activated again.
    pub fn set_rules(&mut self, rules: &Rules) {
        self.ledger.edit(|state| arbos::set_rules_of(state, rules));
    }

    /// Sets the price of gas from the next block on.
    pub fn set_base_fee(&mut self, base_fee: u64) {
        self.ledger.base_fee = base_fee;
    }

    /// The price of gas of the next block.
    pub fn base_fee(&self) -> u64 {
        self.ledger.base_fee
    }

    /// Notes that transactions of an account may come without signature. [`Chain::transact`] asks for
    /// none anyway; whoever takes requests of others should ask [`Chain::is_impersonated`].
    pub fn impersonate(&mut self, address: Address) {
        self.ledger.impersonated.insert(address);
    }

    /// Undoes [`Chain::impersonate`].
    pub fn stop_impersonating(&mut self, address: Address) {
        self.ledger.impersonated.remove(&address);
    }

    /// Impersonates everybody, or no longer everybody.
    pub fn impersonate_all(&mut self, all: bool) {
        self.ledger.impersonates_all = all;
    }

    /// Whether transactions of an account may come without signature.
    pub fn is_impersonated(&self, address: Address) -> bool {
        self.ledger.impersonates(&address)
    }
}
