//! One chain with both programs on it: the probe in WASM and its twin in Solidity.

use crate::record::{Arguments, NOTHING, row};
use alloy_primitives::{Address, Bytes};
use anyhow::{Context, Result, ensure};
use ballast_sandbox::{Solidity, execution_gas, programs};
use devnet::{Chain, Config, Rules};

/// The chain and where the programs are.
pub(crate) struct Subjects {
    chain: Chain,
    /// Our kernels.
    pub(crate) probe: Address,
    /// The same in Solidity.
    pub(crate) twins: Address,
}

/// What a program answered, and the gas of answering.
pub(crate) struct Answer {
    /// Its output.
    pub(crate) output: Bytes,
    /// Its gas, without what every transaction pays.
    pub(crate) gas: u64,
}

impl Subjects {
    /// Deploys both.
    ///
    /// # Errors
    /// One was not built, or is refused.
    pub(crate) fn new() -> Result<Self> {
        // Only benchmarks and tests deploy the probe, so its size is no matter.
        let rules = Rules { max_code_size: 1 << 20, max_wasm_size: 1 << 22, ..Rules::default() };
        let mut chain = Chain::new(Config { rules, ..Config::default() });
        let deployer = chain.accounts()[0].address();
        let wasm = std::fs::read(programs().join("math-probe.wasm"))
            .context("build/math-probe.wasm: cargo xtask wasm math-probe")?;
        let probe = chain.deploy_program(deployer, &wasm)?;
        let twins = chain.deploy(deployer, Solidity::read("Twins", "Twins")?.bare())?;
        Ok(Self { chain, probe, twins })
    }

    /// Calls a program.
    ///
    /// # Errors
    /// The call fails.
    pub(crate) fn call(&self, program: Address, data: Vec<u8>) -> Result<Answer> {
        let outcome = self.chain.call(program, data.clone())?;
        ensure!(outcome.is_success(), "the call of {program} failed: {}", outcome.reason());
        Ok(Answer { gas: execution_gas(&outcome, &data), output: outcome.output })
    }

    /// Has a program run a kernel on each of these arguments: the mean gas of one, beyond that of a record for which
    /// there is nothing to do, and the answers.
    ///
    /// # Errors
    /// A call fails.
    pub(crate) fn mean(
        &self,
        program: Address,
        kernel: u8,
        arguments: &[Arguments],
    ) -> Result<(f64, Bytes)> {
        let answer = self.call(program, row(kernel, arguments))?;
        let idle = self.call(program, row(NOTHING, arguments))?;
        let gas = answer.gas.saturating_sub(idle.gas);
        Ok((gas as f64 / arguments.len() as f64, answer.output))
    }
}
