//! Auto-deleveraging: laws by random search.

mod rational;

use ballast_math::fixed::WAD;
use ballast_math::risk::deleveraging::{BUCKETS, bucket, pro_rata_cuts, score_floor};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{assert_below, exact};

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0xad1), ..ProptestConfig::default() }
}

fn sizes() -> impl Strategy<Value = Vec<Size>> {
    let size = prop_oneof![
        (0..1_000 * WAD, 0u32..70).prop_map(|(size, shift)| Size(size >> shift)),
        (0i128..5).prop_map(Size),
    ];
    vec(size, 0..16)
}

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn cuts_sum_to_the_need_and_are_pro_rata(sizes in sizes(), part in 0..2 * WAD, few in 0i128..9) {
        let sum: i128 = sizes.iter().map(|size| size.0).sum();
        for need in [rational::floor(&(exact(sum) * exact(part))), few] {
            let mut cuts = vec![Size::ZERO; sizes.len()];
            let left = pro_rata_cuts(&sizes, Size(need), &mut cuts).unwrap();
            prop_assert_eq!(cuts.iter().map(|cut| cut.0).sum::<i128>() + left.0, need);
            let extra = |(size, cut): (&Size, &Size)| {
                if need >= sum {
                    return cut.0 - size.0;
                }
                let due = exact(size.0) * exact(need) / exact(sum);
                cut.0 - rational::floor(&due)
            };
            let extras: Vec<_> = sizes.iter().zip(&cuts).map(extra).collect();
            prop_assert!(extras.iter().all(|extra| (0..=1).contains(extra)));
            prop_assert!(sizes.iter().zip(&cuts).all(|(size, cut)| cut <= size));
            // The remainder goes to the first that have anything.
            let with_size = extras.iter().zip(&sizes).filter(|(_, size)| size.0 > 0);
            prop_assert!(with_size.map(|(extra, _)| -extra).is_sorted());
        }
    }

    #[test]
    fn bucket_is_that_of_the_binary_logarithm(score in -WAD..WAD, shift in 0u32..60) {
        for score in [score >> shift, score.saturating_mul(1 << (shift % 8)) ] {
            let expected = if score <= 0 {
                7
            } else {
                let logarithm = (score as f64 / 1e18).log2().floor();
                (2.0 - logarithm).clamp(0.0, 6.0) as u8
            };
            prop_assert_eq!(bucket(Ratio(score)), expected, "{}", score);
            prop_assert!(bucket(Ratio(score)) < BUCKETS);
        }
    }

    #[test]
    fn score_rises_with_profit_and_leverage(
        profit in -1_000 * WAD..1_000 * WAD, size in -100 * WAD..100 * WAD, mark in 0..1_000 * WAD,
        equity in WAD / 1_000..10_000 * WAD, more in 0..WAD,
    ) {
        let score = |profit, size| score_floor(Cash(profit), Size(size), Price(mark), Cash(equity)).unwrap();
        let found = score(profit, size);
        let leverage = exact(size.abs()) * exact(mark) / exact(equity);
        let naive = exact(profit) / exact(equity) * &leverage;
        if profit >= 0 {
            // The leverage is rounded too, by two units and those that the equity divides.
            let slack = 3 + rational::ceil(&leverage) / WAD + 2 * profit / equity + 2 * WAD / equity * (1 + profit / equity);
            assert_below(found.0, &naive, slack);
            prop_assert!(score(profit + more, size) >= found);
        }
        prop_assert!((profit > 0) || found <= Ratio::ZERO);
        prop_assert_eq!(score(profit, -size), found);
    }
}

#[test]
fn limits_are_refused_or_defined() {
    let none: &mut [Size] = &mut [];
    assert_eq!(pro_rata_cuts(&[], Size(5), none), Ok(Size(5)));
    assert_eq!(pro_rata_cuts(&[], Size(0), none), Ok(Size(0)));
    assert_eq!(pro_rata_cuts(&[Size(1)], Size(1), none), Err(MathError::OutOfDomain));
    let mut one = [Size(0)];
    assert_eq!(pro_rata_cuts(&[Size(-1)], Size(1), &mut one), Err(MathError::OutOfDomain));
    assert_eq!(pro_rata_cuts(&[Size(1)], Size(-1), &mut one), Err(MathError::OutOfDomain));
    let broke = score_floor(Cash(1), Size(1), Price(1), Cash(0));
    assert_eq!(broke, Err(MathError::OutOfDomain));
}
