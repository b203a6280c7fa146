//! `depositWithPermit`, with OpenZeppelin's EIP-2612 token as the quote coin.

use crate::support::{ledger, ok, read, refused, sandbox};
use alloy_primitives::{Address, B256, U256, b256, keccak256};
use alloy_sol_types::{SolCall, SolValue, sol};
use ballast_abi::vault::IVault::{depositWithPermitCall, setAssetCall};
use ballast_sandbox::{Actor, Sandbox, Solidity, coins, wad};

sol! {
    interface IPermit {
        function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
        function nonces(address owner) external view returns (uint256);
        function allowance(address owner, address spender) external view returns (uint256);
        function approve(address spender, uint256 amount) external;
        function mint(address to, uint256 amount) external;
        function DOMAIN_SEPARATOR() external view returns (bytes32);
    }
}

/// keccak-256 of `Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)`.
const PERMIT: B256 = b256!("6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9");

/// Alice with quote coins and no allowance.
fn alice(sandbox: &mut Sandbox, amount: u64) -> Actor {
    let alice = sandbox.actor("alice");
    let mint = IPermit::mintCall { to: alice.address(), amount: coins(amount) };
    ok(sandbox.send(&alice, sandbox.at.quote, &mint));
    alice
}

fn now(sandbox: &Sandbox) -> u64 {
    sandbox.chain.latest().timestamp()
}

/// The deposit of an amount of `owner`'s, with `signer`'s permit for it.
fn signed_by(
    sandbox: &Sandbox,
    signer: &Actor,
    owner: &Actor,
    amount: U256,
) -> depositWithPermitCall {
    with_deadline(sandbox, signer, owner, amount, U256::from(now(sandbox) + 600))
}

fn with_deadline(
    sandbox: &Sandbox,
    signer: &Actor,
    owner: &Actor,
    amount: U256,
    deadline: U256,
) -> depositWithPermitCall {
    let (token, owner_address) = (sandbox.at.quote, owner.address());
    let nonce = read(sandbox, token, &IPermit::noncesCall { owner: owner_address });
    let content = (PERMIT, owner_address, sandbox.at.vault, amount, nonce, deadline).abi_encode();
    let domain = read(sandbox, token, &IPermit::DOMAIN_SEPARATORCall {});
    let hash = keccak256([&b"\x19\x01"[..], &domain[..], &keccak256(content)[..]].concat());
    let signature = signer.sign_hash(hash);
    depositWithPermitCall {
        account: owner.account(),
        asset: 0,
        amount,
        deadline,
        r: B256::from_slice(&signature[..32]),
        s: B256::from_slice(&signature[32..64]),
        v: signature[64],
    }
}

/// The permit of a deposit, as anybody may present it to the token.
fn present(owner: &Actor, vault: Address, deposit: &depositWithPermitCall) -> IPermit::permitCall {
    IPermit::permitCall {
        owner: owner.address(),
        spender: vault,
        value: deposit.amount,
        deadline: deposit.deadline,
        v: deposit.v,
        r: deposit.r,
        s: deposit.s,
    }
}

fn allowance(sandbox: &Sandbox, owner: &Actor) -> U256 {
    let call = IPermit::allowanceCall { owner: owner.address(), spender: sandbox.at.vault };
    read(sandbox, sandbox.at.quote, &call)
}

/// The deposit is refused, and neither the ledger nor the token's allowance and nonce move.
#[track_caller]
fn assert_refused(
    sandbox: &mut Sandbox,
    sender: &Actor,
    call: &depositWithPermitCall,
    error: &str,
) {
    let noted = |sandbox: &Sandbox| {
        let nonces = IPermit::noncesCall { owner: sender.address() };
        let nonce = read(sandbox, sandbox.at.quote, &nonces);
        (ledger(sandbox, &[sender]), allowance(sandbox, sender), nonce)
    };
    let before = noted(sandbox);
    refused(sandbox.send(sender, sandbox.at.vault, call), error);
    assert_eq!(noted(sandbox), before);
}

#[test]
fn deposit_with_permit_needs_no_allowance_and_leaves_none() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let call = signed_by(&sandbox, &alice, &alice, coins(60));
    let credited = ok(sandbox.send(&alice, sandbox.at.vault, &call)).output;
    assert_eq!(depositWithPermitCall::abi_decode_returns(&credited).unwrap(), wad(60));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(60));
    assert_eq!(sandbox.token_balance(sandbox.at.quote, sandbox.at.vault).unwrap(), coins(60));
    assert_eq!(allowance(&sandbox, &alice), U256::ZERO);
}

#[test]
fn deposit_with_permit_into_another_account_is_open_to_all() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let bob = sandbox.actor("bob");
    let own = signed_by(&sandbox, &alice, &alice, coins(60));
    let call = depositWithPermitCall { account: bob.account(), ..own };
    ok(sandbox.send(&alice, sandbox.at.vault, &call));
    assert_eq!(sandbox.cash(bob.account()).unwrap(), wad(60));
}

#[test]
fn permit_that_somebody_presented_before_is_no_obstacle() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let mallory = sandbox.actor("mallory");
    let call = signed_by(&sandbox, &alice, &alice, coins(60));
    let early = present(&alice, sandbox.at.vault, &call);
    ok(sandbox.send(&mallory, sandbox.at.quote, &early));
    ok(sandbox.send(&alice, sandbox.at.vault, &call));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(60));
    assert_eq!(allowance(&sandbox, &alice), U256::ZERO);
}

#[test]
fn permit_counts_once() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 200);
    let call = signed_by(&sandbox, &alice, &alice, coins(60));
    ok(sandbox.send(&alice, sandbox.at.vault, &call));
    assert_refused(&mut sandbox, &alice, &call, "PermitFailed");
}

#[test]
fn permit_of_another_owner_is_refused() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let mallory = sandbox.actor("mallory");
    // Whoever sends is whose tokens move: a permit seen in the mempool is of no use to others.
    let seen = signed_by(&sandbox, &alice, &alice, coins(60));
    let stolen = depositWithPermitCall { account: mallory.account(), ..seen };
    assert_refused(&mut sandbox, &mallory, &stolen, "PermitFailed");
    let forged = signed_by(&sandbox, &mallory, &alice, coins(60));
    assert_refused(&mut sandbox, &alice, &forged, "PermitFailed");
    assert_eq!(sandbox.token_balance(sandbox.at.quote, alice.address()).unwrap(), coins(100));
}

#[test]
fn permit_counts_until_its_deadline_and_not_after() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    // The next block is one second later.
    let next = U256::from(now(&sandbox) + 1);
    let late = with_deadline(&sandbox, &alice, &alice, coins(60), next - U256::ONE);
    let mut later = sandbox.clone();
    assert_refused(&mut later, &alice, &late, "PermitFailed");
    let just = with_deadline(&sandbox, &alice, &alice, coins(60), next);
    ok(sandbox.send(&alice, sandbox.at.vault, &just));
}

#[test]
fn permit_that_was_altered_is_refused() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let good = signed_by(&sandbox, &alice, &alice, coins(60));
    let order: U256 = U256::from_be_bytes(
        b256!("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141").0,
    );
    let mirrored = B256::from(order - U256::from_be_bytes(good.s.0));
    let rows = [
        ("PermitFailed", depositWithPermitCall { amount: coins(61), ..good.clone() }),
        (
            "PermitFailed",
            depositWithPermitCall { deadline: good.deadline + U256::ONE, ..good.clone() },
        ),
        ("PermitFailed", depositWithPermitCall { v: 0, ..good.clone() }),
        ("PermitFailed", depositWithPermitCall { s: mirrored, v: 55 - good.v, ..good.clone() }),
        ("PermitFailed", depositWithPermitCall { r: B256::ZERO, s: B256::ZERO, ..good.clone() }),
        ("OutOfRange", depositWithPermitCall { deadline: U256::MAX, ..good.clone() }),
        ("ZeroAmount", depositWithPermitCall { amount: U256::ZERO, ..good.clone() }),
        ("UnknownAsset", depositWithPermitCall { asset: 7, ..good.clone() }),
    ];
    for (error, call) in rows {
        assert_refused(&mut sandbox, &alice, &call, error);
    }
    ok(sandbox.send(&alice, sandbox.at.vault, &good));
}

#[test]
fn permit_for_more_than_the_balance_is_refused_and_stays_unused() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let call = signed_by(&sandbox, &alice, &alice, coins(101));
    assert_refused(&mut sandbox, &alice, &call, "TransferFailed");
}

#[test]
fn permit_that_fails_where_an_allowance_stands_is_no_obstacle() {
    let mut sandbox = sandbox();
    let alice = alice(&mut sandbox, 100);
    let forged = signed_by(&sandbox, &sandbox.owner.clone(), &alice, coins(60));
    for (allowed, is_enough) in [(59, false), (60, true)] {
        let approve = IPermit::approveCall { spender: sandbox.at.vault, amount: coins(allowed) };
        ok(sandbox.send(&alice, sandbox.at.quote, &approve));
        if is_enough {
            ok(sandbox.send(&alice, sandbox.at.vault, &forged));
        } else {
            assert_refused(&mut sandbox, &alice, &forged, "PermitFailed");
        }
    }
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(60));
}

#[test]
fn token_without_permit_takes_deposits_by_allowance_only() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let alice = alice(&mut sandbox, 1);
    let code = Solidity::read("Tokens", "SilentToken").unwrap().bare();
    let token = sandbox.chain.deploy(owner.address(), code).unwrap();
    let list = setAssetCall { id: 2, token, decimals: 6, cap: coins(1_000) };
    ok(sandbox.send(&owner, sandbox.at.vault, &list));
    ok(sandbox.send(&alice, token, &IPermit::mintCall { to: alice.address(), amount: coins(9) }));
    let any = signed_by(&sandbox, &alice, &alice, coins(9));
    let call = depositWithPermitCall { asset: 2, ..any };
    assert_refused(&mut sandbox, &alice, &call, "PermitFailed");
    let approve = IPermit::approveCall { spender: sandbox.at.vault, amount: coins(9) };
    ok(sandbox.send(&alice, token, &approve));
    ok(sandbox.send(&alice, sandbox.at.vault, &call));
}
