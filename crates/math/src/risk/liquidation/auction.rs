//! The solvent auction: a fraction of the account for a falling share of its value.

mod clock;
mod step;

pub use clock::{AuctionClock, price_share_ceil};
pub use step::{AuctionStep, auction_step};

use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// φ from which on the backstop bids.
pub const BACKSTOP_SHARE: Ratio = Ratio::millionths(800_000);
/// What the start of an auction costs, of what is offered at its value: 1%.
const START_FEE: Ratio = Ratio::millionths(10_000);
/// An account of less equity than this is offered whole.
pub const WHOLE_BELOW: Cash = Cash(50_000_000_000_000_000_000);

/// An account in auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auctioned {
    /// Its equity, proceeds included.
    pub equity: Cash,
    /// Its balance over maintenance margin.
    pub maintenance: Cash,
    /// Its [buffered balance](super::buffered_balance_floor).
    pub buffered: Cash,
    /// R: what bidders have paid so far, which bids do not take.
    pub proceeds: Cash,
}

/// The largest fraction that a bid may take at φ: `BM / (BM − E·φ − R(1 − φ))`, everything for an equity
/// below 50.
///
/// It brings the buffered balance to exactly zero if the requirement is homogeneous, as
/// `docs/math/auction.md` shows.
///
/// # Domain
/// A buffered balance below 0; equity and proceeds of 0 or more; φ in [0, 1].
///
/// # Rounding
/// Down: a bid takes no more than restores the account.
///
/// # Errors
/// [`MathError::OutOfDomain`] outside the domain; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidation::{Auctioned, largest_fraction_floor}};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let account = Auctioned { equity: Cash(1_000 * ONE), maintenance: Cash(-200 * ONE),
///     buffered: Cash(-380 * ONE), proceeds: Cash(0) };
/// let fraction = largest_fraction_floor(&account, Ratio::millionths(950_000));
/// assert_eq!(fraction, Ok(Ratio(285_714_285_714_285_714)));
/// ```
pub fn largest_fraction_floor(account: &Auctioned, share: Ratio) -> Result<Ratio, MathError> {
    let Auctioned { equity, buffered, proceeds, .. } = *account;
    let is_valid = buffered < Cash::ZERO && equity.min(proceeds) >= Cash::ZERO;
    if !is_valid || share != share.clamped_to_unit() {
        return Err(MathError::OutOfDomain);
    }
    if equity < WHOLE_BELOW {
        return Ok(Ratio::ONE);
    }
    let missing = buffered.checked_neg()?;
    let rest = Ratio::ONE.checked_sub(share)?;
    let recovered = equity.mul_ceil(share)?.checked_add(proceeds.mul_ceil(rest)?)?;
    mul_div_floor(missing.0, Ratio::ONE.0, missing.checked_add(recovered)?.0).map(Ratio)
}

/// What a bidder pays for a fraction: `f·(E − R)·φ`.
///
/// # Rounding
/// Up, by at most two units.
///
/// # Errors
/// [`MathError::OutOfDomain`] if proceeds exceed the equity; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidation::bid_payment_ceil};
/// let (tenth, share) = (Ratio::millionths(100_000), Ratio::millionths(825_000));
/// assert_eq!(bid_payment_ceil(tenth, share, Cash(99_500), Cash(9_500)), Ok(Cash(7_425)));
/// ```
pub fn bid_payment_ceil(
    fraction: Ratio,
    share: Ratio,
    equity: Cash,
    proceeds: Cash,
) -> Result<Cash, MathError> {
    let offered = equity.checked_sub(proceeds)?;
    if offered < Cash::ZERO {
        return Err(MathError::OutOfDomain);
    }
    offered.mul_ceil(share)?.mul_ceil(fraction)
}

/// A fraction of a leg's size or of an amount of cash (less proceeds), as a bidder gets it.
///
/// # Units
/// Those of `whole`: [`Size`](crate::Size) or [`Cash`].
///
/// # Rounding
/// Towards zero.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, Size, risk::liquidation::taken};
/// let third = Ratio(333_333_333_333_333_333);
/// assert_eq!(taken(Size(-10), third), Ok(Size(-3)));
/// assert_eq!(taken(Cash(10), third), Ok(Cash(3)));
/// ```
pub fn taken<Quantity>(whole: Quantity, fraction: Ratio) -> Result<Quantity, MathError>
where
    Quantity: Product<Ratio, Output = Quantity> + PartialOrd + Default,
{
    if whole < Quantity::default() { whole.mul_ceil(fraction) } else { whole.mul_floor(fraction) }
}

/// What starting an auction costs, paid to insurance: 1% of the largest fraction at φ = 1 of the
/// equity, which it never takes below 0.
///
/// # Rounding
/// Up.
///
/// # Errors
/// As [`largest_fraction_floor`], a negative equity excepted, for which it is 0.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::liquidation::start_fee_ceil};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// assert_eq!(start_fee_ceil(Cash(1_000 * ONE), Cash(-380 * ONE))?.0 / 1_000_000, 2_753_623_188_405);
/// assert_eq!(start_fee_ceil(Cash(-ONE), Cash(-380 * ONE)), Ok(Cash(0)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn start_fee_ceil(equity: Cash, buffered: Cash) -> Result<Cash, MathError> {
    if equity <= Cash::ZERO {
        return Ok(Cash::ZERO);
    }
    let account = Auctioned { equity, maintenance: buffered, buffered, proceeds: Cash::ZERO };
    let offered = equity.mul_ceil(largest_fraction_floor(&account, Ratio::ONE)?)?;
    Ok(offered.mul_ceil(START_FEE)?.min(equity))
}
