//! Who bears what an insolvent account cannot: how much insurance may pay, how large it must be, and
//! how the rest is shared.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Quotient, Ratio};

/// What insurance pays in a day at most, of what it held at the day's start: 25%.
const DAY: Ratio = Ratio::millionths(250_000);
/// What of that one market gets at most: 40%.
const MARKET: Ratio = Ratio::millionths(400_000);

/// What insurance may still pay for a market today: the lesser of 25% of the fund less what it paid,
/// and 40% of those 25% less what it paid for the market; at least 0.
///
/// `fund` is what it held at the start of the day.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::waterfall::insurance_allowance_floor};
/// let allowance = |paid, in_market| insurance_allowance_floor(Cash(1_000), Cash(paid), Cash(in_market));
/// assert_eq!(allowance(0, 0), Ok(Cash(100)));
/// assert_eq!(allowance(200, 30), Ok(Cash(50)));
/// assert_eq!(allowance(260, 30), Ok(Cash(0)));
/// ```
pub fn insurance_allowance_floor(
    fund: Cash,
    paid_today: Cash,
    paid_in_market: Cash,
) -> Result<Cash, MathError> {
    let day = fund.mul_floor(DAY)?;
    let market = day.mul_floor(MARKET)?;
    let left = day.checked_sub(paid_today)?.min(market.checked_sub(paid_in_market)?);
    Ok(left.max(Cash::ZERO))
}

/// The insurance that a market's open interest needs: `OI·s₂·max(0, gap − MM)`, s₂ the share of the two
/// largest owners, the gap a jump that nobody can liquidate in, MM the maintenance rate.
///
/// # Units
/// Open interest in quote units.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::waterfall::required_insurance_ceil};
/// let rate = Ratio::millionths;
/// let fund = required_insurance_ceil(Cash(1_000_000), rate(200_000), rate(120_000), rate(30_000));
/// assert_eq!(fund, Ok(Cash(18_000)));
/// ```
pub fn required_insurance_ceil(
    open_interest: Cash,
    largest_share: Ratio,
    gap: Ratio,
    maintenance: Ratio,
) -> Result<Cash, MathError> {
    open_interest.mul_ceil(uncovered_ceil(largest_share, gap, maintenance)?)
}

/// The open interest that a fund allows, [`required_insurance_ceil`] backwards: `fund / (s₂·max(0, gap
/// − MM))`; nothing where margin covers the gap, or nobody holds any of it, and there is no bound.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::waterfall::open_interest_cap_floor};
/// let rate = Ratio::millionths;
/// let cap = |gap| open_interest_cap_floor(Cash(18_000), rate(200_000), rate(gap), rate(30_000));
/// assert_eq!(cap(120_000), Ok(Some(Cash(1_000_000))));
/// assert_eq!(cap(30_000), Ok(None));
/// ```
pub fn open_interest_cap_floor(
    fund: Cash,
    largest_share: Ratio,
    gap: Ratio,
    maintenance: Ratio,
) -> Result<Option<Cash>, MathError> {
    let uncovered = uncovered_ceil(largest_share, gap, maintenance)?;
    if uncovered <= Ratio::ZERO {
        return Ok(None);
    }
    fund.max(Cash::ZERO).div_floor(uncovered).map(Some)
}

fn uncovered_ceil(share: Ratio, gap: Ratio, maintenance: Ratio) -> Result<Ratio, MathError> {
    share.max(Ratio::ZERO).mul_ceil(gap.checked_sub(maintenance)?.max(Ratio::ZERO))
}

/// How a loss that nobody else bore is shared: factors that each claim is multiplied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Socialised {
    /// For locked profit, which gives first.
    pub profit_scale: Ratio,
    /// For positive cash.
    pub cash_scale: Ratio,
    /// What neither covers.
    pub uncovered: Cash,
}

/// How a loss is shared: locked profit gives first, by one factor `1 − L/ΣU` for all of it, then cash
/// by another.
///
/// Factors are multiplied into one stored number per layer, so nobody's account is touched.
///
/// # Domain
/// A loss and sums of 0 or more; a negative one counts as 0.
///
/// # Rounding
/// Down: claims scaled by it never sum to more than is left.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::waterfall::socialised_floor};
/// let shared = socialised_floor(Cash(150), Cash(100), Cash(1_000))?;
/// assert_eq!((shared.profit_scale, shared.cash_scale), (Ratio::ZERO, Ratio::millionths(950_000)));
/// assert_eq!(shared.uncovered, Cash(0));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn socialised_floor(loss: Cash, locked: Cash, cash: Cash) -> Result<Socialised, MathError> {
    let (profit_scale, rest) = absorbed_floor(loss.max(Cash::ZERO), locked)?;
    let (cash_scale, uncovered) = absorbed_floor(rest, cash)?;
    Ok(Socialised { profit_scale, cash_scale, uncovered })
}

/// The factor of a layer that bears what it can of a loss, and what is left of that.
fn absorbed_floor(loss: Cash, layer: Cash) -> Result<(Ratio, Cash), MathError> {
    let borne = loss.min(layer.max(Cash::ZERO));
    if borne == Cash::ZERO {
        return Ok((Ratio::ONE, loss));
    }
    Ok((layer.checked_sub(borne)?.div_floor(layer)?, loss.checked_sub(borne)?))
}
