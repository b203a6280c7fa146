//! What open pages of memory cost: a line and, near the limit, an exponential.

use crate::rules::Rules;

/// Pages of 64 KiB that a transaction has open, and the most it ever had.
///
/// `now` follows the frames; `ever` only rises, also in frames that are rolled back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenPages {
    /// Open now.
    pub now: u16,
    /// Most that were open at once.
    pub ever: u16,
}

impl OpenPages {
    /// The counts after opening `pages` more.
    pub const fn opened(self, pages: u16) -> Self {
        let now = self.now.saturating_add(pages);
        Self { now, ever: if now > self.ever { now } else { self.ever } }
    }
}

/// Gas for opening `pages` more.
///
/// `page_gas` for each page above the free ones, and the rise of [`expansion`] where the
/// transaction reaches a new maximum. Nothing while that maximum is within the free pages.
///
/// # Rounding
/// Exact; saturating.
pub fn page_cost(pages: u16, open: OpenPages, rules: &Rules) -> u64 {
    let after = open.opened(pages);
    if after.ever <= rules.free_pages {
        return 0;
    }
    let paid = |count: u16| u64::from(count.saturating_sub(rules.free_pages));
    let linear = (paid(after.now) - paid(open.now)) * u64::from(rules.page_gas);
    linear.saturating_add(expansion(after.ever).saturating_sub(expansion(open.ever)))
}

/// Gas that having had `pages` open costs in total: `⌊31 874 000^(pages / 128)⌋`.
///
/// One less at 128, where the chain's own table is rounded down; `u64::MAX` above.
pub fn expansion(pages: u16) -> u64 {
    EXPANSION.get(usize::from(pages)).map_or(u64::MAX, |gas| u64::from(*gas))
}

/// [`expansion`] of 0 to 128 pages; the tests compute it again with big integers.
#[rustfmt::skip]
const EXPANSION: [u32; 129] = [
    1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 11, 12, 14, 17, 19, 22, 25, 29, 33, 38,
    43, 50, 57, 65, 75, 85, 98, 112, 128, 147, 168, 193, 221, 253, 289, 331, 379, 434, 497, 569,
    651, 745, 853, 976, 1_117, 1_279, 1_463, 1_675, 1_917, 2_194, 2_511, 2_874, 3_290, 3_765,
    4_309, 4_932, 5_645, 6_461, 7_395, 8_464, 9_687, 11_087, 12_689, 14_523, 16_621, 19_024,
    21_773, 24_919, 28_521, 32_642, 37_359, 42_758, 48_938, 56_010, 64_104, 73_368, 83_971,
    96_106, 109_994, 125_890, 144_082, 164_904, 188_735, 216_010, 247_226, 282_953, 323_844,
    370_643, 424_206, 485_509, 555_672, 635_973, 727_880, 833_067, 953_456, 1_091_243, 1_248_941,
    1_429_429, 1_636_000, 1_872_423, 2_143_012, 2_452_704, 2_807_151, 3_212_820, 3_677_113,
    4_208_502, 4_816_684, 5_512_756, 6_309_419, 7_221_210, 8_264_766, 9_459_129, 10_826_093,
    12_390_601, 14_181_199, 16_230_562, 18_576_084, 21_260_563, 24_332_984, 27_849_408,
    31_873_999,
];

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    fn cost(pages: u16, now: u16, ever: u16) -> u64 {
        page_cost(pages, OpenPages { now, ever }, &Rules::default())
    }

    #[test]
    fn expansion_below_the_limit_is_the_exact_root() {
        for pages in 0..128u16 {
            let power = BigUint::from(31_874_000u32).pow(u32::from(pages));
            assert_eq!(BigUint::from(expansion(pages)), power.nth_root(128), "{pages}");
        }
        assert_eq!((expansion(128), expansion(129)), (31_873_999, u64::MAX));
        assert_eq!(
            [124, 125, 126, 127].map(expansion),
            [18_576_084, 21_260_563, 24_332_984, 27_849_408]
        );
    }

    #[test]
    fn pages_cost_what_the_chain_asserts() {
        let rows = [
            ((1, 0, 0), 0),
            ((2, 0, 0), 0),
            ((3, 0, 0), 1_000),
            ((4, 0, 0), 2_000),
            ((8, 0, 0), 6_001),
            ((16, 0, 0), 14_007),
            ((17, 0, 0), 15_008),
            ((32, 0, 0), 30_074),
            ((64, 0, 0), 67_644),
            ((100, 1, 1), 932_066),
            ((127, 0, 0), 27_974_407),
            ((128, 0, 0), 31_999_998),
            ((126, 2, 128), 126_000),
            ((1, 64, 64), 1_816),
            ((1, 100, 100), 106_187),
        ];
        for ((pages, now, ever), gas) in rows {
            assert_eq!(cost(pages, now, ever), gas, "{pages}, {now}, {ever}");
        }
    }

    #[test]
    fn pages_opened_in_steps_cost_what_they_cost_at_once() {
        for step in [1, 2, 8, 32, 128] {
            let mut open = OpenPages::default();
            let mut gas = 0;
            while open.now < 128 {
                gas += page_cost(step, open, &Rules::default());
                open = open.opened(step);
            }
            assert_eq!(gas, 31_999_998, "in steps of {step}");
        }
    }

    #[test]
    fn pages_beyond_the_limit_cannot_be_paid() {
        assert!(cost(1, 128, 128) > 1 << 63);
        assert!(cost(u16::MAX, u16::MAX, 0) > 1 << 63);
    }
}
