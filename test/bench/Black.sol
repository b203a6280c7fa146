// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Normal} from "./Normal.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Black-76 as one would write it for the EVM: what terms share is computed once. 18 decimals, d1 and d2
/// 64 binary places; time in seconds of years of 365 days. F, K, σ and T are above 0, d1 and d2 within ±2⁶⁰.
library Black {
    int256 internal constant WAD = 1e18;
    int256 internal constant YEAR = 31_536_000;

    /// @notice An option on a forward.
    struct Option {
        int256 forward;
        int256 strike;
        int256 volatility;
        int256 time;
        int256 rate;
    }

    /// @notice What everything else is made of.
    struct Shape {
        int256 root;
        int256 deviation;
        int256 discount;
        int256 d1;
        int256 d2;
        int256 bell;
        int256 forwardPart;
        int256 strikePart;
    }

    /// @notice Prices and derivatives of a call and a put; gamma with 36 decimals.
    struct Greeks {
        int256 call;
        int256 put;
        int256 callDelta;
        int256 putDelta;
        int256 gamma;
        int256 vega;
        int256 callTheta;
        int256 putTheta;
        int256 callRho;
        int256 putRho;
        int256 vanna;
        int256 volga;
        int256 callCharm;
        int256 putCharm;
    }

    /// @notice √T.
    function rootOf(int256 time) internal pure returns (int256) {
        unchecked {
            return int256(FixedPointMathLib.sqrt(FixedPointMathLib.rawDiv(uint256(time) * 1e36, uint256(YEAR))));
        }
    }

    /// @notice e^(−rT).
    function discountOf(int256 rate, int256 time) internal pure returns (int256) {
        unchecked {
            return FixedPointMathLib.expWad(-rate * time / YEAR);
        }
    }

    /// @notice ln(a/b).
    function logarithm(int256 a, int256 b) internal pure returns (int256) {
        unchecked {
            return FixedPointMathLib.lnWad(FixedPointMathLib.rawSDiv(a * WAD, b));
        }
    }

    /// @notice d1, d2, and F·N(d1) and K·N(d2), undiscounted: one exponential serves both, since F·n(d1) = K·n(d2).
    function shape(Option memory of_) internal pure returns (Shape memory s) {
        unchecked {
            s.root = rootOf(of_.time);
            s.deviation = of_.volatility * s.root / WAD;
            s.discount = discountOf(of_.rate, of_.time);
            int256 middle = FixedPointMathLib.rawSDiv(logarithm(of_.forward, of_.strike) << 64, s.deviation);
            int256 half = (s.deviation << 63) / WAD;
            s.d1 = middle + half;
            s.d2 = middle - half;
            s.bell = Normal.bell(s.d1);
            int256 money = of_.forward * s.bell;
            s.forwardPart = Normal.cumulative(s.d1, of_.forward * WAD, money);
            s.strikePart = Normal.cumulative(s.d2, of_.strike * WAD, money);
        }
    }

    /// @notice The price of a call.
    function price(Option memory of_) internal pure returns (int256) {
        unchecked {
            Shape memory s = shape(of_);
            return s.discount * ((s.forwardPart - s.strikePart) / WAD) / WAD;
        }
    }

    /// @notice Everything.
    function greeks(Option memory of_) internal pure returns (Greeks memory g) {
        unchecked {
            Shape memory s = shape(of_);
            g.call = s.discount * ((s.forwardPart - s.strikePart) / WAD) / WAD;
            g.put = g.call - s.discount * (of_.forward - of_.strike) / WAD;
            g.callDelta = s.discount * FixedPointMathLib.rawSDiv(s.forwardPart, of_.forward) / WAD;
            g.putDelta = g.callDelta - s.discount;
            g.callRho = -g.call * of_.time / YEAR;
            g.putRho = -g.put * of_.time / YEAR;
            _second(of_, s, g);
            _time(of_, s, g);
        }
    }

    /// @dev Gamma, vega, vanna and volga.
    function _second(Option memory of_, Shape memory s, Greeks memory g) private pure {
        unchecked {
            int256 density = s.bell * Normal.INVERSE_ROOT_TAU / WAD * s.discount / WAD;
            g.gamma = FixedPointMathLib.rawSDiv(density * 1e36, of_.forward * s.deviation / WAD);
            g.vega = of_.forward * density / WAD * s.root / WAD;
            int256 inverse = FixedPointMathLib.rawSDiv(WAD * WAD, of_.volatility);
            int256 slope = (density * s.d2) >> 64;
            g.vanna = -slope * inverse / WAD;
            g.volga = ((((g.vega * s.d1) >> 64) * s.d2) >> 64) * inverse / WAD;
            g.callCharm = FixedPointMathLib.rawSDiv(slope * YEAR, of_.time << 1);
        }
    }

    /// @dev Theta and charm; half of charm is there already.
    function _time(Option memory of_, Shape memory s, Greeks memory g) private pure {
        unchecked {
            int256 decay = FixedPointMathLib.rawSDiv(g.vega * of_.volatility / WAD * YEAR, of_.time << 1);
            g.callTheta = of_.rate * g.call / WAD - decay;
            g.putTheta = of_.rate * g.put / WAD - decay;
            g.callCharm += of_.rate * g.callDelta / WAD;
            g.putCharm = g.callCharm - of_.rate * s.discount / WAD;
        }
    }
}
