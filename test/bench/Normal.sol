// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Tails of the standard normal distribution. Arguments have 64 binary places.
library Normal {
    /// @dev 1/√(2π) with 18 decimals.
    int256 internal constant INVERSE_ROOT_TAU = 398942280401432678;
    /// @dev 5¹⁸: units of 2⁻¹²⁹ to units of 10⁻¹⁸ is a product with it and a shift by 111.
    int256 private constant FIVES = 5 ** 18;

    /// @notice e^(−x²/2), with 18 decimals.
    function bell(int256 x) internal pure returns (int256) {
        unchecked {
            return FixedPointMathLib.expWad(-((x * x * FIVES) >> 111));
        }
    }

    /// @notice N(−x)·e^(x²/2) of x ≥ 0, with 64 binary places: Hart's rational function. N(−x) is
    /// good to 4e-17 up to x = 9.2, beyond which `bell` is nothing.
    /// @dev Three products between shifts: the terms have 64, 128 and 192 places in turn.
    /// Source: J. F. Hart, "Computer Approximations" (1968), 5666.
    function ratio(int256 argument) internal pure returns (int256) {
        unchecked {
            uint256 x = uint256(argument);
            uint256 n = 650478250178244363 * x + 238328006920238329610347704309996743700;
            n = (n * x + 40010009209077631915934819910286134202917375298901400092672) >> 128;
            n = n * x + 11539950338224971472043238551285851352491;
            n = (n * x + 703533115162195708952755857550102513603088379426926458044416) >> 128;
            n = n * x + 75275086099796768090689705239864481110158;
            n = n * x + 1382260912716840977458604339941739522659531801752439122558976;
            uint256 d = 1630477228166597029 * x + 597422577813158248940762252402921950182;
            d = (d * x + 100836476960000068080866525408171945513066136512432131014656) >> 128;
            d = d * x + 29529952957150605251680373123025854861791;
            d = (d * x + 1861563960668538988378901423642840621276262881288511459164160) >> 128;
            d = d * x + 216873397284470244031576340046731299729148;
            d = (d * x + 4982929779334922255124094348386324721772054311540446879285248) >> 128;
            d = d * x + 149865028450939521081843686181528929890172;
            return int256(FixedPointMathLib.rawDiv(n, d));
        }
    }

    /// @notice unit·N(x), given unit·e^(−x²/2).
    function cumulative(int256 x, int256 unit, int256 bellOfUnit) internal pure returns (int256) {
        unchecked {
            if (x < 0) return (bellOfUnit * ratio(-x)) >> 64;
            return unit - ((bellOfUnit * ratio(x)) >> 64);
        }
    }
}
