//! Why a sandbox could not be set up.

use std::path::PathBuf;

/// Why a sandbox could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// A compiled contract is missing.
    #[error(transparent)]
    Artifacts(#[from] ballast_deployment::ArtifactError),
    /// A compiled Solidity contract is missing.
    #[error("cannot use {path}: {reason}; run `make build` first")]
    Solidity {
        /// The artifact.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The configuration cannot be deployed.
    #[error(transparent)]
    Plan(#[from] ballast_deployment::PlanError),
    /// A step of the deployment failed.
    #[error("{step}: {reason}")]
    Step {
        /// What was to be done.
        step: String,
        /// Why it failed.
        reason: String,
    },
}
