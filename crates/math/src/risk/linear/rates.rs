//! The rates in force: what a market's size, open interest and regime make of its parameters.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Quotient, Ratio, Size};
use crate::fixed::sqrt_ceil;
use crate::risk::Rates;

/// Rates on the net notional, and on the notional that legs offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinearRates {
    /// On the net notional.
    pub outright: Rates,
    /// On the offset notional.
    pub spread: Rates,
}

/// How a large position raises its margin rates: `h = max(1, 0.8 + 0.2·√(|N|/N0))`.
///
/// The cost of closing grows with the root of size (square-root impact); up to N0 it is in the rate.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::DivideByZero`] for a scale of zero; [`MathError::OutOfDomain`] for a negative quotient;
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::linear::size_factor_ceil};
/// const MILLION: i128 = 1_000_000_000_000_000_000_000_000;
/// assert_eq!(size_factor_ceil(Cash(4 * MILLION), Cash(MILLION))?.0, 1_200_000_000_000_000_000);
/// assert_eq!(size_factor_ceil(Cash(MILLION / 2), Cash(MILLION))?.0, 1_000_000_000_000_000_000);
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn size_factor_ceil(net: Cash, scale: Cash) -> Result<Ratio, MathError> {
    const BASE: Ratio = Ratio::millionths(800_000);
    const SLOPE: Ratio = Ratio::millionths(200_000);
    // The usual position is below the scale and needs neither division nor root.
    if scale > Cash::ZERO && net <= scale {
        return Ok(Ratio::ONE);
    }
    let root = Ratio(sqrt_ceil(net.div_ceil(scale)?.0)?);
    Ok(BASE.checked_add(root.mul_ceil(SLOPE)?)?.max(Ratio::ONE))
}

/// How far open interest has risen between its bounds: `clamp((OI − low)/(high − low), 0, 1)`.
///
/// # Domain
/// All: with bounds that are equal or crossed it is a step from 0 to 1 above `low`.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, Size, risk::linear::crowding_ceil};
/// assert_eq!(crowding_ceil(Size(150), Size(100), Size(200)), Ok(Ratio::millionths(500_000)));
/// assert_eq!(crowding_ceil(Size(100), Size(100), Size(100)), Ok(Ratio::ZERO));
/// assert_eq!(crowding_ceil(Size(101), Size(100), Size(100)), Ok(Ratio::ONE));
/// ```
pub fn crowding_ceil(open_interest: Size, low: Size, high: Size) -> Result<Ratio, MathError> {
    if open_interest <= low {
        return Ok(Ratio::ZERO);
    }
    if open_interest >= high {
        return Ok(Ratio::ONE);
    }
    open_interest.checked_sub(low)?.div_ceil(high.checked_sub(low)?)
}

/// The outright rates in force: `rate·regime·h`, each at most 1; then the initial rate moves the crowded
/// part of its way to 1: `IM + crowding·(1 − IM)`.
///
/// # Rounding
/// Up; never above 1.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::{Rates, linear::effective_rates_ceil}};
/// let rates = Rates { initial: Ratio::millionths(50_000), maintenance: Ratio::millionths(30_000) };
/// let half = Ratio::millionths(500_000);
/// let crowded = effective_rates_ceil(rates, Rates::ONE, Ratio::ONE, half)?;
/// assert_eq!(crowded.initial, Ratio::millionths(525_000));
/// assert_eq!(crowded.maintenance, Ratio::millionths(30_000));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn effective_rates_ceil(
    rates: Rates,
    regime: Rates,
    size_factor: Ratio,
    crowding: Ratio,
) -> Result<Rates, MathError> {
    let scaled = |rate: Ratio, regime: Ratio| -> Result<Ratio, MathError> {
        Ok(times(times(rate, regime)?, size_factor)?.min(Ratio::ONE))
    };
    let maintenance = scaled(rates.maintenance, regime.maintenance)?;
    let initial = scaled(rates.initial, regime.initial)?;
    if crowding == Ratio::ZERO {
        return Ok(Rates { initial, maintenance });
    }
    let rest = Ratio::ONE.checked_sub(initial)?;
    let crowded = initial.checked_add(rest.mul_ceil(crowding)?)?.min(Ratio::ONE);
    Ok(Rates { initial: crowded, maintenance })
}

/// `rate · factor`, up. The usual factor is one and costs nothing.
#[inline]
fn times(rate: Ratio, factor: Ratio) -> Result<Ratio, MathError> {
    if factor == Ratio::ONE { Ok(rate) } else { rate.mul_ceil(factor) }
}
