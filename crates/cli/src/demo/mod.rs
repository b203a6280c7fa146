//! `ballast demo`: the story of a perpetual, from an empty chain to a paid-out winner.

mod check;
mod peers;
mod story;
mod table;

use anyhow::Result;

/// Tells the story; fails if anything in it does.
pub(crate) fn run() -> Result<()> {
    println!(
        "An empty chain inside this process; contracts run as WebAssembly, feeds and tokens as EVM code.\n"
    );
    let story = story::told()?;
    story.table.print();
    println!();
    check::books(&story.sandbox, &story.people)
}
