//! The contracts that are part of the chain.

mod arb_info;
mod arb_owner;
mod arb_sys;
mod arb_wasm;
mod arb_wasm_cache;
mod arbos_test;
mod frame;
mod interfaces;
mod node_interface;

pub(crate) use interfaces::{ArbWasm, NodeInterface};

use std::sync::LazyLock;

use alloy_primitives::map::AddressSet;
use alloy_primitives::{Address, Bytes};
use revm::context::CfgEnv;
use revm::context_interface::Cfg;
use revm::handler::{EthPrecompiles, PrecompileProvider};
use revm::interpreter::{CallInputs, InterpreterResult};
use revm::primitives::hardfork::SpecId;

use crate::evm::Ctx;
use frame::{Answer, Frame, Stop};

/// Activates programs.
pub(crate) const ARB_WASM: Address = Address::with_last_byte(0x71);
/// Answers in calls only.
pub(crate) const NODE_INTERFACE: Address = Address::with_last_byte(0xc8);

/// The code of every such contract, so that it has some.
pub(crate) const CODE: Bytes = Bytes::from_static(&[0xFE]);

/// Last bytes of their addresses. Those without a method here fail every call.
const NUMBERS: [u8; 17] = [
    0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x72, 0x73, 0x74,
    0xff,
];

/// All addresses that are warm from the start: Ethereum's contracts and the chain's.
static WARM: LazyLock<AddressSet> = LazyLock::new(|| {
    let ethereum = EthPrecompiles::new(SpecId::OSAKA);
    ethereum.warm_addresses().iter().copied().chain(addresses()).collect()
});

/// Where the chain's own contracts are.
pub(crate) fn addresses() -> impl Iterator<Item = Address> {
    NUMBERS.into_iter().map(Address::with_last_byte)
}

type Contract = fn(&mut Frame<'_>, &[u8]) -> Answer;

/// The chain's own contract at an address.
fn contract(address: &Address, is_call: bool) -> Option<Contract> {
    let (zeros, number) = (&address[..19], address[19]);
    if zeros.iter().any(|byte| *byte != 0) {
        return None;
    }
    match number {
        0x64 => Some(arb_sys::run),
        0x65 => Some(arb_info::run),
        0x69 => Some(arbos_test::run),
        0x6b => Some(arb_owner::run_public),
        0x6c => Some(arb_info::run_gas),
        0x70 => Some(arb_owner::run),
        0x71 => Some(arb_wasm::run),
        0x72 => Some(arb_wasm_cache::run),
        0xc8 if is_call => Some(node_interface::run),
        _ if NUMBERS.contains(&number) => Some(|_, _| Err(Stop::Burn)),
        _ => None,
    }
}

/// Ethereum's contracts and the chain's.
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

    /// The rules of Ethereum's contracts do not change.
    fn set_spec(&mut self, _: <CfgEnv as Cfg>::Spec) -> bool {
        true
    }

    fn run(
        &mut self,
        ctx: &mut Ctx,
        inputs: &CallInputs,
    ) -> Result<Option<InterpreterResult>, String> {
        let Some(contract) = contract(&inputs.bytecode_address, ctx.chain.is_call) else {
            return self.ethereum.run(ctx, inputs);
        };
        let input = inputs.input.bytes(ctx);
        let mut frame = Frame::new(ctx, inputs, input.len());
        let answer = contract(&mut frame, &input);
        Ok(Some(frame.finish(answer, inputs.gas_limit)))
    }

    fn warm_addresses(&self) -> &AddressSet {
        &WARM
    }
}
