//! Calls on a state that is not quite the chain's.

use alloy_primitives::map::AddressMap;
use alloy_primitives::{Bytes, U256};

use crate::evm::BlockContext;
use crate::state::State;

/// What a call shall see instead of what is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Accounts.
    pub accounts: AddressMap<AccountOverride>,
    /// The block.
    pub block: BlockOverride,
}

/// What a call shall see of an account; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountOverride {
    /// Wei.
    pub balance: Option<U256>,
    /// Next nonce.
    pub nonce: Option<u64>,
    /// Code.
    pub code: Option<Bytes>,
    /// The whole storage: slots not named are zero.
    pub storage: Option<Vec<(U256, U256)>>,
    /// Slots to replace.
    pub slots: Vec<(U256, U256)>,
}

/// What a call shall see of the block; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockOverride {
    /// What `NUMBER` gives.
    pub number: Option<u64>,
    /// Unix seconds.
    pub timestamp: Option<u64>,
    /// Wei for a unit of gas.
    pub base_fee: Option<u64>,
}

impl Overrides {
    pub(super) fn apply(&self, state: &mut State, block: &mut BlockContext) {
        for (address, account) in &self.accounts {
            let entry = state.entry(*address);
            entry.balance = account.balance.unwrap_or(entry.balance);
            entry.nonce = account.nonce.unwrap_or(entry.nonce);
            if let Some(code) = &account.code {
                state.set_code(*address, code.clone());
            }
            if account.storage.is_some() {
                state.clear_storage(*address);
            }
            for (slot, value) in account.storage.iter().flatten().chain(&account.slots) {
                state.set_storage(*address, *slot, *value);
            }
        }
        block.l1_number = self.block.number.unwrap_or(block.l1_number);
        block.timestamp = self.block.timestamp.unwrap_or(block.timestamp);
        block.base_fee = self.block.base_fee.unwrap_or(block.base_fee);
    }
}
