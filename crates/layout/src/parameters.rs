//! The parameter set: the bytes of the data contract that the margin engine reads.
//!
//! A set is the code of a contract without its first byte, which is `0x00` so that nobody can run it:
//!
//! ```text
//! header       format u8 = 1 · markets u8 ≤ 32 · collaterals u8 ≤ 15 · keeperMinimum u64
//! markets      54 bytes each, by rising underlying   (see `market`)
//! collaterals  11 bytes each, by rising asset        (see `collateral`)
//! ```
//!
//! Integers are big-endian. Rates, spreads and haircuts are billionths; amounts of quote or of the
//! underlying are millionths. Every value in use is exact at these quanta and [`encode`] refuses one that
//! is not, so what was reviewed is what the engine computes with.
//!
//! Nothing is decoded but what is asked for: [`ParameterSet`] borrows the bytes, and finding a market in
//! the largest set reads 64 of its bytes. Whether a set makes sense is asked once, when it is scheduled
//! ([`ParameterSet::check`]); afterwards the code cannot change.

mod collateral;
mod encode;
mod fault;
mod field;
mod market;

pub use collateral::CollateralRecord;
pub use encode::encode;
pub use fault::{Fault, Field};
pub use market::MarketRecord;

use field::Fields;

/// The format that this version reads and writes.
pub const FORMAT: u8 = 1;
/// The most markets of a set.
pub const MAX_MARKETS: usize = 32;
/// The most collateral assets of a set: asset 0 is the quote coin.
pub const MAX_COLLATERALS: usize = 15;
/// The most bytes of a set.
pub const MAX_SIZE: usize =
    HEADER_SIZE + MAX_MARKETS * market::SIZE + MAX_COLLATERALS * collateral::SIZE;

const HEADER_SIZE: usize = 11;

/// A parameter set, read in place.
#[derive(Clone, Copy, Debug)]
pub struct ParameterSet<'a> {
    keeper_minimum: i128,
    markets: &'a [u8],
    collaterals: &'a [u8],
}

impl<'a> ParameterSet<'a> {
    /// The set that these bytes hold, if their number is the one that the header announces.
    ///
    /// # Errors
    /// [`Field::Format`] for another format or length, more markets or more assets than a set may have.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let malformed = Fault::in_header(Field::Format);
        let (header, records) = bytes.split_at_checked(HEADER_SIZE).ok_or(malformed)?;
        let mut header = Fields(header);
        let [format, markets, collaterals] = header.take();
        let (markets, collaterals) = (usize::from(markets), usize::from(collaterals));
        let split = markets.saturating_mul(market::SIZE);
        let expected = split.saturating_add(collaterals.saturating_mul(collateral::SIZE));
        let within = markets <= MAX_MARKETS && collaterals <= MAX_COLLATERALS;
        if format != FORMAT || !within || records.len() != expected {
            return Err(malformed);
        }
        let (markets, collaterals) = records.split_at_checked(split).ok_or(malformed)?;
        Ok(Self { keeper_minimum: header.amount(), markets, collaterals })
    }

    /// The smallest reward a keeper is owed, 18-decimal quote units.
    #[must_use]
    pub const fn keeper_minimum(&self) -> i128 {
        self.keeper_minimum
    }

    /// The parameters of a market.
    #[must_use]
    pub fn market(&self, underlying: u16) -> Option<MarketRecord> {
        let id = underlying.to_be_bytes();
        let record = self.markets.chunks_exact(market::SIZE).find(|record| record.starts_with(&id));
        record.map(MarketRecord::decode)
    }

    /// The parameters of a collateral asset.
    #[must_use]
    pub fn collateral(&self, asset: u16) -> Option<CollateralRecord> {
        let id = u8::try_from(asset).ok()?.to_be_bytes();
        let mut records = self.collaterals.chunks_exact(collateral::SIZE);
        records.find(|record| record.starts_with(&id)).map(CollateralRecord::decode)
    }

    /// All markets, by rising underlying.
    pub fn markets(&self) -> impl Iterator<Item = MarketRecord> + use<'a> {
        self.markets.chunks_exact(market::SIZE).map(MarketRecord::decode)
    }

    /// All collateral assets, by rising id.
    pub fn collaterals(&self) -> impl Iterator<Item = CollateralRecord> + use<'a> {
        self.collaterals.chunks_exact(collateral::SIZE).map(CollateralRecord::decode)
    }

    /// Whether every value is one that the engine may compute with.
    ///
    /// # Errors
    /// The first field that is not: the header's, then the records' in their order.
    pub fn check(&self) -> Result<(), Fault> {
        if self.keeper_minimum <= 0 {
            return Err(Fault::in_header(Field::KeeperMinimum));
        }
        let mut last = None;
        for (number, record) in (1..).zip(self.markets()) {
            let sorted = last.is_none_or(|last| last < record.underlying);
            let checked = if sorted { record.check() } else { Err(Field::Underlying) };
            checked.map_err(|field| Fault::new(number, field))?;
            last = Some(record.underlying);
        }
        let mut last = 0;
        for (number, record) in (self.first_collateral()..).zip(self.collaterals()) {
            let checked = if last < record.asset { record.check() } else { Err(Field::Asset) };
            checked.map_err(|field| Fault::new(number, field))?;
            last = record.asset;
        }
        Ok(())
    }

    /// Whether this set knows every market and asset of an `older` one. A set that forgets one would leave
    /// the accounts that use it without an assessment.
    ///
    /// # Errors
    /// [`Field::Underlying`] or [`Field::Asset`] with the number of the record in the older set.
    pub fn check_succeeds(&self, older: &ParameterSet<'_>) -> Result<(), Fault> {
        for (number, record) in (1..).zip(older.markets()) {
            if self.market(record.underlying).is_none() {
                return Err(Fault::new(number, Field::Underlying));
            }
        }
        for (number, record) in (older.first_collateral()..).zip(older.collaterals()) {
            let follows = self.collateral(record.asset).map(|new| new.underlying);
            if follows != Some(record.underlying) {
                return Err(Fault::new(number, Field::Asset));
            }
        }
        Ok(())
    }

    /// The number of the first collateral record: it follows the markets, of which there are at most 32.
    fn first_collateral(&self) -> u8 {
        self.markets.chunks_exact(market::SIZE).fold(1, |number: u8, _| number.saturating_add(1))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
mod tests;
