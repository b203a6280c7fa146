// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Black} from "./Black.sol";
import {Implied} from "./Implied.sol";
import {Portfolio} from "./Portfolio.sol";
import {Revaluation} from "./Revaluation.sol";

/// @notice The kernels of `contracts/math-probe` for the EVM, behind the same calldata: a row of records of a byte,
/// the kernel's number, and six numbers of 16 bytes. Each answers with its words; an unknown kernel with none.
contract Twins {
    uint256 private constant RECORD = 97;
    uint256 private constant MOST_WORDS = 14;

    fallback(bytes calldata records) external returns (bytes memory output) {
        unchecked {
            uint256 count = records.length / RECORD;
            output = new bytes(count * MOST_WORDS * 32);
            uint256 to;
            uint256 free;
            assembly ("memory-safe") {
                to := add(output, 32)
                free := mload(0x40)
            }
            for (uint256 at; at != count * RECORD; at += RECORD) {
                to = _run(uint8(records[at]), at + 1, to);
                // What a record used is free for the next.
                assembly ("memory-safe") {
                    mstore(0x40, free)
                }
            }
            assembly ("memory-safe") {
                mstore(output, sub(to, add(output, 32)))
            }
        }
    }

    function _run(uint256 kernel, uint256 at, uint256 to) private pure returns (uint256) {
        if (kernel == 0) return _word(to, Black.price(_option(at)));
        if (kernel == 1) return _words(to, Black.greeks(_option(at)));
        if (kernel == 2) return _values(at, to, true);
        if (kernel == 3) return _values(at, to, false);
        if (kernel == 4) return _implied(at, to);
        if (kernel == 5) return _portfolio(at, to);
        return to;
    }

    function _implied(uint256 at, uint256 to) private pure returns (uint256) {
        int256 price = _argument(at, 0);
        Black.Option memory of_ =
            Black.Option(_argument(at, 1), _argument(at, 2), 0, _argument(at, 3), _argument(at, 4));
        return _word(to, Implied.volatility(price & 1 == 0, price, of_));
    }

    function _portfolio(uint256 at, uint256 to) private pure returns (uint256) {
        Portfolio.Book memory book =
            Portfolio.Book(_argument(at, 0), _argument(at, 1), _argument(at, 2), _argument(at, 3));
        (int256 worst, int256 value, int256 greeks) = Portfolio.pass(book);
        return _word(_word(_word(to, worst), value), greeks);
    }

    /// @dev A leg's value at a shocked forward, and if `both` at today's.
    function _values(uint256 at, uint256 to, bool both) private pure returns (uint256) {
        int256 size = _argument(at, 0);
        Revaluation.Leg memory leg = Revaluation.leg(size & 1 == 0, size, _argument(at, 1), _argument(at, 2));
        int256 multiplier = _argument(at, 3);
        (int256 inverse, int256 half) = Revaluation.shock(_argument(at, 4), Black.rootOf(_argument(at, 5)));
        int256 logarithm = Black.logarithm(multiplier, 1e18);
        to = _word(to, Revaluation.value(leg, multiplier, logarithm, inverse, half));
        return both ? _word(to, Revaluation.value(leg, 1e18, 0, inverse, half)) : to;
    }

    function _option(uint256 at) private pure returns (Black.Option memory) {
        return Black.Option(
            _argument(at, 0), _argument(at, 1), _argument(at, 2), _argument(at, 3), _argument(at, 4)
        );
    }

    function _argument(uint256 at, uint256 place) private pure returns (int256 value) {
        assembly ("memory-safe") {
            value := sar(128, calldataload(add(at, shl(4, place))))
        }
    }

    function _word(uint256 to, int256 value) private pure returns (uint256) {
        assembly ("memory-safe") {
            mstore(to, value)
            to := add(to, 32)
        }
        return to;
    }

    function _words(uint256 to, Black.Greeks memory of_) private pure returns (uint256) {
        assembly ("memory-safe") {
            mcopy(to, of_, 448)
            to := add(to, 448)
        }
        return to;
    }
}
