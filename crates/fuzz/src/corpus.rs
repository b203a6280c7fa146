//! The committed inputs of a target: a line of hexadecimal digits each.

use crate::Target;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The file of a target.
pub fn corpus_path(target: Target) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus");
    folder.join(format!("{}.txt", target.name))
}

/// A target's inputs; none without a file.
pub fn corpus(target: Target) -> Vec<Vec<u8>> {
    lines(&std::fs::read_to_string(corpus_path(target)).unwrap_or_default())
}

/// The inputs of a text; what is no hexadecimal digit is left out.
pub fn lines(text: &str) -> Vec<Vec<u8>> {
    text.lines().map(bytes).collect()
}

fn bytes(line: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        line.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()
}

/// An input as a line.
pub fn line(input: &[u8]) -> String {
    input.iter().fold(String::new(), |mut line, byte| {
        let _ = write!(line, "{byte:02x}");
        line
    })
}
