//! `ballast payoff`: profit and loss and margin of a portfolio over the price of its underlying.

mod curve;

use anyhow::{Context, Result};
use ballast_math::risk::portfolio::Model;

use crate::arguments::Payoff;
use crate::decimal::rounded;
use crate::drawing::{Chart, Format, Line, Marker, Stroke, coordinate};
use crate::files;
use crate::risk::{Assessment, OwnedModel, Portfolio};
use curve::{Point, curve};

/// Draws what a portfolio gains or loses now and when everything has expired, and its margins.
///
/// # Errors
/// A file that cannot be read, is malformed or cannot be written; numbers outside the domain.
pub(crate) fn run(arguments: &Payoff) -> Result<()> {
    let model = OwnedModel::read(&arguments.model)?;
    let portfolio = Portfolio::read(&arguments.portfolio)?;
    let chart =
        chart(&portfolio, &model.get()).with_context(|| files::name(&arguments.portfolio))?;
    files::write(&arguments.output, chart.svg().as_bytes())
}

fn chart(of: &Portfolio, model: &Model<'_>) -> Result<Chart> {
    let today = Assessment::new(of, model)?.health;
    let points = curve(of, model, today.equity)?;
    let line = |name: &str, stroke, of: fn(&Point) -> i128| Line {
        name: name.to_owned(),
        stroke,
        points: points.iter().map(|p| (p.price, Some(coordinate(of(p))))).collect(),
    };
    let money = |amount: i128| rounded(amount, 2);
    Ok(Chart {
        title: "Profit and loss, and margin".to_owned(),
        about: format!(
            "equity {}, initial margin {}, maintenance margin {}",
            money(today.equity.0),
            money(today.initial_margin.0),
            money(today.maintenance_margin.0)
        ),
        x: ("price of the underlying", Format::Number),
        y: ("quote units", Format::Number),
        lines: vec![
            line("P&L now", Stroke::Solid, |point| point.now.0),
            line("P&L at expiry", Stroke::Solid, |point| point.settled.0),
            line("initial margin", Stroke::Dashed, |point| point.initial_margin.0),
            line("maintenance margin", Stroke::Dashed, |point| point.maintenance_margin.0),
        ],
        marker: Some(Marker { name: "index".to_owned(), at: coordinate(of.index.0) }),
    })
}
