//! `ballast price`: prices and Greeks of options, by row of a CSV file.

mod columns;

use anyhow::Result;
use ballast_math::pricing::{Expiry, Quote, black_76, black_scholes};
use ballast_math::{MathError, Price, Ratio};

use crate::arguments::Conversion;
use crate::files::{self, table::Row, table::Table};

/// Prices each row twice: on the underlying as spot, and as forward.
///
/// # Errors
/// A file that cannot be read or written; a row that is malformed or outside the domain.
pub(crate) fn run(arguments: &Conversion) -> Result<()> {
    let table = Table::read(&arguments.input, &["id", "S", "K", "T_sec", "vol", "r"])?;
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(columns::header())?;
    for row in table.rows() {
        let case = Case::read(&row)?;
        let quotes = case.quotes().map_err(|problem| row.error(problem))?;
        out.write_record(columns::record(row.text("id"), &quotes))?;
    }
    files::write(&arguments.output, &out.into_inner()?)
}

struct Case {
    underlying: Price,
    strike: Price,
    seconds: u64,
    volatility: Ratio,
    rate: Ratio,
}

impl Case {
    fn read(row: &Row<'_>) -> Result<Self> {
        Ok(Self {
            underlying: Price(row.unsigned("S")?),
            strike: Price(row.unsigned("K")?),
            seconds: row.seconds("T_sec")?,
            volatility: Ratio(row.unsigned("vol")?),
            rate: Ratio(row.signed("r")?),
        })
    }

    /// Black–Scholes and Black-76.
    fn quotes(&self) -> Result<[Quote; 2], MathError> {
        let expiry = Expiry::new(self.seconds, self.rate)?;
        Ok([
            black_scholes(self.underlying, self.strike, self.volatility, &expiry)?,
            black_76(self.underlying, self.strike, self.volatility, &expiry)?,
        ])
    }
}
