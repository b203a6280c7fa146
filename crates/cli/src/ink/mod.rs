//! `ballast ink`: what a call costs, by function and host call.

mod names;
mod report;
mod stacks;

use anyhow::{Context, Result, bail};
use ballast_sandbox::operations::{OPERATIONS, Operation};

use crate::arguments::Ink;
use crate::files;
use names::Names;
use stacks::Stacks;

/// Prints where the gas of an operation goes; draws it if a file is named.
///
/// # Errors
/// An unknown operation, missing artifacts, a call that fails, a file that cannot be written.
pub(crate) fn run(arguments: &Ink) -> Result<()> {
    let Some(key) = &arguments.operation else {
        println!("Operations, by their key in snapshots/gas.json:");
        OPERATIONS.iter().for_each(|operation| println!("  {}", operation.key));
        return Ok(());
    };
    let operation = Operation::named(key)
        .with_context(|| format!("there is no operation '{key}'; 'ballast ink' lists them"))?;
    let prepared = operation.prepare()?;
    let (outcome, profiles) = prepared.sandbox.chain.profile(&prepared.request)?;
    if !outcome.is_success() {
        bail!("{key} fails: {:?}", ballast_abi::decode_revert(&outcome.output));
    }
    let names = Names::read(&prepared.sandbox.at)?;
    let stacks = Stacks::of(&profiles, &names);
    report::print(key, &stacks, arguments.top);
    if let Some(path) = &arguments.svg {
        let mut drawing = Vec::new();
        stacks.draw(key, &mut drawing)?;
        files::write(path, &drawing)?;
        println!("\nflame graph: {}", path.display());
    }
    Ok(())
}
