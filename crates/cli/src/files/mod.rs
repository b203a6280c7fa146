//! Files that people hand in, and those that they get; `-` is the standard stream.

pub(crate) mod json;
pub(crate) mod table;

use anyhow::{Context, Result};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// What errors call a file that is read.
pub(crate) fn name(path: &Path) -> String {
    if is_stream(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub(crate) fn read(path: &Path) -> Result<String> {
    let bytes = if is_stream(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.with_context(|| format!("cannot read {}", name(path)))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        anyhow::anyhow!("{}: line {line}: expected text in UTF-8", name(path))
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Writes a file as a whole. That nobody reads the standard output any more is no error.
///
/// # Errors
/// It cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if !is_stream(path) {
        return std::fs::write(path, bytes)
            .with_context(|| format!("cannot write {}", path.display()));
    }
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    unless_closed(written).context("cannot write to the standard output")
}

fn unless_closed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes what is said besides a file: to the standard output, or to the standard error if the file goes there.
///
/// # Errors
/// It cannot be written.
pub(crate) fn report(beside: &Path, text: &str) -> Result<()> {
    if !is_stream(beside) {
        return write(Path::new("-"), text.as_bytes());
    }
    let mut out = io::stderr().lock();
    unless_closed(out.write_all(text.as_bytes())).context("cannot write to the standard error")
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}
