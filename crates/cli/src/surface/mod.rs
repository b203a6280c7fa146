//! `ballast surface`: the smiles of a volatility surface, and whether it is free of arbitrage.

mod file;
mod smile;
mod verdict;

use anyhow::Result;
use std::fmt::Write;

use crate::arguments::Drawing;
use crate::decimal::rounded;
use crate::drawing::{Chart, Format};
use crate::files;
use file::Expiry;
use verdict::Verdict;

/// Prints what the checks say of each expiry, and draws the smiles.
///
/// # Errors
/// A file that cannot be read or written; parameters outside their domain.
pub(crate) fn run(arguments: &Drawing) -> Result<()> {
    let expiries = file::read(&arguments.input)?;
    let verdicts = verdict::of(&expiries);
    files::write(&arguments.output, chart(&expiries, &verdicts).svg().as_bytes())?;
    files::report(&arguments.output, &report(&expiries, &verdicts))
}

fn chart(expiries: &[Expiry], verdicts: &[Verdict]) -> Chart {
    Chart {
        title: "Implied volatility".to_owned(),
        about: verdict::summary(verdicts),
        x: ("strike", Format::Number),
        y: ("volatility per year", Format::Percent),
        lines: expiries.iter().map(smile::line).collect(),
        marker: None,
    }
}

/// A line for each expiry.
fn report(expiries: &[Expiry], verdicts: &[Verdict]) -> String {
    let mut text = format!("{:<16} {:>12} {:>9}  checks\n", "expiry", "forward", "vol ATM");
    for (expiry, verdict) in expiries.iter().zip(verdicts) {
        let forward = rounded(expiry.parameters.forward.0, 2);
        let at_the_money = smile::at_the_money(expiry)
            .map_or_else(|| "none".to_owned(), |vol| rounded(vol.0.saturating_mul(100), 2) + "%");
        let _ = writeln!(text, "{:<16} {forward:>12} {at_the_money:>9}  {verdict}", expiry.name);
    }
    text
}
