//! What entering a program costs, and the least that returning data costs.

use super::{OpenPages, ProgramRecord, page_cost};
use crate::rules::Rules;

/// Gas for a program that is not cached, over and above [`cached_gas`].
///
/// `128·min_init_gas + ⌈init_cost·2·init_cost_scalar / 100⌉`
pub fn init_gas(record: &ProgramRecord, rules: &Rules) -> u64 {
    base_and_share(rules.min_init_gas, 128, record.init_cost, rules.init_cost_scalar)
}

/// Gas for starting a program, cached or not.
///
/// `32·min_cached_init_gas + ⌈cached_cost·2·cached_cost_scalar / 100⌉`
pub fn cached_gas(record: &ProgramRecord, rules: &Rules) -> u64 {
    base_and_share(rules.min_cached_init_gas, 32, record.cached_cost, rules.cached_cost_scalar)
}

fn base_and_share(base: u8, unit: u64, cost: u16, scalar: u8) -> u64 {
    u64::from(base) * unit + (u64::from(cost) * u64::from(scalar) * 2).div_ceil(100)
}

/// Gas burned before a frame of this program runs: its pages and its start.
///
/// `is_cached` is the program's own flag, or that it was called earlier in the block where
/// [`Rules::remembers_recent_programs`]. `u64::MAX`, which no frame can pay, where the program's
/// pages do not fit the transaction's limit.
pub fn entry_gas(record: &ProgramRecord, is_cached: bool, open: OpenPages, rules: &Rules) -> u64 {
    let pages = open.now.saturating_add(record.footprint);
    if rules.enforces_page_limit() && pages > rules.page_limit {
        return u64::MAX;
    }
    let cached = cached_gas(record, rules);
    let start = if is_cached { cached } else { init_gas(record, rules) + cached };
    page_cost(record.footprint, open, rules).saturating_add(start)
}

/// Least gas that a frame returning `len` bytes must have spent, its entry included.
///
/// `3·w + ⌊w² / 512⌋` with `w = ⌈len / 32⌉`: what the EVM would charge for memory to return them.
pub const fn return_data_floor(len: usize) -> u64 {
    let words = (len as u64).div_ceil(32);
    words.saturating_mul(3).saturating_add(words.saturating_mul(words) / 512)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(init_cost: u16, cached_cost: u16, footprint: u16) -> ProgramRecord {
        ProgramRecord { init_cost, cached_cost, footprint, ..ProgramRecord::default() }
    }

    #[test]
    fn entry_of_known_programs_costs_the_recorded_gas() {
        let rows = [
            (26, 11, 9_221, 363),
            (34, 11, 9_229, 363),
            (6_286, 1_578, 17_048, 1_930),
            (10_107, 4_626, 23_917, 4_978),
            (17_124, 7_706, 34_014, 8_058),
        ];
        let rules = Rules::default();
        for (init, cached, uncached_gas, cached_gas) in rows {
            let record = record(init, cached, 1);
            let open = OpenPages::default();
            assert_eq!(entry_gas(&record, false, open, &rules), uncached_gas);
            assert_eq!(entry_gas(&record, true, open, &rules), cached_gas);
        }
    }

    #[test]
    fn entry_with_an_odd_scalar_rounds_up() {
        let rules = Rules { init_cost_scalar: 1, ..Rules::default() };
        assert_eq!(init_gas(&record(51, 0, 0), &rules), 8_832 + 2);
    }

    #[test]
    fn entry_beyond_the_page_limit_costs_everything() {
        let open = OpenPages { now: 14, ever: 14 };
        let big = record(0, 0, 120);
        assert_eq!(entry_gas(&big, true, open, &Rules::default()), u64::MAX);
        let open = OpenPages { now: 8, ever: 8 };
        assert!(entry_gas(&big, true, open, &Rules::default()) < 32_100_000);
    }

    #[test]
    fn return_data_floor_of_a_mebibyte_is_that_of_evm_memory() {
        assert_eq!(return_data_floor(1 << 20), 2_195_456);
        assert_eq!((return_data_floor(0), return_data_floor(1)), (0, 3));
        assert!(return_data_floor(usize::MAX) > 1 << 60);
    }
}
