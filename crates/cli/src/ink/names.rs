//! Which contract an account is, and what its functions are called.

use alloy_primitives::{Address, map::AddressMap};
use anyhow::{Context, Result};
use ballast_deployment::Addresses;
use std::collections::BTreeMap;

/// Names of the programs of a deployment, and of their functions.
pub(crate) struct Names(AddressMap<Program>);

struct Program {
    name: &'static str,
    functions: BTreeMap<u32, String>,
}

impl Names {
    /// Reads the names that the build keeps beside each program.
    ///
    /// # Errors
    /// A file is missing: the contracts were not built, or by an older build.
    pub(crate) fn read(at: &Addresses) -> Result<Self> {
        let programs = [
            ("oracle-adapter", at.oracle_adapter),
            ("margin-engine", at.margin_engine),
            ("clearing-house", at.clearing_house),
            ("vault", at.vault),
            ("exchange", at.exchange),
            ("liquidation", at.liquidation),
            ("lens", at.lens),
        ];
        let read = |(name, address)| Ok((address, Program { name, functions: functions(name)? }));
        programs.into_iter().map(read).collect::<Result<_>>().map(Self)
    }

    /// The contract at an address; the address if it is none of ours.
    pub(crate) fn contract(&self, address: &Address) -> String {
        self.0.get(address).map_or_else(|| address.to_string(), |program| program.name.to_owned())
    }

    /// A function of the contract at an address, with the path to it but for the crate's own name.
    pub(crate) fn function(&self, address: &Address, index: u32) -> String {
        let program = self.0.get(address);
        let name = program.and_then(|program| program.functions.get(&index));
        name.map_or_else(|| format!("function {index}"), |name| shortened(name))
    }
}

fn functions(contract: &str) -> Result<BTreeMap<u32, String>> {
    let path = ballast_sandbox::programs().join(format!("{contract}.names.json"));
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("{}: run 'make build' first", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// A host function by its name alone.
fn shortened(name: &str) -> String {
    match name.strip_prefix("stylus_sdk::hostio::") {
        Some(host) => format!("host {host}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_host_function_is_told_from_the_programs_own() {
        assert_eq!(shortened("stylus_sdk::hostio::read_args"), "host read_args");
        assert_eq!(shortened("clearing_house::trade::trade"), "clearing_house::trade::trade");
    }
}
