//! The totals of the rows.

use super::losses::Worst;
use super::{DiscountFactors, Losses, Model, Row, Scenario, SkewRule};
use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Quotient, Ratio, Size};
use crate::risk::linear::LinearBook;
use crate::risk::regime::Regime;

/// What a pass over the options of an expiry found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpiryValues<'a> {
    /// Their net value as it is: the very number that is in the equity.
    pub value: Cash,
    /// Their net value in each row, in the order of the model's rows; in a row of skew tilted up and
    /// then down, if both count.
    pub rows: &'a [Cash],
}

/// What an expiry is worth when forwards alone move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Its options as they are.
    pub value: Cash,
    /// Its options at the variable part of the forward moved up.
    pub up: Cash,
    /// And down.
    pub down: Cash,
    /// Its futures at the variable part of the forward.
    pub futures: LinearBook,
    /// T in years.
    pub years: Ratio,
}

/// The profit and loss of a market in each scenario, as it adds up.
///
/// The memory for it is the caller's.
#[derive(Debug)]
pub struct Scenarios<'a> {
    model: &'a Model<'a>,
    /// Before weights and roll.
    totals: &'a mut [Cash],
    basis: Cash,
    roll: Cash,
    dollars: Cash,
}

impl<'a> Scenarios<'a> {
    /// Nothing yet.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] if there is no memory for each row of the model.
    pub fn new(model: &'a Model<'a>, memory: &'a mut [Cash]) -> Result<Self, MathError> {
        let totals = memory.get_mut(..model.rows.len()).ok_or(MathError::OutOfDomain)?;
        totals.fill(Cash::ZERO);
        let (basis, roll, dollars) = (Cash::ZERO, Cash::ZERO, Cash::ZERO);
        Ok(Self { model, totals, basis, roll, dollars })
    }

    /// Adds the options of an expiry: `counted(V') − V` in each row, V not discounted.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for too few values; [`MathError::Overflow`].
    pub fn add_options(
        &mut self,
        expiry: &ExpiryValues<'_>,
        factors: DiscountFactors,
    ) -> Result<(), MathError> {
        let rule = self.model.skew_rule;
        let mut values = expiry.rows.iter();
        let mut next_change = || -> Result<Cash, MathError> {
            let value = values.next().ok_or(MathError::OutOfDomain)?;
            factors.counted_floor(*value)?.checked_sub(expiry.value)
        };
        for (row, total) in self.model.rows.iter().zip(self.totals.iter_mut()) {
            let mut change = next_change()?;
            if row.shock.is_skew() {
                change = match rule {
                    SkewRule::WorseOfBoth => change.min(next_change()?),
                    SkewRule::MinusMagnitude => change.min(change.checked_neg()?),
                };
            }
            *total = total.checked_add(change)?;
        }
        Ok(())
    }

    /// Adds what moves with the price: futures at the variable part of their forwards, the perpetual at its
    /// mark, and collateral that is in the scenarios. Rows of skew do not move it.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_linear(&mut self, book: &LinearBook) -> Result<(), MathError> {
        for (row, total) in self.model.rows.iter().zip(self.totals.iter_mut()) {
            *total = total.checked_add(moved_floor(book, row.move_of_spot()?)?)?;
        }
        Ok(())
    }

    /// Adds an expiry to the scenario of the basis: `min(ΔV up, ΔV down, 0)` of its options and
    /// futures, the [part](Model::basis_part_ceil) of it that counts.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_basis(&mut self, expiry: &Basis) -> Result<(), MathError> {
        let change = |value: Cash, by: Ratio| {
            value.checked_sub(expiry.value)?.checked_add(moved_floor(&expiry.futures, by)?)
        };
        let by = self.model.basis_move;
        let worse = change(expiry.up, by)?.min(change(expiry.down, by.checked_neg()?)?);
        let part = self.model.basis_part_ceil(expiry.years)?;
        self.basis = self.basis.checked_add(worse.min(Cash::ZERO).mul_floor(part)?)?;
        Ok(())
    }

    /// Adds what renewing futures costs, of their gross notional at full forwards, to every row that
    /// moves prices.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_roll(&mut self, gross: Cash) -> Result<(), MathError> {
        self.roll = self.roll.checked_add(gross.mul_ceil(self.model.roll)?)?;
        Ok(())
    }

    /// Adds a linear leg's dollar delta to the delta floor; the perpetual and collateral in the
    /// scenarios are one leg.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_dollars(&mut self, dollars: Cash) -> Result<(), MathError> {
        self.dollars = self.dollars.checked_add(dollars.checked_abs()?)?;
        Ok(())
    }

    /// Adds an option's dollar delta `q·δ·F_var` to the delta floor. A long one's counts up to its
    /// value over 2%: whoever paid for it cannot lose more, and half of that is the floor's share.
    ///
    /// # Rounding
    /// The cap, up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_option_dollars(
        &mut self,
        size: Size,
        dollars: Cash,
        value: Cash,
    ) -> Result<(), MathError> {
        self.add_dollars(option_dollars(self.model, size, dollars, value)?)
    }

    /// Each row with what it makes of the market: the weighed total less the roll.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// Each with [`MathError::Overflow`].
    pub fn rows(&self) -> impl Iterator<Item = (&Row, Result<Cash, MathError>)> {
        let totals = self.model.rows.iter().zip(self.totals.iter());
        totals.map(|(row, total)| (row, self.weighed_floor(row, *total)))
    }

    fn weighed_floor(&self, row: &Row, total: Cash) -> Result<Cash, MathError> {
        let weighed = if row.weight == Ratio::ONE { total } else { total.mul_floor(row.weight)? };
        if row.shock.is_skew() { Ok(weighed) } else { weighed.checked_sub(self.roll) }
    }

    /// The scenario of the basis, 0 or less.
    #[inline]
    pub fn basis(&self) -> Cash {
        self.basis
    }

    /// The delta floor, 0 or less: minus 1% of the dollars of all legs.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn delta_floor(&self) -> Result<Cash, MathError> {
        self.dollars.mul_ceil(self.model.delta_floor)?.checked_neg()
    }

    /// The worst of the scenarios.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// A bought unit at 100 loses 18 in the rows that always count, and 31.5 in those of a crisis:
    /// ```
    /// use ballast_math::risk::{linear::LinearBook, portfolio::{OURS, Scenario, Scenarios}, regime::Regime};
    /// use ballast_math::{Cash, Price, Size};
    /// const ONE: i128 = 1_000_000_000_000_000_000;
    /// let mut book = LinearBook::default();
    /// book.add(Size(ONE), Price(100 * ONE))?;
    /// let mut memory = [Cash(0); 64];
    /// let mut scenarios = Scenarios::new(&OURS, &mut memory)?;
    /// scenarios.add_linear(&book)?;
    /// let losses = scenarios.losses(Regime::Crisis)?;
    /// assert_eq!((losses.worst, losses.inner), (Cash(-18 * ONE), Cash(-9 * ONE)));
    /// assert_eq!(losses.stressed, Cash(-31_500_000_000_000_000_000));
    /// assert_eq!((losses.worst_at, losses.stressed_at), (Scenario::Row(24), Scenario::Row(51)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn losses(&self, regime: Regime) -> Result<Losses, MathError> {
        let (mut worst, mut added) = (Worst::default(), Worst::default());
        let mut inner = Cash::ZERO;
        for (index, (row, pnl)) in self.rows().enumerate() {
            if row.since > regime {
                continue;
            }
            let pnl = pnl?;
            if row.since > Regime::Calm {
                added.hear(Scenario::Row(index), pnl);
                continue;
            }
            worst.hear(Scenario::Row(index), pnl);
            if self.is_inner(row)? {
                inner = inner.min(pnl);
            }
        }
        worst.hear(Scenario::Basis, self.basis);
        worst.hear(Scenario::DeltaFloor, self.delta_floor()?);
        let stressed = if added.loss < worst.loss { added } else { worst };
        Ok(Losses {
            worst: worst.loss,
            worst_at: worst.at,
            stressed: stressed.loss,
            stressed_at: stressed.at,
            inner,
        })
    }

    fn is_inner(&self, row: &Row) -> Result<bool, MathError> {
        let distance = row.move_of_spot()?.checked_abs()?;
        let is_full = row.weight == Ratio::ONE && !row.shock.is_skew();
        Ok(is_full && distance <= self.model.inner_span)
    }
}

/// `Σ q·price · by`, from the bound of the sum that is worse.
///
/// # Rounding
/// Down.
pub(super) fn moved_floor(book: &LinearBook, by: Ratio) -> Result<Cash, MathError> {
    let value = if by < Ratio::ZERO { book.value_ceil } else { book.value_floor };
    value.mul_floor(by)
}

/// The dollars of an option that count in the delta floor: see [`Scenarios::add_option_dollars`].
pub(super) fn option_dollars(
    model: &Model<'_>,
    size: Size,
    dollars: Cash,
    value: Cash,
) -> Result<Cash, MathError> {
    let dollars = dollars.checked_abs()?;
    let cap = if size > Size::ZERO { value.div_ceil(model.mark_share)? } else { dollars };
    Ok(dollars.min(cap))
}
