//! What each leg has to do with a scenario.

use ballast_math::fixed::quantity::Product;
use ballast_math::pricing::Kind;
use ballast_math::risk::portfolio::{
    Contribution, Model, Position, Scenario, contributions, spot_contribution,
};
use ballast_math::{Cash, MathError, Size};

use super::Portfolio;
use super::assessment::spot_legs;
use super::portfolio::Expiry;
use crate::decimal::exact;

/// A leg in a scenario.
pub(crate) struct Leg {
    /// What it is.
    pub(crate) name: String,
    /// Its size.
    pub(crate) size: Size,
    /// Marked to market.
    pub(crate) value: Cash,
    /// Its part in the scenario's profit and loss.
    pub(crate) part: Cash,
}

/// Perpetual, collateral in the scenarios, and every leg of each expiry.
///
/// # Errors
/// As the pass.
pub(crate) fn legs(
    of: &Portfolio,
    model: &Model<'_>,
    scenario: Scenario,
) -> Result<Vec<Leg>, MathError> {
    let model = model.in_regime(of.regime);
    let mut legs = spot(of, &model, scenario)?;
    for expiry in &of.expiries {
        let mut parts = vec![Contribution::default(); expiry.options.len()];
        let (market, options) = (&expiry.market, &expiry.options);
        let linear = contributions(&model, scenario, market, options, expiry.future, &mut parts)?;
        if expiry.future != Size::ZERO {
            legs.push(future(expiry, &model, linear)?);
        }
        legs.extend(options.iter().zip(parts).map(|(leg, part)| option(expiry, leg, part)));
    }
    Ok(legs)
}

/// Perpetual and collateral are one term of the delta floor, and one leg.
fn spot(of: &Portfolio, model: &Model<'_>, scenario: Scenario) -> Result<Vec<Leg>, MathError> {
    let spot = spot_legs(of)?;
    let size = spot.perpetual.checked_add(spot.collateral)?;
    let held = of.collateral.iter().find(|held| held.is_risk_cancelling);
    let held = held.map_or("", |held| held.name.as_str());
    let name = match (spot.perpetual != Size::ZERO, spot.collateral != Size::ZERO) {
        (false, false) => return Ok(Vec::new()),
        (true, false) => "perpetual".to_owned(),
        (false, true) => held.to_owned(),
        (true, true) => format!("perpetual and {held}"),
    };
    let collateral = spot.collateral.mul_floor(spot.collateral_price)?;
    let value = spot.perpetual.mul_floor(spot.mark)?.checked_add(collateral)?;
    let part = spot_contribution(model, scenario, &spot)?;
    Ok(vec![Leg { name, size, value, part }])
}

fn future(of: &Expiry, model: &Model<'_>, part: Cash) -> Result<Leg, MathError> {
    let forward = of.market.settlement(model.is_averaging)?.forward;
    let value = of.future.mul_floor(forward)?;
    Ok(Leg { name: format!("{} future", of.name), size: of.future, value, part })
}

fn option(of: &Expiry, leg: &Position, part: Contribution) -> Leg {
    let kind = match leg.kind {
        Kind::Call => "call",
        Kind::Put => "put",
    };
    let name = format!("{} {kind} {}", of.name, exact(leg.strike.0));
    Leg { name, size: leg.size, value: part.value, part: part.part }
}
