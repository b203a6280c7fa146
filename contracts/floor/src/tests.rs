//! The laws of ownership, on the host's chain.

use contract_abi::generated::{
    clearing_house, exchange, liquidation, margin_engine, oracle_adapter, vault,
};
use contract_abi::testing::{reset, with};
use contract_abi::{host, Address, Revert};

use crate::ownership::{self, OWNER};
use crate::{address_word, fixed_slot};

const ALICE: Address = [0xa1; 20];
const BOB: Address = [0xb0; 20];

fn owned_by(owner: &Address) {
    reset();
    with(|chain| chain.storage.insert(fixed_slot(OWNER), address_word(owner)));
}

fn acting(sender: &Address) {
    with(|chain| chain.sender = *sender);
}

fn refused(sender: &Address) -> Result<(), Revert> {
    Err(oracle_adapter::errors::not_owner(sender))
}

#[test]
fn require_owner_of_the_owner_passes() {
    owned_by(&ALICE);
    acting(&ALICE);
    assert_eq!(ownership::require_owner(), Ok(()));
}

#[test]
fn require_owner_of_another_names_the_sender() {
    owned_by(&ALICE);
    acting(&BOB);
    assert_eq!(ownership::require_owner(), refused(&BOB));
}

#[test]
fn require_owner_of_nobody_on_an_unowned_contract_is_refused() {
    reset();
    assert_eq!(ownership::require_owner(), refused(&[0; 20]));
}

#[test]
fn transfer_until_accepted_keeps_the_owner() {
    owned_by(&ALICE);
    acting(&ALICE);
    assert_eq!(ownership::transfer(&BOB), Ok(()));
    host::flush();
    assert_eq!((ownership::owner(), ownership::pending_owner()), (ALICE, BOB));
}

#[test]
fn accept_by_the_named_one_hands_over_once() {
    owned_by(&ALICE);
    acting(&ALICE);
    assert_eq!(ownership::transfer(&BOB), Ok(()));
    acting(&BOB);
    assert_eq!(ownership::accept(), Ok(()));
    assert_eq!((ownership::owner(), ownership::pending_owner()), (BOB, [0; 20]));
    assert_eq!(ownership::accept(), refused(&BOB));
}

#[test]
fn accept_by_another_is_refused() {
    owned_by(&ALICE);
    acting(&ALICE);
    assert_eq!(ownership::transfer(&BOB), Ok(()));
    assert_eq!(ownership::accept(), refused(&ALICE));
}

#[test]
fn accept_after_the_offer_was_taken_back_is_refused() {
    owned_by(&ALICE);
    acting(&ALICE);
    assert_eq!(ownership::transfer(&BOB), Ok(()));
    assert_eq!(ownership::transfer(&[0; 20]), Ok(()));
    acting(&BOB);
    assert_eq!(ownership::accept(), refused(&BOB));
}

/// The error is written by one interface's codec for all of them.
#[test]
fn not_owner_of_every_floor_is_one_error() {
    let expected = oracle_adapter::errors::not_owner(&ALICE);
    assert_eq!(margin_engine::errors::not_owner(&ALICE), expected);
    assert_eq!(clearing_house::errors::not_owner(&ALICE), expected);
    assert_eq!(vault::errors::not_owner(&ALICE), expected);
    assert_eq!(exchange::errors::not_owner(&ALICE), expected);
    assert_eq!(liquidation::errors::not_owner(&ALICE), expected);
}
