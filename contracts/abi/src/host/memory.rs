//! The virtual machine as [`testing`](super::testing) plays it.

use std::rc::Rc;

use tiny_keccak::{Hasher, Keccak};

use super::testing::{with, Call, Log};
use crate::{Address, Word};

/// Who called.
#[must_use]
pub fn sender() -> Address {
    with(|chain| chain.sender)
}

/// Who signed the transaction. Authorises nothing.
#[must_use]
pub fn origin() -> Address {
    with(|chain| chain.origin)
}

/// This contract.
#[must_use]
pub fn address() -> Address {
    with(|chain| chain.address)
}

pub(super) fn value() -> Word {
    with(|chain| chain.value)
}

/// The price of gas in this transaction, in wei, as a big-endian word.
#[must_use]
pub fn gas_price() -> Word {
    with(|chain| chain.gas_price)
}

/// The time of the block, in unix seconds.
#[must_use]
pub fn timestamp() -> u64 {
    with(|chain| chain.timestamp)
}

/// An estimate of the first layer's block number. Not a clock.
#[must_use]
pub fn block_number() -> u64 {
    with(|chain| chain.block_number)
}

/// The chain's id.
#[must_use]
pub fn chain_id() -> u64 {
    with(|chain| chain.chain_id)
}

/// The gas left in this frame.
#[must_use]
pub fn gas_left() -> u64 {
    with(|chain| chain.gas_left)
}

/// Whether another frame of this contract is open below this one.
#[must_use]
pub fn is_reentrant() -> bool {
    with(|chain| chain.is_reentrant)
}

/// The slot of this key, as written in this call or as stored.
#[must_use]
pub fn load(key: &Word) -> Word {
    with(|chain| {
        chain.cached.get(key).or_else(|| chain.storage.get(key)).copied().unwrap_or_default()
    })
}

/// Loads a slot in place, without a copy.
pub fn load_into(key: &Word, word: &mut Word) {
    *word = load(key);
}

/// Writes a slot, to be persisted by the next flush. Load a slot before writing it: one that was not is
/// stored even if nothing changed.
pub fn cache(key: &Word, word: &Word) {
    with(|chain| chain.cached.insert(*key, *word));
}

pub(super) fn flush(_forget: bool) {
    with(|chain| {
        let cached = std::mem::take(&mut chain.cached);
        chain.storage.extend(cached);
    });
}

/// Keccak-256.
#[must_use]
pub fn keccak(bytes: &[u8]) -> Word {
    let mut hash = [0; 32];
    let mut hasher = Keccak::v256();
    hasher.update(bytes);
    hasher.finalize(&mut hash);
    hash
}

/// The balance of an account in wei, as a big-endian word.
#[must_use]
pub fn balance(account: &Address) -> Word {
    with(|chain| chain.balances.get(account).copied().unwrap_or_default())
}

/// The size of an account's code.
#[must_use]
pub fn code_size(account: &Address) -> usize {
    with(|chain| chain.codes.get(account).map_or(0, Vec::len))
}

/// The hash of an account's code; zero for an account that does not exist.
#[must_use]
pub fn code_hash(account: &Address) -> Word {
    with(|chain| chain.codes.get(account).map_or([0; 32], |code| keccak(code)))
}

/// At most `size` bytes of an account's code from `offset` on.
#[must_use]
pub fn code(account: &Address, offset: usize, size: usize) -> Vec<u8> {
    with(|chain| {
        let code = chain.codes.get(account).map_or(&[][..], Vec::as_slice);
        code.iter().skip(offset).take(size).copied().collect()
    })
}

pub(super) fn log(topics: usize, data: &[u8]) {
    let (words, rest) = data.split_at(32 * topics);
    let topics = words.as_chunks().0.to_vec();
    with(|chain| chain.logs.push(Log { topics, data: rest.to_vec() }));
}

pub(super) fn static_call(target: &Address, gas_cap: u64, data: &[u8]) -> (bool, usize) {
    let data = data.to_vec();
    made(Call { target: *target, gas_cap, value: [0; 32], data, is_static: true })
}

pub(super) fn call(target: &Address, gas_cap: u64, value: &Word, data: &[u8]) -> (bool, usize) {
    let data = data.to_vec();
    made(Call { target: *target, gas_cap, value: *value, data, is_static: false })
}

pub(super) fn returned(length: usize) -> Vec<u8> {
    with(|chain| chain.returned.iter().take(length).copied().collect())
}

/// The chain is released while the callee runs, so that it may look at it.
fn made(call: Call) -> (bool, usize) {
    let callee = with(|chain| chain.callee.as_ref().map(Rc::clone));
    let answer = callee.map_or_else(|| Err(Vec::new()), |callee| callee(&call));
    with(|chain| {
        chain.calls.push(call);
        let (succeeded, data) = match answer {
            Ok(data) => (true, data),
            Err(data) => (false, data),
        };
        chain.returned = data;
        (succeeded, chain.returned.len())
    })
}
