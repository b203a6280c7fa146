//! Where the build leaves what the sandbox deploys.

use std::path::PathBuf;

/// The checkout.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Compiled programs.
pub(crate) fn programs() -> PathBuf {
    root().join("build")
}

/// Compiled Solidity contracts.
pub(crate) fn solidity() -> PathBuf {
    root().join("out")
}
