//! The set that is written is the set that is read; everything else is refused.

use alloc::vec::Vec;

use super::field::{ONE, RATE};
use super::*;

const MILLIONTH: i128 = 1_000_000_000_000;

fn market(underlying: u16) -> MarketRecord {
    MarketRecord {
        underlying,
        initial_rate: 50_000 * MILLIONTH,
        maintenance_rate: 30_000 * MILLIONTH,
        spread_initial: 15_000 * MILLIONTH,
        spread_maintenance: 10_000 * MILLIONTH,
        leverage_floor: 5_000 * MILLIONTH,
        size_scale: 1_000_000_000_000 * MILLIONTH,
        open_interest_low: 5_000_000_000 * MILLIONTH,
        open_interest_high: 10_000_000_000 * MILLIONTH,
        impact_notional: 50_000_000_000 * MILLIONTH,
    }
}

fn ether() -> CollateralRecord {
    CollateralRecord {
        asset: 1,
        underlying: 2,
        maintenance_haircut: 100_000 * MILLIONTH,
        initial_haircut: 50_000 * MILLIONTH,
    }
}

fn fault<T>(result: Result<T, Fault>) -> Option<(u8, Field)> {
    result.err().map(|fault| (fault.record, fault.field))
}

#[test]
fn set_of_unordered_records_reads_back_in_order() {
    let bytes = encode(10_000_000 * MILLIONTH, &[market(7), market(2)], &[ether()]).unwrap();
    assert_eq!(bytes.len(), HEADER_SIZE + 2 * market::SIZE + collateral::SIZE);
    let set = ParameterSet::read(&bytes).unwrap();
    assert_eq!(set.keeper_minimum(), 10_000_000 * MILLIONTH);
    assert_eq!(set.markets().collect::<Vec<_>>(), [market(2), market(7)]);
    assert_eq!(set.market(7), Some(market(7)));
    assert_eq!(set.market(3), None);
    assert_eq!(set.collateral(1), Some(ether()));
    assert_eq!(set.collateral(2), None);
}

#[test]
fn set_of_the_largest_size_reads_back() {
    let markets: Vec<_> = (0..32).map(market).collect();
    let collaterals: Vec<_> = (1..16).map(|asset| CollateralRecord { asset, ..ether() }).collect();
    let bytes = encode(MILLIONTH, &markets, &collaterals).unwrap();
    assert_eq!(bytes.len(), MAX_SIZE);
    assert_eq!(ParameterSet::read(&bytes).unwrap().market(31), Some(market(31)));
}

#[test]
fn set_with_one_record_too_many_is_refused() {
    let markets: Vec<_> = (0..33).map(market).collect();
    assert_eq!(fault(encode(MILLIONTH, &markets, &[])), Some((0, Field::Format)));
    let collaterals: Vec<_> = (1..17).map(|asset| CollateralRecord { asset, ..ether() }).collect();
    assert_eq!(fault(encode(MILLIONTH, &[], &collaterals)), Some((0, Field::Format)));
}

#[test]
fn set_cut_or_extended_anywhere_is_refused() {
    let bytes = encode(MILLIONTH, &[market(1)], &[ether()]).unwrap();
    for length in 0..bytes.len() {
        assert_eq!(fault(ParameterSet::read(&bytes[..length])), Some((0, Field::Format)));
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(fault(ParameterSet::read(&longer)), Some((0, Field::Format)));
    let newer = [&[FORMAT + 1], &bytes[1..]].concat();
    assert_eq!(fault(ParameterSet::read(&newer)), Some((0, Field::Format)));
}

#[test]
fn record_with_a_bad_value_is_refused_by_field() {
    let cases: [(MarketRecord, Field); 11] = [
        (MarketRecord { maintenance_rate: 0, ..market(1) }, Field::MaintenanceRate),
        (MarketRecord { initial_rate: 30_000 * MILLIONTH, ..market(1) }, Field::InitialRate),
        (MarketRecord { initial_rate: ONE + RATE, ..market(1) }, Field::InitialRate),
        (
            MarketRecord { spread_maintenance: 30_001 * MILLIONTH, ..market(1) },
            Field::SpreadMaintenance,
        ),
        (MarketRecord { spread_initial: 9_999 * MILLIONTH, ..market(1) }, Field::SpreadInitial),
        (MarketRecord { spread_initial: 50_001 * MILLIONTH, ..market(1) }, Field::SpreadInitial),
        (MarketRecord { leverage_floor: 50_001 * MILLIONTH, ..market(1) }, Field::LeverageFloor),
        (MarketRecord { size_scale: 0, ..market(1) }, Field::SizeScale),
        (
            MarketRecord { open_interest_high: 5_000_000_000 * MILLIONTH, ..market(1) },
            Field::OpenInterestHigh,
        ),
        (MarketRecord { impact_notional: 0, ..market(1) }, Field::ImpactNotional),
        (MarketRecord { underlying: 0, ..market(1) }, Field::Underlying),
    ];
    for (record, field) in cases {
        let markets = [market(0), record];
        assert_eq!(fault(encode(MILLIONTH, &markets, &[])), Some((2, field)), "{record:?}");
    }
}

#[test]
fn value_that_its_integer_cannot_hold_is_refused() {
    let finer = MarketRecord { initial_rate: 50_000 * MILLIONTH + 1, ..market(1) };
    assert_eq!(fault(encode(MILLIONTH, &[finer], &[])), Some((1, Field::InitialRate)));
    let negative = MarketRecord { open_interest_low: -MILLIONTH, ..market(1) };
    assert_eq!(fault(encode(MILLIONTH, &[negative], &[])), Some((1, Field::OpenInterestLow)));
    let huge = MarketRecord { size_scale: (1 << 64) * MILLIONTH, ..market(1) };
    assert_eq!(fault(encode(MILLIONTH, &[huge], &[])), Some((1, Field::SizeScale)));
    assert_eq!(fault(encode(1, &[], &[])), Some((0, Field::KeeperMinimum)));
    assert_eq!(fault(encode(0, &[], &[])), Some((0, Field::KeeperMinimum)));
}

#[test]
fn collateral_with_a_bad_value_is_refused_by_field() {
    let cases = [
        (CollateralRecord { asset: 0, ..ether() }, Field::Asset),
        (CollateralRecord { asset: 16, ..ether() }, Field::Asset),
        (
            CollateralRecord { maintenance_haircut: ONE + RATE, ..ether() },
            Field::MaintenanceHaircut,
        ),
        (
            CollateralRecord { initial_haircut: 900_001 * MILLIONTH, ..ether() },
            Field::InitialHaircut,
        ),
    ];
    for (record, field) in cases {
        assert_eq!(fault(encode(MILLIONTH, &[], &[record])), Some((1, field)), "{record:?}");
    }
    assert_eq!(fault(encode(MILLIONTH, &[], &[ether(), ether()])), Some((2, Field::Asset)));
}

#[test]
fn successor_without_a_market_or_asset_of_the_set_before_is_refused() {
    let older = encode(MILLIONTH, &[market(1), market(2)], &[ether()]).unwrap();
    let older = ParameterSet::read(&older).unwrap();
    let fewer = encode(MILLIONTH, &[market(1)], &[ether()]).unwrap();
    let fewer = ParameterSet::read(&fewer).unwrap();
    assert_eq!(fault(fewer.check_succeeds(&older)), Some((2, Field::Underlying)));
    let moved = CollateralRecord { underlying: 1, ..ether() };
    let moved = encode(MILLIONTH, &[market(1), market(2)], &[moved]).unwrap();
    let moved = ParameterSet::read(&moved).unwrap();
    assert_eq!(fault(moved.check_succeeds(&older)), Some((3, Field::Asset)));
    assert_eq!(older.check_succeeds(&fewer), Ok(()));
}

#[test]
fn fault_code_names_record_and_field() {
    assert_eq!(Fault::new(3, Field::InitialRate).code(), 0x0304);
}
