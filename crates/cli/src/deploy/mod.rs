//! `ballast deploy`: carries out a deployment over JSON-RPC, on any chain that runs Stylus programs.

mod config;
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
        function stylusVersion() external view returns (uint16 version);
        function programVersion(address program) external view returns (uint16 version);
    }
}

const ARB_WASM: Address = address!("0000000000000000000000000000000000000071");

/// Deploys, step by step; stops at the first that fails and says which.
pub(crate) fn run(arguments: &Deploy) -> Result<()> {
    let rpc = Rpc::new(&arguments.rpc_url);
    let wallet = Wallet::new(&arguments.private_key)?;
    let chain_id = rpc.chain_id().context("cannot reach the chain")?;
    let artifacts = Artifacts::read(Path::new("build"))?;
    let nonce = rpc.nonce(wallet.address())?;
    let contents = arguments.config.as_deref().map(config::read).transpose()?.unwrap_or_default();
    let config = config::of(&contents, chain_id, wallet.address(), nonce)?;
    let planned = plan(&artifacts, &config)?;
    println!(
        "chain {chain_id}, deployer {}, {} transactions",
        wallet.address(),
        planned.steps.len()
    );
    for (index, step) in planned.steps.iter().enumerate() {
        let (name, to, data, value) = transaction(&rpc, &wallet, step)?;
        let of = format!("[{}/{}] {name}", index + 1, planned.steps.len());
        if is_done(&rpc, step)? {
            println!("{of}: done already");
            continue;
        }
        let gas = wallet.send(&rpc, chain_id, to, data, value).with_context(|| name.clone())?;
        println!("{of}: {gas} gas");
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

/// Whether the chain has activated this code before, for whomever: it would refuse to do so again.
fn is_done(rpc: &Rpc, step: &Step) -> Result<bool> {
    let Step::Activate { program, .. } = step else { return Ok(false) };
    let present = rpc.view(ARB_WASM, &ArbWasm::stylusVersionCall {})?;
    let known = rpc.view(ARB_WASM, &ArbWasm::programVersionCall { program: *program });
    // Code that was never activated is a revert.
    Ok(known.is_ok_and(|version| version == present))
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
        Step::Activate { name, program } => {
            let data = ArbWasm::activateProgramCall { program: *program }.abi_encode().into();
            // The fee moves with demand, and what is sent beyond it comes back.
            let value = rpc.balance(wallet.address())? / U256::from(4);
            (format!("activate {name}"), Some(ARB_WASM), data, value)
        }
        Step::Call { name, to, data } => (name.clone(), Some(*to), data.clone(), U256::ZERO),
    })
}
