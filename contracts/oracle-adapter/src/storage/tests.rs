//! What is stored reads back; what is rounded goes the stated way.

use contract_abi::testing::reset;

use super::*;

const WAD: i128 = 1_000_000_000_000_000_000;

#[test]
fn feed_of_rounded_bounds_reads_back() {
    reset();
    let (minimum, maximum) = bounds(123 * WAD + 1, 98_765 * WAD + 1).unwrap();
    let feed = Feed { feed: [7; 20], decimals: 8, heartbeat: 604_800, minimum, maximum };
    let slots = Underlying::new(513);
    slots.set_feed(&feed).unwrap();
    assert_eq!(slots.feed(), feed);
    assert_eq!(Underlying::new(512).feed(), Feed::default());
}

#[test]
fn bounds_narrow_by_less_than_a_part_in_two_thousand() {
    let (least, most) = bounds(123 * WAD + 1, 98_765 * WAD + 1).unwrap();
    assert!(least > 123 * WAD && least - 123 * WAD <= 123 * WAD / 2_048);
    assert!(most < 98_765 * WAD + 1 && 98_765 * WAD - most <= 98_765 * WAD / 2_048);
}

#[test]
fn bounds_beyond_the_range_are_refused_or_lowered() {
    assert_eq!(bounds(-1, WAD), None);
    assert_eq!(bounds(WAD, -1), None);
    assert_eq!(bounds(i128::MAX, i128::MAX), None);
    let (_, most) = bounds(1, i128::MAX).unwrap();
    assert_eq!(most, 4_095 << 79);
}

#[test]
fn accepted_price_reads_back_and_can_be_forgotten() {
    reset();
    let slots = Underlying::new(1);
    assert_eq!(slots.accepted(), Accepted::default());
    let price = stored_price_floor(43_210 * WAD + 12_345_678_901);
    let accepted = Accepted { price, published_at: 1_700_000_000, accepted_at: 1_700_000_007 };
    slots.set_accepted(&accepted).unwrap();
    assert_eq!(slots.accepted(), accepted);
    slots.forget();
    assert_eq!(slots.accepted(), Accepted::default());
}

#[test]
fn stored_price_of_an_eight_decimal_feed_is_exact() {
    let price = 123_456_789 * WAD + 12_345_678 * 10_000_000_000;
    assert_eq!(stored_price_floor(price), price);
    let finer = WAD * 43_210 + 1;
    assert!(stored_price_floor(finer) <= finer);
    assert!(finer - stored_price_floor(finer) <= finer / 10_000_000_000_000_000);
}

#[test]
fn set_accepted_after_the_clock_ends_is_refused() {
    reset();
    let late = Accepted { price: WAD, published_at: 1 << 32, accepted_at: 1 << 32 };
    assert!(Underlying::new(1).set_accepted(&late).is_err());
}
