use alloc::vec::Vec;

use super::fault::{Fault, Field};
use super::field::{AMOUNT, quanta};
use super::{CollateralRecord, FORMAT, MarketRecord, ParameterSet};

/// The bytes of a set, checked as the engine will check them. Records are put in order first.
///
/// # Errors
/// The first field that its integer cannot hold exactly or that [`ParameterSet::check`] refuses; the
/// record's number is that of the ordered set.
pub fn encode(
    keeper_minimum: i128,
    markets: &[MarketRecord],
    collaterals: &[CollateralRecord],
) -> Result<Vec<u8>, Fault> {
    let malformed = Fault::in_header(Field::Format);
    let count = |length: usize| u8::try_from(length).map_err(|_| malformed);
    let (market_count, collateral_count) = (count(markets.len())?, count(collaterals.len())?);
    let minimum = quanta::<u64>(keeper_minimum, AMOUNT);
    let minimum = minimum.ok_or(Fault::in_header(Field::KeeperMinimum))?;
    let mut bytes = Vec::from([FORMAT, market_count, collateral_count]);
    bytes.extend_from_slice(&minimum.to_be_bytes());
    let mut index: u8 = 0;
    for record in sorted(markets, |record| record.underlying) {
        index = index.checked_add(1).ok_or(malformed)?;
        bytes.extend(record.encoded().map_err(|field| Fault::new(index, field))?);
    }
    for record in sorted(collaterals, |record| record.asset) {
        index = index.checked_add(1).ok_or(malformed)?;
        bytes.extend(record.encoded().map_err(|field| Fault::new(index, field))?);
    }
    ParameterSet::read(&bytes)?.check()?;
    Ok(bytes)
}

fn sorted<T: Copy>(records: &[T], id: impl Fn(&T) -> u16) -> Vec<T> {
    let mut records = records.to_vec();
    records.sort_by_key(id);
    records
}
