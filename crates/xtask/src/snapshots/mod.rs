//! `cargo xtask snapshots`: gas, sizes and ratios against the reviewed numbers.
//!
//! Whoever measures writes nested numbers to `build/snapshots/<name>.json`; the reviewed ones are in
//! `snapshots/<name>.json`. Integers are exact for the compiler recorded beside them; with another
//! compiler only the bars of `snapshots/bars.json` hold.

mod compare;
mod files;
mod keys;

pub(crate) use compare::over_bars;
pub(crate) use files::{COMPILER, bars, committed_path, measured_path, read, write};

use anyhow::{Result, bail};
use serde_json::{Value, json};

/// Compares all measured snapshots, or with `--update` commits them. What was not measured in this
/// run, a benchmark say, stands as committed.
///
/// # Errors
/// A number differs from the committed one, is missing, or is over its bar.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let update = arguments.iter().any(|argument| argument == "--update");
    let mut current = files::committed()?;
    let mut failures = Vec::new();
    let mut measured = files::measured()?;
    let compiler = measured.get("sizes").map(|sizes| sizes[COMPILER].clone());
    for (name, snapshot) in &mut measured {
        snapshot[COMPILER] = compiler.clone().unwrap_or(Value::Null);
        if update {
            accept(name, snapshot.clone())?;
        } else {
            failures.extend(check(name, snapshot)?);
        }
    }
    current.extend(measured);
    let bars = bars()?;
    failures.extend(current.values().flat_map(|snapshot| over_bars(snapshot, &bars)));
    failures.extend(compare::unmeasured_bars(&current, &bars));
    if !failures.is_empty() {
        bail!(
            "snapshots:\n  {}\naccept changes with 'cargo xtask snapshots --update'",
            failures.join("\n  ")
        );
    }
    println!("{} snapshots are current and within their bars", current.len());
    Ok(())
}

/// What differs between a measured snapshot and the committed one of the same compiler.
///
/// # Errors
/// The committed file is not JSON.
pub(crate) fn check(name: &str, snapshot: &Value) -> Result<Vec<String>> {
    let committed = read(&committed_path(name))?;
    if committed[COMPILER].is_null() {
        return Ok(vec![format!("snapshots/{name}.json: nothing committed yet")]);
    }
    if committed[COMPILER] != snapshot[COMPILER] {
        println!(
            "snapshots/{name}.json is of another compiler ({}): only its bars are checked",
            committed[COMPILER]
        );
        return Ok(Vec::new());
    }
    let mut lines = compare::differences(snapshot, &committed);
    lines.extend(compare::missing(snapshot, &committed));
    Ok(lines)
}

/// Lays a measured snapshot over the committed one.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn accept(name: &str, snapshot: Value) -> Result<()> {
    let path = committed_path(name);
    let mut committed = read(&path)?;
    if committed[COMPILER] != snapshot[COMPILER] {
        committed = json!({});
    }
    if let (Value::Object(old), Value::Object(new)) = (&mut committed, snapshot) {
        keys::merge(old, new);
    }
    write(&path, &committed)
}
