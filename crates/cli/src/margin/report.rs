//! The margins for programs: JSON, numbers as strings with all their digits.

use anyhow::Result;
use ballast_math::Cash;
use ballast_math::risk::portfolio::Greeks;
use ballast_math::risk::{Balances, Requirement};
use serde::Serialize;

use crate::decimal::{exact, significant};
use crate::risk::{Assessment, Leg, Portfolio, scenario};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    equity: String,
    cash: String,
    mark_to_market: String,
    collateral: String,
    margin: Pair,
    margin_balance: Pair,
    losses: Pair,
    addons: Pair,
    terms: Pair,
    worst: Entry,
    inner: String,
    greeks: Sensitivities,
    scenarios: Vec<Entry>,
    legs: Vec<Part>,
}

#[derive(Serialize)]
struct Pair {
    initial: String,
    maintenance: String,
}

#[derive(Serialize)]
struct Entry {
    scenario: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<String>,
    pnl: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sensitivities {
    delta: String,
    dollar_delta: String,
    gamma: String,
    vega: String,
    theta: String,
    rho: String,
    vanna: String,
    volga: String,
    charm: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part {
    leg: String,
    size: String,
    mark_to_market: String,
    pnl: String,
}

/// All of it.
///
/// # Errors
/// None, in practice: what serialises strings can fail.
pub(super) fn json(of: &Portfolio, found: &Assessment, legs: &[Leg]) -> Result<String> {
    let health = &found.health;
    let report = Report {
        equity: exact(health.equity.0),
        cash: exact(of.cash.0),
        mark_to_market: exact(found.marked.0),
        collateral: exact(found.collateral.0),
        margin: pair(health.initial_margin, health.maintenance_margin),
        margin_balance: balances(found.balances),
        losses: balances(found.counted),
        addons: requirement(found.addons),
        terms: requirement(found.terms),
        worst: worst(found),
        inner: exact(found.losses.inner.0),
        greeks: sensitivities(&found.greeks),
        scenarios: scenarios(found),
        legs: legs.iter().map(part).collect(),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

fn pair(initial: Cash, maintenance: Cash) -> Pair {
    Pair { initial: exact(initial.0), maintenance: exact(maintenance.0) }
}

fn balances(of: Balances) -> Pair {
    pair(of.initial, of.maintenance)
}

fn requirement(of: Requirement) -> Pair {
    pair(of.initial, of.maintenance)
}

fn worst(found: &Assessment) -> Entry {
    let rows = found.rows.iter().map(|(row, _)| row);
    let scenario = scenario::name(found.losses.stressed_at, rows);
    Entry { scenario, weight: None, pnl: exact(found.losses.stressed.0) }
}

fn scenarios(found: &Assessment) -> Vec<Entry> {
    let rows = found.rows.iter().map(|(row, pnl)| Entry {
        scenario: scenario::row_name(row),
        weight: Some(exact(row.weight.0)),
        pnl: exact(pnl.0),
    });
    let further = [("basis", found.basis), ("delta floor", found.delta_floor)];
    let further = further.map(|(name, pnl)| Entry {
        scenario: name.to_owned(),
        weight: None,
        pnl: exact(pnl.0),
    });
    rows.chain(further).collect()
}

fn sensitivities(of: &Greeks) -> Sensitivities {
    let sign = if of.gamma.is_negative() { "-" } else { "" };
    Sensitivities {
        delta: exact(of.delta.0),
        dollar_delta: exact(of.dollars.0),
        gamma: format!("{sign}{}", significant(of.gamma.magnitude())),
        vega: exact(of.vega.0),
        theta: exact(of.theta.0),
        rho: exact(of.rho.0),
        vanna: exact(of.vanna.0),
        volga: exact(of.volga.0),
        charm: exact(of.charm.0),
    }
}

fn part(leg: &Leg) -> Part {
    Part {
        leg: leg.name.clone(),
        size: exact(leg.size.0),
        mark_to_market: exact(leg.value.0),
        pnl: exact(leg.part.0),
    }
}
