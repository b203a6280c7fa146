//! `cargo xtask selectors`: the generated selectors of functions and errors and topics of events
//! equal those that the Solidity compiler computes from the same interfaces.

mod generated;
mod solc;

use crate::repo;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;

/// Compares them all.
///
/// # Errors
/// A value that only one side has; an interface without generated code.
pub(crate) fn run() -> Result<()> {
    let mut failures = Vec::new();
    let mut count = 0;
    for (interface, expected) in solc::selectors()? {
        let path = repo::root()
            .join("contracts/abi/src/generated")
            .join(format!("{}.rs", module(&interface)));
        let source = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let actual = generated::constants(&source);
        count += expected.len();
        failures.extend(differences(&interface, &expected, &actual));
    }
    if !failures.is_empty() {
        bail!("selectors:\n  {}\nrepeat 'cargo xtask codec'", failures.join("\n  "));
    }
    println!("{count} selectors and topics equal those of solc");
    Ok(())
}

fn differences(
    interface: &str,
    expected: &BTreeSet<(String, String)>,
    actual: &BTreeSet<(String, String)>,
) -> Vec<String> {
    let line = |(name, hex): &(String, String), side: &str| {
        format!("{interface}.{name}: {hex} only in {side}")
    };
    let only_solc = expected.difference(actual).map(|entry| line(entry, "solc's answer"));
    let only_ours = actual.difference(expected).map(|entry| line(entry, "the generated code"));
    only_solc.chain(only_ours).collect()
}

/// Module of an interface: `IClearingHouse` is `clearing_house`.
fn module(interface: &str) -> String {
    let mut name = String::new();
    for letter in interface.strip_prefix('I').unwrap_or(interface).chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_of_interface_is_snake_case_without_the_prefix() {
        assert_eq!(module("IClearingHouse"), "clearing_house");
        assert_eq!(module("IVault"), "vault");
    }

    #[test]
    fn differences_of_wrong_selector_names_both_sides() {
        let of = |hex: &str| BTreeSet::from([("trade".to_owned(), hex.to_owned())]);
        assert_eq!(differences("IVault", &of("01"), &of("02")).len(), 2);
        assert!(differences("IVault", &of("01"), &of("01")).is_empty());
    }
}
