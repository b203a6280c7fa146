//! Chainlink's aggregators, price feeds and the sequencer feed alike: bound by their own interface.
//!
//! An aggregator is a stranger. It gets a gas cap, at most as many bytes of its answer are read as the
//! answer has, and whatever it does, the caller learns no more than that it did not answer. Numbers
//! that no honest feed reports are clamped rather than refused, so that the checks on prices and times,
//! which refuse them, stand in one place.

use alloy_sol_types::SolCall;
use ballast_layout::bits::Bits;
use contract_abi::word::Reader;
use contract_abi::{host, Address, Word};

/// The gas that an aggregator may use.
pub const GAS_CAP: u64 = 500_000;

/// Bytes of a round.
const ROUND: usize = 160;

/// An aggregator that fails and leaves at least this much may have had [`GAS_CAP`]; one that leaves less
/// may have been starved. A caller keeps a 64th of its gas, so a callee that got less than its cap and used
/// it up leaves less than `GAS_CAP / 63`; the rest is for the machine's own rounding.
const UNSTARVED: u64 = GAS_CAP / 60;

#[allow(missing_docs)]
mod binding {
    alloy_sol_types::sol! {
        interface AggregatorV3Interface {
            function decimals() external view returns (uint8);
            function latestRoundData() external view returns (
                uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound
            );
        }
    }
}

pub use binding::AggregatorV3Interface;

/// A round as an aggregator reports it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Its number.
    pub id: u128,
    /// The price in the feed's decimals, or the sequencer's state; clamped to 128 bits.
    pub answer: i128,
    /// When it started, in unix seconds; clamped to 64 bits.
    pub started_at: u64,
    /// When it was answered, in unix seconds; clamped to 64 bits.
    pub updated_at: u64,
    /// The round whose answer it repeats.
    pub answered_in: u128,
}

/// Why an aggregator gave no round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It reverted, answered fewer than five words, or a round number is over 80 bits.
    Failed,
    /// It failed, and the call may have had too little gas for it. Were this taken for a failure of the
    /// feed, whoever calls could turn any live price into a doubtful one by the gas they send.
    Starved,
}

/// The latest round of an aggregator.
///
/// # Errors
/// [`Failure`].
pub fn latest_round(aggregator: &Address) -> Result<Round, Failure> {
    let call = AggregatorV3Interface::latestRoundDataCall::SELECTOR;
    match host::static_call(aggregator, GAS_CAP, &call, ROUND) {
        Ok(answer) => decoded_round(&answer).ok_or(Failure::Failed),
        Err(_) if host::gas_left() < UNSTARVED => Err(Failure::Starved),
        Err(_) => Err(Failure::Failed),
    }
}

/// The decimals of an aggregator's answers. None if it reverts or the answer is not a `uint8`.
#[must_use]
pub fn decimals(aggregator: &Address) -> Option<u8> {
    let call = AggregatorV3Interface::decimalsCall::SELECTOR;
    let answer = host::static_call(aggregator, GAS_CAP, &call, 32).ok()?;
    let mut reader = Reader::new(&answer, 32);
    let decimals = reader.uint64(0, 8);
    reader.returned(decimals).ok().and_then(|decimals| u8::try_from(decimals).ok())
}

fn decoded_round(answer: &[u8]) -> Option<Round> {
    let mut reader = Reader::new(answer, ROUND);
    let round = Round {
        id: reader.uint128(0, 80),
        answer: clamped_i128(&reader.word(32)),
        started_at: clamped_u64(&reader.word(64)),
        updated_at: clamped_u64(&reader.word(96)),
        answered_in: reader.uint128(128, 80),
    };
    reader.returned(round).ok()
}

/// The nearest `i128` to an `int256`.
fn clamped_i128(word: &Word) -> i128 {
    let bits = Bits::from_word(word);
    if Bits::signed(bits.lo as i128) == bits {
        bits.lo as i128
    } else if (bits.hi as i128) < 0 {
        i128::MIN
    } else {
        i128::MAX
    }
}

/// The nearest `u64` to a `uint256`.
fn clamped_u64(word: &Word) -> u64 {
    let bits = Bits::from_word(word);
    if bits.hi == 0 {
        u64::try_from(bits.lo).unwrap_or(u64::MAX)
    } else {
        u64::MAX
    }
}

#[cfg(test)]
mod tests;
