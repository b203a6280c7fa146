//! The insolvent auction: a fraction of the account for a rising payment to who takes it.

use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// Seconds over which the payment rises to its whole.
const RISE: u64 = 3_600;
/// What is paid on top of the deficit at most, of the notional: 0.5%.
const NOTIONAL_SHARE: Ratio = Ratio::millionths(5_000);

/// What whoever takes a fraction of an insolvent account is paid:
/// `f·(−E + min((E − M)·min(1, t/3600), 0.5%·notional))`.
///
/// E is the equity, M the balance over maintenance margin, t the seconds since the auction turned
/// insolvent, and the notional Σ|q|·mark of the linear legs and Σ|q|·S of the options, all at the time
/// of the bid. The taker gets the deficit back and up to the whole margin for the risk.
///
/// # Domain
/// All; an equity above 0 counts as 0, a balance above the equity as the equity.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a fraction outside [0, 1]; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidation::insolvent_payout_floor};
/// let payout = |seconds, notional| insolvent_payout_floor(
///     Ratio::ONE, Cash(-100), Cash(-400), Cash(notional), seconds);
/// assert_eq!(payout(900, 1_000_000), Ok(Cash(175)));
/// assert_eq!(payout(9_000, 1_000_000), Ok(Cash(400)));
/// assert_eq!(payout(9_000, 10_000), Ok(Cash(150)));
/// ```
pub fn insolvent_payout_floor(
    fraction: Ratio,
    equity: Cash,
    maintenance: Cash,
    notional: Cash,
    seconds: u64,
) -> Result<Cash, MathError> {
    if fraction != fraction.clamped_to_unit() {
        return Err(MathError::OutOfDomain);
    }
    let equity = equity.min(Cash::ZERO);
    let margin = equity.checked_sub(maintenance)?.max(Cash::ZERO);
    let risen = Cash(mul_div_floor(margin.0, seconds.min(RISE) as i128, RISE as i128)?);
    let premium = risen.min(notional.mul_floor(NOTIONAL_SHARE)?.max(Cash::ZERO));
    equity.checked_neg()?.checked_add(premium)?.mul_floor(fraction)
}
