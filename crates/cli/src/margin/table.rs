//! The margins for people.

use ballast_math::Cash;
use ballast_math::risk::portfolio::Greeks;
use ballast_math::risk::{Balances, Requirement};
use std::fmt::Write;
use std::path::Path;

use crate::decimal::{exact, rounded};
use crate::risk::{Assessment, Leg, Portfolio, scenario};

/// Decimals of amounts.
const PLACES: usize = 4;
/// Decimals of gamma.
const GAMMA_PLACES: usize = 8;

/// Margins, Greeks, scenarios and legs.
pub(super) fn text(model: &Path, of: &Portfolio, found: &Assessment, legs: &[Leg]) -> String {
    let mut text = format!("model {}, regime {:?}\n", model.display(), of.regime).to_lowercase();
    let mut put = |line: String| {
        let _ = writeln!(text, "{}", line.trim_end());
    };
    equity(of, found).into_iter().for_each(&mut put);
    margins(found).into_iter().for_each(&mut put);
    greeks(&found.greeks).into_iter().for_each(&mut put);
    scenarios(found).into_iter().for_each(&mut put);
    parts(found, legs).into_iter().for_each(&mut put);
    text
}

fn money(amount: Cash) -> String {
    rounded(amount.0, PLACES)
}

fn equity(of: &Portfolio, found: &Assessment) -> Vec<String> {
    let line = |name: &str, amount| format!("{name:<26} {:>18}", money(amount));
    vec![
        String::new(),
        line("equity", found.health.equity),
        line("  cash", of.cash),
        line("  mark-to-market", found.marked),
        line("  collateral", found.collateral),
    ]
}

fn margins(found: &Assessment) -> Vec<String> {
    let line = |name: &str, initial, maintenance| {
        format!("{name:<26} {:>18} {:>18}", money(initial), money(maintenance))
    };
    let loss = |name: &str, Balances { initial, maintenance }| line(name, initial, maintenance);
    let charge =
        |name: &str, Requirement { initial, maintenance }| line(name, initial, maintenance);
    vec![
        String::new(),
        format!("{:<26} {:>18} {:>18}", "", "initial", "maintenance"),
        line("margin", found.health.initial_margin, found.health.maintenance_margin),
        line("margin balance", found.balances.initial, found.balances.maintenance),
        loss("  losses", found.counted),
        charge("  add-ons", found.addons),
        charge("  doubt, wrong way", found.terms),
    ]
}

fn greeks(of: &Greeks) -> Vec<String> {
    let line = |name: &str, amount: String| format!("{name:<26} {amount:>18}");
    let gamma = of.gamma_decimals(18).map_or_else(|_| "?".to_owned(), |g| rounded(g, GAMMA_PLACES));
    vec![
        String::new(),
        line("delta", rounded(of.delta.0, PLACES)),
        line("dollar delta", money(of.dollars)),
        line("gamma", gamma),
        line("vega, per 1.00", money(of.vega)),
        line("theta, per year", money(of.theta)),
        line("rho, per 1.00", money(of.rho)),
        line("vanna", rounded(of.vanna.0, PLACES)),
        line("volga", money(of.volga)),
    ]
}

fn scenarios(found: &Assessment) -> Vec<String> {
    let line = |name: &str, weight: &str, pnl| format!("{name:<34} {weight:>9} {:>18}", money(pnl));
    let mut lines =
        vec![String::new(), format!("{:<34} {:>9} {:>18}", "scenario", "weight", "P&L")];
    for (row, pnl) in &found.rows {
        lines.push(line(&scenario::row_name(row), &exact(row.weight.0), *pnl));
    }
    lines.push(line("basis", "", found.basis));
    lines.push(line("delta floor", "", found.delta_floor));
    lines
}

fn parts(found: &Assessment, legs: &[Leg]) -> Vec<String> {
    let worst = scenario::name(found.losses.stressed_at, found.rows.iter().map(|(row, _)| row));
    let mut lines = vec![
        String::new(),
        format!("worst scenario: {worst}: {}", money(found.losses.stressed)),
        format!("{:<34} {:>9} {:>18} {:>18}", "leg", "size", "mark-to-market", "P&L there"),
    ];
    for Leg { name, size, value, part } in legs {
        let (size, value, part) = (exact(size.0), money(*value), money(*part));
        lines.push(format!("{name:<34} {size:>9} {value:>18} {part:>18}"));
    }
    lines
}
