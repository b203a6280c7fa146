//! What the generated code stands on: outgoing calls, the life of a call, hostile encodings.

use contract_abi::generated::common::errors;
use contract_abi::generated::{exchange, oracle_adapter, vault};
use contract_abi::word::Reader;
use contract_abi::{host, testing, CallFailure, Revert, MAX_RETURN, MAX_REVERT};

const PEER: [u8; 20] = [0x11; 20];
const KEY: [u8; 32] = [0x22; 32];

fn answering(answer: Result<Vec<u8>, Vec<u8>>) {
    testing::reset();
    testing::on_call(move |_| answer.clone());
}

fn word(low: u8) -> [u8; 32] {
    let mut word = [0; 32];
    word[31] = low;
    word
}

#[test]
fn call_reverting_with_an_error_keeps_its_data() {
    let error = vault::errors::unknown_asset(3);
    answering(Err(error.data().to_vec()));
    let failure = vault::calls::clearing_house(&PEER, 1000).unwrap_err();
    assert_eq!(failure, CallFailure::Reverted(error.data().to_vec()));
    assert!(failure.is(vault::errors::UNKNOWN_ASSET));
    assert!(!failure.is(vault::errors::NOT_OWNER));
    assert_eq!(failure.bubble(errors::reentered()), error);
}

#[test]
fn call_reverting_with_nothing_is_replaced_when_bubbled() {
    answering(Err(Vec::new()));
    let failure = vault::calls::clearing_house(&PEER, 1000).unwrap_err();
    assert!(!failure.is(0));
    assert_eq!(failure.bubble(errors::reentered()), errors::reentered());
}

#[test]
fn call_reverting_with_too_much_keeps_none_of_it() {
    for (length, kept) in [(MAX_REVERT, MAX_REVERT), (MAX_REVERT + 1, 0), (1 << 20, 0)] {
        answering(Err(vec![1; length]));
        let failure = vault::calls::clearing_house(&PEER, 1000).unwrap_err();
        assert_eq!(failure, CallFailure::Reverted(vec![1; kept]));
    }
}

#[test]
fn call_with_a_malformed_answer_is_replaced_when_bubbled() {
    answering(Ok(vec![0xff; 32]));
    let failure = vault::calls::clearing_house(&PEER, 1000).unwrap_err();
    assert_eq!(failure, CallFailure::Malformed);
    assert_eq!(failure.bubble(errors::reentered()), errors::reentered());
}

#[test]
fn call_without_results_on_an_address_without_code_fails() {
    answering(Ok(Vec::new()));
    assert_eq!(vault::calls::accept_ownership(&PEER, 1000), Err(CallFailure::Malformed));
    testing::with(|chain| chain.codes.insert(PEER, vec![1]));
    assert_eq!(vault::calls::accept_ownership(&PEER, 1000), Ok(()));
}

#[test]
fn call_with_bytes_after_its_results_succeeds() {
    let address = [&[0; 12][..], &[0x33; 20], &[0xff; 7]].concat();
    answering(Ok(address));
    assert_eq!(vault::calls::clearing_house(&PEER, 1000), Ok([0x33; 20]));
}

#[test]
fn call_returning_more_than_the_bound_is_malformed() {
    let count = MAX_RETURN / 128;
    let mut answer =
        [word(32).to_vec(), vec![0; 30], vec![(count >> 8) as u8, count as u8]].concat();
    answer.resize(64 + count * 128, 0);
    answering(Ok(answer));
    let result = oracle_adapter::calls::market_data(&PEER, 1000, &[1]);
    assert_eq!(result, Err(CallFailure::Malformed));
}

#[test]
fn slots_are_flushed_before_a_call_and_not_before_a_static_one() {
    answering(Ok(vec![0; 32]));
    host::cache(&KEY, &word(7));
    vault::calls::clearing_house(&PEER, 1000).unwrap();
    assert!(testing::with(|chain| chain.storage.is_empty()));
    vault::calls::deposit(&PEER, 1000, &KEY, 0, 1).unwrap();
    assert_eq!(testing::with(|chain| chain.storage.get(&KEY).copied()), Some(word(7)));
}

fn writing(fails: bool) -> impl FnOnce(&[u8]) -> Result<Vec<u8>, Revert> {
    move |_| {
        host::cache(&KEY, &word(9));
        assert_eq!(host::load(&KEY), word(9));
        host::log(1, &[1; 40]);
        if fails {
            Err(errors::out_of_range(1))
        } else {
            Ok(vec![4])
        }
    }
}

#[test]
fn call_that_succeeds_keeps_what_it_wrote() {
    testing::reset();
    assert_eq!(testing::transact(&[], writing(false)), Ok(vec![4]));
    assert_eq!(host::load(&KEY), word(9));
    let log = testing::Log { topics: vec![[1; 32]], data: vec![1; 8] };
    assert_eq!(testing::with(|chain| chain.logs.clone()), [log]);
}

#[test]
fn call_that_fails_leaves_nothing() {
    testing::reset();
    assert_eq!(testing::transact(&[], writing(true)), Err(errors::out_of_range(1).into_data()));
    assert_eq!(host::load(&KEY), word(0));
    assert!(testing::with(|chain| chain.logs.is_empty()));
}

#[test]
fn value_over_128_bits_is_reported_as_the_largest() {
    testing::reset();
    testing::with(|chain| chain.value = [1; 32]);
    assert_eq!(host::value(), u128::MAX);
}

/// `fill(Order[],bytes,Match[])` with these offsets, then these words.
fn fill_with(offsets: [u8; 3], words: &[[u8; 32]]) -> Vec<u8> {
    offsets.map(word).iter().chain(words).flatten().copied().collect()
}

fn decoded(arguments: &[u8]) -> Result<(), Revert> {
    let reader = &mut Reader::new(arguments, 96);
    let _orders = reader.list(0, 0, 320, exchange::Order::read);
    let _signatures = reader.blob(32, 0);
    let _matches = reader.list(64, 0, 96, exchange::Match::read);
    reader.finish()
}

#[test]
fn empty_lists_laid_out_one_after_another_are_read() {
    assert_eq!(decoded(&fill_with([96, 128, 160], &[word(0); 3])), Ok(()));
}

#[test]
fn tails_that_overlap_are_refused() {
    let refused = Err(errors::malformed_calldata(32));
    assert_eq!(decoded(&fill_with([96, 96, 96], &[word(0)])), refused);
}

#[test]
fn tails_out_of_order_are_refused() {
    let refused = Err(errors::malformed_calldata(0));
    assert_eq!(decoded(&fill_with([160, 128, 96], &[word(0); 3])), refused);
}

#[test]
fn tails_with_a_gap_are_refused() {
    let refused = Err(errors::malformed_calldata(64));
    assert_eq!(decoded(&fill_with([96, 128, 192], &[word(0); 4])), refused);
}

#[test]
fn offset_into_the_head_is_refused() {
    assert_eq!(decoded(&fill_with([0, 32, 64], &[])), Err(errors::malformed_calldata(0)));
}

#[test]
fn lengths_beyond_the_data_are_refused_before_memory_is_taken() {
    for length in [2u64, 255, 1 << 31, u64::from(u32::MAX), u64::MAX / 320, u64::MAX] {
        let mut count = [0; 32];
        count[24..].copy_from_slice(&length.to_be_bytes());
        let arguments = fill_with([96, 128, 160], &[count, word(0), word(0)]);
        assert_eq!(decoded(&arguments), Err(errors::malformed_calldata(96)), "{length}");
    }
}

#[test]
fn bytes_after_the_last_value_are_ignored() {
    let mut arguments = fill_with([96, 128, 160], &[word(0); 3]);
    arguments.extend([0xff; 5]);
    assert_eq!(decoded(&arguments), Ok(()));
}

#[test]
fn byte_string_with_dirty_padding_is_refused() {
    let mut dirty = word(1);
    dirty[0] = 0xaa;
    let arguments = fill_with([96, 128, 192], &[word(0), word(1), dirty, word(0)]);
    assert_eq!(decoded(&arguments), Err(errors::malformed_calldata(160)));
}

#[test]
fn first_fault_is_the_one_reported() {
    let data = [[0xff; 32], word(2)].concat();
    let reader = &mut Reader::new(&data, 64);
    let _ = (reader.uint256(0), reader.boolean(32));
    assert_eq!(reader.finish(), Err(errors::out_of_range(0)));
    let reader = &mut Reader::new(&data, 64);
    let _ = (reader.boolean(32), reader.uint256(0));
    assert_eq!(reader.finish(), Err(errors::malformed_calldata(32)));
}
