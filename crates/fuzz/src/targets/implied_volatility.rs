//! A price has a volatility that gives it back, or none.

use super::{kind, size};
use crate::bytes::Bytes;
use ballast_math::pricing::{Expiry, Kind, Quote, black_76, implied_volatility};
use ballast_math::{MathError, Price, Ratio};

/// How far prices may differ, of forward and strike together: 2⁻⁵⁶, and a few units.
const PLACES: u32 = 56;
const UNITS: i128 = 4;

pub(super) fn run(input: &[u8]) -> u64 {
    let mut bytes = Bytes(input);
    let kind_of = if bytes.byte() & 1 == 0 { Kind::Call } else { Kind::Put };
    let (forward, strike) = (bytes.price(), bytes.price());
    let Ok(expiry) = Expiry::new(bytes.seconds(), Ratio(bytes.number() >> 66)) else { return 0 };
    let given = bytes.byte() & 1 == 0;
    let price = if given {
        Price(bytes.number())
    } else {
        match black_76(forward, strike, Ratio(bytes.below(64)), &expiry) {
            Ok(quote) => price_of(kind_of, &quote),
            Err(error) => return kind([1, error as u64]),
        }
    };
    match implied_volatility(kind_of, price, forward, strike, &expiry) {
        Ok(found) => {
            assert_repriced(kind_of, price, found, (forward, strike), &expiry);
            kind([2, u64::from(given), size(found.0), size(price.0)])
        }
        Err(error) => {
            assert!(given || error != MathError::DivideByZero, "nothing is divided by");
            kind([3, u64::from(given), error as u64, size(price.0)])
        }
    }
}

fn price_of(kind: Kind, quote: &Quote) -> Price {
    match kind {
        Kind::Call => quote.call.price,
        Kind::Put => quote.put.price,
    }
}

/// The volatility gives the price back, within what its own last unit is worth.
fn assert_repriced(
    kind: Kind,
    price: Price,
    found: Ratio,
    (forward, strike): (Price, Price),
    expiry: &Expiry,
) {
    assert!(found.0 >= 0, "a volatility is not negative");
    let at = |volatility| black_76(forward, strike, Ratio(volatility), expiry);
    let (Ok(below), Ok(above)) = (at((found.0 - 1).max(0)), at(found.0.saturating_add(1))) else {
        return;
    };
    let room = ((forward.0 + strike.0) >> PLACES) + UNITS;
    let discount = expiry.discount().0 / 1_000_000_000_000_000_000 + 1;
    let room = room.saturating_mul(discount);
    let (low, high) = (price_of(kind, &below).0 - room, price_of(kind, &above).0 + room);
    assert!(low <= price.0 && price.0 <= high, "{found:?} gives {low}..{high}, not {price:?}");
}
