//! The compiled contracts, as `cargo xtask wasm` leaves them.

use alloy_primitives::Bytes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The contracts, in the order of deployment: each stands on those before it.
pub const CONTRACTS: [&str; 7] = [
    "oracle-adapter",
    "margin-engine",
    "clearing-house",
    "vault",
    "exchange",
    "liquidation",
    "lens",
];

/// Deployable program code of each contract, by name.
#[derive(Clone, Debug)]
pub struct Artifacts(BTreeMap<String, Bytes>);

/// A compiled contract is missing.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {path}: {source}; run `make build` first")]
pub struct ArtifactError {
    path: PathBuf,
    source: std::io::Error,
}

impl Artifacts {
    /// Reads `<contract>.blob` of every contract from a folder.
    ///
    /// # Errors
    /// The first file that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, ArtifactError> {
        let read = |name: &str| {
            let path = folder.join(format!("{name}.blob"));
            match std::fs::read(&path) {
                Ok(code) => Ok((name.to_owned(), Bytes::from(code))),
                Err(source) => Err(ArtifactError { path, source }),
            }
        };
        CONTRACTS.iter().map(|name| read(name)).collect::<Result<_, _>>().map(Self)
    }

    /// Program code of a contract; empty for a name that is not in [`CONTRACTS`].
    pub fn blob(&self, name: &str) -> Bytes {
        self.0.get(name).cloned().unwrap_or_default()
    }
}
