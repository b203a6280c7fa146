//! An accepted surface has a volatility at every strike.

use super::{kind, size};
use crate::bytes::Bytes;
use ballast_math::pricing::svi::{Parameters, Surface};
use ballast_math::{Price, Ratio};

pub(super) fn run(input: &[u8]) -> u64 {
    let mut bytes = Bytes(input);
    let parameters = Parameters {
        a: Ratio(bytes.number() >> 60),
        b: Ratio(bytes.below(62)),
        rho: Ratio(bytes.number() >> 67),
        m: Ratio(bytes.number() >> 66),
        s: Ratio(bytes.below(62)),
        forward: bytes.price(),
        variance_time: Ratio(bytes.below(64)),
    };
    let accepted = Surface::accepted(&parameters);
    let Ok(surface) = Surface::new(&parameters) else {
        assert!(accepted.is_err(), "what cannot be prepared is accepted");
        return 0;
    };
    let strikes = [Price(0), parameters.forward, bytes.price(), Price(bytes.number())];
    let found = strikes.map(|strike| (strike.0, surface.volatility(strike)));
    for (strike, volatility) in found {
        if let Ok(volatility) = volatility {
            assert!(volatility.0 >= 0 && strike >= 0, "a volatility is not negative");
        } else {
            assert!(
                strike < 0 || accepted.is_err(),
                "no volatility at {strike} of an accepted surface"
            );
        }
    }
    let first = found[1].1.map_or(-1, |volatility| volatility.0);
    kind([u64::from(accepted.is_ok()), size(first), u64::from(found[3].1.is_ok())])
}
