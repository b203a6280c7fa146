//! The parameters of portfolio margin, and the two named sets.

use super::shock::{SkewRules, VolatilityRules};
use super::{AddonRates, DiscountRules, Multipliers, OURS_ROWS, REFERENCE_ROWS, Row};
use crate::MathError;
use crate::fixed::quantity::{Product, Ratio};
use crate::risk::Rates;
use crate::risk::confidence::ConfidenceRule;
use crate::risk::regime::Regime;

/// How an expiry enters the rows of skew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkewRule {
    /// By the worse of the tilts up and down, each priced: two values a row.
    WorseOfBoth,
    /// By minus the magnitude of what the tilt up does: one value a row.
    MinusMagnitude,
}

/// How the scenario of the basis counts a move of forwards alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasisRules {
    /// The part of it that counts at no time left.
    pub base: Ratio,
    /// What a year adds.
    pub per_year: Ratio,
    /// The part that counts at most.
    pub most: Ratio,
}

/// The parameters of portfolio margin for a class of markets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model<'a> {
    /// The scenarios.
    pub rows: &'a [Row],
    /// How volatilities rise and fall.
    pub volatility: VolatilityRules,
    /// How they tilt.
    pub skew: SkewRules,
    /// How an expiry enters the rows of skew.
    pub skew_rule: SkewRule,
    /// Whether options vary like the mean that they settle at, or like an end point.
    pub is_averaging: bool,
    /// How shocked values are discounted.
    pub discount: DiscountRules,
    /// How far forwards move alone in the scenario of the basis, up and down.
    pub basis_move: Ratio,
    /// How much of that counts.
    pub basis: BasisRules,
    /// What renewing futures costs in every row, of their notional.
    pub roll: Ratio,
    /// The loss of every leg at least, of its dollar delta.
    pub delta_floor: Ratio,
    /// A long option's dollars count in that up to its mark over this.
    pub mark_share: Ratio,
    /// The part of the worst loss in maintenance margin.
    pub maintenance_share: Ratio,
    /// Moves up to this count in full in maintenance margin; below 0 for none.
    pub inner_span: Ratio,
    /// Whether regime and latency multiply losses.
    pub is_adaptive: bool,
    /// How a doubtful feed adds to initial margin.
    pub confidence: ConfidenceRule,
    /// The static add-ons.
    pub addons: AddonRates,
}

/// The default parameters, for majors.
pub const OURS: Model<'static> = Model {
    rows: &OURS_ROWS,
    skew_rule: SkewRule::WorseOfBoth,
    is_averaging: true,
    basis: BasisRules { most: Ratio::ONE, ..REFERENCE.basis },
    roll: Ratio::millionths(5_000),
    delta_floor: Ratio::millionths(10_000),
    inner_span: Ratio::millionths(90_000),
    is_adaptive: true,
    confidence: ConfidenceRule::Ramp,
    ..REFERENCE
};

/// The reference parameters.
///
/// # Source
/// Derive, PMRM 2 (risk manager of the v2 protocol): its published parameters.
pub const REFERENCE: Model<'static> = Model {
    rows: &REFERENCE_ROWS,
    volatility: VolatilityRules {
        least_up: Ratio::millionths(400_000),
        up: Ratio::millionths(500_000),
        down: Ratio::millionths(300_000),
        short_power: Ratio::millionths(300_000),
        long_power: Ratio::millionths(130_000),
    },
    skew: SkewRules {
        most: Ratio::millionths(250_000),
        slope: Ratio::millionths(100_000),
        width: Ratio::millionths(2_400_000),
        least_width: Ratio::millionths(10_000),
    },
    skew_rule: SkewRule::MinusMagnitude,
    is_averaging: false,
    discount: DiscountRules {
        gain: Ratio::millionths(950_000),
        loss: Ratio::millionths(1_040_000),
        spread: Ratio::millionths(80_000),
        gain_rate: Ratio::ONE,
        loss_rate: Ratio::millionths(500_000),
    },
    basis_move: Ratio::millionths(45_000),
    basis: BasisRules {
        base: Ratio::millionths(500_000),
        per_year: Ratio::millionths(2_000_000),
        most: Ratio(i128::MAX),
    },
    roll: Ratio::ZERO,
    delta_floor: Ratio::ZERO,
    mark_share: Ratio::millionths(20_000),
    maintenance_share: Ratio::millionths(800_000),
    inner_span: Ratio(-1),
    is_adaptive: false,
    confidence: ConfidenceRule::Jump,
    addons: AddonRates::USUAL,
};

/// The spans of middle-sized markets against those of majors.
pub const MID_SPAN: Ratio = Ratio::millionths(1_500_000);
/// The spans of the smallest markets against those of majors.
pub const TAIL_SPAN: Ratio = Ratio::millionths(2_500_000);

impl<'a> Model<'a> {
    /// The model without the rows that a regime does not count. Its places stay those of the whole.
    #[inline]
    pub fn in_regime(&self, regime: Regime) -> Self {
        let counts = self.rows.partition_point(|row| row.since <= regime);
        Self { rows: self.rows.get(..counts).unwrap_or_default(), ..*self }
    }

    /// The model of a wilder class of markets: [rows](Row::scaled_floor) and inner span `scale` times as long.
    ///
    /// # Rounding
    /// Prices down, the inner span up.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for too little memory, or if a price would not stay above 0;
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::Ratio;
    /// use ballast_math::risk::portfolio::{OURS, TAIL_SPAN};
    /// let mut rows = [OURS.rows[0]; 64];
    /// let tail = OURS.scaled(TAIL_SPAN, &mut rows)?;
    /// assert_eq!(tail.rows[0].spot, Ratio::millionths(1_337_500));
    /// assert_eq!(tail.inner_span, Ratio::millionths(225_000));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn scaled(&self, scale: Ratio, memory: &'a mut [Row]) -> Result<Self, MathError> {
        let rows = memory.get_mut(..self.rows.len()).ok_or(MathError::OutOfDomain)?;
        for (to, row) in rows.iter_mut().zip(self.rows) {
            *to = row.scaled_floor(scale)?;
        }
        Ok(Self { rows, inner_span: self.inner_span.mul_ceil(scale)?, ..*self })
    }

    /// What losses are multiplied with: of the regime, the maintenance multiplier where its ramp is,
    /// the latency of the oldest price, and the price of the quote coin, `f = 1 + 4·max(0, 0.99 −
    /// stable)`.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::risk::{Rates, portfolio::OURS, regime::Regime};
    /// use ballast_math::Ratio;
    /// let stable = Ratio::millionths(985_000);
    /// let multipliers = OURS.multipliers_ceil(Regime::Calm, Ratio::ONE, Rates::ONE, stable)?;
    /// assert_eq!(multipliers.initial, Ratio::millionths(867_000));
    /// assert_eq!(multipliers.maintenance, Ratio::millionths(800_000));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn multipliers_ceil(
        &self,
        regime: Regime,
        maintenance: Ratio,
        latency: Rates,
        stable: Ratio,
    ) -> Result<Multipliers, MathError> {
        let depeg = depeg_factor(stable)?;
        if !self.is_adaptive {
            return Ok(Multipliers { initial: depeg, maintenance: self.maintenance_share });
        }
        let initial = depeg.mul_ceil(regime.portfolio_factor())?.mul_ceil(latency.initial)?;
        let share = self.maintenance_share.mul_ceil(maintenance)?;
        Ok(Multipliers { initial, maintenance: share.mul_ceil(latency.maintenance)? })
    }

    /// The part of the basis scenario that counts for an expiry: `min(most, base + per_year·T)`.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn basis_part_ceil(&self, years: Ratio) -> Result<Ratio, MathError> {
        let BasisRules { base, per_year, most } = self.basis;
        Ok(per_year.mul_ceil(years)?.checked_add(base)?.min(most))
    }

    /// How many values a pass gives for an expiry: one a row, and two a row of skew if both tilts are
    /// priced.
    pub fn values_per_expiry(&self) -> usize {
        let skews = self.rows.iter().filter(|row| row.shock.is_skew()).count();
        let twice = if self.skew_rule == SkewRule::WorseOfBoth { skews } else { 0 };
        self.rows.len().saturating_add(twice)
    }

    /// Checks what the properties of the margin rest on: prices above 0, weights and parts in [0, 1],
    /// B⁺ ≤ 1 ≤ B⁻, nothing negative; and that rows which a regime adds come last.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::{DiscountRules, Model, OURS, REFERENCE}};
    /// assert!(OURS.validated().is_ok() && REFERENCE.validated().is_ok());
    /// let discount = DiscountRules { loss: Ratio::millionths(990_000), ..OURS.discount };
    /// assert!(Model { discount, ..OURS }.validated().is_err());
    /// ```
    pub fn validated(&self) -> Result<(), MathError> {
        let is_part = |value: Ratio| value == value.clamped_to_unit();
        let has_valid_rows = self.rows.iter().all(|row| {
            let is_still = !row.shock.is_skew() || row.spot == Ratio::ONE;
            row.spot > Ratio::ZERO && is_part(row.weight) && is_still
        });
        let has_ordered_rows = self.rows.is_sorted_by_key(|row| row.since);
        let DiscountRules { gain, loss, spread, gain_rate, loss_rate } = self.discount;
        let has_valid_discount = is_part(gain) && loss >= Ratio::ONE;
        let VolatilityRules { least_up, up, down, short_power, long_power } = self.volatility;
        let SkewRules { most, slope, width, least_width } = self.skew;
        let has_valid_parts = is_part(self.basis_move)
            && is_part(self.roll)
            && is_part(self.delta_floor)
            && is_part(self.maintenance_share)
            && is_part(down)
            && is_part(most);
        let Rates { initial: strike_extra, maintenance: strike } = self.addons.strike;
        let Rates { initial: linear_extra, maintenance: linear } = self.addons.linear;
        let BasisRules { base, per_year, most: basis_most } = self.basis;
        let least = [
            spread,
            gain_rate,
            loss_rate,
            least_up,
            up,
            short_power,
            long_power,
            slope,
            width,
            strike,
            strike_extra,
            linear,
            linear_extra,
            base,
            per_year,
            basis_most,
        ];
        let has_valid_rates = least.iter().all(|rate| *rate >= Ratio::ZERO)
            && least_width > Ratio::ZERO
            && self.mark_share > Ratio::ZERO;
        if has_valid_rows
            && has_ordered_rows
            && has_valid_discount
            && has_valid_parts
            && has_valid_rates
        {
            Ok(())
        } else {
            Err(MathError::OutOfDomain)
        }
    }
}

/// `1 + 4·max(0, 0.99 − stable)`, exactly.
fn depeg_factor(stable: Ratio) -> Result<Ratio, MathError> {
    const PEG: Ratio = Ratio::millionths(990_000);
    let gap = PEG.checked_sub(stable)?.max(Ratio::ZERO);
    gap.0.checked_mul(4).map(Ratio).ok_or(MathError::Overflow)?.checked_add(Ratio::ONE)
}
