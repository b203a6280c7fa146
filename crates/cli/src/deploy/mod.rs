//! `ballast deploy`: carries out a deployment over JSON-RPC, on any chain that runs Stylus programs.

mod config;
mod preflight;
mod rpc;
mod wallet;

use crate::arguments::Deploy;
use crate::deployments;
use alloy_primitives::{Address, Bytes, U256, address};
use alloy_sol_types::{SolCall, sol};
use anyhow::{Context, Result, ensure};
use ballast_deployment::{Artifacts, Step, plan};
use rpc::Rpc;
use std::path::Path;
use wallet::Wallet;

sol! {
    /// Activation of programs.
    interface ArbWasm {
        function activateProgram(address program) external payable returns (uint16 version, uint256 dataFee);
        function programTimeLeft(address program) external view returns (uint64 timeLeft);
        error ProgramInsufficientValue(uint256 have, uint256 want);
    }
}

const ARB_WASM: Address = address!("0000000000000000000000000000000000000071");

/// Deploys, step by step; stops at the first that fails and says which.
pub(crate) fn run(arguments: &Deploy) -> Result<()> {
    let key = arguments.private_key.as_deref().context(
        "no private key: put the deployer's into BALLAST_PRIVATE_KEY or pass it as --private-key",
    )?;
    let wallet = Wallet::new(key)?;
    let rpc = Rpc::new(&arguments.rpc_url);
    let chain_id = rpc.chain_id().context(
        "cannot reach the chain: --rpc-url must be the HTTP address of a running node \
         (`ballast devnet` starts one)",
    )?;
    let artifacts = Artifacts::read(Path::new("build"))?;
    let nonce = rpc.nonce(wallet.address())?;
    let config = config::read(&arguments.config, chain_id, wallet.address(), nonce)?;
    preflight::require_contracts(&rpc, &config)
        .with_context(|| arguments.config.display().to_string())?;
    let planned = plan(&artifacts, &config)?;
    println!(
        "chain {chain_id}, deployer {}, {} transactions",
        wallet.address(),
        planned.steps.len()
    );
    for (index, step) in planned.steps.iter().enumerate() {
        let (name, to, data, value) = transaction(&rpc, &wallet, step)?;
        let gas = wallet.send(&rpc, chain_id, to, data, value).with_context(|| name.clone())?;
        println!("[{}/{}] {name}: {gas} gas", index + 1, planned.steps.len());
        if let Step::Create { address, .. } = step {
            let code = rpc.code(*address)?;
            ensure!(
                !code.is_empty(),
                "{name}: nothing is at {address}; was the key used meanwhile?"
            );
        }
    }
    let path = deployments::write(&planned.addresses)?;
    println!("addresses are in {}", path.display());
    Ok(())
}

/// What a step sends: its name, receiver, data and wei.
fn transaction(
    rpc: &Rpc,
    wallet: &Wallet,
    step: &Step,
) -> Result<(String, Option<Address>, Bytes, U256)> {
    Ok(match step {
        Step::Create { name, init_code, .. } => {
            (format!("create {name}"), None, init_code.clone(), U256::ZERO)
        }
        // Code that is active already, from a deployment before, cannot be activated again; addresses
        // follow from the count of transactions, so one is sent all the same.
        Step::Activate { name, program } if is_active(rpc, *program) => {
            (format!("{name} is active"), Some(wallet.address()), Bytes::new(), U256::ZERO)
        }
        Step::Activate { name, program } => {
            let data = ArbWasm::activateProgramCall { program: *program }.abi_encode().into();
            // The fee moves with demand, and what is sent beyond it comes back.
            let value = rpc.balance(wallet.address())? / U256::from(4);
            (format!("activate {name}"), Some(ARB_WASM), data, value)
        }
        Step::Call { name, to, data } => (name.clone(), Some(*to), data.clone(), U256::ZERO),
    })
}

/// Whether the code of a program can be called as it is: what was never activated, has expired or was
/// activated under older rules has no time left to tell.
fn is_active(rpc: &Rpc, program: Address) -> bool {
    rpc.view(ARB_WASM, &ArbWasm::programTimeLeftCall { program }).is_ok()
}
