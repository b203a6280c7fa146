//! What the kernels and the portfolio passes cost in gas, beside the same in Solidity on one chain.
//!
//! Both sides read the same calldata, a row of records, and the gas of a kernel is the mean over the row
//! beyond that of a row for which there is nothing to do: computation alone, on both sides.

mod agreement;
mod inputs;
mod kernels;
mod peers;
mod portfolio;
mod record;
mod report;
mod subjects;

pub use kernels::Figure;
pub use peers::Published;
pub use report::{chart, table, with_table};

use anyhow::Result;

/// A line of the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What is called.
    pub name: &'static str,
    /// What it costs.
    pub figure: Figure,
    /// What the difference between the answers is counted in.
    pub unit: &'static str,
    /// What another needs.
    pub published: Option<Published>,
}

/// Measures everything.
///
/// # Errors
/// A program was not built or fails, or the two sides do not compute the same.
pub fn measure() -> Result<Vec<Row>> {
    let on = subjects::Subjects::new()?;
    let [price, quote] = kernels::quotes(&on)?;
    let row = |name, figure, unit, published| Row { name, figure, unit, published };
    Ok(vec![
        row("price", price, "money", Some(peers::PRICE)),
        row("prices and all Greeks", quote, "scale", None),
        row("revaluation", kernels::revaluation(&on)?, "money", Some(peers::REVALUATION)),
        row(
            "implied volatility",
            kernels::implied_volatility(&on)?,
            "itself",
            Some(peers::IMPLIED_VOLATILITY),
        ),
        row("64 legs × 33 rows", portfolio::pass(&on)?, "itself", Some(peers::PORTFOLIO)),
    ])
}
