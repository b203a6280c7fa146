//! The columns of the results.

use ballast_math::pricing::Quote;

use crate::decimal::{exact, significant};

const NAMES: [&str; 12] = [
    "call",
    "put",
    "delta_call",
    "delta_put",
    "gamma",
    "vega",
    "theta_call",
    "theta_put",
    "rho_call",
    "rho_put",
    "vanna",
    "volga",
];
/// Of the columns in which the underlying is a forward.
const FORWARD: &str = "b76_";

/// The first line.
pub(super) fn header() -> Vec<String> {
    let named = |prefix: &'static str| NAMES.map(|name| format!("{prefix}{name}"));
    ["id".to_owned()].into_iter().chain(named("")).chain(named(FORWARD)).collect()
}

/// A row: Black–Scholes, then Black-76.
pub(super) fn record(id: &str, quotes: &[Quote; 2]) -> Vec<String> {
    [id.to_owned()].into_iter().chain(quotes.iter().flat_map(fields)).collect()
}

/// In the order of the names.
fn fields(quote: &Quote) -> [String; NAMES.len()] {
    let (call, put) = (&quote.call, &quote.put);
    [
        exact(call.price.0),
        exact(put.price.0),
        exact(call.delta.0),
        exact(put.delta.0),
        significant(quote.gamma),
        exact(quote.vega.0),
        exact(call.theta.0),
        exact(put.theta.0),
        exact(call.rho.0),
        exact(put.rho.0),
        exact(quote.vanna.0),
        exact(quote.volga.0),
    ]
}
