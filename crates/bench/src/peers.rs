//! What others need for the same, as measured on their published contracts.
//!
//! Inside one EVM with forge, solc 0.8.36, via-IR, optimiser runs 2³² − 1; kernels are medians over 225 options, as
//! internal library calls; the portfolio is a margin check with storage warm.

/// A figure of a published library or venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Whose.
    pub by: &'static str,
    /// Gas.
    pub gas: u64,
}

/// Price of a call. DeFiMath 4.1, `DeFiMathOptions`.
pub(crate) const PRICE: Published = Published { by: "DeFiMath 4.1", gas: 2_582 };
/// Implied volatility, the median of 7,657 to 21,936. DeFiMath 4.1.
pub(crate) const IMPLIED_VOLATILITY: Published = Published { by: "DeFiMath 4.1", gas: 11_668 };
/// A leg more in a row more. Derive v2, PMRM 2.
pub(crate) const REVALUATION: Published = Published { by: "Derive PMRM 2", gas: 9_680 };
/// 64 legs of four expiries in 33 scenarios. Derive v2, PMRM 2.
pub(crate) const PORTFOLIO: Published = Published { by: "Derive PMRM 2", gas: 20_605_874 };
