//! A market as it stands in one assessment: parameters, prices, open interest.

use ballast_layout::parameters::MarketRecord;
use ballast_layout::MarketWord;
use ballast_math::risk::latency::latency_ceil;
use ballast_math::risk::linear::{self, LinearBook, LinearRates};
use ballast_math::risk::premium::{mark_price_floor, PremiumAverage};
use ballast_math::risk::{Rates, Requirement};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use contract_abi::generated::margin_engine::MarketView;
use contract_abi::generated::oracle_adapter::Spot;

/// A market.
#[derive(Clone, Copy)]
pub struct Market {
    /// Its parameters.
    pub record: MarketRecord,
    /// Its index price, as the oracle gave it.
    pub index: Spot,
    /// Its mark price.
    pub mark: Price,
    /// Mark over index less one.
    pub premium: Ratio,
    /// How far open interest has risen between its bounds, from 0 to 1.
    crowding: Ratio,
    /// What the age of the index price multiplies margins with.
    latency: Rates,
}

impl Market {
    /// Puts together what the ledger, the parameters and the oracle say at `now`.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn new(
        word: &MarketWord,
        record: MarketRecord,
        index: Spot,
        now: u64,
    ) -> Result<Self, MathError> {
        let average =
            PremiumAverage { value: Ratio(word.premium_average.into()), at: word.premium_at };
        let premium = average.value_at(now);
        Ok(Self {
            record,
            index,
            mark: mark_price_floor(Price(index.price), premium)?,
            premium,
            crowding: crowding(&record, word.long_size)?,
            latency: latency_ceil(now.saturating_sub(index.published_at)),
        })
    }

    /// What a book in this market must hold.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn requirement_ceil(&self, book: &LinearBook) -> Result<Requirement, MathError> {
        let record = &self.record;
        let scale = Cash(record.size_scale);
        let size_factor = linear::size_factor_ceil(book.net_ceil()?, scale)?;
        let spread = Rates {
            initial: Ratio(record.spread_initial),
            maintenance: Ratio(record.spread_maintenance),
        };
        let rates = LinearRates { outright: self.rates_ceil(size_factor)?, spread };
        linear::linear_requirement_ceil(book, &rates, self.latency)
    }

    /// What the house is told of it.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn view(&self) -> Result<MarketView, MathError> {
        let rates = self.rates_ceil(Ratio::ONE)?;
        Ok(MarketView {
            underlying: self.record.underlying,
            index_price: self.index.price,
            mark_price: self.mark.0,
            premium: self.premium.0,
            initial_rate: rates.initial.0,
            maintenance_rate: rates.maintenance.0,
            impact_notional: self.record.impact_notional,
            published_at: self.index.published_at,
            grade: self.index.grade,
            doubt: self.index.doubt,
        })
    }

    /// The rates in force. The regime is normal: its multipliers are one.
    fn rates_ceil(&self, size_factor: Ratio) -> Result<Rates, MathError> {
        let rates = Rates {
            initial: Ratio(self.record.initial_rate),
            maintenance: Ratio(self.record.maintenance_rate),
        };
        linear::effective_rates_ceil(rates, Rates::ONE, size_factor, self.crowding)
    }
}

/// Open interest is 128 bits unsigned in the ledger's word; what no size can be overflows.
fn crowding(record: &MarketRecord, long_size: u128) -> Result<Ratio, MathError> {
    let open_interest = i128::try_from(long_size).map_err(|_| MathError::Overflow)?;
    let (low, high) = (Size(record.open_interest_low), Size(record.open_interest_high));
    linear::crowding_ceil(Size(open_interest), low, high)
}
