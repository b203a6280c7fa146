//! The files that people write.

use crate::{process, repo};
use anyhow::Result;
use std::process::Command;

/// Most lines of a file.
const LONGEST: usize = 500;
/// Machines write these.
const MACHINE_MADE: &[&str] = &["Cargo.lock", "package-lock.json"];

/// A file of the repository.
pub(crate) struct Source {
    /// Path from the root, with forward slashes.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

/// All text files that are committed or about to be, but lock files.
///
/// # Errors
/// Git cannot be asked.
pub(crate) fn sources() -> Result<Vec<Source>> {
    let mut git = Command::new("git");
    git.current_dir(repo::root()).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = process::output(&mut git)?;
    let written_by_people =
        listed.lines().filter(|path| !MACHINE_MADE.iter().any(|name| path.ends_with(name)));
    Ok(written_by_people
        .filter_map(|path| {
            let text = std::fs::read_to_string(repo::root().join(path)).ok()?;
            Some(Source { path: path.to_owned(), text })
        })
        .collect())
}

/// Files that nobody reads to the end. Generated ones and data are read by machines.
pub(crate) fn too_long(files: &[Source]) -> Vec<String> {
    let is_read_by_people = |path: &str| {
        !path.contains("/generated/") && !path.ends_with(".json") && !path.ends_with(".csv")
    };
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| is_read_by_people(&file.path)) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            breaches.push(format!("{}: {lines} lines, at most {LONGEST}", file.path));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, lines: usize) -> Source {
        Source { path: path.to_owned(), text: "\n".repeat(lines) }
    }

    #[test]
    fn file_at_the_limit_passes_and_above_fails() {
        assert!(too_long(&[source("a.rs", 500)]).is_empty());
        assert_eq!(too_long(&[source("a.rs", 501)]).len(), 1);
        assert!(too_long(&[source("src/generated/a.rs", 501)]).is_empty());
    }
}
