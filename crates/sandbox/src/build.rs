//! Where the build leaves what the sandbox deploys.

use std::path::PathBuf;

/// The checkout.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the compiled programs, with the names of their functions.
pub fn programs() -> PathBuf {
    root().join("build")
}

/// Compiled Solidity contracts.
pub(crate) fn solidity() -> PathBuf {
    root().join("out")
}
