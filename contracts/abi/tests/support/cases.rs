//! Calls to make and words to spoil them with.

use alloy_dyn_abi::DynSolValue;
use alloy_json_abi::{Function, Param};
use contract_abi::testing;

use super::echo;
use super::oracle::encode;
use super::shape::Shape;
use super::source::Source;
use super::subject::Subject;

/// A call of random values and an answer to it.
pub struct Case {
    pub arguments: Vec<DynSolValue>,
    pub results: Vec<DynSolValue>,
    pub calldata: Vec<u8>,
    pub answer: Vec<u8>,
}

impl Case {
    pub fn random(subject: &Subject, function: &Function, source: &mut Source) -> Self {
        let arguments = sample(&function.inputs, subject, source);
        let results = sample(&function.outputs, subject, source);
        let calldata = [function.selector().as_slice(), &encode(&arguments)].concat();
        let answer = encode(&results);
        Self { arguments, results, calldata, answer }
    }
}

fn sample(params: &[Param], subject: &Subject, source: &mut Source) -> Vec<DynSolValue> {
    params.iter().map(|param| Shape::of(param, subject.enums).sample(source)).collect()
}

/// Calls the contract, whose peer will give this answer.
pub fn call(subject: &Subject, calldata: &[u8], answer: &[u8]) -> Result<Vec<u8>, Vec<u8>> {
    let answer = answer.to_vec();
    testing::reset();
    testing::with(|chain| chain.codes.insert(echo::PEER, vec![0xfe]));
    testing::on_call(move |_| Ok(answer.clone()));
    echo::taken();
    testing::transact(calldata, subject.route)
}

/// Words at which one decoder or another gives way, some of them a twist of the word that was there.
pub fn bad_words(word: &[u8; 32]) -> Vec<[u8; 32]> {
    let mut words: Vec<_> =
        [0u128, 1, 2, 3, 31, 32, 33, 64, 96, 255, 256, 1 << 16, 1 << 32, 1 << 40]
            .into_iter()
            .chain([u128::from(u64::MAX), 1 << 64, (1 << 127) - 1, 1 << 127, u128::MAX])
            .flat_map(|low| [low_word(low), negated(low_word(low))])
            .collect();
    let mut above = low_word(0);
    above[15] = 1;
    words.extend([above, negated(above)]);
    for (byte, bit) in
        [(0, 0x80), (0, 1), (11, 1), (12, 1), (15, 1), (16, 0x80), (31, 1), (31, 0x20)]
    {
        let mut twisted = *word;
        twisted[byte] ^= bit;
        words.push(twisted);
    }
    words
}

fn low_word(low: u128) -> [u8; 32] {
    let mut word = [0; 32];
    word[16..].copy_from_slice(&low.to_be_bytes());
    word
}

/// The complement: −1 − x.
fn negated(word: [u8; 32]) -> [u8; 32] {
    word.map(|byte| !byte)
}

/// Every way to replace one word of some encoding by a bad one, with its position.
pub fn spoilt(data: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> + '_ {
    data.chunks_exact(32).enumerate().flat_map(move |(index, word)| {
        let word: [u8; 32] = word.try_into().unwrap();
        bad_words(&word).into_iter().map(move |bad| {
            let mut spoilt = data.to_vec();
            spoilt[index * 32..][..32].copy_from_slice(&bad);
            (index * 32, spoilt)
        })
    })
}
