//! The owner of a contract: who may configure it, and how it changes hands.
//!
//! The owner names the next one, and only that address can complete the transfer, so a contract cannot
//! be handed to an address that nobody controls. Naming zero takes the offer back. There is no way to
//! renounce: a house without an owner could not wind down.

use contract_abi::generated::oracle_adapter::{errors, events};
use contract_abi::{host, Address, Revert};

use crate::{address_in, address_word, fixed_slot};

/// The owner's slot.
pub const OWNER: u8 = 0;
/// The next owner's slot.
pub const PENDING: u8 = 1;

/// Who may configure the contract.
#[must_use]
pub fn owner() -> Address {
    address_in(&host::load(&fixed_slot(OWNER)))
}

/// Who may become the owner by accepting; zero when nobody was named.
#[must_use]
pub fn pending_owner() -> Address {
    address_in(&host::load(&fixed_slot(PENDING)))
}

/// Lets nobody but the owner pass.
///
/// # Errors
/// `NotOwner(sender)`.
pub fn require_owner() -> Result<(), Revert> {
    require_sender(&owner()).map(|_| ())
}

/// Names the next owner, who must accept. The owner's entry point.
///
/// # Errors
/// `NotOwner(sender)`.
pub fn transfer(next: &Address) -> Result<(), Revert> {
    let owner = require_sender(&owner())?;
    let _ = pending_owner();
    host::cache(&fixed_slot(PENDING), &address_word(next));
    events::ownership_transfer_started(&owner, next);
    Ok(())
}

/// Makes the sender the owner if it was named.
///
/// # Errors
/// `NotOwner(sender)`.
pub fn accept() -> Result<(), Revert> {
    let next = require_sender(&pending_owner())?;
    let previous = owner();
    host::cache(&fixed_slot(OWNER), &address_word(&next));
    host::cache(&fixed_slot(PENDING), &[0; 32]);
    events::ownership_transferred(&previous, &next);
    Ok(())
}

/// The sender, if it is the one that is expected. Nobody is the zero address: a call without a sender,
/// as a node simulates it, must not pass for a contract that was never given an owner.
fn require_sender(expected: &Address) -> Result<Address, Revert> {
    let sender = host::sender();
    if sender == *expected && sender != [0; 20] {
        Ok(sender)
    } else {
        Err(errors::not_owner(&sender))
    }
}
