//! Somebody with a key and an account.

use alloy_primitives::{Address, B256, Bytes, keccak256};
use ballast_abi::{account, exchange::IExchange::Order, order};
use devnet::Account;

/// Somebody with a key and an account.
#[derive(Clone, Debug)]
pub struct Actor {
    /// What the story calls them.
    pub name: String,
    key: Account,
}

impl Actor {
    /// Somebody of this name, with a key of their own: the same name is the same key.
    pub fn named(name: &str) -> Self {
        let mut seed = keccak256(name);
        loop {
            match Account::from_key(seed) {
                Some(key) => return Self { name: name.to_owned(), key },
                // One hash in 2¹²⁸ is no key.
                None => seed = keccak256(seed),
            }
        }
    }

    /// Somebody who holds a given key.
    pub fn with_key(name: &str, key: Account) -> Self {
        Self { name: name.to_owned(), key }
    }

    /// Their address.
    pub fn address(&self) -> Address {
        self.key.address()
    }

    /// Their first account.
    pub fn account(&self) -> B256 {
        self.sub_account(0)
    }

    /// Their account with a tag.
    pub fn sub_account(&self, tag: u128) -> B256 {
        account::account(self.address(), tag)
    }

    /// Signs an order for an exchange: r ‖ s ‖ v.
    pub fn sign(&self, signed: &Order, chain_id: u64, exchange: Address) -> Bytes {
        let hash = order::signing_hash(signed, chain_id, exchange);
        self.sign_hash(hash)
    }

    /// Signs a hash as it is: r ‖ s ‖ v; empty if the hash cannot be signed, which none is known for.
    pub fn sign_hash(&self, hash: B256) -> Bytes {
        self.key
            .sign_hash(hash)
            .map(|signature| signature.as_bytes().to_vec().into())
            .unwrap_or_default()
    }
}
