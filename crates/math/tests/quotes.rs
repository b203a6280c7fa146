//! Prices and Greeks against values at 60 digits; the worst row of each column is printed.

mod binary;

use ballast_math::pricing::{Expiry, Quote, black_76, black_scholes};
use ballast_math::{Price, Ratio};
use binary::decimal;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use std::collections::BTreeMap;

/// Decimals that everything is compared in.
const DECIMALS: i32 = 45;

/// A row of the file by the names of its columns.
struct Row<'a>(BTreeMap<&'a str, &'a str>);

impl Row<'_> {
    fn wad(&self, name: &str) -> i128 {
        decimal(self.0[name], 18).to_i128().unwrap()
    }

    fn float(&self, name: &str) -> f64 {
        self.0[name].parse().unwrap()
    }

    /// How large a column can be: errors count where the value is above a millionth of it.
    fn scale(&self, column: &str) -> f64 {
        let time = self.float("T_sec") / 31_536_000.0;
        let (money, volatility) = (self.float("S").max(self.float("K")), self.float("vol"));
        let deviation = volatility * time.sqrt();
        match column.split('_').next().unwrap() {
            "call" | "put" => self.float("S"),
            "delta" => 1.0,
            "gamma" => 0.4 / (self.float("S") * deviation),
            "vega" => 0.4 * money * time.sqrt(),
            "theta" => 0.2 * money * volatility / time.sqrt() + money * self.float("r").abs(),
            "rho" => time * money,
            "vanna" => 0.25 / volatility,
            "volga" => money * time.sqrt() / volatility,
            "charm" => 0.25 / time + self.float("r").abs() / deviation,
            other => panic!("{other}"),
        }
    }
}

/// The columns of a quote, in units of 10^−DECIMALS, with the unit that each is rounded to.
fn columns(quote: &Quote) -> Vec<(&'static str, BigInt, BigInt)> {
    let unit = BigInt::from(10).pow(DECIMALS as u32 - 18);
    let gamma = BigInt::from(quote.gamma.mantissa()) * BigInt::from(10).pow(DECIMALS as u32);
    let places = quote.gamma.exponent();
    let gamma = if places < 0 { gamma >> -places as u32 } else { gamma << places as u32 };
    let (call, put) = (&quote.call, &quote.put);
    let rounded = [
        ("call", call.price.0),
        ("put", put.price.0),
        ("delta_call", call.delta.0),
        ("delta_put", put.delta.0),
        ("vega", quote.vega.0),
        ("theta_call", call.theta.0),
        ("theta_put", put.theta.0),
        ("rho_call", call.rho.0),
        ("rho_put", put.rho.0),
        ("vanna", quote.vanna.0),
        ("volga", quote.volga.0),
        ("charm_call", call.charm.0),
        ("charm_put", put.charm.0),
    ];
    let mut columns: Vec<_> =
        rounded.map(|(name, value)| (name, value * &unit, unit.clone())).into();
    columns.push(("gamma", gamma, BigInt::from(0)));
    columns
}

/// The worst of a column, with the row's number.
#[derive(Default)]
struct Worst(BTreeMap<String, (f64, String)>);

impl Worst {
    fn note(&mut self, name: String, error: f64, row: &str) {
        let entry = self.0.entry(name).or_default();
        if error > entry.0 {
            *entry = (error, row.to_owned());
        }
    }
}

#[test]
fn quotes_of_reference_cases_are_within_their_bounds() {
    let path = std::env::var("QUOTES").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/quotes.csv").to_owned()
    });
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut worst = Worst::default();
    for line in lines {
        let row = Row(names.iter().copied().zip(line.split(',')).collect());
        check("", black_scholes, &row, &mut worst);
        check("b76_", black_76, &row, &mut worst);
    }
    for (name, (error, row)) in &worst.0 {
        println!("{name:24} {error:.2e} in row {row}");
        let bound = match name.rsplit(' ').next().unwrap() {
            "units" => 1.5,
            "absolute" => 1e-17,
            _ if name.ends_with("call relative") && !name.contains("_call") => 1e-12,
            // K/F is known to 64 bits, which s below 1e-6 magnifies.
            _ => 3e-10,
        };
        assert!(*error <= bound, "{name}: {error} in row {row}");
    }
}

type Pricing = fn(Price, Price, Ratio, &Expiry) -> Result<Quote, ballast_math::MathError>;

fn check(prefix: &str, pricing: Pricing, row: &Row<'_>, worst: &mut Worst) {
    let expiry = Expiry::new(row.0["T_sec"].parse().unwrap(), Ratio(row.wad("r"))).unwrap();
    let (underlying, strike) = (Price(row.wad("S")), Price(row.wad("K")));
    let quote = pricing(underlying, strike, Ratio(row.wad("vol")), &expiry).unwrap();
    for (name, value, unit) in columns(&quote) {
        let Some(exact) = row.0.get(format!("{prefix}{name}").as_str()) else { continue };
        let exact = decimal(exact, DECIMALS);
        let error = (value - &exact).abs();
        let float = |big: &BigInt| big.to_f64().unwrap() / 10f64.powi(DECIMALS);
        // Within a unit of the output an error is rounding.
        if error.clone() * 2 <= unit.clone() * 3 {
            worst.note(format!("{prefix}{name} units"), float(&error) * 1e18, row.0["id"]);
            continue;
        }
        let size = float(&exact).abs();
        if name == "call" || name == "put" {
            let money = row.float("S").max(row.float("K"));
            worst.note(format!("{prefix}{name} absolute"), float(&error) / money, row.0["id"]);
        }
        if size > 1e-6 * row.scale(name) {
            worst.note(format!("{prefix}{name} relative"), float(&error) / size, row.0["id"]);
        }
    }
}
