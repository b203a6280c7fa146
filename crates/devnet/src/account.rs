//! The funded accounts: keys that everybody knows.

use alloy_consensus::{SignableTransaction, TxEnvelope, TypedTransaction};
use alloy_primitives::{Address, B256, Signature, b256};
use k256::ecdsa::SigningKey;

/// The first ten keys of the mnemonic "test test test test test test test test test test test junk",
/// path `m/44'/60'/0'/0/i`.
const KEYS: [B256; COUNT] = [
    b256!("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"),
    b256!("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"),
    b256!("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"),
    b256!("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6"),
    b256!("47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a"),
    b256!("8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba"),
    b256!("92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e"),
    b256!("4bbbf85ce3377467afe5d46f804f221813b2bb87f24d81f60f1fcdbf7cbf4356"),
    b256!("dbda1821b80551c9d65939329250298aa3472ba22feea921c0cf5d620ea67b97"),
    b256!("2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6"),
];

/// How many funded accounts there are at most.
pub(crate) const COUNT: usize = 10;

/// An account whose key is known: its own, or one of the funded ones.
///
/// Anybody can compute the keys of the funded accounts: what they hold on a real chain is lost.
#[derive(Clone)]
pub struct Account {
    key: SigningKey,
    address: Address,
}

impl Account {
    /// The account of a private key; `None` if the key is zero or not below the curve's order.
    pub fn from_key(key: B256) -> Option<Self> {
        let key = SigningKey::from_slice(key.as_slice()).ok()?;
        let address = Address::from_private_key(&key);
        Some(Self { key, address })
    }

    /// Its address.
    pub fn address(&self) -> Address {
        self.address
    }

    /// Its private key.
    pub fn private_key(&self) -> B256 {
        B256::from_slice(&self.key.to_bytes())
    }

    /// Signs a hash as it is: no prefix is added.
    ///
    /// `None` only if the hash leads to a signature of zero, which no known hash does.
    pub fn sign_hash(&self, hash: B256) -> Option<Signature> {
        let (signature, recovery) = self.key.sign_prehash_recoverable(hash.as_slice()).ok()?;
        Some(Signature::from((signature, recovery)))
    }

    /// Signs a transaction; `None` as for [`Account::sign_hash`].
    pub fn sign_transaction(&self, transaction: TypedTransaction) -> Option<TxEnvelope> {
        let signature = self.sign_hash(transaction.signature_hash())?;
        Some(transaction.into_signed(signature).into())
    }
}

impl std::fmt::Debug for Account {
    /// The address only: keys of one's own do not belong into logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Account").field(&self.address).finish()
    }
}

/// The first `count` funded accounts.
pub(crate) fn funded(count: usize) -> Vec<Account> {
    KEYS.iter().take(count).filter_map(|key| Account::from_key(*key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloy_primitives::address;

    #[test]
    fn accounts_by_default_are_those_of_the_test_mnemonic() {
        let accounts = funded(COUNT);
        assert_eq!(accounts.len(), COUNT);
        let expected = [
            address!("f39Fd6e51aad88F6F4ce6aB8827279cffFb92266"),
            address!("70997970C51812dc3A010C7d01b50e0d17dc79C8"),
            address!("3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"),
            address!("90F79bf6EB2c4f870365E785982E1f101E93b906"),
            address!("15d34AAf54267DB7D7c367839AAf71A00a2C6A65"),
            address!("9965507D1a55bcC2695C58ba16FB37d819B0A4dc"),
            address!("976EA74026E726554dB657fA54763abd0C3a0aa9"),
            address!("14dC79964da2C08b23698B3D3cc7Ca32193d9955"),
            address!("23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f"),
            address!("a0Ee7A142d267C1f36714E4a8F75612F20a79720"),
        ];
        for (account, address) in accounts.iter().zip(expected) {
            assert_eq!(account.address(), address);
        }
    }

    #[test]
    fn key_of_zero_is_no_account() {
        assert!(Account::from_key(B256::ZERO).is_none());
        assert!(Account::from_key(B256::repeat_byte(0xFF)).is_none());
    }

    #[test]
    fn hash_signed_recovers_to_the_account() {
        let account = &funded(1)[0];
        let hash = B256::repeat_byte(7);
        let signature = account.sign_hash(hash).unwrap();
        assert_eq!(signature.recover_address_from_prehash(&hash).unwrap(), account.address());
    }
}
