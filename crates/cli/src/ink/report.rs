//! The costliest functions as a table.

use std::collections::BTreeMap;

use super::stacks::{Stacks, gas};

/// Prints contracts and then the `top` functions by what they took themselves.
pub(crate) fn print(title: &str, stacks: &Stacks, top: usize) {
    let total = gas(stacks.total());
    println!("{title}: {total:.0} gas in programs and what they called\n");
    table("contract", total, &by(stacks, |stack| stack.contract.clone()), usize::MAX);
    println!();
    let function = |stack: &super::stacks::Stack| {
        let name = stack.path.last().map_or("", String::as_str);
        format!("{:<15} {name}", stack.contract)
    };
    table("function, without what it calls", total, &by(stacks, function), top);
}

type Row = (String, u64, u64);

/// Ink and calls of the stacks of one name, the most first.
fn by(stacks: &Stacks, name: impl Fn(&super::stacks::Stack) -> String) -> Vec<Row> {
    let mut sums: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for stack in &stacks.0 {
        let sum = sums.entry(name(stack)).or_default();
        *sum = (sum.0 + stack.ink, sum.1 + stack.count);
    }
    let mut rows: Vec<Row> =
        sums.into_iter().map(|(name, (ink, count))| (name, ink, count)).collect();
    rows.sort_by_key(|(_, ink, _)| std::cmp::Reverse(*ink));
    rows
}

fn table(title: &str, total: f64, rows: &[Row], top: usize) {
    println!("{:>10} {:>6} {:>6}  {title}", "gas", "%", "calls");
    for (name, ink, count) in rows.iter().take(top) {
        let share = 100.0 * gas(*ink) / total.max(1.0);
        println!("{:>10.1} {share:>6.1} {count:>6}  {name}", gas(*ink));
    }
    if rows.len() > top {
        let rest: u64 = rows.iter().skip(top).map(|(_, ink, _)| ink).sum();
        let (gas, share) = (gas(rest), 100.0 * gas(rest) / total.max(1.0));
        println!("{gas:>10.1} {share:>6.1} {:>6}  {} others", "", rows.len() - top);
    }
}
