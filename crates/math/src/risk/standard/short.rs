//! What a short option must hold by itself.

use super::OptionLeg;
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use crate::pricing::Kind;
use crate::risk::{Rates, Requirement};

/// Rates of short options, as fractions of the index price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortRates {
    /// Initial margin at the money; less by as much as the option is out of the money.
    pub near: Ratio,
    /// Initial margin at least.
    pub far: Ratio,
    /// Maintenance margin; of a put at least this part of its mark.
    pub maintenance: Ratio,
    /// The same within the initial margin of a put, which is at least 1.05 of that.
    pub put_floor: Ratio,
}

impl ShortRates {
    /// 15%, at least 13%, and 9%.
    pub const NORMAL: Self = Self {
        near: Ratio::millionths(150_000),
        far: Ratio::millionths(130_000),
        maintenance: Ratio::millionths(90_000),
        put_floor: Ratio::millionths(90_000),
    };

    /// The rates under a regime's multipliers: the initial one for all that enters initial margin.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::{Rates, standard::ShortRates}};
    /// let crisis = Rates { initial: Ratio::millionths(1_750_000), maintenance: Ratio::millionths(1_100_000) };
    /// let rates = ShortRates::NORMAL.in_regime_ceil(crisis)?;
    /// assert_eq!((rates.near, rates.maintenance), (Ratio::millionths(262_500), Ratio::millionths(99_000)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn in_regime_ceil(self, regime: Rates) -> Result<Self, MathError> {
        Ok(Self {
            near: self.near.mul_ceil(regime.initial)?,
            far: self.far.mul_ceil(regime.initial)?,
            maintenance: self.maintenance.mul_ceil(regime.maintenance)?,
            put_floor: self.put_floor.mul_ceil(regime.initial)?,
        })
    }
}

/// What one unit of a short option must hold, its mark included. With S the index price and m the mark:
///
/// * call: `maintenance·S + m`, initially `max(far·S, near·S − max(0, K − S)) + m`
/// * put: `m + max(maintenance·S, maintenance·m)`, initially
///   `max(max(far·S, near·S − max(0, S − K)) + m, 1.05·(m + max(floor·S, floor·m)))`
///
/// The out-of-the-money part enters as a difference of prices, so S = 0 needs no exception.
///
/// # Units
/// Quote units per unit of the option: initial, then maintenance.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::pricing::Kind;
/// use ballast_math::risk::standard::{OptionLeg, ShortRates, short_unit_ceil};
/// use ballast_math::{Price, Size};
/// let put = OptionLeg { kind: Kind::Put, strike: Price(1_800), size: Size(-1), mark: Price(14) };
/// let unit = short_unit_ceil(&put, Price(2_000), &ShortRates::NORMAL)?;
/// assert_eq!(unit, (Price(274), Price(194)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn short_unit_ceil(
    leg: &OptionLeg,
    index: Price,
    rates: &ShortRates,
) -> Result<(Price, Price), MathError> {
    const PUT_OVER_MAINTENANCE: Ratio = Ratio::millionths(1_050_000);
    let moneyness = leg.strike.checked_sub(index)?;
    let out_of_the_money = match leg.kind {
        Kind::Call => moneyness,
        Kind::Put => moneyness.checked_neg()?,
    };
    let near = index.mul_ceil(rates.near)?.checked_sub(out_of_the_money.max(Price::ZERO))?;
    let outright = near.max(index.mul_ceil(rates.far)?).checked_add(leg.mark)?;
    match leg.kind {
        Kind::Call => Ok((outright, index.mul_ceil(rates.maintenance)?.checked_add(leg.mark)?)),
        Kind::Put => {
            let base = index.max(leg.mark);
            let floor = base.mul_ceil(rates.put_floor)?.checked_add(leg.mark)?;
            let maintenance = base.mul_ceil(rates.maintenance)?.checked_add(leg.mark)?;
            Ok((outright.max(floor.mul_ceil(PUT_OVER_MAINTENANCE)?), maintenance))
        }
    }
}

/// What legs must hold if nothing offsets: [`short_unit_ceil`] for each short one, nothing for long ones.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
pub fn isolated_requirement_ceil(
    legs: &[OptionLeg],
    index: Price,
    rates: &ShortRates,
) -> Result<Requirement, MathError> {
    let mut sum = Requirement::default();
    for leg in legs.iter().filter(|leg| leg.size < Size::ZERO) {
        let (initial, maintenance) = short_unit_ceil(leg, index, rates)?;
        let size = leg.size.checked_neg()?;
        let due = |unit: Price| -> Result<Cash, MathError> { size.mul_ceil(unit) };
        sum = sum
            .checked_add(Requirement { initial: due(initial)?, maintenance: due(maintenance)? })?;
    }
    Ok(sum)
}
