//! The contract behind its router, with feeds that a test plays: authority, order of effects, errors.
//! What real aggregators do to it is tested over real WASM.

use std::collections::HashMap;
use std::rc::Rc;

use contract_abi::generated::oracle_adapter::{calls, errors, route, Doubt, Feed, Grade, Spot};
use contract_abi::testing::{self, reset, transact, with};
use contract_abi::{Address, Revert};
use contract_floor::{address_word, fixed_slot};
use oracle_adapter::OracleAdapter;

const NOW: u64 = 1_700_000_000;
const WAD: i128 = 1_000_000_000_000_000_000;
const OWNER: Address = [0xaa; 20];
const ETHER: Address = [0xe0; 20];
const BITCOIN: Address = [0xb0; 20];
const UPTIME: Address = [0x5e; 20];
const DECIMALS: [u8; 4] = [0x31, 0x3c, 0xe5, 0x67];

/// What an aggregator answers to `latestRoundData`; none: it reverts.
type Answers = HashMap<Address, Option<Vec<u8>>>;

fn round(answer: i128, started_at: u64, updated_at: u64) -> Option<Vec<u8>> {
    let words = [7, answer, started_at.into(), updated_at.into(), 7];
    let word = |value: &i128| [(value >> 127).to_be_bytes(), value.to_be_bytes()].concat();
    Some(words.iter().flat_map(word).collect())
}

fn eight_decimals(price: i128, updated_at: u64) -> Option<Vec<u8>> {
    round(price * 100_000_000, updated_at, updated_at)
}

/// A chain with feeds of eight decimals, the adapter owned by [`OWNER`], who calls.
fn chain(answers: Answers) {
    reset();
    play(answers);
    with(|chain| {
        chain.timestamp = NOW;
        chain.gas_left = 1_000_000;
        chain.sender = OWNER;
        chain.storage.insert(fixed_slot(0), address_word(&OWNER));
        for feed in [ETHER, BITCOIN, UPTIME] {
            chain.codes.insert(feed, vec![0]);
        }
    });
}

fn play(answers: Answers) {
    testing::on_call(move |call| {
        assert!(call.is_static && call.gas_cap == 500_000);
        if call.data == DECIMALS {
            return Ok([[0; 31].as_slice(), &[8]].concat());
        }
        answers.get(&call.target).cloned().flatten().ok_or(Vec::new())
    });
}

fn sound() -> Answers {
    HashMap::from([
        (ETHER, eight_decimals(2_000, NOW - 60)),
        (BITCOIN, eight_decimals(40_000, NOW)),
    ])
}

/// Calls through the codec's own encoder: the call is recorded, then made on the contract.
fn send<T>(
    call: impl FnOnce(&Address) -> Result<T, contract_abi::CallFailure>,
) -> Result<T, Vec<u8>> {
    let feeds = with(|chain| chain.callee.take());
    let made = Rc::new(std::cell::RefCell::new(Vec::new()));
    let answer = Rc::clone(&made);
    testing::on_call(move |call| {
        with(|chain| chain.callee.clone_from(&feeds));
        let result = transact(&call.data, route::<OracleAdapter>);
        answer.borrow_mut().clone_from(result.as_ref().err().unwrap_or(&Vec::new()));
        result
    });
    let result = call(&[1; 20]);
    result.map_err(|_| made.borrow().clone())
}

fn set_feed(underlying: u16, feed: &Address) -> Result<(), Vec<u8>> {
    send(|to| calls::set_feed(to, 0, underlying, feed, 3_600, WAD, 1_000_000 * WAD))
}

fn set_up(answers: Answers) {
    chain(answers);
    with(|chain| chain.codes.insert([1; 20], vec![0]));
    set_feed(1, &BITCOIN).unwrap();
    set_feed(2, &ETHER).unwrap();
}

fn revert<T>(error: Revert) -> Result<T, Vec<u8>> {
    Err(error.into_data())
}

fn spots(underlyings: &[u16]) -> Vec<Spot> {
    send(|to| calls::market_data(to, 0, underlyings)).unwrap()
}

#[test]
fn market_data_of_live_feeds_is_good() {
    set_up(sound());
    let good =
        |price, published_at| Spot { price, published_at, grade: Grade::Good, doubt: Doubt::None };
    assert_eq!(spots(&[2, 1]), [good(2_000 * WAD, NOW - 60), good(40_000 * WAD, NOW)]);
    assert_eq!(spots(&[]), []);
}

#[test]
fn market_data_without_a_feed_has_no_grade() {
    set_up(sound());
    assert_eq!(spots(&[9]), [Spot { doubt: Doubt::NoFeed, ..Spot::default() }]);
}

#[test]
fn market_data_of_a_failing_feed_is_the_last_accepted() {
    set_up(sound());
    send(|to| calls::observe(to, 0, &[2])).unwrap();
    play(HashMap::from([(ETHER, eight_decimals(-1, NOW))]));
    let (published_at, grade) = (NOW - 60, Grade::Doubtful);
    let expected = Spot { price: 2_000 * WAD, published_at, grade, doubt: Doubt::NotPositive };
    assert_eq!(spots(&[2]), [expected]);
    let (price, published_at, accepted_at) = send(|to| calls::last_accepted(to, 0, 2)).unwrap();
    assert_eq!((price, published_at, accepted_at), (2_000 * WAD, NOW - 60, NOW));
}

#[test]
fn market_data_of_a_feed_that_failed_is_outdated_an_hour_after_the_acceptance() {
    set_up(sound());
    send(|to| calls::observe(to, 0, &[2])).unwrap();
    play(HashMap::from([(ETHER, None)]));
    for (passed, grade) in [(3_600, Grade::Doubtful), (3_601, Grade::Outdated)] {
        with(|chain| chain.timestamp = NOW + passed);
        let spot = spots(&[2])[0];
        assert_eq!((spot.price, spot.grade, spot.doubt), (2_000 * WAD, grade, Doubt::Reverted));
    }
}

#[test]
fn market_data_of_a_late_round_is_outdated_an_hour_after_its_heartbeat() {
    set_up(sound());
    play(HashMap::from([(ETHER, eight_decimals(2_100, NOW))]));
    for (passed, grade) in [(7_200, Grade::Doubtful), (7_201, Grade::Outdated)] {
        with(|chain| chain.timestamp = NOW + passed);
        let spot = spots(&[2])[0];
        assert_eq!((spot.price, spot.grade, spot.doubt), (2_100 * WAD, grade, Doubt::Stale));
    }
}

#[test]
fn market_data_reads_the_sequencer_feed_once() {
    set_up(sound());
    let mut answers = sound();
    answers.insert(UPTIME, round(0, NOW - 7_200, NOW - 7_200));
    play(answers);
    send(|to| calls::set_sequencer(to, 0, &UPTIME, 3_600)).unwrap();
    with(|chain| chain.calls.clear());
    assert!(spots(&[1, 2]).iter().all(|spot| spot.grade == Grade::Good));
    let asked: Vec<_> = with(|chain| chain.calls.iter().map(|call| call.target).collect());
    assert_eq!(asked, [UPTIME, BITCOIN, ETHER, [1; 20]]);
}

#[test]
fn market_data_while_the_sequencer_is_down_or_in_grace_is_doubtful() {
    set_up(sound());
    send(|to| calls::observe(to, 0, &[1])).unwrap();
    send(|to| calls::set_sequencer(to, 0, &UPTIME, 3_600)).unwrap();
    let cases = [
        (round(1, NOW - 9, NOW - 9), Doubt::SequencerDown),
        (round(0, NOW - 9, NOW - 9), Doubt::SequencerGrace),
        (None, Doubt::SequencerDown),
    ];
    for (answer, doubt) in cases {
        let mut answers = sound();
        answers.insert(UPTIME, answer);
        play(answers);
        let spot = spots(&[1])[0];
        assert_eq!((spot.price, spot.grade, spot.doubt), (40_000 * WAD, Grade::Doubtful, doubt));
    }
}

#[test]
fn market_data_with_too_little_gas_for_a_feed_is_refused() {
    set_up(sound());
    play(HashMap::new());
    for (gas_left, doubtful) in [(8_333, true), (8_332, false)] {
        with(|chain| chain.gas_left = gas_left);
        let answer = send(|to| calls::market_data(to, 0, &[2]));
        match doubtful {
            true => assert_eq!(answer.map(|spots| spots[0].doubt), Ok(Doubt::Reverted)),
            false => assert_eq!(answer, revert(errors::feed_failed(2, &ETHER))),
        }
    }
}

#[test]
fn market_data_of_too_many_is_refused() {
    set_up(sound());
    assert_eq!(spots(&[1; 24]).len(), 24);
    let refused = send(|to| calls::market_data(to, 0, &[1; 25]));
    assert_eq!(refused, revert(errors::too_many(25, 24)));
}

#[test]
fn observe_of_a_price_that_is_not_live_changes_nothing() {
    let mut first = sound();
    first.insert(BITCOIN, eight_decimals(39_000, NOW - 30));
    set_up(first);
    let accepted = Ok((39_000 * WAD, NOW - 30, NOW));
    let cases = [
        (None, errors::feed_failed(2, &ETHER)),
        (eight_decimals(2_000, NOW + 1), errors::incomplete_round(2, 7)),
        (eight_decimals(0, NOW), errors::price_not_positive(2)),
        (eight_decimals(2_000, NOW - 3_601), errors::stale_price(2, NOW - 3_601, NOW - 3_600)),
    ];
    for (answer, expected) in cases {
        let mut answers = sound();
        answers.insert(ETHER, answer);
        play(answers);
        assert_eq!(send(|to| calls::observe(to, 0, &[1, 2])), revert(expected));
        assert_eq!(send(|to| calls::last_accepted(to, 0, 1)), accepted);
    }
    assert_eq!(send(|to| calls::observe(to, 0, &[3])), revert(errors::no_feed(3)));
    assert_eq!(send(|to| calls::observe(to, 0, &[1; 17])), revert(errors::too_many(17, 16)));
}

#[test]
fn observe_outside_the_bounds_names_them() {
    set_up(sound());
    play(HashMap::from([(ETHER, eight_decimals(1_000_001, NOW))]));
    let Feed { minimum, maximum, .. } = send(|to| calls::feed(to, 0, 2)).unwrap();
    let expected = errors::price_out_of_bounds(2, 1_000_001 * WAD, minimum, maximum);
    assert_eq!(send(|to| calls::observe(to, 0, &[2])), revert(expected));
}

#[test]
fn observe_accepts_only_newer_rounds() {
    set_up(sound());
    send(|to| calls::observe(to, 0, &[2, 2])).unwrap();
    let logs = with(|chain| chain.logs.len());
    for older in [NOW - 60, NOW - 61] {
        play(HashMap::from([(ETHER, eight_decimals(3_000, older))]));
        send(|to| calls::observe(to, 0, &[2])).unwrap();
    }
    assert_eq!(with(|chain| chain.logs.len()), logs);
    assert_eq!(send(|to| calls::last_accepted(to, 0, 2)), Ok((2_000 * WAD, NOW - 60, NOW)));
    play(HashMap::from([(ETHER, eight_decimals(3_000, NOW - 59))]));
    send(|to| calls::observe(to, 0, &[2])).unwrap();
    assert_eq!(send(|to| calls::last_accepted(to, 0, 2)), Ok((3_000 * WAD, NOW - 59, NOW)));
    assert_eq!(with(|chain| chain.logs.len()), logs + 1);
}

#[test]
fn set_feed_of_another_feed_accepts_its_price_or_is_refused() {
    set_up(sound());
    send(|to| calls::observe(to, 0, &[2])).unwrap();
    set_feed(2, &ETHER).unwrap();
    assert_eq!(send(|to| calls::last_accepted(to, 0, 2)).map(|last| last.0), Ok(2_000 * WAD));
    set_feed(2, &BITCOIN).unwrap();
    assert_eq!(send(|to| calls::last_accepted(to, 0, 2)), Ok((40_000 * WAD, NOW, NOW)));
    play(HashMap::from([(ETHER, None)]));
    assert_eq!(set_feed(2, &ETHER), revert(errors::feed_failed(2, &ETHER)));
    assert_eq!(send(|to| calls::last_accepted(to, 0, 2)), Ok((40_000 * WAD, NOW, NOW)));
}

#[test]
fn set_feed_with_bad_values_is_refused() {
    set_up(sound());
    let set = |feed: Address, heartbeat, minimum, maximum| {
        send(|to| calls::set_feed(to, 0, 5, &feed, heartbeat, minimum, maximum))
    };
    let week = 604_800;
    assert_eq!(set(ETHER, 0, WAD, 2 * WAD), revert(errors::bad_heartbeat(0, week)));
    assert_eq!(set(ETHER, week + 1, WAD, 2 * WAD), revert(errors::bad_heartbeat(week + 1, week)));
    for (minimum, maximum) in [(0, WAD), (-1, WAD), (WAD, WAD), (WAD, WAD + 1), (WAD, -1)] {
        let expected = errors::bad_bounds(minimum, maximum);
        assert_eq!(set(ETHER, week, minimum, maximum), revert(expected));
    }
    let nobody = [0x77; 20];
    assert_eq!(set(nobody, week, WAD, 2 * WAD), revert(errors::bad_feed(5, &nobody)));
    assert_eq!(set([0; 20], week, WAD, 2 * WAD), revert(errors::bad_feed(5, &[0; 20])));
    testing::on_call(|_| Ok([[0; 31].as_slice(), &[19]].concat()));
    assert_eq!(set(ETHER, week, WAD, 2 * WAD), revert(errors::bad_decimals(19, 18)));
    for answer in [Ok(vec![0; 31]), Ok(vec![1; 32]), Err(vec![])] {
        testing::on_call(move |_| answer.clone());
        assert_eq!(set(ETHER, week, WAD, 2 * WAD), revert(errors::bad_feed(5, &ETHER)));
    }
}

#[test]
fn set_sequencer_with_bad_values_is_refused() {
    set_up(sound());
    let set = |feed: Address, grace| send(|to| calls::set_sequencer(to, 0, &feed, grace));
    assert_eq!(set(UPTIME, 86_401), revert(errors::bad_grace(86_401, 86_400)));
    assert_eq!(set([0x77; 20], 1), revert(errors::bad_feed(0, &[0x77; 20])));
    set(UPTIME, 86_400).unwrap();
    assert_eq!(send(|to| calls::sequencer(to, 0)), Ok((UPTIME, 86_400)));
    set([0; 20], 0).unwrap();
    assert_eq!(send(|to| calls::sequencer(to, 0)), Ok(([0; 20], 0)));
}

#[test]
fn configuration_by_a_stranger_is_refused() {
    set_up(sound());
    with(|chain| chain.sender = ETHER);
    assert_eq!(set_feed(1, &ETHER), revert(errors::not_owner(&ETHER)));
    let refused = send(|to| calls::set_sequencer(to, 0, &UPTIME, 1));
    assert_eq!(refused, revert(errors::not_owner(&ETHER)));
    let refused = send(|to| calls::transfer_ownership(to, 0, &ETHER));
    assert_eq!(refused, revert(errors::not_owner(&ETHER)));
}
