// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Black} from "./Black.sol";
import {Revaluation} from "./Revaluation.sol";
import {Rows} from "./Rows.sol";
import {Scenario} from "./Scenario.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice The pass over a portfolio with the reference set: volatilities from surfaces, marks, Greeks, every leg in
/// every row, discounting, skew, basis, the worst of all. 64 options and four futures over four expiries.
library Portfolio {
    int256 private constant WAD = 1e18;
    uint256 private constant EXPIRIES = 4;
    uint256 private constant OPTIONS = 16;
    int256 private constant RATE = 0.04e18;
    /// @dev Days until each expiry, in units of the first: a byte each.
    uint256 private constant TIMES = 0x280d0401;

    /// @notice What the book is made of: around `spot`, with a variance a year around `variance`.
    struct Book {
        int256 spot;
        int256 variance;
        int256 time;
        int256 size;
    }

    /// @notice Sums over expiries.
    struct Sums {
        int256 value;
        int256 basis;
        int256[33] totals;
        int256[7] greeks;
    }

    /// @notice The worst scenario, the value of all legs, and their Greeks added up.
    function pass(Book memory book) internal pure returns (int256 worst, int256 value, int256 greeks) {
        unchecked {
            Rows.Table memory rows = Rows.table();
            Sums memory sums;
            for (uint256 number; number != EXPIRIES; ++number) {
                _addExpiry(book, rows, sums, number);
            }
            worst = FixedPointMathLib.min(sums.basis, 0);
            for (uint256 row; row != Rows.COUNT; ++row) {
                worst = FixedPointMathLib.min(worst, sums.totals[row] * rows.weights[row] / WAD);
            }
            for (uint256 i; i != 7; ++i) {
                greeks += sums.greeks[i];
            }
            value = sums.value;
        }
    }

    function _addExpiry(Book memory book, Rows.Table memory rows, Sums memory sums, uint256 number) private pure {
        unchecked {
            int256 live = book.spot + (book.spot >> 7) + int256(number);
            int256 time = book.time * int256((TIMES >> (number << 3)) & 0xff);
            Scenario.Expiry memory expiry = Scenario.expiry(live, time, RATE, book.variance);
            int256[35] memory values;
            int256 options;
            for (uint256 place; place != OPTIONS; ++place) {
                options += _addLeg(book, rows, sums, expiry, values, number, place);
            }
            _discount(rows, sums, expiry, values, options, book.size * live / WAD);
        }
    }

    /// @dev Adds a leg's Greeks and values; gives its mark.
    function _addLeg(
        Book memory book,
        Rows.Table memory rows,
        Sums memory sums,
        Scenario.Expiry memory expiry,
        int256[35] memory values,
        uint256 number,
        uint256 place
    ) private pure returns (int256 mark) {
        unchecked {
            bool isCall = place & 1 == 0;
            int256 strike = (book.spot >> 4) * int256(place + 8);
            int256 size = (book.size >> (place & 3)) + int256(place);
            if ((place + number) % 3 != 0) size = -size;
            int256 volatility = Scenario.volatility(expiry, strike);
            mark = _addGreeks(sums, expiry, isCall, strike, size, volatility);
            Revaluation.Leg memory leg = Revaluation.leg(isCall, size, strike, expiry.forward);
            leg.forward = leg.forward * expiry.discount / WAD;
            leg.strike = leg.strike * expiry.discount / WAD;
            int256[10] memory shocks = Scenario.shocks(expiry, volatility, leg.logarithm);
            for (uint256 row; row != Rows.COUNT + 2; ++row) {
                uint256 at = rows.shocks[row];
                values[row] += Revaluation.value(
                    leg, rows.multipliers[row], rows.logarithms[row], shocks[at], shocks[at + 1]
                );
            }
        }
    }

    function _addGreeks(
        Sums memory sums,
        Scenario.Expiry memory expiry,
        bool isCall,
        int256 strike,
        int256 size,
        int256 volatility
    ) private pure returns (int256) {
        unchecked {
            Black.Greeks memory g =
                Black.greeks(Black.Option(expiry.forward, strike, volatility, expiry.time, expiry.rate));
            sums.greeks[0] += size * (isCall ? g.callDelta : g.putDelta) / WAD;
            sums.greeks[1] += size * g.gamma / WAD;
            sums.greeks[2] += size * g.vega / WAD;
            sums.greeks[3] += size * (isCall ? g.callTheta : g.putTheta) / WAD;
            sums.greeks[4] += size * (isCall ? g.callRho : g.putRho) / WAD;
            sums.greeks[5] += size * g.vanna / WAD;
            sums.greeks[6] += size * g.volga / WAD;
            return size * (isCall ? g.call : g.put) / WAD;
        }
    }

    /// @dev Rows of skew count minus the magnitude of what they change; futures move with the forward.
    function _discount(
        Rows.Table memory rows,
        Sums memory sums,
        Scenario.Expiry memory expiry,
        int256[35] memory values,
        int256 options,
        int256 future
    ) private pure {
        unchecked {
            for (uint256 row; row != Rows.COUNT; ++row) {
                int256 change = Scenario.discounted(expiry, values[row]) - options;
                if (row >= Rows.SKEW) change = -int256(FixedPointMathLib.abs(change));
                sums.totals[row] += change + future * (rows.multipliers[row] - WAD) / WAD;
            }
            int256 up = values[33] + future * Rows.BASIS / WAD;
            int256 down = values[34] - future * Rows.BASIS / WAD;
            int256 worse = FixedPointMathLib.min(FixedPointMathLib.min(up, down) - options, 0);
            sums.basis += worse * (0.5e18 + 2 * expiry.term) / WAD;
            sums.value += options + future;
        }
    }
}
