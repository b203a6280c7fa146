//! What the generator says of an interface.

use alloy_dyn_abi::DynSolValue;
use alloy_json_abi::{Function, JsonAbi};
use contract_abi::Revert;

use super::source::Source;

/// An interface under test.
pub struct Subject {
    pub name: &'static str,
    /// Routes to a contract that passes everything on to its peer.
    pub route: fn(&[u8]) -> Result<Vec<u8>, Revert>,
    /// What alloy reads in the `.sol` file.
    pub alloy: fn() -> JsonAbi,
    /// The generated JSON.
    pub json: &'static str,
    pub enums: &'static [(&'static str, u64)],
    pub functions: &'static [(&'static str, u32)],
    pub errors: &'static [ErrorCase],
    pub events: &'static [EventCase],
}

/// An error, and how to build one of random values.
pub struct ErrorCase {
    pub name: &'static str,
    pub selector: u32,
    pub build: fn(&mut Source) -> (Revert, Vec<DynSolValue>),
}

/// An event, and how to emit one of random values.
pub struct EventCase {
    pub name: &'static str,
    pub topic: [u64; 4],
    pub emit: fn(&mut Source) -> Vec<DynSolValue>,
}

impl Subject {
    /// The ABI by the generated JSON.
    pub fn abi(&self) -> JsonAbi {
        serde_json::from_str(self.json).unwrap()
    }

    /// Every function, by the generated JSON.
    pub fn each(&self, mut act: impl FnMut(&Function, &mut Source)) {
        for function in self.abi().functions() {
            act(function, &mut Source::of(&format!("{}.{}", self.name, function.name)));
        }
    }
}
