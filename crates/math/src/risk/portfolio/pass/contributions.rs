//! What each leg contributes to a scenario, once it is known which one matters.

use super::expiry::PreparedExpiry;
use super::points::{Forward, NONE, Point, place};
use super::{ExpiryMarket, Position, SpotLegs};
use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio, Size};
use crate::pricing::Settlement;
use crate::risk::linear::LinearBook;
use crate::risk::portfolio::scenarios::{moved_floor, option_dollars};
use crate::risk::portfolio::{LegShock, Model, Row, Scenario, SkewRule};

/// An option in a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// Its value as it is.
    pub value: Cash,
    /// Its value in the scenario, discounted with the rate alone.
    pub shocked: Cash,
    /// Its part in the scenario's profit and loss.
    pub part: Cash,
}

/// What the legs of an expiry contribute to a scenario: of each option in its place, of the future as the
/// result. Together with [`spot_contribution`], summed over expiries, they are the scenario.
///
/// # Rounding
/// Down; the sum is less than three units a leg below the scenario.
///
/// # Errors
/// [`MathError::OutOfDomain`] for too little room or a row that the model does not have; else as
/// [`Pass::add_expiry`](super::Pass::add_expiry).
///
/// # Examples
/// ```
/// use ballast_math::pricing::Kind;
/// use ballast_math::risk::portfolio::{
///     Contribution, ExpiryMarket, OURS, Pass, PassMemory, Position, contributions};
/// use ballast_math::risk::regime::Regime;
/// use ballast_math::{Price, Ratio, Size};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let week = ExpiryMarket {
///     seconds: 7 * 86_400, rate: Ratio::ZERO, live: Price(100 * ONE), fixed: Price::ZERO };
/// let call = |strike, size| Position {
///     kind: Kind::Call, strike: Price(strike * ONE), size: Size(size * ONE),
///     volatility: Ratio::millionths(600_000) };
/// let options = [call(100, -2), call(110, 1)];
/// let mut memory = PassMemory::new();
/// let mut pass = Pass::new(&OURS, &mut memory)?;
/// pass.add_expiry(&week, &options, Size::ZERO)?;
/// let losses = pass.losses(Regime::Normal)?;
/// let mut parts = [Contribution::default(); 2];
/// contributions(&OURS, losses.worst_at, &week, &options, Size::ZERO, &mut parts)?;
/// let sum = parts[0].part.checked_add(parts[1].part)?;
/// assert!(parts[0].part < losses.worst && losses.worst.0 - sum.0 < 6);
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn contributions(
    model: &Model<'_>,
    scenario: Scenario,
    market: &ExpiryMarket,
    options: &[Position],
    future: Size,
    parts: &mut [Contribution],
) -> Result<Cash, MathError> {
    let parts = parts.get_mut(..options.len()).ok_or(MathError::OutOfDomain)?;
    parts.fill(Contribution::default());
    if market.seconds == 0 {
        return Ok(Cash::ZERO);
    }
    let settlement = market.settlement(model.is_averaging)?;
    let prepared = PreparedExpiry::new(model, market, &settlement)?;
    let expiry = Expiry { model, settlement: &settlement, prepared, options, future };
    match scenario {
        Scenario::None => expiry.revalue(&[Point::UNMOVED; 2], parts).map(|_| Cash::ZERO),
        Scenario::Row(place) => {
            let row = model.rows.get(place).ok_or(MathError::OutOfDomain)?;
            expiry.row(row, parts)
        }
        Scenario::Basis => expiry.basis(parts),
        Scenario::DeltaFloor => expiry.delta_floor(parts),
    }
}

/// What perpetual and collateral contribute to a scenario together.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a row that the model does not have; [`MathError::Overflow`].
pub fn spot_contribution(
    model: &Model<'_>,
    scenario: Scenario,
    legs: &SpotLegs,
) -> Result<Cash, MathError> {
    match scenario {
        Scenario::None | Scenario::Basis => Ok(Cash::ZERO),
        Scenario::Row(place) => {
            let row = model.rows.get(place).ok_or(MathError::OutOfDomain)?;
            moved_floor(&legs.book()?, row.move_of_spot()?)?.mul_floor(row.weight)
        }
        Scenario::DeltaFloor => floored(model, legs.book()?.value_floor),
    }
}

/// Minus the rate of the delta floor of a leg's dollars.
fn floored(model: &Model<'_>, dollars: Cash) -> Result<Cash, MathError> {
    dollars.checked_abs()?.mul_ceil(model.delta_floor)?.checked_neg()
}

/// The legs of an expiry.
struct Expiry<'a> {
    model: &'a Model<'a>,
    settlement: &'a Settlement,
    prepared: PreparedExpiry<'a>,
    options: &'a [Position],
    future: Size,
}

impl Expiry<'_> {
    /// Values of the options as they are and at two points, the second in the place of the part, and the
    /// sums of all three.
    fn revalue(
        &self,
        points: &[Point; 2],
        parts: &mut [Contribution],
    ) -> Result<[Cash; 3], MathError> {
        let [mut value, mut first, mut second] = [Cash::ZERO; 3];
        for (option, to) in self.options.iter().zip(parts) {
            let leg = self.prepared.leg(option)?;
            let [one, other] = points;
            *to = Contribution { value: leg.mark, shocked: leg.value(one), part: leg.value(other) };
            value = value.checked_add(to.value)?;
            first = first.checked_add(to.shocked)?;
            second = second.checked_add(to.part)?;
        }
        Ok([value, first, second])
    }

    fn row(&self, row: &Row, parts: &mut [Contribution]) -> Result<Cash, MathError> {
        let level = Forward::new(self.settlement).level(row.spot)?;
        let is_twice = row.shock.is_skew() && self.model.skew_rule == SkewRule::WorseOfBoth;
        let points = [true, !is_twice].map(|plus| Point { level, shock: place(row.shock, plus) });
        let [value, first, second] = self.revalue(&points, parts)?;
        let counted = |net: Cash| self.prepared.factors.counted_floor(net)?.checked_sub(value);
        let is_second = counted(second)? < counted(first)?;
        let net = if is_second { second } else { first };
        let is_turned = row.shock.is_skew() && !is_twice && counted(first)? > Cash::ZERO;
        let shock = LegShock { weight: row.weight, factor: self.prepared.factors.of(net) };
        for to in parts {
            let shocked = if is_second { to.part } else { to.shocked };
            let part = shock.contribution_floor(shocked, to.value)?;
            let part = if is_turned { part.checked_neg()? } else { part };
            *to = Contribution { shocked, part, ..*to };
        }
        self.future_in(row)
    }

    /// What the future contributes to a row.
    fn future_in(&self, row: &Row) -> Result<Cash, MathError> {
        if row.shock.is_skew() {
            return Ok(Cash::ZERO);
        }
        let (mut moving, mut whole) = (LinearBook::default(), LinearBook::default());
        moving.add(self.future, self.settlement.variable)?;
        whole.add(self.future, self.settlement.forward)?;
        let moved = moved_floor(&moving, row.move_of_spot()?)?.mul_floor(row.weight)?;
        moved.checked_sub(whole.gross_ceil.mul_ceil(self.model.roll)?)
    }

    fn basis(&self, parts: &mut [Contribution]) -> Result<Cash, MathError> {
        let forward = Forward::new(self.settlement);
        let by = self.model.basis_move;
        let moves = [by, by.checked_neg()?];
        let [above, below] = moves.map(|by| forward.level(Ratio::ONE.checked_add(by)?));
        let points = [above?, below?].map(|level| Point { level, shock: NONE });
        let [value, up, down] = self.revalue(&points, parts)?;
        let mut moving = LinearBook::default();
        moving.add(self.future, self.settlement.variable)?;
        let [rise, fall] = moves.map(|by| moved_floor(&moving, by));
        let (rise, fall) = (rise?, fall?);
        let up = up.checked_sub(value)?.checked_add(rise)?;
        let down = down.checked_sub(value)?.checked_add(fall)?;
        let years = self.settlement.expiry.years();
        let counts = self.model.basis_part_ceil(years)?;
        let share = if up.min(down) < Cash::ZERO { counts } else { Ratio::ZERO };
        for to in parts {
            let shocked = if down < up { to.part } else { to.shocked };
            let part = shocked.checked_sub(to.value)?.mul_floor(share)?;
            *to = Contribution { shocked, part, ..*to };
        }
        (if down < up { fall } else { rise }).mul_floor(share)
    }

    fn delta_floor(&self, parts: &mut [Contribution]) -> Result<Cash, MathError> {
        for (option, to) in self.options.iter().zip(parts) {
            let leg = self.prepared.leg(option)?;
            let counted = option_dollars(self.model, option.size, leg.greeks.dollars, leg.mark)?;
            let part = floored(self.model, counted)?;
            *to = Contribution { value: leg.mark, shocked: leg.mark, part };
        }
        floored(self.model, self.future.mul_floor(self.settlement.variable)?)
    }
}
