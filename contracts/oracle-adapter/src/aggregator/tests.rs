//! The decoder against alloy's, and against what no honest feed answers.

use alloc::vec::Vec;

use alloy_sol_types::private::{Uint, I256, U256};
use alloy_sol_types::SolCall;

use super::*;

/// A round as alloy encodes it.
fn encoded(
    id: u128,
    answer: I256,
    started_at: U256,
    updated_at: U256,
    answered_in: u128,
) -> Vec<u8> {
    let (id, answered_in) = (Uint::<80, 2>::from(id), Uint::<80, 2>::from(answered_in));
    AggregatorV3Interface::latestRoundDataCall::abi_encode_returns(&(
        id,
        answer,
        started_at,
        updated_at,
        answered_in,
    ))
}

/// A stream of words that is the same in every run.
fn random_words(seed: u64) -> impl Iterator<Item = u64> {
    let step = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    core::iter::successors(Some(seed), step).map(|state| state ^ (state >> 29))
}

#[test]
fn decoded_round_of_any_round_agrees_with_alloy() {
    let words: Vec<u64> = random_words(7).take(5_000).collect();
    for chunk in words.chunks_exact(5) {
        let [a, b, c, d, e] = chunk else { unreachable!() };
        let id = u128::from(*a) << 16 | u128::from(*b & 0xffff);
        let answer = (i128::from(*c as i64) << 32) + i128::from(*d);
        let bytes =
            encoded(id, I256::try_from(answer).unwrap(), U256::from(*d), U256::from(*e), id);
        let expected = AggregatorV3Interface::latestRoundDataCall::abi_decode_returns(&bytes, true);
        let expected = expected.unwrap();
        let round = decoded_round(&bytes).unwrap();
        assert_eq!(U256::from(round.id), U256::from(expected.roundId));
        assert_eq!(I256::try_from(round.answer).unwrap(), expected.answer);
        assert_eq!(U256::from(round.started_at), expected.startedAt);
        assert_eq!(U256::from(round.updated_at), expected.updatedAt);
        assert_eq!(U256::from(round.answered_in), U256::from(expected.answeredInRound));
    }
}

#[test]
fn decoded_round_of_numbers_beyond_its_types_is_clamped() {
    let round = |answer, time| decoded_round(&encoded(1, answer, time, time, 1)).unwrap();
    let most = round(I256::MAX, U256::MAX);
    assert_eq!((most.answer, most.started_at, most.updated_at), (i128::MAX, u64::MAX, u64::MAX));
    assert_eq!(round(I256::MIN, U256::from(1_u128 << 64)).answer, i128::MIN);
    assert_eq!(round(I256::MIN, U256::from(1_u128 << 64)).started_at, u64::MAX);
    let beyond = I256::try_from(i128::MAX).unwrap() + I256::ONE;
    assert_eq!(round(beyond, U256::ZERO).answer, i128::MAX);
    let below = I256::try_from(i128::MIN).unwrap() - I256::ONE;
    assert_eq!(round(below, U256::ZERO).answer, i128::MIN);
    let least = I256::try_from(i128::MIN).unwrap();
    assert_eq!(round(least, U256::ZERO).answer, i128::MIN);
}

#[test]
fn decoded_round_of_a_short_answer_is_none() {
    let bytes = encoded(1, I256::ONE, U256::ZERO, U256::from(1), 1);
    assert!(decoded_round(&bytes).is_some());
    for length in 0..bytes.len() {
        assert_eq!(decoded_round(&bytes[..length]), None);
    }
}

#[test]
fn decoded_round_with_a_dirty_round_number_is_none() {
    for word in [0, 4] {
        let mut bytes = encoded(1, I256::ONE, U256::ZERO, U256::from(1), 1);
        bytes[word * 32 + 21] = 1;
        assert_eq!(decoded_round(&bytes), None);
    }
}
