// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Black} from "./Black.sol";
import {Normal} from "./Normal.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice What a leg is worth at another forward and volatility. What rows share is prepared once: the logarithm of
/// a leg's moneyness and of a row's multiplier, σ√T and its inverse.
library Revaluation {
    int256 private constant WAD = 1e18;

    /// @notice A leg, with |q|·F and |q|·K.
    struct Leg {
        int256 forward;
        int256 strike;
        int256 logarithm;
        int256 isPut;
        int256 isShort;
    }

    /// @notice A position of `size` at today's forward.
    function leg(bool isCall, int256 size, int256 strike, int256 forward) internal pure returns (Leg memory l) {
        unchecked {
            int256 quantity = int256(FixedPointMathLib.abs(size));
            l.forward = quantity * forward / WAD;
            l.strike = quantity * strike / WAD;
            l.logarithm = Black.logarithm(forward, strike);
            l.isPut = isCall ? int256(0) : int256(-1);
            l.isShort = size >> 255;
        }
    }

    /// @notice 2⁶⁴·10¹⁸/s and s/2 in units of 2⁻⁶⁴, of s = σ√T.
    function shock(int256 volatility, int256 root) internal pure returns (int256 inverse, int256 half) {
        unchecked {
            int256 deviation = volatility * root / WAD;
            inverse = FixedPointMathLib.rawSDiv(WAD << 64, deviation);
            half = (deviation << 63) / WAD;
        }
    }

    /// @notice The leg's undiscounted value at a forward of `multiplier` times today's.
    function value(Leg memory of_, int256 multiplier, int256 logarithm, int256 inverse, int256 half)
        internal
        pure
        returns (int256 worth)
    {
        unchecked {
            int256 middle = (of_.logarithm + logarithm) * inverse / WAD;
            int256 forward = of_.forward * multiplier;
            int256 strike = of_.strike * WAD;
            int256 bell = of_.forward * multiplier / WAD * Normal.bell(middle + half);
            worth = Normal.cumulative(middle + half, forward, bell) - Normal.cumulative(middle - half, strike, bell);
            worth -= (forward - strike) & of_.isPut;
            worth = ((worth ^ of_.isShort) - of_.isShort) / WAD;
        }
    }
}
