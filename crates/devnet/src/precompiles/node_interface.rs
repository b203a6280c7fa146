//! NodeInterface: what nodes answer in calls only.
//!
//! Estimates need runs of their own and are answered where calls are made; see
//! `chain/node_interface.rs`.

use alloy_primitives::U256;
use alloy_sol_types::SolCall;

use super::frame::{Answer, Frame, Purity, Stop, decode};
use super::interfaces::NodeInterface::{self, NodeInterfaceCalls as Calls};

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    use NodeInterface::*;
    match decode(input)? {
        Calls::nitroGenesisBlock(_) => {
            frame.run(Purity::Pure, |_| Ok(nitroGenesisBlockCall::abi_encode_returns(&U256::ZERO)))
        }
        Calls::gasEstimateL1Component(_) => frame.run(Purity::Payable, |frame| {
            Ok(gasEstimateL1ComponentCall::abi_encode_returns(&gasEstimateL1ComponentReturn {
                gasEstimateForL1: 0,
                baseFee: U256::from(frame.ctx.chain.block.base_fee),
                l1BaseFeeEstimate: U256::ZERO,
            }))
        }),
        _ => Err(Stop::Burn),
    }
}
