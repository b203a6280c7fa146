//! An account's legs, cash and collateral in one market, with the market's state, as JSON.

mod file;

pub(super) use file::RegimeName;

use anyhow::{Result, bail};
use ballast_math::fixed::quantity::{Product, Quotient};
use ballast_math::risk::Rates;
use ballast_math::risk::portfolio::{ExpiryMarket, Position};
use ballast_math::risk::regime::Regime;
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use std::path::Path;

use crate::files::{self, json};

/// A portfolio in its market.
#[derive(Clone)]
pub(crate) struct Portfolio {
    /// S.
    pub(crate) index: Price,
    /// The confidence of S.
    pub(crate) confidence: Ratio,
    /// The price of the quote coin.
    pub(crate) stable: Ratio,
    /// How restless the market is.
    pub(crate) regime: Regime,
    /// Where the maintenance multiplier of the regime is on its ramp.
    pub(crate) maintenance_multiplier: Ratio,
    /// Age of the oldest price, in seconds.
    pub(crate) price_age: u64,
    /// Signed balance of the quote coin; entry costs are in it.
    pub(crate) cash: Cash,
    /// The perpetual.
    pub(crate) perpetual: Perpetual,
    /// Deposited assets.
    pub(crate) collateral: Vec<Collateral>,
    /// Options and futures.
    pub(crate) expiries: Vec<Expiry>,
}

/// A position in the perpetual.
#[derive(Clone, Copy)]
pub(crate) struct Perpetual {
    /// Signed.
    pub(crate) size: Size,
    /// Its mark price.
    pub(crate) mark: Price,
    /// The confidence of the mark.
    pub(crate) confidence: Ratio,
}

/// A deposited asset.
#[derive(Clone)]
pub(crate) struct Collateral {
    /// What it is called.
    pub(crate) name: String,
    /// How much of it.
    pub(crate) amount: Size,
    /// Its price in USD.
    pub(crate) price: Price,
    /// Of its value; the initial one on top.
    pub(crate) haircuts: Rates,
    /// Whether it moves with the index in the scenarios.
    pub(crate) is_risk_cancelling: bool,
    /// Whether it stays where it is when the index falls.
    pub(crate) is_stable: bool,
    /// The confidence of its price.
    pub(crate) confidence: Ratio,
}

/// Legs that expire together.
#[derive(Clone)]
pub(crate) struct Expiry {
    /// What it is called.
    pub(crate) name: String,
    /// Time, rate and forward.
    pub(crate) market: ExpiryMarket,
    /// The least confidence of forward, rate and volatility.
    pub(crate) confidence: Ratio,
    /// Size of the future.
    pub(crate) future: Size,
    /// Its options.
    pub(crate) options: Vec<Position>,
}

impl Portfolio {
    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, or is malformed.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let portfolio = Self::from(json::read::<file::File>(path)?);
        let name = files::name(path);
        if portfolio.collateral.iter().filter(|held| held.is_risk_cancelling).count() > 1 {
            bail!("{name}: collateral: expected at most one that is riskCancelling");
        }
        if portfolio.index == Price::ZERO || portfolio.stable == Ratio::ZERO {
            bail!("{name}: expected index and stable above 0");
        }
        Ok(portfolio)
    }

    /// The same with the index at another price: marks and forwards move in proportion, volatilities stay.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub(crate) fn moved_floor(&self, index: Price) -> Result<Self, MathError> {
        let by: Ratio = index.div_floor(self.index)?;
        let mut moved = Self { index, ..self.clone() };
        moved.perpetual.mark = self.perpetual.mark.mul_floor(by)?;
        for held in moved.collateral.iter_mut().filter(|held| held.is_risk_cancelling) {
            held.price = held.price.mul_floor(by)?;
        }
        for expiry in &mut moved.expiries {
            expiry.market.live = expiry.market.live.mul_floor(by)?;
        }
        Ok(moved)
    }

    /// The same with the index at another price and every expiry settled there.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub(crate) fn settled_floor(&self, index: Price) -> Result<Self, MathError> {
        let mut settled = self.moved_floor(index)?;
        for expiry in &mut settled.expiries {
            expiry.market = ExpiryMarket { seconds: 0, fixed: index, ..expiry.market };
        }
        Ok(settled)
    }
}
