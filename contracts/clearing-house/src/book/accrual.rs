//! Accruing a market: what its fills do to the premium, and the rate that follows.

use ballast_math::fixed::quantity::Quotient;
use ballast_math::risk::funding::Funding;
use ballast_math::risk::premium::{FillPremium, PremiumAverage};
use ballast_math::risk::Rates;
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use contract_abi::generated::clearing_house::{Fill, Grade};
use contract_abi::generated::margin_engine::MarketView;

use super::fill::notional_floor;
use super::{Book, Market, Seats};
use crate::money::{from_math, magnitude, sum};
use crate::refused::Refused;

impl Book {
    /// Gives a traded market the funding that it pays from now on, and lets its premium average hear of the
    /// fills.
    ///
    /// The rate follows from the premium that the engine saw, which the fills did not move: they count
    /// from the next accrual on.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn accrue(
        &mut self,
        place: usize,
        view: &MarketView,
        fills: &[Fill],
        seats: &[Seats],
    ) -> Result<(), Refused> {
        let now = self.now;
        let (mut size, mut notional) = (0, 0);
        for (fill, _) in fills.iter().zip(seats).filter(|(_, seats)| seats.market == place) {
            size = sum(size, magnitude(fill.size)?)?;
            notional = sum(notional, notional_floor(fill)?)?;
        }
        let market = self.market_mut(place)?;
        market.funding = funding(view).unwrap_or_default();
        market.accrued_at = now;
        if size > 0 && view.grade == Grade::Good {
            market.hear(now, view, Size(size), Cash(notional)).map_err(from_math)?;
        }
        Ok(())
    }
}

/// The funding that follows from a view. What no number can state is none: a market that pays no funding
/// still lets its positions close.
fn funding(view: &MarketView) -> Result<Funding, MathError> {
    let rates =
        Rates { initial: Ratio(view.initial_rate), maintenance: Ratio(view.maintenance_rate) };
    Funding::new(Ratio(view.premium), rates, Price(view.index_price))
}

impl Market {
    /// Lets the premium average hear of fills, as of one at their mean price: their order in the batch
    /// says nothing.
    fn hear(
        &mut self,
        now: u64,
        view: &MarketView,
        size: Size,
        notional: Cash,
    ) -> Result<(), MathError> {
        let price: Price = notional.div_floor(size)?;
        let impact = Cash(view.impact_notional);
        let heard = FillPremium::new(price, Price(view.index_price), notional, impact)?;
        let average = PremiumAverage { value: Ratio(self.premium.into()), at: self.premium_at };
        let average = average.after_fill(now, heard);
        self.premium = i64::try_from(average.value.0).map_err(|_| MathError::Overflow)?;
        self.premium_at = average.at;
        Ok(())
    }
}
