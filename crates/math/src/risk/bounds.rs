//! Lower bounds on requirements, whatever nets out.

use super::Requirement;
use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// The initial requirement that leverage is bounded by: `rate · Σ|q|·S` over linear and short option legs.
///
/// # Units
/// `gross` in quote units; the house's rate is 0.5%, a leverage of 200.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::bounds::leverage_bound_ceil};
/// assert_eq!(leverage_bound_ceil(Cash(1_000), Ratio::millionths(5_000)), Ok(Cash(5)));
/// ```
pub fn leverage_bound_ceil(gross: Cash, rate: Ratio) -> Result<Cash, MathError> {
    gross.mul_ceil(rate)
}

/// What any position must hold so that liquidating it pays its keeper: 3g initial, 2g maintenance, with g
/// the keeper minimum; nothing without a position.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::bounds::minimum_requirement};
/// let minimum = minimum_requirement(Cash(7), true)?;
/// assert_eq!((minimum.initial, minimum.maintenance), (Cash(21), Cash(14)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn minimum_requirement(
    keeper_minimum: Cash,
    has_position: bool,
) -> Result<Requirement, MathError> {
    if !has_position {
        return Ok(Requirement::default());
    }
    let maintenance = keeper_minimum.checked_add(keeper_minimum)?;
    Ok(Requirement { initial: maintenance.checked_add(keeper_minimum)?, maintenance })
}

/// The least notional of an order that opens or grows a position: 50g.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::bounds::minimum_opening_notional};
/// assert_eq!(minimum_opening_notional(Cash(2)), Ok(Cash(100)));
/// ```
pub fn minimum_opening_notional(keeper_minimum: Cash) -> Result<Cash, MathError> {
    keeper_minimum.0.checked_mul(50).map(Cash).ok_or(MathError::Overflow)
}
