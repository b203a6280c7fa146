//! Signing orders: the EIP-712 hash a maker signs.

use crate::exchange::IExchange::Order;
use alloy_primitives::{Address, B256, Bytes};
use alloy_sol_types::{Eip712Domain, SolStruct, eip712_domain};

/// The domain of an exchange.
pub fn domain(chain_id: u64, exchange: Address) -> Eip712Domain {
    eip712_domain! {
        name: "Ballast",
        version: "1",
        chain_id: chain_id,
        verifying_contract: exchange,
    }
}

/// The hash that the owner of `order.account` signs.
pub fn signing_hash(order: &Order, chain_id: u64, exchange: Address) -> B256 {
    order.eip712_signing_hash(&domain(chain_id, exchange))
}

/// The signatures argument of `fill`: each signature behind its length; an empty one is the sender's own order.
pub fn join_signatures(signatures: &[Bytes]) -> Bytes {
    let mut joined = Vec::new();
    for signature in signatures {
        let length = u16::try_from(signature.len()).unwrap_or(u16::MAX);
        joined.extend_from_slice(&length.to_be_bytes());
        joined.extend_from_slice(&signature[..usize::from(length)]);
    }
    joined.into()
}
