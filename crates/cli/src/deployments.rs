//! `deployments/<chain id>.json`: where the contracts of a chain are.

use anyhow::{Context, Result};
use ballast_deployment::Addresses;
use std::path::{Path, PathBuf};

/// Writes the addresses of a deployment, where clients look for them.
pub(crate) fn write(addresses: &Addresses) -> Result<PathBuf> {
    let folder = Path::new("deployments");
    std::fs::create_dir_all(folder).context("cannot make the folder deployments")?;
    let path = folder.join(format!("{}.json", addresses.chain_id));
    let text = serde_json::to_string_pretty(addresses)? + "\n";
    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
