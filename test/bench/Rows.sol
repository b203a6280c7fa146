// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice The 33 rows of the reference set, and the two moves of the basis.
library Rows {
    uint256 internal constant COUNT = 33;
    /// @notice The first row of skew.
    uint256 internal constant SKEW = 31;
    int256 internal constant BASIS = 0.045e18;

    /// @dev Places of shocks, two words each.
    uint256 private constant NONE = 0;
    uint256 private constant UP = 2;
    uint256 private constant DOWN = 4;
    uint256 private constant TILT = 6;
    uint256 private constant LIFT = 8;

    /// @notice What forwards are multiplied with, its logarithm, the shock, the weight.
    struct Table {
        int256[35] multipliers;
        int256[35] logarithms;
        uint256[35] shocks;
        int256[35] weights;
    }

    function table() internal pure returns (Table memory t) {
        unchecked {
            uint256 row;
            for (int256 step = 3; step >= -3; --step) {
                int256 multiplier = 1e18 + step * 0.045e18;
                row = _add(t, row, multiplier, UP, 1e18);
                row = _add(t, row, multiplier, NONE, 1e18);
                row = _add(t, row, multiplier, DOWN, 1e18);
            }
            row = _add(t, row, 1.18e18, UP, 1e18);
            row = _add(t, row, 0.82e18, UP, 1e18);
            row = _add(t, row, 0.34e18, UP, 0.21e18);
            row = _add(t, row, 0.67e18, UP, 0.42e18);
            row = _add(t, row, 1.5e18, UP, 0.2772e18);
            row = _add(t, row, 2e18, UP, 0.1386e18);
            row = _add(t, row, 3e18, UP, 0.0693e18);
            row = _add(t, row, 4e18, UP, 0.0462e18);
            row = _add(t, row, 5e18, UP, 0.03465e18);
            row = _add(t, row, 6e18, UP, 0.02772e18);
            row = _add(t, row, 1e18, TILT, 1e18);
            row = _add(t, row, 1e18, LIFT, 1e18);
            row = _add(t, row, 1e18 + BASIS, NONE, 1e18);
            _add(t, row, 1e18 - BASIS, NONE, 1e18);
        }
    }

    function _add(Table memory t, uint256 row, int256 multiplier, uint256 shock, int256 weight)
        private
        pure
        returns (uint256)
    {
        t.multipliers[row] = multiplier;
        t.logarithms[row] = FixedPointMathLib.lnWad(multiplier);
        t.shocks[row] = shock;
        t.weights[row] = weight;
        return row + 1;
    }
}
