//! Estimates through NodeInterface, which need runs of their own.

use alloy_primitives::{Bytes, U256};
use alloy_sol_types::SolCall;

use super::{At, Chain, EstimateError, Outcome, Overrides, Request, Status};
use crate::precompiles::{NODE_INTERFACE, NodeInterface};

impl Chain {
    /// The answer to a request for an estimate; `None` if the request is another one.
    pub(super) fn node_interface(
        &self,
        request: &Request,
        at: At,
        overrides: &Overrides,
    ) -> Option<Outcome> {
        use NodeInterface::{gasEstimateComponentsCall, gasEstimateComponentsReturn};
        if request.to != Some(NODE_INTERFACE) {
            return None;
        }
        let call = gasEstimateComponentsCall::abi_decode_validate(&request.data).ok()?;
        let inner = Request {
            to: (!call.contractCreation).then_some(call.to),
            data: call.data,
            ..request.clone()
        };
        let base_fee = self.resolve(at).ok()?.1.base_fee;
        match self.estimate_gas(&inner, at, overrides) {
            Ok(gas) => Some(answer(gasEstimateComponentsCall::abi_encode_returns(
                &gasEstimateComponentsReturn {
                    gasEstimate: gas,
                    gasEstimateForL1: 0,
                    baseFee: U256::from(base_fee),
                    l1BaseFeeEstimate: U256::ZERO,
                },
            ))),
            Err(EstimateError::Fails(outcome)) => Some(*outcome),
            Err(_) => None,
        }
    }
}

fn answer(output: Vec<u8>) -> Outcome {
    Outcome {
        status: Status::Success,
        gas_used: 0,
        gas_refunded: 0,
        output: Bytes::from(output),
        logs: Vec::new(),
        created: None,
        faults: Vec::new(),
        transaction_hash: None,
    }
}
