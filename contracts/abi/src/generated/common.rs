// Generated from contracts/interfaces/ICommon.sol by `cargo run -p codec`. Not to be edited.

//! Common: how every contract refuses a call that it cannot read
//!
//! Declared once; every contract's ABI includes these errors. Positions are byte offsets from
//! the start of the arguments (after the selector); dividing by 32 gives the word.
//!
//! COM-1: calldata that does not encode the arguments of a function is refused before anything is
//! read or written, in this order: re-entry, length of the selector, value, selector, arguments from
//! left to right (a value's own word, then what it points to).
//! COM-2: arguments are decoded strictly: a value fits its type, padding is zero, every dynamic value
//! begins where the one before it ends. Bytes after the last value are ignored.

/// Errors: the selector and the constructor of each.
pub mod errors {
    #[allow(unused_imports)]
    use super::*;

    #[allow(unused_imports)]
    use contract_abi::word::{blob_size, dynamic_list_size, list_size, Writer};

    #[allow(unused_imports)]
    use contract_abi::{Address, Revert, Word};

    /// `UnknownSelector(bytes4)`
    pub const UNKNOWN_SELECTOR: u32 = 0xc2a825f5;

    /// `MalformedCalldata(uint256)`
    pub const MALFORMED_CALLDATA: u32 = 0x941eefc3;

    /// `OutOfRange(uint256)`
    pub const OUT_OF_RANGE: u32 = 0x6f2fb69e;

    /// `UnexpectedValue(uint256)`
    pub const UNEXPECTED_VALUE: u32 = 0x4fbe3465;

    /// `Reentered()`
    pub const REENTERED: u32 = 0xb5dfd9e5;

    /// The first four bytes name no function of this contract; missing bytes read as zero.
    ///
    /// `UnknownSelector(bytes4 selector)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_selector(selector: &[u8; 4]) -> Revert {
        let mut payload = Revert::new(UNKNOWN_SELECTOR, 32);
        let writer = &mut payload.writer(36);
        writer.fixed(4, selector);
        payload
    }

    /// The calldata ends too soon, or what stands at `position` is not a value of its type: dirty
    /// padding, a `bool` over 1, an offset or length that does not fit the calldata.
    ///
    /// `MalformedCalldata(uint256 position)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn malformed_calldata(position: u128) -> Revert {
        let mut payload = Revert::new(MALFORMED_CALLDATA, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, position);
        payload
    }

    /// The number at `position` is a value of its type, but greater than the contract computes
    /// with: outside 128 bits, or no variant of its enum.
    ///
    /// `OutOfRange(uint256 position)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn out_of_range(position: u128) -> Revert {
        let mut payload = Revert::new(OUT_OF_RANGE, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, position);
        payload
    }

    /// No function takes value.
    ///
    /// `UnexpectedValue(uint256 value)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unexpected_value(value: u128) -> Revert {
        let mut payload = Revert::new(UNEXPECTED_VALUE, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, value);
        payload
    }

    /// The contract was called while a call to it was under way.
    ///
    /// `Reentered()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn reentered() -> Revert {
        Revert::new(REENTERED, 0)
    }
}
