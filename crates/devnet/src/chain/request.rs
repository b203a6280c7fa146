//! What to run: a transaction without a signature, or a call.

use alloy_eips::eip2930::AccessList;
use alloy_eips::eip7702::SignedAuthorization;
use alloy_primitives::{Address, Bytes, U256};

/// A transaction or call, with what was left out chosen by the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Sender; the chain asks for no signature.
    pub from: Address,
    /// Receiver; `None` creates a contract.
    pub to: Option<Address>,
    /// Wei.
    pub value: U256,
    /// Calldata, or init code.
    pub data: Bytes,
    /// Gas limit; the most that a transaction may have if left out.
    pub gas: Option<u64>,
    /// Most wei for a unit of gas. Left out, a transaction pays the base fee and a call nothing.
    pub gas_price: Option<u128>,
    /// Nonce; the sender's next one if left out.
    pub nonce: Option<u64>,
    /// Accounts and slots that start warm.
    pub access_list: AccessList,
    /// Delegations of EIP-7702.
    pub authorizations: Vec<SignedAuthorization>,
}

impl Request {
    /// A call to a contract.
    pub fn call(from: Address, to: Address, data: impl Into<Bytes>) -> Self {
        Self { from, to: Some(to), data: data.into(), ..Self::default() }
    }

    /// A creation.
    pub fn create(from: Address, init_code: impl Into<Bytes>) -> Self {
        Self { from, data: init_code.into(), ..Self::default() }
    }

    /// A payment.
    pub fn transfer(from: Address, to: Address, value: U256) -> Self {
        Self { from, to: Some(to), value, ..Self::default() }
    }

    /// The same with wei.
    pub fn with_value(mut self, value: U256) -> Self {
        self.value = value;
        self
    }

    /// The same with a gas limit.
    pub fn with_gas(mut self, gas: u64) -> Self {
        self.gas = Some(gas);
        self
    }
}
