//! Nested objects of numbers, by dotted key: `{"op": {"deposit": {"first": 1}}}` is `op.deposit.first`.

use serde_json::{Map, Number, Value};
use std::collections::BTreeMap;

/// The numbers of a nested object by their dotted keys. Anything that is not a number is skipped.
pub(crate) fn flatten(value: &Value) -> BTreeMap<String, Number> {
    let mut numbers = BTreeMap::new();
    collect(value, "", &mut numbers);
    numbers
}

fn collect(value: &Value, key: &str, numbers: &mut BTreeMap<String, Number>) {
    match value {
        Value::Number(number) => {
            numbers.insert(key.to_owned(), number.clone());
        }
        Value::Object(members) => {
            for (name, member) in members {
                let separator = if key.is_empty() { "" } else { "." };
                collect(member, &format!("{key}{separator}{name}"), numbers);
            }
        }
        _ => {}
    }
}

/// Lays `new` over `old`: members of both are merged, anything else is replaced.
pub(crate) fn merge(old: &mut Map<String, Value>, new: Map<String, Value>) {
    for (name, value) in new {
        match (old.get_mut(&name), value) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new),
            (_, value) => {
                old.insert(name, value);
            }
        }
    }
}

/// Whether a key is what a pattern names; the segment `*` of a pattern stands for any one segment.
pub(crate) fn matches(pattern: &str, key: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('.'), key.split('.'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(want), Some(have)) if want == "*" || want == have => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn flatten_of_nested_numbers_joins_keys_and_skips_text() {
        let numbers = flatten(&json!({"compiler": "x", "op": {"flag": 2, "fill": {"lane": 1.5}}}));
        let keys: Vec<_> = numbers.keys().map(String::as_str).collect();
        assert_eq!(keys, ["op.fill.lane", "op.flag"]);
    }

    #[test]
    fn merge_of_overlapping_objects_keeps_what_is_only_old() {
        let Value::Object(mut old) = json!({"a": {"x": 1, "y": 2}, "b": 3}) else { panic!() };
        let Value::Object(new) = json!({"a": {"y": 4}, "c": 5}) else { panic!() };
        merge(&mut old, new);
        assert_eq!(Value::Object(old), json!({"a": {"x": 1, "y": 4}, "b": 3, "c": 5}));
    }

    #[test]
    fn matches_with_star_takes_exactly_one_segment() {
        assert!(matches("*.compressed", "vault.compressed"));
        assert!(!matches("*.compressed", "compressed"));
        assert!(!matches("*.compressed", "a.vault.compressed"));
        assert!(matches("op.fill", "op.fill"));
        assert!(!matches("op.fill", "op.fill.lane"));
    }
}
