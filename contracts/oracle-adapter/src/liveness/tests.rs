//! Each rule at its boundary, and the order of the rules.

use super::*;

const NOW: u64 = 1_700_000_000;
const WAD: i128 = 1_000_000_000_000_000_000;

fn feed() -> Feed {
    Feed { feed: [1; 20], decimals: 8, heartbeat: 3_600, minimum: WAD, maximum: 100_000 * WAD }
}

/// 2,000 with 8 decimals, published now.
fn fresh() -> Round {
    Round { id: 9, answer: 200_000_000_000, started_at: NOW, updated_at: NOW, answered_in: 9 }
}

fn judged(round: Round) -> Result<Live, Refusal> {
    price(Ok(round), &feed(), NOW)
}

#[test]
fn price_of_a_sound_round_is_normalised() {
    assert_eq!(judged(fresh()), Ok(Live { price: 2_000 * WAD, published_at: NOW }));
    let precise = Feed { decimals: 18, ..feed() };
    let round = Round { answer: WAD + 1, ..fresh() };
    assert_eq!(price(Ok(round), &precise, NOW).map(|live| live.price), Ok(WAD + 1));
    let coarse = Feed { decimals: 0, ..feed() };
    let round = Round { answer: 7, ..fresh() };
    assert_eq!(price(Ok(round), &coarse, NOW).map(|live| live.price), Ok(7 * WAD));
}

#[test]
fn price_without_a_round_is_reverted() {
    assert_eq!(price(Err(Failure::Failed), &feed(), NOW), Err(Refusal::Reverted));
    assert_eq!(price(Err(Failure::Starved), &feed(), NOW), Err(Refusal::Starved));
}

#[test]
fn price_of_a_round_without_time_from_the_future_or_carried_over_is_incomplete() {
    let incomplete = Err(Refusal::Incomplete { round: 9 });
    assert_eq!(judged(Round { updated_at: 0, ..fresh() }), incomplete);
    assert_eq!(judged(Round { updated_at: NOW + 1, ..fresh() }), incomplete);
    assert_eq!(judged(Round { updated_at: u64::MAX, ..fresh() }), incomplete);
    assert_eq!(judged(Round { answered_in: 8, ..fresh() }), incomplete);
}

#[test]
fn price_of_zero_or_less_is_not_positive() {
    for answer in [0, -1, i128::MIN] {
        assert_eq!(judged(Round { answer, ..fresh() }), Err(Refusal::NotPositive));
    }
}

#[test]
fn price_is_live_to_the_last_second_of_its_heartbeat() {
    let oldest = NOW - 3_600;
    assert!(judged(Round { updated_at: oldest, ..fresh() }).is_ok());
    let published_at = oldest - 1;
    let late = judged(fresh()).map(|live| live.price).ok();
    let round = Round { updated_at: published_at, ..fresh() };
    assert_eq!(judged(round), Err(Refusal::Stale { published_at, oldest, late }));
    let stale = Err(Refusal::Stale { published_at, oldest, late: None });
    assert_eq!(judged(Round { answer: 99_999_999, ..round }), stale);
}

#[test]
fn price_is_live_up_to_its_bounds() {
    let at = |answer| judged(Round { answer, ..fresh() });
    assert!(at(100_000_000).is_ok());
    assert_eq!(at(99_999_999), Err(Refusal::OutOfBounds { price: WAD - 10_000_000_000 }));
    assert!(at(10_000_000_000_000).is_ok());
    assert!(matches!(at(10_000_000_000_001), Err(Refusal::OutOfBounds { .. })));
    assert_eq!(at(i128::MAX), Err(Refusal::OutOfBounds { price: i128::MAX }));
}

#[test]
fn price_with_several_faults_names_the_first() {
    let old = Round { answer: 0, updated_at: 1, answered_in: 0, ..fresh() };
    assert_eq!(judged(old), Err(Refusal::Incomplete { round: 9 }));
    assert_eq!(judged(Round { answered_in: 9, ..old }), Err(Refusal::NotPositive));
    let stale = judged(Round { answered_in: 9, answer: 1, ..old });
    assert!(matches!(stale, Err(Refusal::Stale { .. })));
}

fn up_since(started_at: u64) -> Result<Round, Failure> {
    Ok(Round { answer: 0, started_at, ..Round::default() })
}

#[test]
fn sequencer_is_up_from_the_end_of_the_grace_period() {
    assert_eq!(sequencer(up_since(NOW - 3_600), 3_600, NOW), Ok(()));
    let until = NOW + 1;
    assert_eq!(
        sequencer(up_since(NOW - 3_599), 3_600, NOW),
        Err(Refusal::SequencerGrace { until })
    );
    assert_eq!(sequencer(up_since(NOW), 0, NOW), Ok(()));
}

#[test]
fn sequencer_that_is_down_names_since_when() {
    let round = Round { answer: 1, started_at: NOW - 5, ..Round::default() };
    let down = Err(Refusal::SequencerDown { since: NOW - 5 });
    assert_eq!(sequencer(Ok(round), 0, NOW), down);
}

#[test]
fn sequencer_feed_that_says_nothing_counts_as_down() {
    let unknown = Err(Refusal::SequencerDown { since: 0 });
    assert_eq!(sequencer(Err(Failure::Failed), 0, NOW), unknown);
    assert_eq!(sequencer(Err(Failure::Starved), 0, NOW), Err(Refusal::Starved));
    assert_eq!(sequencer(up_since(0), 0, NOW), unknown);
}

#[test]
fn sequencer_from_the_future_is_in_grace() {
    let until = (1 << 40) - 1;
    assert_eq!(sequencer(up_since(u64::MAX), 1, NOW), Err(Refusal::SequencerGrace { until }));
}
