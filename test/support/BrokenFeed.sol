// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @notice A feed that misbehaves on command.
contract BrokenFeed {
    enum Fault {
        None,
        Reverts,
        Burns,
        ReturnsShort,
        ReturnsLong,
        ReturnsDirty,
        ReturnsNothing
    }

    uint8 public constant decimals = 8;
    Fault public fault;
    int256 public answer;

    function set(Fault fault_, int256 answer_) external {
        fault = fault_;
        answer = answer_;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        Fault now_ = fault;
        if (now_ == Fault.Reverts) revert("broken");
        if (now_ == Fault.Burns) {
            while (true) {}
        }
        if (now_ == Fault.ReturnsShort) {
            assembly { return(0, 0x40) }
        }
        if (now_ == Fault.ReturnsLong) {
            assembly { return(0, 0x40000) }
        }
        if (now_ == Fault.ReturnsNothing) {
            assembly { return(0, 0) }
        }
        if (now_ == Fault.ReturnsDirty) {
            assembly {
                mstore(0, not(0))
                mstore(0x20, not(0))
                mstore(0x40, not(0))
                mstore(0x60, not(0))
                mstore(0x80, not(0))
                return(0, 0xa0)
            }
        }
        return (1, answer, block.timestamp, block.timestamp, 1);
    }
}

/// @notice A feed with more decimals than a price has.
contract TooFineFeed {
    uint8 public constant decimals = 19;
}
