//! Accounts that nobody owns, and who owns the others.

use ballast_layout::AccountId;
use contract_abi::generated::clearing_house::errors;
use contract_abi::{Address, Word};

use crate::refused::Refused;

/// The account that pays for losses before anybody else does. Anyone may deposit into it; only the
/// liquidation module moves out of it.
pub(crate) fn insurance() -> Word {
    reserved(1)
}

/// The account that collects fees. The contract's owner withdraws from it.
pub(crate) fn fees() -> Word {
    reserved(2)
}

/// Built, not a constant: whose bytes would lie in the data segment, which every call pays for.
#[inline(never)]
fn reserved(tag: u8) -> Word {
    let mut id = [0; 32];
    id[31] = tag;
    id
}

/// Whether two ids are one. Outlined: it is asked in a dozen places.
#[inline(never)]
pub(crate) fn is_same(a: &Word, b: &Word) -> bool {
    a == b
}

/// The address that controls an account.
pub(crate) fn owner(account: &Word) -> Address {
    AccountId(*account).owner()
}

/// Refuses an account that no key controls: the house's own, and those whose owner is a precompile.
///
/// # Errors
/// `ReservedAccount(account)`.
pub(crate) fn require_owned(account: &Word) -> Result<(), Refused> {
    let id = AccountId(*account);
    if id.is_reserved() || id.has_precompile_owner() {
        return Err(errors::reserved_account(account).into());
    }
    Ok(())
}

/// Refuses an account that may not be credited: one that no key controls, save the insurance.
///
/// # Errors
/// `ReservedAccount(account)`.
pub(crate) fn require_creditable(account: &Word) -> Result<(), Refused> {
    if is_same(account, &insurance()) {
        return Ok(());
    }
    require_owned(account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refused::told;

    fn owned_by(tail: &[u8]) -> Word {
        let mut id = [0; 32];
        id[20 - tail.len()..20].copy_from_slice(tail);
        id[31] = 9;
        id
    }

    #[test]
    fn reserved_accounts_are_those_of_the_layout() {
        assert_eq!((insurance(), fees()), (AccountId::INSURANCE.0, AccountId::FEES.0));
    }

    #[test]
    fn require_owned_of_an_owner_below_two_to_the_sixteenth_is_refused() {
        for account in [insurance(), fees(), owned_by(&[]), owned_by(&[1]), owned_by(&[0xff, 0xff])]
        {
            assert_eq!(told(require_owned(&account)), Err(errors::reserved_account(&account)));
        }
    }

    #[test]
    fn require_owned_of_the_first_free_owner_passes() {
        assert_eq!(told(require_owned(&owned_by(&[1, 0, 0]))), Ok(()));
        assert_eq!(told(require_owned(&owned_by(&[0xab; 20]))), Ok(()));
    }

    #[test]
    fn require_creditable_of_reserved_accounts_passes_the_insurance_only() {
        assert_eq!(told(require_creditable(&insurance())), Ok(()));
        assert_eq!(told(require_creditable(&fees())), Err(errors::reserved_account(&fees())));
        assert_eq!(told(require_creditable(&owned_by(&[0xab; 20]))), Ok(()));
    }
}
