//! The imports of the Stylus virtual machine, through the SDK's declarations of them.

use alloc::vec::Vec;

use stylus_sdk::hostio;

use crate::{Address, Word};

/// Asks the host to fill `N` bytes.
#[inline(always)]
fn filled<const N: usize>(fill: unsafe extern "C" fn(*mut u8)) -> [u8; N] {
    let mut bytes = [0; N];
    // SAFETY: only passed hooks that write exactly `N` bytes.
    unsafe { fill(bytes.as_mut_ptr()) };
    bytes
}

/// Takes memory for `length` bytes and asks the host to fill it; keeps as many as it says it wrote.
#[inline(always)]
fn buffer(length: usize, fill: impl FnOnce(*mut u8) -> usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length);
    let written = fill(bytes.as_mut_ptr()).min(length);
    // SAFETY: the host wrote the first `written` bytes, which the capacity holds.
    unsafe { bytes.set_len(written) };
    bytes
}

/// Who called.
#[must_use]
pub fn sender() -> Address {
    filled(hostio::msg_sender)
}

/// Who signed the transaction. Authorises nothing.
#[must_use]
pub fn origin() -> Address {
    filled(hostio::tx_origin)
}

/// This contract.
#[must_use]
pub fn address() -> Address {
    filled(hostio::contract_address)
}

pub(super) fn value() -> Word {
    filled(hostio::msg_value)
}

/// The price of gas in this transaction, in wei, as a big-endian word.
#[must_use]
pub fn gas_price() -> Word {
    filled(hostio::tx_gas_price)
}

/// The time of the block, in unix seconds.
#[must_use]
pub fn timestamp() -> u64 {
    // SAFETY: no pointers.
    unsafe { hostio::block_timestamp() }
}

/// An estimate of the first layer's block number. Not a clock.
#[must_use]
pub fn block_number() -> u64 {
    // SAFETY: no pointers.
    unsafe { hostio::block_number() }
}

/// The chain's id.
#[must_use]
pub fn chain_id() -> u64 {
    // SAFETY: no pointers.
    unsafe { hostio::chainid() }
}

/// The gas left in this frame.
#[must_use]
pub fn gas_left() -> u64 {
    // SAFETY: no pointers.
    unsafe { hostio::evm_gas_left() }
}

/// Whether another frame of this contract is open below this one.
#[must_use]
pub fn is_reentrant() -> bool {
    // SAFETY: no pointers.
    unsafe { hostio::msg_reentrant() }
}

/// The slot of this key, as written in this call or as stored.
#[must_use]
pub fn load(key: &Word) -> Word {
    let mut word = [0; 32];
    load_into(key, &mut word);
    word
}

/// Loads a slot in place, without a copy.
pub fn load_into(key: &Word, word: &mut Word) {
    // SAFETY: both point to 32 bytes.
    unsafe { hostio::storage_load_bytes32(key.as_ptr(), word.as_mut_ptr()) };
}

/// Writes a slot, to be persisted by the next flush. Load a slot before writing it: one that was not is
/// stored even if nothing changed.
pub fn cache(key: &Word, word: &Word) {
    // SAFETY: both point to 32 bytes.
    unsafe { hostio::storage_cache_bytes32(key.as_ptr(), word.as_ptr()) };
}

pub(super) fn flush(forget: bool) {
    // SAFETY: no pointers.
    unsafe { hostio::storage_flush_cache(forget) };
}

/// Keccak-256.
#[must_use]
pub fn keccak(bytes: &[u8]) -> Word {
    let mut hash = [0; 32];
    // SAFETY: the host reads `bytes` and writes 32 bytes.
    unsafe { hostio::native_keccak256(bytes.as_ptr(), bytes.len(), hash.as_mut_ptr()) };
    hash
}

/// The balance of an account in wei, as a big-endian word.
#[must_use]
pub fn balance(account: &Address) -> Word {
    let mut word = [0; 32];
    // SAFETY: the host reads 20 bytes and writes 32.
    unsafe { hostio::account_balance(account.as_ptr(), word.as_mut_ptr()) };
    word
}

/// The size of an account's code.
#[must_use]
pub fn code_size(account: &Address) -> usize {
    // SAFETY: the host reads 20 bytes.
    unsafe { hostio::account_code_size(account.as_ptr()) }
}

/// The hash of an account's code; zero for an account that does not exist.
#[must_use]
pub fn code_hash(account: &Address) -> Word {
    let mut word = [0; 32];
    // SAFETY: the host reads 20 bytes and writes 32.
    unsafe { hostio::account_codehash(account.as_ptr(), word.as_mut_ptr()) };
    word
}

/// At most `size` bytes of an account's code from `offset` on.
#[must_use]
pub fn code(account: &Address, offset: usize, size: usize) -> Vec<u8> {
    buffer(size, |to| {
        // SAFETY: the host reads 20 bytes and writes at most `size`.
        unsafe { hostio::account_code(account.as_ptr(), offset, size, to) }
    })
}

pub(super) fn log(topics: usize, data: &[u8]) {
    // SAFETY: the host reads `data`.
    unsafe { hostio::emit_log(data.as_ptr(), data.len(), topics) };
}

pub(super) fn static_call(target: &Address, gas_cap: u64, data: &[u8]) -> (bool, usize) {
    let mut length = 0;
    // SAFETY: the host reads 20 bytes and `data`, and writes the length.
    let status = unsafe {
        hostio::static_call_contract(
            target.as_ptr(),
            data.as_ptr(),
            data.len(),
            gas_cap,
            &mut length,
        )
    };
    (status == 0, length)
}

pub(super) fn call(target: &Address, gas_cap: u64, value: &Word, data: &[u8]) -> (bool, usize) {
    let mut length = 0;
    // SAFETY: the host reads 20 bytes, `data` and 32 bytes, and writes the length.
    let status = unsafe {
        hostio::call_contract(
            target.as_ptr(),
            data.as_ptr(),
            data.len(),
            value.as_ptr(),
            gas_cap,
            &mut length,
        )
    };
    (status == 0, length)
}

pub(super) fn returned(length: usize) -> Vec<u8> {
    if length == 0 {
        return Vec::new();
    }
    buffer(length, |to| {
        // SAFETY: the host writes at most `length` bytes.
        unsafe { hostio::read_return_data(to, 0, length) }
    })
}

pub(crate) fn arguments(length: usize) -> Vec<u8> {
    buffer(length, |to| {
        // SAFETY: the host writes the calldata, whose length it gave.
        unsafe { hostio::read_args(to) };
        length
    })
}

pub(crate) fn write_result(data: &[u8]) {
    // SAFETY: the host reads `data`.
    unsafe { hostio::write_result(data.as_ptr(), data.len()) };
}

#[link(wasm_import_module = "vm_hooks")]
extern "C" {
    /// Ends the frame with a status. The SDK does not declare it.
    fn exit_early(status: u32);
}

/// Ends the call with a revert that carries `data`, from wherever in the program it is: as if the entry
/// point had returned it. What was written and not flushed is dropped.
pub fn revert(data: &[u8]) -> ! {
    write_result(data);
    // SAFETY: no pointers; the host does not return.
    unsafe { exit_early(1) };
    core::arch::wasm32::unreachable()
}

/// The host meters memory through this import and refuses a program without it.
pub(crate) fn keep_memory_import() {
    // SAFETY: no pointers.
    unsafe { hostio::pay_for_memory_grow(0) };
}
