//! `ballast margin`: what a portfolio is worth, must hold, and would lose in each scenario.

mod report;
mod table;

use anyhow::{Context, Result};
use std::path::Path;

use crate::arguments::Margin;
use crate::files;
use crate::risk::{Assessment, OwnedModel, Portfolio, legs};

/// Prints the margins of a portfolio as a table or as JSON.
///
/// # Errors
/// A file that cannot be read or is malformed; numbers outside the domain.
pub(crate) fn run(arguments: &Margin) -> Result<()> {
    let model = OwnedModel::read(&arguments.model)?;
    let portfolio = Portfolio::read(&arguments.portfolio)?;
    let context = || files::name(&arguments.portfolio);
    let assessment = Assessment::new(&portfolio, &model.get()).with_context(context)?;
    let worst = assessment.losses.stressed_at;
    let legs = legs(&portfolio, &model.get(), worst).with_context(context)?;
    let text = if arguments.json {
        report::json(&portfolio, &assessment, &legs)?
    } else {
        table::text(&arguments.model, &portfolio, &assessment, &legs)
    };
    files::write(Path::new("-"), text.as_bytes())
}
