//! Running other programs.

use anyhow::{Context, Result, bail};
use std::process::Command;

/// Runs a command with this terminal's output.
///
/// # Errors
/// The program cannot be started, or ends with a failure.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs a command and returns what it prints.
///
/// # Errors
/// The program cannot be started, ends with a failure (its error output is in the message), or prints
/// something that is not UTF-8.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", name(command)))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}):\n{}", name(command), output.status, errors.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("output of {}", name(command)))
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
