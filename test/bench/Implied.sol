// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Black} from "./Black.sol";
import {Normal} from "./Normal.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Implied volatility from the time value b of the kind out of the money, as a fraction of the smaller of
/// forward and strike: b(s) = N(−h) − e^k·N(−g), k = |ln(F/K)|, h = k/s − s/2, g = h + s. Below b(√(2k)) Newton's
/// iteration runs on ln b in 1/s², above it Halley's on b in s.
library Implied {
    int256 private constant WAD = 1e18;
    /// @dev √(2π).
    int256 private constant ROOT_TAU = 2506628274631000502;
    uint256 private constant MOST_STEPS = 24;

    /// @notice σ of an undiscounted price.
    function volatility(bool isCall, int256 price, Black.Option memory of_) internal pure returns (int256) {
        unchecked {
            int256 discount = Black.discountOf(of_.rate, of_.time);
            int256 intrinsic = isCall ? of_.forward - of_.strike : of_.strike - of_.forward;
            int256 value = FixedPointMathLib.rawSDiv(price * WAD, discount) - FixedPointMathLib.max(intrinsic, 0);
            int256 near = FixedPointMathLib.min(of_.forward, of_.strike);
            int256 far = of_.forward + of_.strike - near;
            int256 target = FixedPointMathLib.rawSDiv(value * WAD, near);
            int256 deviation = _search(Black.logarithm(far, near), target);
            return FixedPointMathLib.rawSDiv(deviation * WAD, Black.rootOf(of_.time));
        }
    }

    /// @dev The s at which b is the target.
    function _search(int256 k, int256 target) private pure returns (int256 s) {
        unchecked {
            s = int256(FixedPointMathLib.sqrt(uint256(k) * 2e18));
            int256 least = target * ROOT_TAU / WAD;
            if (s >= least) {
                (int256 b, int256 bell,) = _value(k, s);
                if (target < b) return _low(k, target, s, b, bell);
            }
            return _high(k, target, FixedPointMathLib.max(s, least));
        }
    }

    /// @dev s² grows by the fraction 2·ln(b/target)·b/(b′s), and s falls by its root.
    function _low(int256 k, int256 target, int256 s, int256 b, int256 bell) private pure returns (int256) {
        unchecked {
            for (uint256 i; i != MOST_STEPS; ++i) {
                int256 slope = bell * Normal.INVERSE_ROOT_TAU / WAD * s / WAD;
                int256 growth = FixedPointMathLib.rawSDiv(2 * Black.logarithm(b, target) * b, slope);
                int256 next = FixedPointMathLib.rawSDiv(
                    s * WAD, int256(FixedPointMathLib.sqrt(uint256((WAD + growth) * WAD)))
                );
                int256 step = next - s;
                s = next;
                if (step * step < s) return s;
                (b, bell,) = _value(k, s);
            }
            return s;
        }
    }

    /// @dev Halley's step: N/(1 + N·hg/(2s)), N = (target − b)/b′.
    function _high(int256 k, int256 target, int256 s) private pure returns (int256) {
        unchecked {
            for (uint256 i; i != MOST_STEPS; ++i) {
                (int256 b, int256 bell, int256 curvature) = _value(k, s);
                int256 newton =
                    FixedPointMathLib.rawSDiv((target - b) * WAD * WAD, bell * Normal.INVERSE_ROOT_TAU / WAD);
                int256 bend = FixedPointMathLib.rawSDiv(newton / WAD * curvature, s << 1);
                int256 step = FixedPointMathLib.rawSDiv(newton, WAD + bend);
                s += step;
                if (step < 1e12 && step > -1e12) return s;
            }
            return s;
        }
    }

    /// @dev b, e^(−h²/2) and hg.
    function _value(int256 k, int256 s) private pure returns (int256 b, int256 bell, int256 curvature) {
        unchecked {
            int256 middle = FixedPointMathLib.rawSDiv(k << 64, s);
            int256 half = (s << 63) / WAD;
            int256 h = middle - half;
            bell = Normal.bell(h);
            int256 far = bell * Normal.ratio(middle + half);
            b = h < 0
                ? WAD - ((bell * Normal.ratio(-h) + far) >> 64)
                : (bell * Normal.ratio(h) - far) >> 64;
            curvature = ((h * (middle + half)) >> 64) * WAD >> 64;
        }
    }
}
