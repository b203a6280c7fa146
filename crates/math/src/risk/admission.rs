//! Who may do what: rules on an account's health before and after.

use super::Health;
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};

/// Why an account may not do what it did, with the figures that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// New risk without the initial margin.
    InsufficientMargin {
        /// What the account is worth.
        equity: Cash,
        /// What it would have to be worth.
        initial_margin: Cash,
    },
    /// A reduction that lowered the balance over maintenance margin.
    MarginNotImproved {
        /// The balance after.
        after: Cash,
        /// The balance before.
        before: Cash,
    },
    /// A reduction that left less equity than the lesser of zero and what there was.
    EquityNotKept {
        /// Equity after.
        after: Cash,
        /// The least that it had to be.
        least: Cash,
    },
    /// A figure exceeds its range.
    Math(MathError),
}

impl From<MathError> for Refusal {
    fn from(error: MathError) -> Self {
        Self::Math(error)
    }
}

/// Whether a leg that went from `before` to `after` neither grew nor changed sign.
///
/// # Examples
/// ```
/// use ballast_math::{Size, risk::admission::is_reduced};
/// assert!(is_reduced(Size(-5), Size(-3)) && is_reduced(Size(-5), Size(0)));
/// assert!(!is_reduced(Size(-5), Size(1)) && !is_reduced(Size(0), Size(1)));
/// ```
#[inline]
pub fn is_reduced(before: Size, after: Size) -> bool {
    if before >= Size::ZERO {
        Size::ZERO <= after && after <= before
    } else {
        before <= after && after <= Size::ZERO
    }
}

/// The rule for new risk and withdrawals: equity is at least the initial margin.
///
/// # Errors
/// [`Refusal::InsufficientMargin`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::{Health, admission::admit_new_risk}};
/// let health = Health { equity: Cash(99), initial_margin: Cash(100), maintenance_margin: Cash(60) };
/// assert!(admit_new_risk(&health).is_err());
/// assert!(admit_new_risk(&Health { equity: Cash(100), ..health }).is_ok());
/// ```
#[inline]
pub fn admit_new_risk(after: &Health) -> Result<(), Refusal> {
    if after.equity >= after.initial_margin {
        return Ok(());
    }
    let Health { equity, initial_margin, .. } = *after;
    Err(Refusal::InsufficientMargin { equity, initial_margin })
}

/// The rule for a reduction (no leg grew or changed sign: [`is_reduced`]) by an account without the initial
/// margin: the balance over maintenance margin did not fall, and equity is not below the lesser of zero
/// and what it was.
///
/// The last clause keeps an account from closing off the mark against another of the same owner and leaving
/// the loss to insurance: closing frees margin, so the balance rises while the equity is carried away.
///
/// # Errors
/// [`Refusal::MarginNotImproved`], [`Refusal::EquityNotKept`], [`Refusal::Math`].
///
/// # Examples
/// 5,000 of equity on a notional of 1,000,000, closed 2% off the mark:
/// ```
/// use ballast_math::{Cash, risk::{Health, admission::{Refusal, admit_reduction}}};
/// let margins = |initial, maintenance| Health {
///     equity: Cash(5_000), initial_margin: Cash(initial), maintenance_margin: Cash(maintenance) };
/// let before = margins(50_000, 30_000);
/// let after = Health { equity: Cash(-15_000), ..margins(0, 0) };
/// assert_eq!(admit_reduction(&before, &after),
///     Err(Refusal::EquityNotKept { after: Cash(-15_000), least: Cash(0) }));
/// assert!(admit_reduction(&before, &Health { equity: Cash(4_000), ..margins(0, 0) }).is_ok());
/// ```
pub fn admit_reduction(before: &Health, after: &Health) -> Result<(), Refusal> {
    let (then, now) = (before.maintenance_balance()?, after.maintenance_balance()?);
    if now < then {
        return Err(Refusal::MarginNotImproved { after: now, before: then });
    }
    let least = before.equity.min(Cash::ZERO);
    if after.equity < least {
        return Err(Refusal::EquityNotKept { after: after.equity, least });
    }
    Ok(())
}

/// The prices at which a fill is allowed: from `mark·(1 − band)` up to `mark·(1 + band)`.
///
/// # Rounding
/// Inwards.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, Ratio, risk::admission::price_band};
/// assert_eq!(price_band(Price(1_001), Ratio::millionths(20_000)), Ok((Price(981), Price(1_021))));
/// ```
pub fn price_band(mark: Price, band: Ratio) -> Result<(Price, Price), MathError> {
    let lowest = mark.mul_ceil(Ratio::ONE.checked_sub(band)?)?;
    let highest = mark.mul_floor(Ratio::ONE.checked_add(band)?)?;
    Ok((lowest, highest))
}

/// Whether an insolvent account may trade at a price: at the mark or better for it. `size` is signed for
/// the account; at the mark nobody takes value out of it.
///
/// # Examples
/// ```
/// use ballast_math::{Price, Size, risk::admission::is_at_mark_or_better};
/// assert!(is_at_mark_or_better(Size(-1), Price(100), Price(99)));
/// assert!(!is_at_mark_or_better(Size(1), Price(100), Price(99)));
/// ```
#[inline]
pub fn is_at_mark_or_better(size: Size, price: Price, mark: Price) -> bool {
    if size >= Size::ZERO { price <= mark } else { price >= mark }
}
