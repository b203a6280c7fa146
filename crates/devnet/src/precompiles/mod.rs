//! The contracts that are part of the chain.

mod interfaces;

pub(crate) use interfaces::ArbWasm;

use alloy_primitives::map::AddressSet;
use alloy_primitives::{Address, Bytes};
use revm::context::CfgEnv;
use revm::context_interface::Cfg;
use revm::handler::{EthPrecompiles, PrecompileProvider};
use revm::interpreter::{CallInputs, InterpreterResult};
use revm::primitives::hardfork::SpecId;

use crate::evm::Ctx;

/// Activates programs.
pub(crate) const ARB_WASM: Address = Address::with_last_byte(0x71);

/// The code of every such contract, so that it has some.
pub(crate) const CODE: Bytes = Bytes::from_static(&[0xFE]);

/// All of them that are always there.
pub(crate) const ADDRESSES: [Address; 17] = [
    Address::with_last_byte(0x64),
    Address::with_last_byte(0x65),
    Address::with_last_byte(0x66),
    Address::with_last_byte(0x67),
    Address::with_last_byte(0x68),
    Address::with_last_byte(0x69),
    Address::with_last_byte(0x6b),
    Address::with_last_byte(0x6c),
    Address::with_last_byte(0x6d),
    Address::with_last_byte(0x6e),
    Address::with_last_byte(0x6f),
    Address::with_last_byte(0x70),
    ARB_WASM,
    Address::with_last_byte(0x72),
    Address::with_last_byte(0x73),
    Address::with_last_byte(0x74),
    Address::with_last_byte(0xff),
];

pub(crate) struct Precompiles {
    ethereum: EthPrecompiles,
}

impl Precompiles {
    pub(crate) fn new() -> Self {
        Self { ethereum: EthPrecompiles::new(SpecId::OSAKA) }
    }
}

impl PrecompileProvider<Ctx> for Precompiles {
    type Output = InterpreterResult;

    fn set_spec(&mut self, _: <CfgEnv as Cfg>::Spec) -> bool {
        true
    }

    fn run(
        &mut self,
        ctx: &mut Ctx,
        inputs: &CallInputs,
    ) -> Result<Option<InterpreterResult>, String> {
        self.ethereum.run(ctx, inputs)
    }

    fn warm_addresses(&self) -> &AddressSet {
        self.ethereum.warm_addresses()
    }
}
