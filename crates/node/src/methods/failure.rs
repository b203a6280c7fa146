//! Failed executions and refused transactions, worded as other nodes word them.

use std::fmt::Display;

use alloy_sol_types::{Panic, PanicKind, Revert, SolError};
use devnet::{Outcome, Status};
use serde_json::Value;

use crate::wire::{ErrorCode, RpcError};

/// A refusal of the chain, with its text.
pub(super) fn refused(error: impl Display) -> RpcError {
    RpcError::server(error.to_string())
}

/// The error for a failed execution: code 3 with the return data for a revert, code -32000 with the
/// name of what ended it for everything that burns all gas and leaves no data.
pub(super) fn failed(outcome: &Outcome) -> RpcError {
    match &outcome.status {
        Status::Halt(halt) => RpcError::server(halt.to_string()),
        Status::Success | Status::Revert => {
            let text = match reason(outcome) {
                Some(reason) => format!("execution reverted: {reason}"),
                None => "execution reverted".into(),
            };
            let data = Value::String(outcome.output.to_string());
            RpcError::with_data(ErrorCode::Reverted, text, data)
        }
    }
}

/// Why it reverted: what the data says, or, where there is none, why the called program failed.
fn reason(outcome: &Outcome) -> Option<String> {
    if !outcome.output.is_empty() {
        return decoded(&outcome.output);
    }
    let fault = outcome.faults.last().filter(|fault| fault.depth == 0)?;
    Some(format!("program {}: {}", fault.program, fault.kind))
}

/// The text in `Error(string)`, or the meaning of `Panic(uint256)`; custom errors stay data.
fn decoded(output: &[u8]) -> Option<String> {
    if let Ok(revert) = Revert::abi_decode(output) {
        return Some(revert.reason);
    }
    let panic = Panic::abi_decode(output).ok()?;
    Some(match panic.kind() {
        Some(kind) if kind != PanicKind::Generic => kind.as_str().to_owned(),
        _ => format!("panic code {:#x}", panic.code),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reason_of_errors_and_panics_is_read_and_of_others_is_not() {
        assert_eq!(decoded(&Revert::from("not today").abi_encode()).as_deref(), Some("not today"));
        let overflow = Panic::from(PanicKind::UnderOverflow).abi_encode();
        assert_eq!(decoded(&overflow).as_deref(), Some("arithmetic underflow or overflow"));
        assert_eq!(decoded(&[0x08, 0xc3, 0x79, 0xa0]), None);
        assert_eq!(decoded(&[1, 2, 3, 4, 5]), None);
    }
}
