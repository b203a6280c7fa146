// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Common: how every contract refuses a call that it cannot read
/// @notice Declared once; every contract's ABI includes these errors. Positions are byte offsets from
/// the start of the arguments (after the selector); dividing by 32 gives the word.
/// @dev COM-1: calldata that does not encode the arguments of a function is refused before anything is
/// read or written, in this order: re-entry, length of the selector, value, selector, arguments from
/// left to right (a value's own word, then what it points to).
/// COM-2: arguments are decoded strictly: a value fits its type, padding is zero, every dynamic value
/// begins where the one before it ends. Bytes after the last value are ignored.
interface ICommon {
    /// @notice The first four bytes name no function of this contract; missing bytes read as zero.
    error UnknownSelector(bytes4 selector);

    /// @notice The calldata ends too soon, or what stands at `position` is not a value of its type: dirty
    /// padding, a `bool` over 1, an offset or length that does not fit the calldata.
    error MalformedCalldata(uint256 position);

    /// @notice The number at `position` is a value of its type, but greater than the contract computes
    /// with: outside 128 bits, or no variant of its enum.
    error OutOfRange(uint256 position);

    /// @notice No function takes value.
    error UnexpectedValue(uint256 value);

    /// @notice The contract was called while a call to it was under way.
    error Reentered();
}
