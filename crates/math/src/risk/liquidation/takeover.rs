//! How much one takeover may take.

use super::{WHOLE_BELOW, buffered_balance_floor};
use crate::MathError;
use crate::fixed::quantity::{Cash, Size};
use crate::fixed::{mul_div_ceil, mul_div_floor};
use crate::risk::Health;

/// The largest part of a position that may be taken over, of an account that a takeover of `size` takes from
/// `before` to `after`: the whole of `size` where the account needs it, otherwise
/// `size·|BM| / (|BM| + BM')`, which brings its buffered balance to zero.
///
/// A takeover that leaves less than 50 over the buffer is needed, and so is every one of an account with less
/// equity than that: what little it has left is not worth several transactions.
///
/// # Units
/// `size` signed as the position, and so is what it returns.
///
/// # Rounding
/// Up to a multiple of `lot`, if that is not zero, and never beyond `size`.
///
/// # Accuracy
/// Exact for a requirement that falls with the size; one that falls faster at first is restored by less.
///
/// # Errors
/// [`MathError::Overflow`]; [`MathError::OutOfDomain`] for a negative lot.
///
/// # Examples
/// A buffered balance of −380 that taking 10 over brings to 620 needs 3.8:
/// ```
/// use ballast_math::{Cash, Size, risk::{Health, liquidation::largest_takeover_ceil}};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let health = |equity, margin| Health {
///     equity: Cash(equity * ONE), initial_margin: Cash(0), maintenance_margin: Cash(margin * ONE) };
/// let (before, after) = (health(1_000, 1_200), health(620, 0));
/// let largest = |lot| largest_takeover_ceil(&before, &after, Size(-10 * ONE), Size(lot));
/// assert_eq!(largest(0), Ok(Size(-38 * ONE / 10)));
/// assert_eq!(largest(ONE), Ok(Size(-4 * ONE)));
/// assert_eq!(largest(11 * ONE), Ok(Size(-10 * ONE)));
/// ```
pub fn largest_takeover_ceil(
    before: &Health,
    after: &Health,
    size: Size,
    lot: Size,
) -> Result<Size, MathError> {
    let missing = buffered_balance_floor(before)?.checked_neg()?;
    let over = buffered_balance_floor(after)?;
    if before.equity < WHOLE_BELOW || over < WHOLE_BELOW || missing <= Cash::ZERO {
        return Ok(size);
    }
    let units = size.checked_abs()?;
    let needed = mul_div_ceil(units.0, missing.0, missing.checked_add(over)?.0)?;
    let largest = Size(on_lots_ceil(needed, lot)?).min(units);
    if size < Size::ZERO { largest.checked_neg() } else { Ok(largest) }
}

/// A size rounded up to a multiple of the lot; zero is no lot.
fn on_lots_ceil(units: i128, lot: Size) -> Result<i128, MathError> {
    match lot.0 {
        0 => Ok(units),
        ..0 => Err(MathError::OutOfDomain),
        lot => mul_div_floor(mul_div_ceil(units, 1, lot)?, lot, 1),
    }
}
