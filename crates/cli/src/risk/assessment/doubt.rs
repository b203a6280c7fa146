//! What doubtful feeds add to initial margin.

use ballast_math::fixed::quantity::Product;
use ballast_math::risk::confidence::{self, ConfidenceRule};
use ballast_math::risk::portfolio::{ExpiryTotals, Model};
use ballast_math::{Cash, MathError, Price, Ratio, Size};

use super::Portfolio;

/// Of perpetual, expiries and collateral. A ramp counts short options; a jump counts all, and a perpetual's
/// confidence in every term.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
pub(super) fn doubt_ceil(
    of: &Portfolio,
    model: &Model<'_>,
    totals: &[ExpiryTotals],
) -> Result<Cash, MathError> {
    let is_jump = model.confidence == ConfidenceRule::Jump;
    let has_perpetual = of.perpetual.size != Size::ZERO;
    let with_perpetual = of.confidence.min(of.perpetual.confidence);
    let shared = if is_jump && has_perpetual { with_perpetual } else { of.confidence };
    let rule = model.confidence;
    let doubt = |confidence: Ratio, notional| confidence::doubt_ceil(rule, confidence, notional);
    let mut sum = doubt(with_perpetual, notional_ceil(of.perpetual.size, of.index)?)?;
    for (expiry, totals) in of.expiries.iter().zip(totals) {
        let size = if is_jump { totals.gross } else { totals.short };
        let notional = notional_ceil(size, of.index)?;
        sum = sum.checked_add(doubt(shared.min(expiry.confidence), notional)?)?;
    }
    for held in &of.collateral {
        let value = super::value_floor(of, held)?;
        sum = sum.checked_add(doubt(shared.min(held.confidence), value)?)?;
    }
    Ok(sum)
}

fn notional_ceil(size: Size, index: Price) -> Result<Cash, MathError> {
    size.checked_abs()?.mul_ceil(index)
}
