//! Where snapshots lie: the committed ones in `snapshots/`, the latest measured in `build/snapshots/`.

use crate::repo;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Member that names the compiler and linker which the numbers hold for.
pub(crate) const COMPILER: &str = "compiler";

/// Name of the file that holds the bars.
const BARS: &str = "bars";

/// File of a committed snapshot.
pub(crate) fn committed_path(name: &str) -> PathBuf {
    repo::root().join("snapshots").join(format!("{name}.json"))
}

/// File of a measured snapshot.
pub(crate) fn measured_path(name: &str) -> PathBuf {
    repo::root().join("build/snapshots").join(format!("{name}.json"))
}

/// A snapshot; an empty object where there is none yet.
///
/// # Errors
/// The file is not JSON.
pub(crate) fn read(path: &PathBuf) -> Result<Value> {
    match fs::read_to_string(path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| path.display().to_string()),
        Err(_) => Ok(json!({})),
    }
}

/// Writes a snapshot, its members in order of their names.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(path: &PathBuf, snapshot: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(snapshot)? + "\n";
    fs::create_dir_all(path.parent().context("a file in a folder")?)?;
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// All measured snapshots by name.
///
/// # Errors
/// A file is not JSON.
pub(crate) fn measured() -> Result<BTreeMap<String, Value>> {
    all_in("build/snapshots")
}

/// All committed snapshots by name; the bars are none.
///
/// # Errors
/// A file is not JSON.
pub(crate) fn committed() -> Result<BTreeMap<String, Value>> {
    let mut snapshots = all_in("snapshots")?;
    snapshots.remove(BARS);
    Ok(snapshots)
}

fn all_in(folder: &str) -> Result<BTreeMap<String, Value>> {
    let mut snapshots = BTreeMap::new();
    let Ok(entries) = fs::read_dir(repo::root().join(folder)) else { return Ok(snapshots) };
    for entry in entries {
        let path = entry?.path();
        if let (Some("json"), Some(name)) = (
            path.extension().and_then(|e| e.to_str()),
            path.file_stem().and_then(|stem| stem.to_str()),
        ) {
            snapshots.insert(name.to_owned(), read(&path)?);
        }
    }
    Ok(snapshots)
}

/// The bars, from `snapshots/bars.json`: the largest value of each key.
///
/// # Errors
/// The file is not JSON.
pub(crate) fn bars() -> Result<Value> {
    read(&committed_path(BARS))
}
