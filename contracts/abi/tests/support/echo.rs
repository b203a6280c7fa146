//! What a contract that passes everything on saw.

use std::cell::RefCell;

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, CallFailure, Revert};

/// To whom everything is passed on.
pub const PEER: Address = [0x77; 20];

/// With this much gas.
pub const GAS: u64 = 1_234_567;

/// How the contract reports that the peer's answer was malformed.
pub const MALFORMED: [u8; 1] = [0xfa];

thread_local! {
    static SEEN: RefCell<Option<Vec<DynSolValue>>> = const { RefCell::new(None) };
    static ANSWERED: RefCell<Option<Vec<DynSolValue>>> = const { RefCell::new(None) };
}

/// The arguments arrived.
pub fn seen(values: Vec<DynSolValue>) {
    SEEN.set(Some(values));
}

/// The peer's answer arrived.
pub fn answered(values: Vec<DynSolValue>) {
    ANSWERED.set(Some(values));
}

/// What arrived since it was last asked.
pub fn taken() -> (Option<Vec<DynSolValue>>, Option<Vec<DynSolValue>>) {
    (SEEN.take(), ANSWERED.take())
}

/// Passes a failure back.
pub fn failed(failure: CallFailure) -> Revert {
    match failure {
        CallFailure::Reverted(data) => Revert::from_data(data),
        CallFailure::Malformed => Revert::from_data(MALFORMED.to_vec()),
    }
}
