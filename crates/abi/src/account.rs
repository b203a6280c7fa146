//! Account ids: owner address ‖ sub-account tag.

use alloy_primitives::{Address, B256};

/// The account of `owner` with a 12-byte tag; the tag is the low 96 bits of `tag`.
pub fn account(owner: Address, tag: u128) -> B256 {
    let mut id = B256::ZERO;
    id[..20].copy_from_slice(owner.as_slice());
    id[20..].copy_from_slice(&tag.to_be_bytes()[4..]);
    id
}

/// The address that controls an account.
pub fn owner(account: B256) -> Address {
    Address::from_slice(&account[..20])
}

/// The account that pays for losses before anybody else does. Anyone may deposit into it.
pub const INSURANCE: B256 = reserved(1);
/// The account that collects fees.
pub const FEES: B256 = reserved(2);

const fn reserved(tag: u8) -> B256 {
    let mut id = [0u8; 32];
    id[31] = tag;
    B256::new(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_of_owner_and_tag_splits_back() {
        let owner_address = Address::repeat_byte(0xab);
        let id = account(owner_address, 7);
        assert_eq!(owner(id), owner_address);
        assert_eq!(id[31], 7);
    }
}
