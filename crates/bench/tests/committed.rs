//! The committed report is what a run gives: gas is the same on every machine.

use ballast_bench::{chart, measure, table, with_table};
use std::path::PathBuf;

fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    std::fs::read_to_string(&path).unwrap_or_default()
}

/// What the programs were compiled with, as a snapshot of sizes names it.
fn compiler(sizes: &str) -> Option<String> {
    sizes.lines().find(|line| line.contains("\"compiler\"")).map(str::to_owned)
}

#[test]
fn report_of_a_run_is_the_committed_one() {
    let rows = measure().expect("both sides are built and agree");
    let (here, there) = ("build/snapshots/sizes.json", "snapshots/sizes.json");
    if compiler(&file(here)) != compiler(&file(there)) {
        println!("the report is of another compiler: only that both sides agree is checked");
        return;
    }
    let document = file("docs/benchmarks.md");
    let expected = with_table(&document, &table(&rows)).expect("the page has a place for it");
    assert!(document == expected, "docs/benchmarks.md is not current: make bench");
    assert!(file("docs/benchmarks.svg") == chart(&rows), "the chart is not current: make bench");
}
