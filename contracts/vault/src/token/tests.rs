//! VAU-2: OpenZeppelin's `SafeErc20` as the vault uses it, on motsu's chain.
//!
//! The vault's router is generated and motsu routes only the SDK's, so a shim stands where the vault would.
//! The vault's own calls, views and permits, go through its own host: a bridge hands them on, so that
//! both see one token.

use alloc::vec::Vec;

use alloy_primitives::{Address, U256};
use alloy_sol_types::{sol, SolCall};
use contract_abi::generated::vault::errors;
use contract_abi::testing::{self, Call};
use contract_abi::Revert;
use motsu::prelude::*;
use openzeppelin_stylus::token::erc20::{self, Erc20, IErc20};
use stylus_sdk::call::RawCall;
use stylus_sdk::prelude::*;
use stylus_sdk::storage::StorageU8;
use stylus_sdk::ArbResult;

use super::{pull, push};

sol! {
    function transfer(address to, uint256 value) external returns (bool);
    function transferFrom(address from, address to, uint256 value) external returns (bool);
}

/// What a token answers to a transfer, and what it does about it.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Manner {
    /// Moves and says true.
    Honest,
    /// Moves and says false.
    Refusing,
    /// Moves and says nothing.
    Silent,
    /// Reverts.
    Reverting,
    /// Moves and answers a word that is no boolean.
    Garbled,
    /// Moves one less than asked and says true.
    Greedy,
    /// Moves nothing and says true.
    Idle,
}

/// OpenZeppelin's token, with the answer of a manner.
#[storage]
struct Token {
    ledger: Erc20,
    manner: StorageU8,
}

unsafe impl TopLevelStorage for Token {}

#[public]
impl Token {
    fn balance_of(&self, account: Address) -> U256 {
        self.ledger.balance_of(account)
    }

    /// Transfers, with answers that no one signature allows.
    #[fallback]
    fn transfers(&mut self, calldata: &[u8]) -> ArbResult {
        let manner = self.manner.get().to::<u8>();
        if manner == Manner::Reverting as u8 {
            return Err(answer(b"no"));
        }
        if manner != Manner::Idle as u8 {
            let fee = U256::from(u8::from(manner == Manner::Greedy as u8));
            self.moved(calldata, fee)?;
        }
        Ok(match manner {
            manner if manner == Manner::Refusing as u8 => answer(&[0; 32]),
            manner if manner == Manner::Silent as u8 => answer(&[]),
            manner if manner == Manner::Garbled as u8 => answer(&[0xff; 32]),
            _ => answer(&U256::from(1).to_be_bytes::<32>()),
        })
    }
}

/// Return data. motsu copies as many bytes as the caller is ready to take, `SafeErc20` a word, however
/// few there are: there must be room for them.
fn answer(bytes: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(32);
    data.extend_from_slice(bytes);
    data
}

impl Token {
    fn moved(&mut self, calldata: &[u8], fee: U256) -> Result<(), Vec<u8>> {
        let done = match transferCall::abi_decode(calldata, true) {
            Ok(call) => self.ledger.transfer(call.to, call.value - fee),
            Err(_) => {
                let call = transferFromCall::abi_decode(calldata, true).map_err(|_| Vec::new())?;
                self.ledger.transfer_from(call.from, call.to, call.value - fee)
            }
        };
        done.map(|_| ()).map_err(erc20::Error::into)
    }
}

/// Stands where the vault would.
#[storage]
struct Shim {}

unsafe impl TopLevelStorage for Shim {}

#[public]
impl Shim {
    fn pull(&mut self, token: Address, from: Address, amount: u128) -> Result<(), Vec<u8>> {
        pull(&token, &from, amount).map_err(Revert::into_data)
    }

    fn push(&mut self, token: Address, to: Address, amount: u128) -> Result<(), Vec<u8>> {
        push(&token, &to, amount).map_err(Revert::into_data)
    }
}

/// What the vault's own host is asked becomes a call in motsu's chain.
fn bridge(vault: &Contract<Shim>) {
    testing::reset();
    testing::with(|chain| chain.address = vault.address().into());
    // SAFETY: the shim has no storage that a callee could change behind its back.
    testing::on_call(|call: &Call| unsafe { RawCall::new().call(call.target.into(), &call.data) });
}

/// A token of this manner; alice has 100 of it, half of which the vault may take, and the vault 10.
fn stocked(vault: &Contract<Shim>, token: &Contract<Token>, alice: Address, manner: Manner) {
    bridge(vault);
    let units = U256::from;
    token.sender(alice).ledger._mint(alice, units(100)).unwrap();
    token.sender(alice).ledger._mint(vault.address(), units(10)).unwrap();
    token.sender(alice).ledger.approve(vault.address(), units(50)).unwrap();
    token.sender(alice).manner.set(alloy_primitives::Uint::from(manner as u8));
}

fn balances(vault: &Contract<Shim>, token: &Contract<Token>, alice: Address) -> (U256, U256) {
    let of = |who| token.sender(alice).balance_of(who);
    (of(alice), of(vault.address()))
}

/// Pulls 7 from alice and pushes 3 back.
#[track_caller]
fn assert_moves(vault: &Contract<Shim>, token: &Contract<Token>, alice: Address) {
    vault.sender(alice).pull(token.address(), alice, 7).motsu_unwrap();
    assert_eq!(balances(vault, token, alice), (U256::from(93), U256::from(17)));
    vault.sender(alice).push(token.address(), alice, 3).motsu_unwrap();
    assert_eq!(balances(vault, token, alice), (U256::from(96), U256::from(14)));
}

/// Neither direction works, and nothing moves.
#[track_caller]
fn assert_refused(vault: &Contract<Shim>, token: &Contract<Token>, alice: Address, error: &Revert) {
    let before = balances(vault, token, alice);
    let pulled = vault.sender(alice).pull(token.address(), alice, 7).motsu_unwrap_err();
    assert_eq!(pulled, error.data());
    let pushed = vault.sender(alice).push(token.address(), alice, 7).motsu_unwrap_err();
    assert_eq!(pushed, error.data());
    assert_eq!(balances(vault, token, alice), before);
}

fn failed(token: &Contract<Token>) -> Revert {
    errors::transfer_failed(&token.address().into())
}

fn wrong_amount(token: &Contract<Token>, actual: u128) -> Revert {
    errors::wrong_amount_moved(&token.address().into(), actual, 7)
}

#[motsu::test]
fn token_that_returns_true_moves(vault: Contract<Shim>, token: Contract<Token>, alice: Address) {
    stocked(&vault, &token, alice, Manner::Honest);
    assert_moves(&vault, &token, alice);
}

#[motsu::test]
fn token_that_returns_nothing_moves(vault: Contract<Shim>, token: Contract<Token>, alice: Address) {
    stocked(&vault, &token, alice, Manner::Silent);
    assert_moves(&vault, &token, alice);
}

#[motsu::test]
fn token_that_returns_false_is_refused(
    vault: Contract<Shim>,
    token: Contract<Token>,
    alice: Address,
) {
    stocked(&vault, &token, alice, Manner::Refusing);
    assert_refused(&vault, &token, alice, &failed(&token));
}

#[motsu::test]
fn token_that_reverts_is_refused(vault: Contract<Shim>, token: Contract<Token>, alice: Address) {
    stocked(&vault, &token, alice, Manner::Reverting);
    assert_refused(&vault, &token, alice, &failed(&token));
}

#[motsu::test]
fn token_that_returns_no_boolean_is_refused(
    vault: Contract<Shim>,
    token: Contract<Token>,
    alice: Address,
) {
    stocked(&vault, &token, alice, Manner::Garbled);
    assert_refused(&vault, &token, alice, &failed(&token));
}

#[motsu::test]
fn token_that_moves_another_amount_is_refused(
    vault: Contract<Shim>,
    token: Contract<Token>,
    alice: Address,
) {
    stocked(&vault, &token, alice, Manner::Greedy);
    assert_refused(&vault, &token, alice, &wrong_amount(&token, 6));
    stocked(&vault, &token, alice, Manner::Idle);
    assert_refused(&vault, &token, alice, &wrong_amount(&token, 0));
}

#[motsu::test]
fn pull_beyond_the_allowance_or_the_balance_is_refused(
    vault: Contract<Shim>,
    token: Contract<Token>,
    alice: Address,
) {
    stocked(&vault, &token, alice, Manner::Honest);
    let before = balances(&vault, &token, alice);
    for amount in [51, 101, u128::MAX] {
        let refused = vault.sender(alice).pull(token.address(), alice, amount);
        assert_eq!(refused.motsu_unwrap_err(), failed(&token).data());
    }
    let refused = vault.sender(alice).push(token.address(), alice, 11);
    assert_eq!(refused.motsu_unwrap_err(), failed(&token).data());
    assert_eq!(balances(&vault, &token, alice), before);
}
