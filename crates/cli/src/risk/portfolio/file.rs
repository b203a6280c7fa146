//! The file of a portfolio.

use ballast_math::pricing::Kind;
use ballast_math::risk::Rates;
use ballast_math::risk::portfolio::{ExpiryMarket, Position};
use ballast_math::risk::regime::Regime;
use ballast_math::{Cash, Price, Ratio, Size};
use serde::Deserialize;

use crate::files::json;

const fn one() -> Ratio {
    Ratio::ONE
}

/// All of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct File {
    #[serde(deserialize_with = "json::price")]
    index: Price,
    #[serde(default = "one", deserialize_with = "json::part")]
    confidence: Ratio,
    #[serde(default = "one", deserialize_with = "json::share")]
    stable: Ratio,
    #[serde(default)]
    regime: RegimeName,
    #[serde(default = "one", deserialize_with = "json::share")]
    maintenance_multiplier: Ratio,
    #[serde(default)]
    price_age: u64,
    #[serde(deserialize_with = "json::cash")]
    cash: Cash,
    perpetual: Option<Perpetual>,
    #[serde(default)]
    collateral: Vec<Collateral>,
    #[serde(default)]
    expiries: Vec<Expiry>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::risk) enum RegimeName {
    Calm,
    #[default]
    Normal,
    Elevated,
    Crisis,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Perpetual {
    #[serde(deserialize_with = "json::size")]
    size: Size,
    #[serde(deserialize_with = "json::price")]
    mark: Price,
    #[serde(default = "one", deserialize_with = "json::part")]
    confidence: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Collateral {
    name: String,
    #[serde(deserialize_with = "json::amount")]
    amount: Size,
    #[serde(deserialize_with = "json::price")]
    price: Price,
    #[serde(deserialize_with = "json::part")]
    maintenance_haircut: Ratio,
    #[serde(deserialize_with = "json::part")]
    initial_haircut: Ratio,
    #[serde(default)]
    risk_cancelling: bool,
    #[serde(default)]
    stable: bool,
    #[serde(default = "one", deserialize_with = "json::part")]
    confidence: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expiry {
    name: String,
    seconds: u64,
    #[serde(deserialize_with = "json::price")]
    forward: Price,
    #[serde(default, deserialize_with = "json::price")]
    fixed: Price,
    #[serde(default, deserialize_with = "json::ratio")]
    rate: Ratio,
    #[serde(default = "one", deserialize_with = "json::part")]
    confidence: Ratio,
    #[serde(default, deserialize_with = "json::size")]
    future: Size,
    #[serde(default)]
    options: Vec<Leg>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leg {
    kind: KindName,
    #[serde(deserialize_with = "json::price")]
    strike: Price,
    #[serde(deserialize_with = "json::size")]
    size: Size,
    #[serde(deserialize_with = "json::share")]
    vol: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum KindName {
    Call,
    Put,
}

impl From<File> for super::Portfolio {
    fn from(file: File) -> Self {
        let none = super::Perpetual { size: Size::ZERO, mark: file.index, confidence: Ratio::ONE };
        Self {
            index: file.index,
            confidence: file.confidence,
            stable: file.stable,
            regime: file.regime.into(),
            maintenance_multiplier: file.maintenance_multiplier,
            price_age: file.price_age,
            cash: file.cash,
            perpetual: file.perpetual.map_or(none, Into::into),
            collateral: file.collateral.into_iter().map(Into::into).collect(),
            expiries: file.expiries.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<RegimeName> for Regime {
    fn from(name: RegimeName) -> Self {
        match name {
            RegimeName::Calm => Self::Calm,
            RegimeName::Normal => Self::Normal,
            RegimeName::Elevated => Self::Elevated,
            RegimeName::Crisis => Self::Crisis,
        }
    }
}

impl From<Perpetual> for super::Perpetual {
    fn from(leg: Perpetual) -> Self {
        Self { size: leg.size, mark: leg.mark, confidence: leg.confidence }
    }
}

impl From<Collateral> for super::Collateral {
    fn from(held: Collateral) -> Self {
        let Collateral { maintenance_haircut: maintenance, initial_haircut: initial, .. } = held;
        Self {
            name: held.name,
            amount: held.amount,
            price: held.price,
            haircuts: Rates { initial, maintenance },
            is_risk_cancelling: held.risk_cancelling,
            is_stable: held.stable,
            confidence: held.confidence,
        }
    }
}

impl From<Expiry> for super::Expiry {
    fn from(expiry: Expiry) -> Self {
        let Expiry { seconds, rate, forward: live, fixed, .. } = expiry;
        Self {
            name: expiry.name,
            market: ExpiryMarket { seconds, rate, live, fixed },
            confidence: expiry.confidence,
            future: expiry.future,
            options: expiry.options.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Leg> for Position {
    fn from(leg: Leg) -> Self {
        let kind = match leg.kind {
            KindName::Call => Kind::Call,
            KindName::Put => Kind::Put,
        };
        Self { kind, strike: leg.strike, size: leg.size, volatility: leg.vol }
    }
}
