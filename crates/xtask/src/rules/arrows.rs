//! Which packages may depend on which: from chain to money to numbers, never back.

use super::files::Source;
use super::manifests::Manifest;
use std::collections::BTreeSet;

/// Know nothing of the protocol: a chain, its node, and what a program is.
const CHAIN: &[&str] = &["devnet", "devnet-node", "stylus-program"];
/// Stand at the end of every arrow: nothing imports them.
const ENDS: &[&str] = &["ballast-cli", "ballast-e2e", "ballast-keeper", "xtask"];
/// The packages of `crates/` that programs share with off-chain code: pure and `no_std`.
const SHARED: &[&str] = &["ballast-layout", "ballast-math"];

/// Dependencies that point the wrong way, a line each.
pub(crate) fn breaches(manifests: &[Manifest]) -> Vec<String> {
    let names = |pick: fn(&Manifest) -> bool| -> BTreeSet<&str> {
        manifests.iter().filter(|m| pick(m)).map(|m| m.name.as_str()).collect()
    };
    let contract_side = names(|m| m.is_contract_side);
    let host_side = names(|m| !m.is_contract_side);
    let programs = names(|m| m.is_program);
    let mut breaches = Vec::new();
    for manifest in manifests {
        // A crate may name itself, to switch features on for its own tests.
        let others = manifest.dependencies.iter().filter(|name| **name != manifest.name);
        for dependency in others.map(String::as_str) {
            let reason = if ENDS.contains(&dependency) {
                "nothing imports this"
            } else if !manifest.is_contract_side && contract_side.contains(dependency) {
                "off-chain code imports no contract code"
            } else if manifest.is_program && programs.contains(dependency) {
                "contracts call each other and never import each other"
            } else if manifest.is_contract_side
                && host_side.contains(dependency)
                && !SHARED.contains(&dependency)
            {
                "contracts import only the shared pure crates"
            } else if CHAIN.contains(&manifest.name.as_str()) && dependency.starts_with("ballast-")
            {
                "the chain knows nothing of the protocol"
            } else if manifest.name == "ballast-math" && host_side.contains(dependency) {
                "numbers know nothing but numbers"
            } else {
                continue;
            };
            breaches.push(format!("{} → {dependency}: {reason}", manifest.name));
        }
    }
    breaches
}

/// Modules of the math crate that reach upwards: numbers know no prices, prices no accounts.
pub(crate) fn math_breaches(files: &[Source]) -> Vec<String> {
    let forbidden: [(&str, &[&str]); 2] = [
        ("crates/math/src/fixed/", &["crate::pricing", "crate::risk"]),
        ("crates/math/src/pricing/", &["crate::risk"]),
    ];
    let mut breaches = Vec::new();
    for (folder, modules) in forbidden {
        for file in files.iter().filter(|file| file.path.starts_with(folder)) {
            for module in modules.iter().filter(|module| file.text.contains(**module)) {
                breaches.push(format!("{}: imports {module}", file.path));
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(name: &str, is_contract_side: bool, is_program: bool, on: &[&str]) -> Manifest {
        let dependencies = on.iter().map(|name| (*name).to_owned()).collect();
        Manifest { name: name.to_owned(), is_contract_side, is_program, dependencies }
    }

    #[test]
    fn arrows_that_point_down_pass() {
        let manifests = [
            manifest("vault", true, true, &["ballast-math", "contract-abi"]),
            manifest("contract-abi", true, false, &[]),
            manifest("ballast-math", false, false, &["ballast-math"]),
            manifest("ballast-cli", false, false, &["devnet", "ballast-math"]),
            manifest("devnet", false, false, &["revm"]),
        ];
        assert!(breaches(&manifests).is_empty());
    }

    #[test]
    fn arrows_that_point_up_are_each_refused() {
        let manifests = [
            manifest("vault", true, true, &["lens", "devnet"]),
            manifest("lens", true, true, &[]),
            manifest("ballast-math", false, false, &["devnet"]),
            manifest("devnet", false, false, &["ballast-math", "xtask"]),
            manifest("ballast-abi", false, false, &["vault"]),
        ];
        assert_eq!(breaches(&manifests).len(), 6);
    }

    #[test]
    fn fixed_that_names_risk_is_refused() {
        let path = "crates/math/src/fixed/wad.rs".to_owned();
        let files = [Source { path, text: "use crate::risk::x;".to_owned() }];
        assert_eq!(math_breaches(&files).len(), 1);
    }
}
