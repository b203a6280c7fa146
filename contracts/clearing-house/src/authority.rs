//! Who may call.

use contract_abi::generated::clearing_house::{errors, Right};
use contract_abi::{host, Address, Word};
use contract_floor::ownership;

use crate::{account, storage};

use crate::refused::Refused;

/// Whether an address has a right.
pub(crate) fn has_right(venue: &Address, right: Right) -> bool {
    storage::rights(venue) >> (right as u8) & 1 == 1
}

/// Lets nobody pass but a sender that has the right.
///
/// # Errors
/// `MissingRight`.
pub(crate) fn require_right(right: Right) -> Result<(), Refused> {
    let sender = host::sender();
    if has_right(&sender, right) {
        Ok(())
    } else {
        Err(errors::missing_right(&sender, right).into())
    }
}

/// Lets nobody act on an account but whoever controls it: its owner, and for the account that collects
/// fees the owner of the house.
///
/// # Errors
/// `NotAuthorised`, and `ReservedAccount` for an account that nobody controls.
pub(crate) fn require_control(id: &Word, caller: &Address) -> Result<(), Refused> {
    let controller = if account::is_same(id, &account::fees()) {
        ownership::owner()
    } else {
        account::require_owned(id)?;
        account::owner(id)
    };
    if controller == *caller && *caller != [0; 20] {
        Ok(())
    } else {
        Err(errors::not_authorised(id, caller).into())
    }
}
