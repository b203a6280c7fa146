//! The file of a model.

use ballast_math::Ratio;
use ballast_math::risk::Rates;
use ballast_math::risk::confidence::ConfidenceRule;
use ballast_math::risk::portfolio::shock::{SkewRules, VolatilityRules};
use ballast_math::risk::portfolio::{
    AddonRates, BasisRules, DiscountRules, Model, Row, Shock, SkewRule,
};
use serde::Deserialize;

use super::OwnedModel;
use crate::files::json;
use crate::risk::portfolio::RegimeName;

/// All of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct File {
    rows: Vec<FileRow>,
    volatility: Volatility,
    skew: Skew,
    is_averaging: bool,
    discount: Discount,
    basis: Basis,
    #[serde(deserialize_with = "json::share")]
    roll: Ratio,
    #[serde(deserialize_with = "json::share")]
    delta_floor: Ratio,
    #[serde(deserialize_with = "json::share")]
    mark_share: Ratio,
    #[serde(deserialize_with = "json::share")]
    maintenance_share: Ratio,
    #[serde(default, deserialize_with = "json::optional_share")]
    inner_span: Option<Ratio>,
    is_adaptive: bool,
    confidence: Confidence,
    addons: Addons,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    #[serde(deserialize_with = "json::share")]
    spot: Ratio,
    volatility: ShockName,
    #[serde(deserialize_with = "json::share")]
    weight: Ratio,
    #[serde(default = "calm")]
    since: RegimeName,
}

const fn calm() -> RegimeName {
    RegimeName::Calm
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum ShockName {
    None,
    Up,
    Down,
    SkewLinear,
    SkewAbsolute,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Volatility {
    #[serde(deserialize_with = "json::share")]
    least_up: Ratio,
    #[serde(deserialize_with = "json::share")]
    up: Ratio,
    #[serde(deserialize_with = "json::share")]
    down: Ratio,
    #[serde(deserialize_with = "json::share")]
    short_power: Ratio,
    #[serde(deserialize_with = "json::share")]
    long_power: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Skew {
    rule: SkewName,
    #[serde(deserialize_with = "json::share")]
    most: Ratio,
    #[serde(deserialize_with = "json::share")]
    slope: Ratio,
    #[serde(deserialize_with = "json::share")]
    width: Ratio,
    #[serde(deserialize_with = "json::share")]
    least_width: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum SkewName {
    WorseOfBoth,
    MinusMagnitude,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Discount {
    #[serde(deserialize_with = "json::share")]
    gain: Ratio,
    #[serde(deserialize_with = "json::share")]
    loss: Ratio,
    #[serde(deserialize_with = "json::share")]
    spread: Ratio,
    #[serde(deserialize_with = "json::share")]
    gain_rate: Ratio,
    #[serde(deserialize_with = "json::share")]
    loss_rate: Ratio,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Basis {
    #[serde(rename = "move", deserialize_with = "json::share")]
    by: Ratio,
    #[serde(deserialize_with = "json::share")]
    base: Ratio,
    #[serde(deserialize_with = "json::share")]
    per_year: Ratio,
    #[serde(default, deserialize_with = "json::optional_share")]
    most: Option<Ratio>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Confidence {
    Ramp,
    Jump,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Addons {
    strike: Addon,
    linear: Addon,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Addon {
    #[serde(deserialize_with = "json::share")]
    maintenance: Ratio,
    #[serde(deserialize_with = "json::share")]
    initial: Ratio,
}

impl From<File> for OwnedModel {
    fn from(file: File) -> Self {
        let Volatility { least_up, up, down, short_power, long_power } = file.volatility;
        let Skew { rule, most, slope, width, least_width } = file.skew;
        let Discount { gain, loss, spread, gain_rate, loss_rate } = file.discount;
        let Basis { by, base, per_year, most: basis_most } = file.basis;
        let rest = Model {
            rows: &[],
            volatility: VolatilityRules { least_up, up, down, short_power, long_power },
            skew: SkewRules { most, slope, width, least_width },
            skew_rule: rule.into(),
            is_averaging: file.is_averaging,
            discount: DiscountRules { gain, loss, spread, gain_rate, loss_rate },
            basis_move: by,
            basis: BasisRules { base, per_year, most: basis_most.unwrap_or(Ratio(i128::MAX)) },
            roll: file.roll,
            delta_floor: file.delta_floor,
            mark_share: file.mark_share,
            maintenance_share: file.maintenance_share,
            inner_span: file.inner_span.unwrap_or(Ratio(-1)),
            is_adaptive: file.is_adaptive,
            confidence: file.confidence.into(),
            addons: file.addons.into(),
        };
        Self { rows: file.rows.into_iter().map(Into::into).collect(), rest }
    }
}

impl From<FileRow> for Row {
    fn from(row: FileRow) -> Self {
        let shock = match row.volatility {
            ShockName::None => Shock::None,
            ShockName::Up => Shock::Up,
            ShockName::Down => Shock::Down,
            ShockName::SkewLinear => Shock::SkewLinear,
            ShockName::SkewAbsolute => Shock::SkewAbsolute,
        };
        Self { spot: row.spot, shock, weight: row.weight, since: row.since.into() }
    }
}

impl From<SkewName> for SkewRule {
    fn from(name: SkewName) -> Self {
        match name {
            SkewName::WorseOfBoth => Self::WorseOfBoth,
            SkewName::MinusMagnitude => Self::MinusMagnitude,
        }
    }
}

impl From<Confidence> for ConfidenceRule {
    fn from(name: Confidence) -> Self {
        match name {
            Confidence::Ramp => Self::Ramp,
            Confidence::Jump => Self::Jump,
        }
    }
}

impl From<Addons> for AddonRates {
    fn from(addons: Addons) -> Self {
        let rates = |Addon { maintenance, initial }| Rates { initial, maintenance };
        Self { strike: rates(addons.strike), linear: rates(addons.linear) }
    }
}
