//! The table of `docs/benchmarks.md`.

use super::grouped;
use crate::Row;
use anyhow::{Context, Result};
use std::fmt::Write as _;

const BEGIN: &str = "<!-- table: written by `make bench` -->\n";
const END: &str = "<!-- end of table -->";

/// The table.
pub fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| one call | Ballast | Solidity twin | ratio | answers differ by | published |\n\
         |---|---:|---:|---:|---|---:|\n",
    );
    for row in rows {
        let (ours, twin) = (row.figure.ballast, row.figure.solidity);
        let published = row
            .published
            .map_or("–".into(), |of| format!("{} {}", of.by, grouped(of.gas as f64)));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {:.1} | {:.0e} of {} | {published} |",
            row.name,
            grouped(ours),
            grouped(twin),
            twin / ours,
            row.figure.difference,
            row.unit,
        );
    }
    text
}

/// A document with its table replaced.
///
/// # Errors
/// It has no place for one.
pub fn with_table(document: &str, table: &str) -> Result<String> {
    let (before, rest) = document.split_once(BEGIN).context("there is no begin of a table")?;
    let (_, after) = rest.split_once(END).context("there is no end of a table")?;
    Ok(format!("{before}{BEGIN}{table}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_table_of_a_document_keeps_what_is_around() {
        let document = format!("a\n{BEGIN}old\n{END}\nb\n");
        let expected = format!("a\n{BEGIN}new\n{END}\nb\n");
        assert_eq!(with_table(&document, "new\n").expect("it has a place"), expected);
    }
}
