//! Writing what was generated, or comparing it with what is committed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Relative to `contracts`.
    pub path: PathBuf,
    /// All of it.
    pub text: String,
}

/// Folders that hold generated files and nothing else: what is there and not generated is stale.
pub const FOLDERS: [&str; 3] = ["abi/src/generated", "abi/tests/generated", "abi/json"];

/// Writes the files that differ and removes stale ones.
///
/// # Errors
/// What the file system refuses.
pub fn write(root: &Path, files: &[File]) -> Result<String, String> {
    let mut changed = 0;
    for file in files.iter().filter(|file| !is_current(root, file)) {
        let path = root.join(&file.path);
        let folder = path.parent().unwrap_or(root);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, &file.text))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        changed += 1;
    }
    for path in stale(root, files) {
        std::fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        changed += 1;
    }
    Ok(format!("codec: {} files, {changed} changed", files.len()))
}

/// Compares the files with what is there.
///
/// # Errors
/// Names every file that differs, is missing or is stale.
pub fn compare(root: &Path, files: &[File]) -> Result<String, String> {
    let differing =
        files.iter().filter(|file| !is_current(root, file)).map(|file| root.join(&file.path));
    let wrong: Vec<_> =
        differing.chain(stale(root, files)).map(|path| format!("  {}", path.display())).collect();
    if wrong.is_empty() {
        Ok(format!("codec: {} files are what the interfaces say", files.len()))
    } else {
        Err(format!(
            "codec: not what the interfaces say (run `cargo run -p codec` in contracts/):\n{}",
            wrong.join("\n")
        ))
    }
}

fn is_current(root: &Path, file: &File) -> bool {
    std::fs::read_to_string(root.join(&file.path)).is_ok_and(|text| text == file.text)
}

fn stale(root: &Path, files: &[File]) -> Vec<PathBuf> {
    let wanted: BTreeSet<_> = files.iter().map(|file| root.join(&file.path)).collect();
    FOLDERS
        .iter()
        .filter_map(|folder| std::fs::read_dir(root.join(folder)).ok())
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && !wanted.contains(path))
        .collect()
}
