//! Standard margin of options, and of an account that holds them.
//!
//! Per expiry the better of two: what each short option costs by itself, and what the options together can
//! lose at most ([`payoff`]). The legs between which there is a choice are those of one expiry.

mod leg;
pub mod payoff;
mod short;

pub use leg::{OptionLeg, sort_by_strike};
pub use short::{ShortRates, isolated_requirement_ceil, short_unit_ceil};

use super::{Balances, Rates, Requirement};
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio};
use payoff::least_payoffs_floor;

/// How far above the forward the maximum loss is looked for, as a part of it: u = 1.2 and 1.1.
pub const SPANS: Rates =
    Rates { initial: Ratio::millionths(1_200_000), maintenance: Ratio::millionths(1_100_000) };

/// What the options of one expiry put on the balances, 0 or less: the larger of minus the isolated
/// requirement and the least payoff on [0, (1 + u)F].
///
/// The mark of a long option is in the equity and not here.
///
/// # Domain
/// Legs of one expiry by ascending strike ([`sort_by_strike`]); prices of 0 or more.
///
/// # Rounding
/// Down. (1 + u)F is rounded up: the range is never shorter.
///
/// # Accuracy
/// The least payoff is exact before its one rounding.
///
/// # Errors
/// [`MathError::OutOfDomain`] for strikes out of order or below 0; [`MathError::Overflow`].
///
/// # Examples
/// Three calls sold at 40 and two bought at 50, far in the money; the loss counts up to 2.1 and 2.2 times
/// the forward:
/// ```
/// use ballast_math::pricing::Kind;
/// use ballast_math::risk::standard::{
///     OptionLeg, SPANS, ShortRates, option_balances_floor};
/// use ballast_math::{Cash, Price, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let call = |strike, size, mark| OptionLeg { kind: Kind::Call, strike: Price(strike * ONE),
///     size: Size(size * ONE), mark: Price(mark * ONE) };
/// let legs = [call(40, -3, 61), call(50, 2, 51)];
/// let hundred = Price(100 * ONE);
/// let balances = option_balances_floor(&legs, hundred, hundred, &ShortRates::NORMAL, SPANS)?;
/// assert_eq!(balances.maintenance, Cash(-190 * ONE));
/// assert_eq!(balances.initial, Cash(-200 * ONE));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn option_balances_floor(
    legs: &[OptionLeg],
    index: Price,
    forward: Price,
    rates: &ShortRates,
    spans: Rates,
) -> Result<Balances, MathError> {
    let isolated = isolated_requirement_ceil(legs, index, rates)?;
    if isolated == Requirement::default() {
        return Ok(Balances::default());
    }
    let top = |span: Ratio| forward.mul_ceil(Ratio::ONE.checked_add(span)?);
    let tops = [top(spans.maintenance)?, top(spans.initial)?];
    let [maintenance, initial] = least_payoffs_floor(legs, tops)?;
    Ok(Balances { initial, maintenance }.at_least(Balances::default().charged(isolated)?))
}

/// The balances of a market or account in standard margin:
/// `cash and linear + Σ collateral + Σ options − linear requirement − terms`.
///
/// `means` is cash and the mark-to-market of linear legs, `collateral` what is left of it after
/// haircuts, `options` the sum of [`option_balances_floor`] over expiries, `linear` the requirement of the
/// linear legs and `terms` the [charges](super::terms::Terms::charges_ceil) of the common terms. All are
/// sums and add over markets; the initial balance is at most the maintenance balance.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::{Balances, Requirement, standard::standard_balances}};
/// let options = Balances { initial: Cash(-26), maintenance: Cash(-18) };
/// let linear = Requirement { initial: Cash(7), maintenance: Cash(4) };
/// let balances = standard_balances(Cash(50), Balances::default(), options, linear, Requirement::default())?;
/// assert_eq!((balances.initial, balances.maintenance), (Cash(17), Cash(28)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn standard_balances(
    means: Cash,
    collateral: Balances,
    options: Balances,
    linear: Requirement,
    terms: Requirement,
) -> Result<Balances, MathError> {
    let assets = Balances::both(means).checked_add(collateral)?.checked_add(options)?;
    Ok(assets.charged(linear)?.charged(terms)?.ordered())
}
