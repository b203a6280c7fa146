//! Fixed-point arithmetic against a naive twin on big integers.

use ballast_math::MathError;
use ballast_math::fixed::decay::decay;
use ballast_math::fixed::sqrt::integer_root_floor;
use ballast_math::fixed::wide::{Divisor, Wide, product};
use ballast_math::fixed::{
    WAD, div_ceil, div_floor, mul_bounds, mul_ceil, mul_div_ceil, mul_div_floor, mul_floor,
    sqrt_ceil, sqrt_floor,
};
use num_bigint::{BigInt, BigUint};
use num_integer::{Integer, Roots};
use num_traits::{One, ToPrimitive, Zero};
use proptest::prelude::*;

/// Numbers of every length, with runs of ones and zeros, where carries and corrections hide.
fn number() -> impl Strategy<Value = i128> {
    prop_oneof![
        (any::<i128>(), 0u32..128).prop_map(|(value, shift)| value >> shift),
        (any::<u32>(), 0u32..127).prop_map(|(value, shift)| (value as i128) << shift),
        (0u32..127, -2i128..=2).prop_map(|(bit, off)| (1i128 << bit).wrapping_add(off)),
        (0u32..127, -2i128..=2).prop_map(|(bit, off)| (-1i128 << bit).wrapping_add(off)),
        Just(i128::MAX),
        Just(i128::MIN),
        (-1_000i128..1_000).prop_map(|value| value.wrapping_mul(WAD)),
    ]
}

fn magnitude() -> impl Strategy<Value = u128> {
    prop_oneof![
        number().prop_map(i128::unsigned_abs),
        (any::<u128>(), 0u32..128).prop_map(|(value, shift)| value >> shift),
        (0u32..128).prop_map(|shift| u128::MAX << shift),
    ]
}

/// The quotient as the code must give it.
fn quotient(numerator: BigInt, divisor: BigInt, up: bool) -> Result<i128, MathError> {
    if divisor.is_zero() {
        return Err(MathError::DivideByZero);
    }
    let exact = if up { numerator.div_ceil(&divisor) } else { numerator.div_floor(&divisor) };
    exact.to_i128().ok_or(MathError::Overflow)
}

fn big(wide: Wide) -> BigUint {
    (BigUint::from(wide.hi) << 128) + wide.lo
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    #[test]
    fn product_of_any_numbers_is_exact(a in magnitude(), b in magnitude()) {
        prop_assert_eq!(big(product(a, b)), BigUint::from(a) * b);
    }

    #[test]
    fn divisor_of_any_wide_number_gives_the_naive_quotient(
        hi in magnitude(), lo in magnitude(), divisor in magnitude(), below in any::<bool>(),
    ) {
        let Some(prepared) = Divisor::new(divisor) else {
            prop_assert_eq!(divisor, 0);
            return Ok(());
        };
        let wide = Wide { hi: if below { hi % divisor } else { hi }, lo };
        let (naive, rest) = big(wide).div_rem(&BigUint::from(divisor));
        let expected = naive.to_u128().map(|quotient| (quotient, rest.is_zero()));
        prop_assert_eq!(prepared.divide(wide), expected);
    }

    #[test]
    fn mul_of_any_numbers_rounds_the_exact_product(a in number(), b in number()) {
        let exact = || BigInt::from(a) * b;
        prop_assert_eq!(mul_floor(a, b), quotient(exact(), WAD.into(), false));
        prop_assert_eq!(mul_ceil(a, b), quotient(exact(), WAD.into(), true));
        if let Ok(bounds) = mul_bounds(a, b) {
            prop_assert_eq!(bounds, (mul_floor(a, b).unwrap(), mul_ceil(a, b).unwrap()));
        }
    }

    #[test]
    fn div_of_any_numbers_rounds_the_exact_quotient(a in number(), b in number()) {
        let exact = || BigInt::from(a) * WAD;
        prop_assert_eq!(div_floor(a, b), quotient(exact(), b.into(), false));
        prop_assert_eq!(div_ceil(a, b), quotient(exact(), b.into(), true));
    }

    #[test]
    fn mul_div_of_any_numbers_rounds_the_exact_quotient(
        a in number(), b in number(), c in number(),
    ) {
        let exact = || BigInt::from(a) * b;
        prop_assert_eq!(mul_div_floor(a, b, c), quotient(exact(), c.into(), false));
        prop_assert_eq!(mul_div_ceil(a, b, c), quotient(exact(), c.into(), true));
    }

    #[test]
    fn sqrt_of_any_number_is_correctly_rounded(x in number()) {
        if x < 0 {
            prop_assert_eq!(sqrt_floor(x), Err(MathError::OutOfDomain));
            return Ok(());
        }
        let radicand = BigUint::from(x.unsigned_abs()) * WAD.unsigned_abs();
        let floor = radicand.sqrt();
        let ceil = if &floor * &floor == radicand { floor.clone() } else { &floor + 1u32 };
        prop_assert_eq!(sqrt_floor(x).unwrap().to_string(), floor.to_string());
        prop_assert_eq!(sqrt_ceil(x).unwrap().to_string(), ceil.to_string());
    }

    #[test]
    fn integer_root_of_any_number_is_the_naive_root(n in magnitude(), near in any::<u64>()) {
        prop_assert_eq!(integer_root_floor(n), n.sqrt() as u64);
        let square = near as u128 * near as u128;
        prop_assert_eq!(integer_root_floor(square), near);
        prop_assert_eq!(integer_root_floor(square.wrapping_sub(1)), square.wrapping_sub(1).sqrt() as u64);
    }

    #[test]
    fn decay_of_any_time_is_within_its_error(elapsed in 0u64..400_000, window in 1u64..10_000) {
        let exact = naive_decay(elapsed, window);
        let off = (BigInt::from(decay(elapsed, window)) - exact).magnitude().clone();
        prop_assert!(off <= BigUint::from(7u32), "off by {}", off);
    }

    #[test]
    fn decay_of_more_time_is_never_more(elapsed in 0u64..100_000, more in 1u64..1_000) {
        prop_assert!(decay(elapsed + more, 3_600) <= decay(elapsed, 3_600));
    }
}

/// e^(−elapsed/window) · 2⁶³ by the series of e^x on 320 bits.
fn naive_decay(elapsed: u64, window: u64) -> BigInt {
    let scale: BigInt = BigInt::one() << 320;
    let (mut sum, mut term) = (scale.clone(), scale.clone());
    let mut n = 1u64;
    while !term.is_zero() && elapsed < 64 * window {
        term = term * elapsed / window / n;
        sum += &term;
        n += 1;
    }
    if elapsed >= 64 * window { BigInt::zero() } else { (scale << 63) / sum }
}

#[test]
fn decay_at_its_ends_is_one_and_nothing() {
    for window in [1, 3_600, u64::MAX] {
        assert_eq!(decay(0, window), 1 << 63);
    }
    for (elapsed, window) in [(5, 0), (0, 0), (64, 1), (u64::MAX, 1), (u64::MAX, 3_600)] {
        assert_eq!(decay(elapsed, window), 0);
    }
}

#[test]
fn decay_of_every_second_of_two_hours_is_monotone_and_within_its_error() {
    let mut last = 1 << 63;
    for elapsed in 0..7_200 {
        let now = decay(elapsed, 3_600);
        assert!(now <= last, "rises at {elapsed}");
        let off = (BigInt::from(now) - naive_decay(elapsed, 3_600)).magnitude().clone();
        assert!(off <= BigUint::from(7u32), "off by {off} at {elapsed}");
        last = now;
    }
}

/// Random limbs hardly ever reach the last corrections of a division; limbs at the ends of their range do.
#[test]
fn divisor_of_extreme_limbs_gives_the_naive_quotient() {
    const LIMBS: [u64; 7] = [0, 1, (1 << 32) - 1, 1 << 63, (1 << 63) - 1, u64::MAX - 1, u64::MAX];
    let pairs = || LIMBS.iter().flat_map(|hi| LIMBS.map(|lo| (*hi as u128) << 64 | lo as u128));
    for divisor in pairs().filter(|divisor| *divisor != 0) {
        let prepared = Divisor::new(divisor).unwrap();
        let big_divisor = BigUint::from(divisor);
        for hi in pairs().map(|hi| hi % divisor) {
            for lo in pairs() {
                let wide = Wide { hi, lo };
                let (naive, rest) = big(wide).div_rem(&big_divisor);
                let expected = Some((naive.to_u128().unwrap(), rest.is_zero()));
                assert_eq!(prepared.divide(wide), expected, "{wide:?} / {divisor}");
            }
        }
    }
}

#[test]
fn arithmetic_at_the_ends_of_the_range_is_refused_or_exact() {
    assert_eq!(mul_floor(i128::MIN, WAD), Ok(i128::MIN));
    assert_eq!(mul_floor(i128::MIN, -WAD), Err(MathError::Overflow));
    assert_eq!(mul_div_floor(i128::MIN, i128::MIN, i128::MIN), Ok(i128::MIN));
    assert_eq!(mul_div_floor(i128::MAX, i128::MAX, 1), Err(MathError::Overflow));
    assert_eq!(div_floor(1, 0), Err(MathError::DivideByZero));
    assert_eq!(mul_bounds(i128::MAX, WAD), Ok((i128::MAX, i128::MAX)));
    assert_eq!(sqrt_floor(0), Ok(0));
}
