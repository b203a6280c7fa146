//! A market as it stands in one assessment: parameters, prices, open interest.

use ballast_layout::parameters::MarketRecord;
use ballast_layout::MarketWord;
use contract_abi::generated::margin_engine::{errors, MarketView};
use contract_abi::generated::oracle_adapter::Spot;
use contract_abi::Revert;

use crate::risk;

/// A market.
#[derive(Clone, Copy)]
pub struct Market {
    /// Its parameters.
    pub record: MarketRecord,
    /// Its index price.
    pub index: Spot,
    /// Its mark price.
    pub mark: i128,
    /// Mark over index less one.
    pub premium: i128,
    /// How far open interest has risen between its bounds, from 0 to 1.
    pub crowding: i128,
    /// What the age of the index price multiplies margins with.
    pub latency: risk::Latency,
}

impl Market {
    /// Puts together what the ledger, the parameters and the oracle say.
    ///
    /// # Errors
    /// `Overflow`.
    pub fn new(
        word: &MarketWord,
        record: MarketRecord,
        index: Spot,
        now: u64,
    ) -> Result<Self, Revert> {
        let open_interest = i128::try_from(word.long_size).map_err(|_| errors::overflow())?;
        let elapsed = now.saturating_sub(word.premium_at.into());
        let premium = risk::premium(word.premium_average.into(), elapsed);
        let mark = risk::mark(index.price, premium).ok_or_else(errors::overflow)?;
        let (low, high) = (record.open_interest_low, record.open_interest_high);
        Ok(Self {
            record,
            index,
            mark,
            premium,
            crowding: risk::crowding_ceil(open_interest, low, high),
            latency: risk::Latency::of(now.saturating_sub(index.published_at)),
        })
    }

    /// What the house is told of it.
    ///
    /// # Errors
    /// `Overflow`.
    pub fn view(&self) -> Result<MarketView, Revert> {
        let initial_rate = risk::crowded_ceil(self.record.initial_rate, self.crowding);
        Ok(MarketView {
            underlying: self.record.underlying,
            index_price: self.index.price,
            mark_price: self.mark,
            premium: self.premium,
            initial_rate: initial_rate.ok_or_else(errors::overflow)?,
            maintenance_rate: self.record.maintenance_rate,
            impact_notional: self.record.impact_notional,
            published_at: self.index.published_at,
            grade: self.index.grade,
            doubt: self.index.doubt,
        })
    }
}
