//! Volatility, regime and the maintenance multiplier: worked figures and laws by random search.

mod decimal;
mod rational;

use ballast_math::fixed::{WAD, sqrt_floor};
use ballast_math::risk::regime::{
    MaintenanceRamp, Memory, Regime, RegimeState, Variances, clamped_return, measured,
    next_variance_floor,
};
use ballast_math::{MathError, Ratio};
use decimal::{assert_near, wad};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{assert_below, exact, ratio};

const TEN_DIGITS: &str = "0.0000000002";
const REGIMES: [Regime; 4] = [Regime::Calm, Regime::Normal, Regime::Elevated, Regime::Crisis];

#[test]
fn volatilities_after_prices_are_the_worked_ones() {
    let (mut short, mut long) = (Ratio(wad("0.36")), Ratio(wad("0.36")));
    let mut last = 2_000.0f64;
    for (price, seconds, short_volatility, long_volatility) in [
        (2_010.0, 300, "0.7037721202", "0.6093230668"),
        (1_995.0, 75, "0.9218698188", "0.6327373814"),
        (1_800.0, 30, "1.8542670059", "0.7815820540"),
        (1_810.0, 1_200, "1.6915401007", "0.7840640194"),
    ] {
        let logarithm = Ratio(((price / last).ln() * 1e18).round() as i128);
        let counted = clamped_return(logarithm, seconds).unwrap();
        let next = |variance, memory: Memory| {
            next_variance_floor(variance, counted, memory.kept(seconds), seconds).unwrap()
        };
        (short, long) = (next(short, Memory::SHORT), next(long, Memory::LONG));
        assert_near(sqrt_floor(short.0).unwrap(), short_volatility, TEN_DIGITS);
        assert_near(sqrt_floor(long.0).unwrap(), long_volatility, TEN_DIGITS);
        last = price;
    }
}

#[test]
fn memory_of_an_interval_is_its_lambda() {
    for (memory, lambda) in [(Memory::SHORT, 0.94f64), (Memory::LONG, 0.995)] {
        for seconds in [0, 1, 75, 300, 1_200, 86_400] {
            let kept = memory.kept(seconds).0 as f64 / 1e18;
            let expected = lambda.powf(seconds as f64 / 300.0);
            assert!((kept - expected).abs() < 2e-15, "{kept} against {expected}");
        }
        assert_eq!(memory.kept(u64::MAX), Ratio::ZERO);
    }
}

/// Variances of a short volatility in thousandths, the other two at one.
fn at(short: i128) -> Variances {
    Variances {
        short: Ratio(short * short * (WAD / 1_000_000)),
        long: Ratio::ONE,
        reference: Ratio::ONE,
    }
}

#[test]
fn regimes_of_measures_begin_exactly_at_their_bounds() {
    for (short, expected) in [
        (2_500, Regime::Crisis),
        (2_499, Regime::Elevated),
        (1_500, Regime::Elevated),
        (1_499, Regime::Normal),
        (700, Regime::Normal),
        (699, Regime::Calm),
        (0, Regime::Calm),
    ] {
        assert_eq!(measured(&at(short)), Ok(expected), "{short}");
    }
    // Calm wants both: a level below 0.7 at a ratio of 0.9 is normal.
    let quiet = Variances { long: Ratio(WAD * 36 / 81), ..at(600) };
    assert_eq!(measured(&quiet), Ok(Regime::Normal));
    // A variance over none is boundless, none over none is quiet.
    let still = Variances { long: Ratio::ZERO, ..at(0) };
    assert_eq!(measured(&still), Ok(Regime::Calm));
    assert_eq!(measured(&Variances { short: Ratio(1), ..still }), Ok(Regime::Crisis));
    let boundless = Variances { short: Ratio(i128::MAX), ..at(1) };
    assert_eq!(measured(&boundless), Err(MathError::Overflow));
}

/// What is observed after which wait, and the regime then.
fn story(start: Regime, steps: &[(u64, i128, Regime)]) {
    let (mut state, mut now) = (RegimeState { regime: start, quiet_since: None }, 0);
    for (wait, short, expected) in steps {
        now += wait;
        state = state.observed(&at(*short), now).unwrap();
        assert_eq!(state.regime, *expected, "after {now} s");
    }
}

#[test]
fn regime_rises_at_once_and_falls_by_one_after_half_an_hour() {
    use Regime::{Calm, Crisis, Elevated, Normal};
    story(
        Calm,
        &[(0, 2_500, Crisis), (60, 2_124, Crisis), (1_799, 2_124, Crisis), (1, 2_124, Elevated)],
    );
    story(Calm, &[(0, 700, Normal), (0, 1_500, Elevated)]);
    // From 2.125 on the half hour does not run.
    story(
        Crisis,
        &[
            (0, 2_124, Crisis),
            (1_000, 2_125, Crisis),
            (1_000, 2_124, Crisis),
            (1_799, 2_124, Crisis),
        ],
    );
    // Quiet at once, down in three half hours, one state each.
    let down = [
        (0, 600, Crisis),
        (1_800, 600, Elevated),
        (1_799, 600, Elevated),
        (1, 600, Normal),
        (1_800, 600, Calm),
        (9_999, 600, Calm),
    ];
    story(Crisis, &down);
    // Not quiet enough for the state below: the next half hour starts when it is.
    story(
        Crisis,
        &[
            (0, 1_300, Crisis),
            (1_800, 1_300, Elevated),
            (9_000, 1_274, Elevated),
            (1_800, 1_274, Normal),
        ],
    );
    story(Normal, &[(0, 800, Normal), (9_999, 800, Normal)]);
}

#[test]
fn ramp_takes_an_hour_into_crisis_and_six_hours_elsewhere() {
    let calm = MaintenanceRamp::settled(Regime::Calm);
    assert_eq!(calm.retargeted(Regime::Normal, 50), Ok(calm));
    let up = calm.retargeted(Regime::Crisis, 100).unwrap();
    assert_eq!(up.value_ceil(0), Ok(Ratio::ONE));
    assert_eq!(up.value_ceil(100 + 1_800).unwrap().0, wad("1.05"));
    // Turned half way: from where it is, at the other speed.
    let back = up.retargeted(Regime::Normal, 100 + 1_800).unwrap();
    assert_eq!(back.value_ceil(100 + 1_800).unwrap().0, wad("1.05"));
    assert_eq!(back.value_ceil(100 + 1_800 + 10_800).unwrap().0, wad("1.025"));
    assert_eq!(back.value_ceil(u64::MAX), Ok(Ratio::ONE));
    let elevated = calm.retargeted(Regime::Elevated, 0).unwrap();
    assert_eq!(elevated.value_ceil(10_800).unwrap().0, wad("1.025"));
}

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0x4e9), ..ProptestConfig::default() }
}

fn variance() -> impl Strategy<Value = Ratio> {
    (0..100 * WAD, 0u32..40).prop_map(|(value, shift)| Ratio(value >> shift))
}

fn variances() -> impl Strategy<Value = Variances> {
    let near = (0i128..4_000).prop_map(|short| at(short).short);
    let short = prop_oneof![variance(), near];
    (short, prop_oneof![variance(), Just(Ratio::ONE)], prop_oneof![variance(), Just(Ratio::ONE)])
        .prop_map(|(short, long, reference)| Variances { short, long, reference })
}

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn regime_never_falls_with_more_short_variance(of in variances(), more in variance()) {
        let calmer = measured(&of).unwrap();
        let wilder = Variances { short: of.short.checked_add(more).unwrap(), ..of };
        prop_assert!(measured(&wilder).unwrap() >= calmer);
    }

    #[test]
    fn regime_moves_up_at_once_and_down_by_one_and_not_within_half_an_hour(
        observations in vec((0u64..1_500, variances()), 1..30),
    ) {
        let (mut state, mut now, mut fell) = (RegimeState::default(), 0, None);
        for (wait, of) in observations {
            now += wait;
            let (before, called_for) = (state.regime, measured(&of).unwrap());
            state = state.observed(&of, now).unwrap();
            prop_assert!(state.regime >= called_for);
            if state.regime > before {
                prop_assert_eq!(state.regime, called_for);
                fell = Some(now);
            } else if state.regime < before {
                prop_assert_eq!(state.regime as u8 + 1, before as u8);
                prop_assert!(fell.is_none_or(|last| now - last >= 1_800));
                fell = Some(now);
            }
            prop_assert!(state.quiet_since.is_none_or(|since| since <= now));
        }
    }

    #[test]
    fn ramp_is_continuous_and_stays_between_its_ends(
        changes in vec((0u64..9_000, 0usize..4), 1..12), look in 0u64..30_000, more in 0u64..4_000,
    ) {
        let (mut ramp, mut now) = (MaintenanceRamp::settled(Regime::Normal), 0);
        for (wait, regime) in changes {
            now += wait;
            let before = ramp.value_ceil(now).unwrap();
            ramp = ramp.retargeted(REGIMES[regime], now).unwrap();
            prop_assert_eq!(ramp.value_ceil(now).unwrap(), before);
        }
        let (first, second) =
            (ramp.value_ceil(now + look).unwrap(), ramp.value_ceil(now + look + more).unwrap());
        for value in [first, second] {
            prop_assert!(Ratio::ONE <= value && value <= Ratio::millionths(1_100_000));
        }
        let whole = if ramp.towards == Regime::Crisis { 3_600 } else { 21_600 };
        let way = exact(ramp.towards.maintenance_target().0) - exact(ramp.from.0);
        // A ramp that never turned has been where it is for ever.
        let passed = (now + look).saturating_sub(ramp.since).min(whole) as i128;
        rational::assert_above(first.0, &(exact(ramp.from.0) + way * ratio(passed, whole as i128)), 0);
        // At most 0.1 in 3,600 s.
        prop_assert!((second.0 - first.0).abs() <= more as i128 * WAD / 36_000 + 2);
    }

    #[test]
    fn next_variance_is_the_naive_one_from_below(
        variance in variance(), logarithm in -2 * WAD..2 * WAD, kept in 0..=WAD, seconds in 1u64..100_000,
    ) {
        let counted = clamped_return(Ratio(logarithm), seconds).unwrap();
        let bound = exact(counted.0) * exact(counted.0) * ratio(300, seconds.max(300) as i128);
        prop_assert!(bound <= exact(WAD / 2_500));
        prop_assert!(counted.0.abs() <= logarithm.abs() && counted.0 * logarithm >= 0);
        let next = next_variance_floor(variance, counted, Ratio(kept), seconds).unwrap();
        let new = exact(counted.0) * exact(counted.0) * ratio(31_536_000, seconds as i128);
        let naive = exact(variance.0) * exact(kept) + new * exact(WAD - kept);
        assert_below(next.0, &naive, 4);
    }
}
