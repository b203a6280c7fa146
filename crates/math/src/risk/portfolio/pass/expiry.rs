//! What the legs of one expiry share, and one leg of it.

use super::points::Point;
use super::shocks::ExpiryShocks;
use super::{ExpiryMarket, Greeks, Position};
use crate::MathError;
use crate::fixed::exp_bounds::exp_bounds;
use crate::fixed::quantity::{Cash, Price, Product};
use crate::pricing::scenario::{Leg, Shock};
use crate::pricing::{Kind, Settlement};
use crate::risk::portfolio::{DiscountFactors, Model};

/// An expiry, ready for its legs.
pub(super) struct PreparedExpiry<'a> {
    settlement: &'a Settlement,
    live: Price,
    shocks: ExpiryShocks,
    pub(super) factors: DiscountFactors,
}

/// A leg, ready for its rows.
pub(super) struct PricedLeg {
    leg: Leg,
    shocks: [Shock; 8],
    /// Its value as it is, from below.
    pub(super) mark: Cash,
    pub(super) greeks: Greeks,
}

impl<'a> PreparedExpiry<'a> {
    /// Prepares an expiry.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`], [`MathError::Overflow`].
    pub(super) fn new(
        model: &Model<'_>,
        market: &ExpiryMarket,
        settlement: &'a Settlement,
    ) -> Result<Self, MathError> {
        let years = settlement.expiry.years();
        let exponents = model.discount.exponents_ceil(market.rate, years)?;
        let (of_gain, _) = exp_bounds(exponents.gain.checked_neg()?)?;
        let (_, of_loss) = exp_bounds(exponents.loss)?;
        let (_, of_rate) = exp_bounds(exponents.rate)?;
        Ok(Self {
            settlement,
            live: market.live,
            shocks: ExpiryShocks::new(model, market.seconds, &settlement.expiry)?,
            factors: model.discount.factors(of_gain, of_loss, of_rate)?,
        })
    }

    /// Prices a leg and prepares its rows.
    ///
    /// # Rounding
    /// The mark down.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a negative strike or volatility; [`MathError::Overflow`].
    pub(super) fn leg(&self, of: &Position) -> Result<PricedLeg, MathError> {
        let Position { kind, strike, size, volatility } = *of;
        let quote = self.settlement.quote(strike, volatility)?;
        let price = match kind {
            Kind::Call => quote.call.price,
            Kind::Put => quote.put.price,
        };
        let expiry = &self.settlement.expiry;
        let forward = self.settlement.forward;
        let leg = Leg::discounted(kind, size, strike, forward, expiry.discount_factor())?;
        let deviation = expiry.deviation(volatility)?;
        Ok(PricedLeg {
            shocks: self.shocks.of_leg(&deviation, leg.moneyness()),
            leg,
            mark: size.mul_floor(price)?,
            greeks: Greeks::of_option(kind, size, self.live, &quote)?,
        })
    }
}

impl PricedLeg {
    /// Adds the leg's value at each point.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline(always)]
    pub(super) fn add_values(&self, points: &[Point], sums: &mut [Cash]) -> Result<(), MathError> {
        let mut overflow = 0;
        for (point, sum) in points.iter().zip(sums) {
            let value = self.value(point);
            let next = sum.0.wrapping_add(value.0);
            overflow |= (sum.0 ^ next) & (value.0 ^ next);
            sum.0 = next;
        }
        if overflow < 0 { Err(MathError::Overflow) } else { Ok(()) }
    }

    /// The leg's value at a point.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "the place is masked")]
    pub(super) fn value(&self, point: &Point) -> Cash {
        self.leg.value(&point.level, &self.shocks[(point.shock & 7) as usize])
    }
}
