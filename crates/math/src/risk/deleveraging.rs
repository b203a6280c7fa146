//! Auto-deleveraging: which positions are closed against an insolvent account, and by how much.

use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio, Size};

/// How many buckets there are.
pub const BUCKETS: u8 = 8;

/// How much an account has won and at what leverage: `(U/E)·(|q|·mark/E)`.
///
/// U is the unrealised profit of the position and E the account's equity.
///
/// # Rounding
/// Down, by at most the quotient's unit times the leverage, and one.
///
/// # Errors
/// [`MathError::OutOfDomain`] for an equity that is not positive: such an account has nothing to give.
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Price, Ratio, Size, risk::deleveraging::score_floor};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let score = score_floor(Cash(50), Size(-2 * ONE), Price(100), Cash(100));
/// assert_eq!(score, Ok(Ratio::ONE));
/// ```
pub fn score_floor(
    profit: Cash,
    size: Size,
    mark: Price,
    equity: Cash,
) -> Result<Ratio, MathError> {
    if equity <= Cash::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let leverage = size.checked_abs()?.mul_floor(mark)?.div_floor(equity)?;
    profit.div_floor(equity)?.mul_floor(leverage)
}

/// The bucket of a score; bucket 0 is closed first. By ⌊log₂⌋: from 4 on, from 2, 1, ½, ¼, ⅛, any other
/// above 0, and the rest in the last.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::deleveraging::bucket};
/// let at = |millionths| bucket(Ratio::millionths(millionths));
/// assert_eq!([at(4_000_000), at(3_999_999), at(1_000_000), at(500_000)], [0, 1, 2, 3]);
/// assert_eq!([at(125_000), at(124_999), at(0)], [5, 6, 7]);
/// ```
pub fn bucket(score: Ratio) -> u8 {
    if score <= Ratio::ZERO {
        return BUCKETS.saturating_sub(1);
    }
    let (mut bucket, mut bound) = (6u8, Ratio::ONE.0 >> 3);
    while bucket > 0 && score.0 >= bound {
        bucket = bucket.wrapping_sub(1);
        bound <<= 1;
    }
    bucket
}

/// How much of each of a bucket's positions is closed: `⌊size·need/Σ⌋`, and of the rest one unit each
/// in the order given, which is that of ascending account ids. Everything if the need is no less than
/// the sum. Returns what is still needed.
///
/// # Domain
/// Sizes of 0 or more: magnitudes of positions on one side.
///
/// # Rounding
/// Exact: cuts and what is still needed sum to the need.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a negative number, or slices of different lengths;
/// [`MathError::Overflow`]. The cuts are then of no meaning.
///
/// # Examples
/// ```
/// use ballast_math::{Size, risk::deleveraging::pro_rata_cuts};
/// let mut cuts = [Size(0); 3];
/// let left = pro_rata_cuts(&[Size(5), Size(0), Size(5)], Size(3), &mut cuts)?;
/// assert_eq!((cuts, left), ([Size(2), Size(0), Size(1)], Size(0)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn pro_rata_cuts(sizes: &[Size], need: Size, cuts: &mut [Size]) -> Result<Size, MathError> {
    if sizes.len() != cuts.len() || need < Size::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let sum = sum(sizes)?;
    let mut rest = need;
    for (cut, size) in cuts.iter_mut().zip(sizes) {
        *cut = if need >= sum { *size } else { Size(mul_div_floor(size.0, need.0, sum.0)?) };
        rest = rest.checked_sub(*cut)?;
    }
    if need >= sum {
        return Ok(rest);
    }
    // Fewer units are left than there are sizes above 0, and each of those keeps at least one.
    let open = cuts.iter_mut().zip(sizes).filter(|(_, size)| **size > Size::ZERO);
    for (cut, _) in open.take(usize::try_from(rest.0).unwrap_or(usize::MAX)) {
        *cut = cut.checked_add(Size(1))?;
    }
    Ok(Size::ZERO)
}

fn sum(sizes: &[Size]) -> Result<Size, MathError> {
    sizes.iter().try_fold(Size::ZERO, |sum, size| {
        if *size < Size::ZERO { Err(MathError::OutOfDomain) } else { sum.checked_add(*size) }
    })
}
