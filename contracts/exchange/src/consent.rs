//! Who agreed to an order: the sender itself, a key, or a contract wallet.

use alloc::vec::Vec;

use contract_abi::generated::exchange::errors;
use contract_abi::{host, Address, Revert, Word};

/// Gas that a wallet's ERC-1271 check may use.
const WALLET_GAS: u64 = 100_000;
/// Gas of the signature precompile, with room.
const RECOVER_GAS: u64 = 10_000;
/// `isValidSignature(bytes32,bytes)`: selector, and the answer that means yes.
const MAGIC: [u8; 4] = [0x16, 0x26, 0xba, 0x7e];
/// Half the order of secp256k1: a signature whose s is above it has a twin below, and does not count.
const HALF_ORDER: [u128; 2] =
    [0x7fff_ffff_ffff_ffff_ffff_ffff_ffff_ffff, 0x5d57_6e73_57a4_501d_dfe9_2f46_681b_20a0];

/// The address that controls an account: its first 20 bytes.
pub(crate) fn owner(account: &Word) -> Address {
    account.first_chunk().copied().unwrap_or_default()
}

/// Splits the signatures of `count` orders: each is a length (two bytes) and so many bytes.
///
/// # Errors
/// `BadSignatures(position)` where the bytes end early or go on.
pub(crate) fn split(signatures: &[u8], count: usize) -> Result<Vec<&[u8]>, Revert> {
    let mut rest = signatures;
    let bad =
        |rest: &[u8]| errors::bad_signatures(signatures.len().saturating_sub(rest.len()) as u128);
    let mut all = Vec::with_capacity(count);
    for _ in 0..count {
        let (length, tail) = rest.split_first_chunk::<2>().ok_or_else(|| bad(rest))?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (signature, tail) = tail.split_at_checked(length).ok_or_else(|| bad(rest))?;
        all.push(signature);
        rest = tail;
    }
    if rest.is_empty() {
        Ok(all)
    } else {
        Err(bad(rest))
    }
}

/// Checks that the owner of `account` signed `hash`: with its key, or, if it is a contract, by ERC-1271.
///
/// A key is tried first, so that an account whose owner has delegated code (EIP-7702) may use either.
///
/// # Errors
/// `BadSignature(account)`.
pub(crate) fn verify(account: &Word, hash: &Word, signature: &[u8]) -> Result<(), Revert> {
    let signer = owner(account);
    if recover(hash, signature) == Some(signer) || wallet_approves(&signer, hash, signature) {
        Ok(())
    } else {
        Err(errors::bad_signature(account))
    }
}

/// The key that signed, unless the signature is malformed or malleable.
fn recover(hash: &Word, signature: &[u8]) -> Option<Address> {
    let signature: &[u8; 65] = signature.try_into().ok()?;
    let (s, v) = signature.get(32..)?.split_first_chunk::<32>()?;
    let v = *v.first()?;
    if !(v == 27 || v == 28) || !is_low(s) {
        return None;
    }
    let mut input = [0; 128];
    input.get_mut(..32)?.copy_from_slice(hash);
    *input.get_mut(63)? = v;
    input.get_mut(64..)?.copy_from_slice(signature.get(..64)?);
    let mut precompile = [0; 20];
    *precompile.last_mut()? = 1;
    let answer = host::static_call(&precompile, RECOVER_GAS, &input, 32).ok()?;
    let recovered: &[u8; 32] = answer.as_slice().try_into().ok()?;
    recovered.last_chunk().copied()
}

fn is_low(s: &[u8; 32]) -> bool {
    let (high, low) = s.split_at(16);
    let half = |bytes: &[u8]| bytes.try_into().map_or(u128::MAX, u128::from_be_bytes);
    let [bound_high, bound_low] = HALF_ORDER;
    (half(high), half(low)) <= (bound_high, bound_low)
}

/// Whether a contract answers yes, in exactly one word. Its failure, its silence and its garbage mean no.
fn wallet_approves(wallet: &Address, hash: &Word, signature: &[u8]) -> bool {
    if host::code_size(wallet) == 0 {
        return false;
    }
    let mut data = Vec::with_capacity(signature.len().saturating_add(131));
    data.extend_from_slice(&MAGIC);
    data.extend_from_slice(hash);
    data.resize(67, 0);
    data.push(64);
    data.resize(96, 0);
    data.extend_from_slice(&(signature.len() as u32).to_be_bytes());
    data.extend_from_slice(signature);
    data.resize(signature.len().next_multiple_of(32).saturating_add(100), 0);
    match host::static_call(wallet, WALLET_GAS, &data, 64) {
        Ok(answer) => is_yes(&answer),
        Err(_) => false,
    }
}

fn is_yes(answer: &[u8]) -> bool {
    let Some((magic, rest)) = answer.split_first_chunk::<4>() else { return false };
    *magic == MAGIC && rest.len() == 28 && rest.iter().all(|byte| *byte == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_of_two_signatures_and_an_empty_one_returns_three() {
        let joined = [0, 2, 7, 8, 0, 0, 0, 1, 9];
        assert_eq!(split(&joined, 3), Ok(vec![&[7, 8][..], &[], &[9]]));
    }

    #[test]
    fn split_of_short_or_long_bytes_is_refused_at_the_place() {
        assert_eq!(split(&[0, 2, 7], 1), Err(errors::bad_signatures(0)));
        assert_eq!(split(&[0], 1), Err(errors::bad_signatures(0)));
        assert_eq!(split(&[0, 1, 7, 0], 1), Err(errors::bad_signatures(3)));
        assert_eq!(split(&[], 1), Err(errors::bad_signatures(0)));
    }

    #[test]
    fn is_low_at_half_the_order_holds_and_above_it_does_not() {
        let mut s = [0; 32];
        s[..16].copy_from_slice(&HALF_ORDER[0].to_be_bytes());
        s[16..].copy_from_slice(&HALF_ORDER[1].to_be_bytes());
        assert!(is_low(&s));
        s[31] += 1;
        assert!(!is_low(&s));
    }

    #[test]
    fn is_yes_needs_the_magic_value_in_a_clean_word() {
        let mut word = [0; 32];
        word[..4].copy_from_slice(&MAGIC);
        assert!(is_yes(&word));
        word[31] = 1;
        assert!(!is_yes(&word));
        assert!(!is_yes(&MAGIC));
        assert!(!is_yes(&[]));
    }
}
