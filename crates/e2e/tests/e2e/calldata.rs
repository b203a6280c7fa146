//! COM-1, calls that cannot be read: each contract refuses them alike, and changes nothing.

use crate::support::{owned, refused, sandbox};
use alloy_primitives::{Address, Bytes, U256};
use ballast_sandbox::Sandbox;
use devnet::Request;

fn call(
    sandbox: &mut Sandbox,
    to: Address,
    data: &[u8],
    value: u64,
) -> Result<devnet::Outcome, devnet::Rejected> {
    let from = sandbox.owner.address();
    let data = Bytes::copy_from_slice(data);
    sandbox.chain.transact(Request::call(from, to, data).with_value(U256::from(value)))
}

#[test]
fn unknown_selector_and_short_calldata_are_refused_by_every_contract() {
    let mut sandbox = sandbox();
    for contract in owned(&sandbox).into_iter().chain([sandbox.at.lens]) {
        for data in [&[][..], &[1], &[1, 2, 3], &[0xde, 0xad, 0xbe, 0xef], &[0; 36]] {
            refused(call(&mut sandbox, contract, data, 0), "UnknownSelector");
        }
    }
}

#[test]
fn value_is_refused_by_every_contract() {
    let mut sandbox = sandbox();
    let owner =
        alloy_sol_types::SolCall::abi_encode(&ballast_abi::house::IClearingHouse::ownerCall {});
    for contract in owned(&sandbox) {
        refused(call(&mut sandbox, contract, &owner, 1), "UnexpectedValue");
    }
}

#[test]
fn arguments_cut_short_at_any_byte_are_refused() {
    let mut sandbox = sandbox();
    let bob = ballast_sandbox::Actor::named("bob");
    let quote = sandbox.quote(&bob, 1, -1_000_000, 2_000_000_000, 1);
    let fill = alloy_sol_types::SolCall::abi_encode(&sandbox.fill_call(&bob, &quote, 1_000_000));
    let exchange = sandbox.at.exchange;
    for length in (4..fill.len()).step_by(31) {
        refused(call(&mut sandbox, exchange, &fill[..length], 0), "MalformedCalldata");
    }
}

#[test]
fn words_with_dirty_padding_are_refused() {
    let mut sandbox = sandbox();
    let deposit = ballast_abi::vault::IVault::depositCall {
        account: sandbox.owner.account(),
        asset: 0,
        amount: U256::from(1),
    };
    let clean = alloy_sol_types::SolCall::abi_encode(&deposit);
    let vault = sandbox.at.vault;
    for (byte, error) in
        [(4 + 32, "MalformedCalldata"), (4 + 32 + 29, "MalformedCalldata"), (4 + 64, "OutOfRange")]
    {
        let mut dirty = clean.clone();
        dirty[byte] = 1;
        refused(call(&mut sandbox, vault, &dirty, 0), error);
    }
}
