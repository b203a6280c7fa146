// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Black} from "./Black.sol";
import {Revaluation} from "./Revaluation.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice What the legs of an expiry share: surface, shocks of volatility, discounts, with the reference parameters.
library Scenario {
    int256 private constant WAD = 1e18;
    int256 private constant DAY = 86_400;
    int256 private constant LEAST_UP = 0.4e18;

    /// @notice An expiry, ready for its legs.
    struct Expiry {
        int256 forward;
        int256 time;
        int256 rate;
        int256 term;
        int256 root;
        int256 discount;
        int256 variance;
        int256 reach;
        int256 up;
        int256 down;
        int256 cap;
        int256 width;
        int256 gain;
        int256 loss;
    }

    function expiry(int256 forward, int256 time, int256 rate, int256 variance)
        internal
        pure
        returns (Expiry memory e)
    {
        unchecked {
            (e.forward, e.time, e.rate, e.variance) = (forward, time, rate, variance);
            e.term = time * WAD / Black.YEAR;
            e.root = Black.rootOf(time);
            e.discount = Black.discountOf(rate, time);
            e.reach = 4 * _root(variance + 0.00765e18);
            int256 base = 30 * DAY * WAD / FixedPointMathLib.max(time, DAY);
            int256 multiplier = FixedPointMathLib.powWad(base, time <= 30 * DAY ? int256(0.3e18) : int256(0.13e18));
            e.up = WAD + multiplier / 2;
            e.down = FixedPointMathLib.max(WAD - multiplier * 3 / 10, 0);
            e.cap = FixedPointMathLib.max(0.25e18 - e.root / 10, 0);
            e.width = FixedPointMathLib.max(e.root * 24 / 10, 0.01e18);
            e.gain = FixedPointMathLib.expWad(-(rate + 0.08e18) * e.term / WAD) * 95 / 100;
            int256 loss = FixedPointMathLib.expWad((rate / 2 + 0.08e18) * e.term / WAD) * 104 / 100;
            e.loss = FixedPointMathLib.min(loss, FixedPointMathLib.expWad(rate * e.term / WAD));
        }
    }

    /// @notice The volatility of a strike: raw SVI with b 0.05, ρ −0.1, m −0.006, s 0.153, over a year.
    function volatility(Expiry memory e, int256 strike) internal pure returns (int256) {
        unchecked {
            int256 k = FixedPointMathLib.max(Black.logarithm(strike, e.forward), -e.reach);
            int256 x = FixedPointMathLib.min(k, e.reach) + 0.006e18;
            int256 root = int256(FixedPointMathLib.sqrt(uint256(x * x + 0.153e18 * 0.153e18)));
            int256 total = e.variance + (root - x / 10) / 20;
            return _root(FixedPointMathLib.min(total, 144e18));
        }
    }

    /// @notice Inverse and half of σ√T: as it is, risen, fallen, tilted, with its wings lifted.
    function shocks(Expiry memory e, int256 sigma, int256 logarithm) internal pure returns (int256[10] memory s) {
        unchecked {
            (s[0], s[1]) = Revaluation.shock(sigma, e.root);
            (s[2], s[3]) = Revaluation.shock(FixedPointMathLib.max(sigma * e.up / WAD, LEAST_UP), e.root);
            (s[4], s[5]) = Revaluation.shock(sigma * e.down / WAD, e.root);
            // The leg's logarithm is that of forward over strike.
            int256 tilt = FixedPointMathLib.rawSDiv(-logarithm * e.cap, e.width);
            tilt = FixedPointMathLib.max(FixedPointMathLib.min(tilt, e.cap), -e.cap);
            (s[6], s[7]) = Revaluation.shock(sigma * (WAD + tilt) / WAD, e.root);
            int256 lift = int256(FixedPointMathLib.abs(tilt));
            (s[8], s[9]) = Revaluation.shock(sigma * (WAD + lift) / WAD, e.root);
        }
    }

    /// @notice A shocked value of the expiry, as it counts.
    function discounted(Expiry memory e, int256 value) internal pure returns (int256) {
        unchecked {
            return value * (value < 0 ? e.loss : e.gain) / WAD;
        }
    }

    function _root(int256 x) private pure returns (int256) {
        unchecked {
            return int256(FixedPointMathLib.sqrt(uint256(x * WAD)));
        }
    }
}
