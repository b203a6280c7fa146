//! Deploying contracts and programs.

use alloy_primitives::{Address, Bytes, U256};
use alloy_sol_types::SolCall;
use stylus_program::format;

use super::{Chain, Failure, Outcome, Request};
use crate::precompiles::{ARB_WASM, ArbWasm};

/// Wei sent along with an activation, thousands of times what one costs; the surplus comes back.
const ACTIVATION_VALUE: u64 = 1_000_000_000_000_000_000;

/// A program that was activated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// Version of the program rules.
    pub version: u16,
    /// Wei that the activation cost beside its gas.
    pub data_fee: U256,
    /// The transaction.
    pub outcome: Outcome,
}

impl Chain {
    /// Creates a contract and returns its address.
    ///
    /// # Errors
    /// [`Failure`] if the transaction is not included or fails.
    pub fn deploy(
        &mut self,
        from: Address,
        init_code: impl Into<Bytes>,
    ) -> Result<Address, Failure> {
        let outcome = self.transact(Request::create(from, init_code))?.success()?;
        match outcome.created {
            Some(address) => Ok(address),
            None => Err(Failure::Failed(Box::new(outcome))),
        }
    }

    /// Activates a program.
    ///
    /// # Errors
    /// [`Failure`] if the transaction is not included or fails; [`Outcome::reason`] tells why.
    pub fn activate(&mut self, from: Address, program: Address) -> Result<Activation, Failure> {
        let value = U256::from(ACTIVATION_VALUE).min(self.balance(from) / U256::from(2));
        let data = ArbWasm::activateProgramCall { program }.abi_encode();
        let outcome =
            self.transact(Request::call(from, ARB_WASM, data).with_value(value))?.success()?;
        match ArbWasm::activateProgramCall::abi_decode_returns(&outcome.output) {
            Ok(done) => Ok(Activation { version: done.version, data_fee: done.dataFee, outcome }),
            Err(_) => Err(Failure::Failed(Box::new(outcome))),
        }
    }

    /// Creates an account with the program of a module, and activates it.
    ///
    /// # Errors
    /// As [`Chain::deploy`] and [`Chain::activate`].
    pub fn deploy_program(&mut self, from: Address, wasm: &[u8]) -> Result<Address, Failure> {
        let address = self.deploy(from, format::init_code(&format::classic(wasm), &[]))?;
        self.activate(from, address)?;
        Ok(address)
    }
}
