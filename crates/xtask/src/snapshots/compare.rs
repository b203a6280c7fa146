//! Measured numbers against committed ones, and against the bars.

use super::keys;
use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// Numbers that differ from the committed ones, a line each. Fractions are timings, which no two
/// runs share: only bars hold for them.
pub(crate) fn differences(measured: &Value, committed: &Value) -> Vec<String> {
    let (measured, committed) = (keys::flatten(measured), keys::flatten(committed));
    let mut lines = Vec::new();
    for (key, now) in measured.iter().filter(|(_, now)| !now.is_f64()) {
        match committed.get(key) {
            None => lines.push(format!("{key}: {now}, not committed yet")),
            Some(before) if before != now => {
                lines.push(format!("{key}: {now}, committed is {before}"));
            }
            Some(_) => {}
        }
    }
    lines
}

/// Committed numbers that were not measured.
pub(crate) fn missing(measured: &Value, committed: &Value) -> Vec<String> {
    let measured = keys::flatten(measured);
    let committed = keys::flatten(committed).into_keys();
    committed
        .filter(|key| !measured.contains_key(key))
        .map(|key| format!("{key}: committed, but not measured"))
        .collect()
}

/// Numbers over their bar, a line each.
pub(crate) fn over_bars(measured: &Value, bars: &Value) -> Vec<String> {
    let numbers = keys::flatten(measured);
    let mut lines = Vec::new();
    for (pattern, bar) in keys::flatten(bars) {
        for (key, now) in numbers.iter().filter(|(key, _)| keys::matches(&pattern, key)) {
            if exceeds(now, &bar) {
                lines.push(format!("{key}: {now} is over the bar of {bar}"));
            }
        }
    }
    lines
}

/// Bars for which nothing was measured in any of the snapshots.
pub(crate) fn unmeasured_bars(snapshots: &BTreeMap<String, Value>, bars: &Value) -> Vec<String> {
    let numbers: Vec<String> =
        snapshots.values().flat_map(|s| keys::flatten(s).into_keys()).collect();
    keys::flatten(bars)
        .into_keys()
        .filter(|pattern| !numbers.iter().any(|key| keys::matches(pattern, key)))
        .map(|pattern| format!("{pattern}: has a bar, but was not measured"))
        .collect()
}

fn exceeds(now: &Number, bar: &Number) -> bool {
    match (now.as_u64(), bar.as_u64()) {
        (Some(now), Some(bar)) => now > bar,
        _ => now.as_f64() > bar.as_f64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn differences_of_integers_are_reported_and_of_fractions_not() {
        let measured = json!({"a": 1, "b": 2, "c": 3, "ratio": 1.5});
        let committed = json!({"a": 1, "b": 5, "ratio": 2.5});
        let lines = differences(&measured, &committed);
        assert_eq!(lines, ["b: 2, committed is 5", "c: 3, not committed yet"]);
    }

    #[test]
    fn over_bars_at_the_bar_passes_and_above_fails() {
        let bars = json!({"*": {"compressed": 10}, "devnet": {"call_ratio": 8}});
        assert!(over_bars(&json!({"vault": {"compressed": 10}}), &bars).is_empty());
        assert_eq!(over_bars(&json!({"vault": {"compressed": 11}}), &bars).len(), 1);
        assert_eq!(over_bars(&json!({"devnet": {"call_ratio": 8.01}}), &bars).len(), 1);
    }

    #[test]
    fn bar_without_measurement_is_reported() {
        let snapshots = BTreeMap::from([("gas".to_owned(), json!({"op": {"flag": 1}}))]);
        let bars = json!({"op": {"flag": 2, "settle": 3}});
        assert_eq!(
            unmeasured_bars(&snapshots, &bars),
            ["op.settle: has a bar, but was not measured"]
        );
    }
}
