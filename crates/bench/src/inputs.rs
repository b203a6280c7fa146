//! What the kernels are measured on: options as an exchange lists them.

use crate::record::Arguments;
use anyhow::{Result, anyhow};
use ballast_math::pricing::{Expiry, Quote, black_76};
use ballast_math::{MathError, Price, Ratio};

/// One, with 18 decimals.
pub(crate) const WAD: f64 = 1e18;
/// The same as a number of the programs.
pub(crate) const ONE: i128 = 1_000_000_000_000_000_000;
const DAY: u64 = 86_400;
/// Days to expiry.
const DAYS: [u64; 5] = [1, 7, 30, 90, 365];
/// Implied volatilities.
const VOLATILITIES: [f64; 3] = [0.4, 0.8, 1.5];
/// Strikes on each side of the forward.
const STRIKES: i32 = 7;
/// Standard deviations from one strike to the next.
const STEP: f64 = 0.4;

/// An option, with its forward.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    /// F.
    pub(crate) forward: i128,
    /// K.
    pub(crate) strike: i128,
    /// σ.
    pub(crate) volatility: i128,
    /// T in seconds.
    pub(crate) seconds: u64,
    /// r.
    pub(crate) rate: i128,
    /// Whether it is a call, where kinds differ.
    pub(crate) is_call: bool,
}

/// 225 options: fifteen strikes up to 2.8 standard deviations from the forward, five expiries, three volatilities.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for days in DAYS {
        for volatility in VOLATILITIES {
            let deviation = volatility * (days as f64 / 365.0).sqrt();
            cases.extend((-STRIKES..=STRIKES).map(|step| {
                let forward = 2_000.0 + f64::from(step) + days as f64 / 7.0;
                Case {
                    forward: wad(forward),
                    strike: wad(forward * (f64::from(step) * STEP * deviation).exp()),
                    volatility: wad(volatility),
                    seconds: days * DAY,
                    rate: wad(0.03),
                    is_call: step % 2 == 0,
                }
            }));
        }
    }
    cases
}

/// The nearest 18-decimal number.
pub(crate) fn wad(value: f64) -> i128 {
    (value * WAD).round() as i128
}

impl Case {
    /// What our kernel says of it.
    ///
    /// # Errors
    /// It is outside the kernel's domain.
    pub(crate) fn quote(&self) -> Result<Quote> {
        self.quote_at(self.volatility)
    }

    /// The same at another volatility.
    ///
    /// # Errors
    /// As [`quote`](Self::quote).
    pub(crate) fn quote_at(&self, volatility: i128) -> Result<Quote> {
        let (forward, strike) = (Price(self.forward), Price(self.strike));
        let quote = self.expiry().and_then(|at| black_76(forward, strike, Ratio(volatility), &at));
        quote.map_err(|error| anyhow!("{self:?}: {error:?}"))
    }

    /// The greater of forward and strike.
    pub(crate) fn money(&self) -> i128 {
        self.forward.max(self.strike)
    }

    /// Its expiry.
    ///
    /// # Errors
    /// As [`Expiry::new`].
    pub(crate) fn expiry(&self) -> Result<Expiry, MathError> {
        Expiry::new(self.seconds, Ratio(self.rate))
    }

    /// Arguments of a quote.
    pub(crate) fn quoted(&self) -> Arguments {
        [self.forward, self.strike, self.volatility, self.seconds.into(), self.rate, 0]
    }

    /// Arguments of an implied volatility: the lowest bit of the price is the kind.
    ///
    /// # Errors
    /// As [`quote`](Self::quote).
    pub(crate) fn priced(&self) -> Result<Arguments> {
        let quote = self.quote()?;
        let price = if self.is_call { quote.call.price.0 } else { quote.put.price.0 | 1 };
        let price = if self.is_call { price & !1 } else { price };
        Ok([price, self.forward, self.strike, self.seconds.into(), self.rate, 0])
    }

    /// Arguments of a revaluation at the forward's `eighths`, of which `unit` is one: the lowest bit of the size
    /// is the kind.
    pub(crate) fn revalued(&self, unit: i128, eighths: i128) -> Arguments {
        let size = -2 * ONE + i128::from(!self.is_call);
        let multiplier = unit / 8 * eighths;
        [size, self.strike, self.forward, multiplier, self.volatility, self.seconds.into()]
    }
}
