//! Compiled Solidity contracts: feeds, tokens, wallets.

use crate::{SandboxError, build};
use alloy_primitives::{Bytes, hex};
use std::path::Path;

/// A compiled Solidity contract.
#[derive(Clone, Debug)]
pub struct Solidity {
    creation_code: Bytes,
}

impl Solidity {
    /// Reads `out/<file>.sol/<contract>.json`.
    ///
    /// # Errors
    /// [`SandboxError::Solidity`] if it is missing or no artifact.
    pub fn read(file: &str, contract: &str) -> Result<Self, SandboxError> {
        let path = build::solidity().join(format!("{file}.sol")).join(format!("{contract}.json"));
        let fail = |reason: String| SandboxError::Solidity { path: path.clone(), reason };
        creation_code(&path).map(|creation_code| Self { creation_code }).map_err(fail)
    }

    /// Init code with constructor arguments, encoded as parameters.
    pub fn init_code(&self, arguments: &[u8]) -> Bytes {
        [&self.creation_code[..], arguments].concat().into()
    }

    /// Init code of a contract whose constructor takes nothing.
    pub fn bare(&self) -> Bytes {
        self.creation_code.clone()
    }
}

fn creation_code(path: &Path) -> Result<Bytes, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let json: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let object = json["bytecode"]["object"].as_str().ok_or("it has no bytecode.object")?;
    hex::decode(object).map(Bytes::from).map_err(|error| error.to_string())
}
