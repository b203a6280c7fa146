//! The funding index, and what a position owes for its way.

use super::Funding;
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Size};

/// The index must fit the 104 bits that a leg has for it: ±1.0e13 quote units per unit.
const INDEX_BOUND: i128 = 1 << 103;

/// The index `seconds` after an accrual.
///
/// What accrues was fixed then, so bringing an index to now needs no price, and a view gives what the next
/// transaction will.
///
/// # Rounding
/// Down, by less than three units per accrual, for longs and shorts alike.
///
/// # Errors
/// [`MathError::Overflow`] if the index leaves the 104 bits of storage. The market's funding has then
/// ended; positions can still be closed at the index there is.
///
/// # Examples
/// 0.004375% an hour of 1,500 fades to the interest part: three quarters of half an hour of the one, a
/// quarter of the other.
/// ```
/// use ballast_math::risk::funding::{Funding, FundingRate, accrued_index};
/// use ballast_math::{Price, Ratio};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let rate = FundingRate::from_hourly(Ratio(437_500_000_000_000), Price(1_500 * ONE))?;
/// let funding = Funding { rate, interest_price: Price(1_500 * ONE) };
/// let index = accrued_index(Price::ZERO, &funding, 1_800)?;
/// assert!((index.0 - 248_437_500_000_000_000).abs() < 10_000);
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn accrued_index(index: Price, funding: &Funding, seconds: u64) -> Result<Price, MathError> {
    let next = index.checked_add(funding.over_floor(seconds)?)?;
    if next.0 >= INDEX_BOUND || next.0 < -INDEX_BOUND {
        return Err(MathError::Overflow);
    }
    Ok(next)
}

/// What a position owes for the way of the index from `from` to `to`: `size · (to − from)`; negative is
/// received.
///
/// # Rounding
/// Up: a payer pays the fraction, a receiver forgoes it. Over positions that sum to zero the owed sums to
/// zero or more, by less than one unit of 1e-18 each: the dust stays with the house.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::risk::funding::funding_owed_ceil;
/// use ballast_math::{Cash, Price, Size};
/// const THIRD: i128 = 333_333_333_333_333_333;
/// assert_eq!(funding_owed_ceil(Size(THIRD), Price(0), Price(1)), Ok(Cash(1)));
/// assert_eq!(funding_owed_ceil(Size(-THIRD), Price(0), Price(1)), Ok(Cash(0)));
/// ```
pub fn funding_owed_ceil(size: Size, from: Price, to: Price) -> Result<Cash, MathError> {
    if from == to {
        return Ok(Cash::ZERO);
    }
    size.mul_ceil(to.checked_sub(from)?)
}
