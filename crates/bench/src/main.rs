//! `ballast-bench`: measures gas and writes it to `docs/benchmarks.md` and `docs/benchmarks.svg`.

use anyhow::{Context, Result};
use ballast_bench::{chart, measure, table, with_table};
use std::path::PathBuf;

fn main() -> Result<()> {
    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let page = docs.join("benchmarks.md");
    let rows = measure()?;
    let document = std::fs::read_to_string(&page).context("docs/benchmarks.md")?;
    let table = table(&rows);
    std::fs::write(&page, with_table(&document, &table)?)?;
    std::fs::write(docs.join("benchmarks.svg"), chart(&rows))?;
    print!("{table}");
    Ok(())
}
