//! `ballast iv`: the volatilities of prices, by row of a CSV file.

use anyhow::Result;
use ballast_math::pricing::{Expiry, Kind, implied_volatility, implied_volatility_of_spot};
use ballast_math::{MathError, Price, Ratio};

use crate::arguments::Conversion;
use crate::decimal::exact;
use crate::files::{self, table::Row, table::Table};

/// Finds the volatility of each row: of Black–Scholes with a column S, of Black-76 with a column F.
///
/// # Errors
/// A file that cannot be read or written; a row that is malformed or that no volatility fits.
pub(crate) fn run(arguments: &Conversion) -> Result<()> {
    let table = Table::read(&arguments.input, &["id", "K", "T_sec", "price", "r", "kind"])?;
    let underlying = Underlying::of(&table)?;
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["id", "vol"])?;
    for row in table.rows() {
        out.write_record([row.text("id"), &exact(volatility(&row, underlying)?.0)])?;
    }
    files::write(&arguments.output, &out.into_inner()?)
}

/// What the underlying price is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Underlying {
    Spot,
    Forward,
}

impl Underlying {
    fn of(table: &Table) -> Result<Self> {
        match (table.has("S"), table.has("F")) {
            (true, false) => Ok(Self::Spot),
            (false, true) => Ok(Self::Forward),
            _ => Err(table.header_error("expected one of the columns S and F")),
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Spot => "S",
            Self::Forward => "F",
        }
    }
}

fn volatility(row: &Row<'_>, of: Underlying) -> Result<Ratio> {
    let underlying = Price(row.unsigned(of.column())?);
    let strike = Price(row.unsigned("K")?);
    let (seconds, rate) = (row.seconds("T_sec")?, Ratio(row.signed("r")?));
    let (price, kind) = (Price(row.unsigned("price")?), kind(row)?);
    let expiry = Expiry::new(seconds, rate).map_err(|problem| row.error(problem))?;
    let found = match of {
        Underlying::Spot => implied_volatility_of_spot(kind, price, underlying, strike, &expiry),
        Underlying::Forward => implied_volatility(kind, price, underlying, strike, &expiry),
    };
    found.map_err(|problem| match problem {
        MathError::OutOfDomain => row.field_error("price", bounds(of, kind)),
        _ => row.error(problem),
    })
}

/// What prices have a volatility.
const fn bounds(of: Underlying, kind: Kind) -> &'static str {
    match (of, kind) {
        (Underlying::Spot, Kind::Call) => "expected max(0, S - dK) or more and less than S",
        (Underlying::Spot, Kind::Put) => "expected max(0, dK - S) or more and less than dK",
        (Underlying::Forward, Kind::Call) => "expected d*max(0, F - K) or more and less than dF",
        (Underlying::Forward, Kind::Put) => "expected d*max(0, K - F) or more and less than dK",
    }
}

fn kind(row: &Row<'_>) -> Result<Kind> {
    match row.text("kind") {
        "call" => Ok(Kind::Call),
        "put" => Ok(Kind::Put),
        _ => Err(row.field_error("kind", "expected call or put")),
    }
}
