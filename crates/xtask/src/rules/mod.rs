//! `cargo xtask rules`: what holds for the repository as a whole.

mod arrows;
mod files;
mod invariants;
mod locks;
mod manifests;
mod words;

use anyhow::{Result, bail};

/// Checks every rule and reports all breaches together.
///
/// # Errors
/// A rule is broken, or a file cannot be read.
pub(crate) fn run() -> Result<()> {
    let files = files::sources()?;
    let mut breaches = arrows::breaches(&manifests::all()?);
    breaches.extend(arrows::math_breaches(&files));
    breaches.extend(files::too_long(&files));
    breaches.extend(invariants::breaches(&files));
    breaches.extend(words::breaches(&files));
    breaches.extend(locks::breaches()?);
    if !breaches.is_empty() {
        bail!("repository rules:\n  {}", breaches.join("\n  "));
    }
    println!("{} files keep the repository's rules", files.len());
    Ok(())
}
