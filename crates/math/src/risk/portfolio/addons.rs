//! What no scenario shows: gaps, settlement and custody, as parts of notionals.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use crate::risk::{Rates, Requirement};

/// Rates of the static add-ons. The initial ones come on top of those of maintenance margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddonRates {
    /// Of options that are short on net at a strike.
    pub strike: Rates,
    /// Of perpetual or futures, whichever are more.
    pub linear: Rates,
}

/// The requirement of a notional: maintenance, and initial on top of it.
///
/// # Rounding
/// Up.
fn on_top_ceil(notional: Cash, rates: Rates) -> Result<Requirement, MathError> {
    let maintenance = notional.mul_ceil(rates.maintenance)?;
    let initial = maintenance.checked_add(notional.mul_ceil(rates.initial)?)?;
    Ok(Requirement { initial, maintenance })
}

/// What short options of an expiry add: `Σ over strikes of max(0, −(q_call + q_put)) · S · rate`.
///
/// # Domain
/// Strikes and sizes in ascending order of strikes, calls and puts mixed.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::OutOfDomain`] for strikes out of order; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::risk::portfolio::{OURS, strike_addons_ceil};
/// use ballast_math::{Cash, Price, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let legs = [(Price(90), Size(-3 * ONE)), (Price(90), Size(ONE)), (Price(95), Size(ONE))];
/// let addons = strike_addons_ceil(legs, Price(1_000), OURS.addons.strike)?;
/// assert_eq!((addons.initial, addons.maintenance), (Cash(10), Cash(6)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn strike_addons_ceil(
    legs: impl IntoIterator<Item = (Price, Size)>,
    index: Price,
    rates: Rates,
) -> Result<Requirement, MathError> {
    let (mut short, mut net, mut at) = (Size::ZERO, Size::ZERO, Price(i128::MIN));
    for (strike, size) in legs {
        if strike < at {
            return Err(MathError::OutOfDomain);
        }
        if strike > at {
            short = short.checked_sub(net.min(Size::ZERO))?;
            (net, at) = (Size::ZERO, strike);
        }
        net = net.checked_add(size)?;
    }
    short = short.checked_sub(net.min(Size::ZERO))?;
    on_top_ceil(short.mul_ceil(index)?, rates)
}

/// What linear legs add: `max(|q_perp|, Σ|q_future|) · S · rate`.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::risk::portfolio::{OURS, linear_addon_ceil};
/// use ballast_math::{Cash, Price, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let addon = linear_addon_ceil(Size(-6 * ONE), Size(4 * ONE), Price(2_000), OURS.addons.linear)?;
/// assert_eq!((addon.initial, addon.maintenance), (Cash(480), Cash(360)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn linear_addon_ceil(
    perpetual: Size,
    gross_futures: Size,
    index: Price,
    rates: Rates,
) -> Result<Requirement, MathError> {
    let size = perpetual.checked_abs()?.max(gross_futures);
    on_top_ceil(size.mul_ceil(index)?, rates)
}

/// What a collateral adds: `value · haircut`, its own haircuts.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::risk::{Rates, portfolio::collateral_addon_ceil};
/// use ballast_math::{Cash, Ratio};
/// let haircuts = Rates { initial: Ratio::millionths(40_000), maintenance: Ratio::millionths(80_000) };
/// let addon = collateral_addon_ceil(Cash(1_000), haircuts)?;
/// assert_eq!((addon.initial, addon.maintenance), (Cash(120), Cash(80)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn collateral_addon_ceil(value: Cash, haircuts: Rates) -> Result<Requirement, MathError> {
    on_top_ceil(value, haircuts)
}

impl AddonRates {
    /// 0.3% and 0.2% more of short strikes; 3% and 1% more of linear legs.
    pub const USUAL: Self = Self {
        strike: Rates { initial: Ratio::millionths(2_000), maintenance: Ratio::millionths(3_000) },
        linear: Rates {
            initial: Ratio::millionths(10_000),
            maintenance: Ratio::millionths(30_000),
        },
    };
}
