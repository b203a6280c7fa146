//! Standard margin of perpetuals and futures, per market.

mod book;
mod rates;

pub use book::LinearBook;
pub use rates::{LinearRates, crowding_ceil, effective_rates_ceil, size_factor_ceil};

use super::{Rates, Requirement};
use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// What a market's linear legs must hold:
/// `λ · (rate·|N| + spread·(G − |N|)/2)` for each of the two margins, N the net and G the gross notional.
///
/// `rates` are those that are in force after size, open interest and regime
/// ([`effective_rates_ceil`]), `latency` what the age of the price multiplies with. The second term charges
/// what a calendar position of opposite legs can lose to the basis.
///
/// # Rounding
/// Up in every step; the net notional counts from above in the first term and from below in the second.
/// The initial requirement is never below the maintenance requirement.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::risk::linear::{LinearBook, LinearRates, linear_requirement_ceil};
/// use ballast_math::risk::{Rates, Requirement};
/// use ballast_math::{Cash, Price, Ratio, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let mut book = LinearBook::default();
/// book.add(Size(-10 * ONE), Price(2_001 * ONE))?;
/// book.add(Size(4 * ONE), Price(2_020 * ONE))?;
/// let rates = LinearRates {
///     outright: Rates { initial: Ratio::millionths(50_000), maintenance: Ratio::millionths(30_000) },
///     spread: Rates { initial: Ratio::millionths(15_000), maintenance: Ratio::millionths(10_000) },
/// };
/// // N = −11,930 and G = 28,090: 596.5 + 1.5% · 8,080 and 357.9 + 1% · 8,080.
/// let margin = linear_requirement_ceil(&book, &rates, Rates::ONE)?;
/// assert_eq!(margin.initial, Cash(717_700_000_000_000_000_000));
/// assert_eq!(margin.maintenance, Cash(438_700_000_000_000_000_000));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn linear_requirement_ceil(
    book: &LinearBook,
    rates: &LinearRates,
    latency: Rates,
) -> Result<Requirement, MathError> {
    let net = book.net_ceil()?;
    let offset = book.offset_ceil()?;
    let side = |rate: Ratio, spread: Ratio, latency: Ratio| -> Result<Cash, MathError> {
        let outright = net.mul_ceil(rate)?;
        let margin = if offset == Cash::ZERO {
            outright
        } else {
            outright.checked_add(offset.mul_ceil(spread)?)?
        };
        if latency == Ratio::ONE { Ok(margin) } else { margin.mul_ceil(latency) }
    };
    let maintenance =
        side(rates.outright.maintenance, rates.spread.maintenance, latency.maintenance)?;
    let initial = side(rates.outright.initial, rates.spread.initial, latency.initial)?;
    Ok(Requirement { initial: initial.max(maintenance), maintenance })
}
