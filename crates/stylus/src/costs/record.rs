//! The word that the chain stores for an activated program.

use super::CHAIN_EPOCH;
use crate::activate::Estimates;

/// Seconds in the unit of [`ProgramRecord::activated_at`].
const HOUR: u64 = 3_600;
/// Largest number that fits 24 bits.
const U24_MAX: u32 = (1 << 24) - 1;

/// An activated program, as one 32-byte word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProgramRecord {
    /// Program version of the activation; 0 if there was none.
    pub version: u16,
    /// Gas, before scaling, for a start that is not cached.
    pub init_cost: u16,
    /// Gas, before scaling, for any start.
    pub cached_cost: u16,
    /// Pages that a frame opens.
    pub footprint: u16,
    /// Hours since [`CHAIN_EPOCH`], 24 bits.
    pub activated_at: u32,
    /// Size of the compiled program in KiB, 24 bits.
    pub asm_kib: u32,
    /// Whether the program is kept in the cache.
    pub cached: bool,
}

impl ProgramRecord {
    /// The record of a program activated at `timestamp`, in unix seconds.
    pub fn new(version: u16, estimates: &Estimates, timestamp: u64) -> Self {
        Self {
            version,
            init_cost: estimates.init_cost,
            cached_cost: estimates.cached_cost,
            footprint: estimates.footprint,
            activated_at: activation_hour(timestamp),
            asm_kib: estimates.asm_kib(),
            cached: false,
        }
    }

    /// The stored word: the fields in order, big-endian, from the first byte; the rest is zero.
    pub fn to_word(self) -> [u8; 32] {
        let mut word = [0; 32];
        word[0..2].copy_from_slice(&self.version.to_be_bytes());
        word[2..4].copy_from_slice(&self.init_cost.to_be_bytes());
        word[4..6].copy_from_slice(&self.cached_cost.to_be_bytes());
        word[6..8].copy_from_slice(&self.footprint.to_be_bytes());
        word[8..11].copy_from_slice(&self.activated_at.min(U24_MAX).to_be_bytes()[1..]);
        word[11..14].copy_from_slice(&self.asm_kib.min(U24_MAX).to_be_bytes()[1..]);
        word[14] = u8::from(self.cached);
        word
    }

    /// The record in a stored word; bytes after the fifteenth are not read.
    pub fn from_word(word: &[u8; 32]) -> Self {
        let narrow = |at: usize| u16::from_be_bytes([word[at], word[at + 1]]);
        let wide = |at: usize| u32::from_be_bytes([0, word[at], word[at + 1], word[at + 2]]);
        Self {
            version: narrow(0),
            init_cost: narrow(2),
            cached_cost: narrow(4),
            footprint: narrow(6),
            activated_at: wide(8),
            asm_kib: wide(11),
            cached: word[14] != 0,
        }
    }
}

/// Hours from [`CHAIN_EPOCH`] to `timestamp`, floored; 0 before it, 24 bits at most.
pub fn activation_hour(timestamp: u64) -> u32 {
    let hours = timestamp.saturating_sub(CHAIN_EPOCH) / HOUR;
    u32::try_from(hours).unwrap_or(U24_MAX).min(U24_MAX)
}

/// Seconds from the hour of activation to `now`; 0 where that lies ahead.
pub fn age_seconds(activated_at: u32, now: u64) -> u64 {
    now.saturating_sub(CHAIN_EPOCH + HOUR * u64::from(activated_at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_packed_and_unpacked_is_the_same() {
        let record = ProgramRecord {
            version: 3,
            init_cost: 0x0102,
            cached_cost: 0x0304,
            footprint: 0x0506,
            activated_at: 0x070809,
            asm_kib: 0x0a0b0c,
            cached: true,
        };
        let word = record.to_word();
        assert_eq!(word[..15], [0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1]);
        assert_eq!(word[15..], [0; 17]);
        assert_eq!(ProgramRecord::from_word(&word), record);
    }

    #[test]
    fn age_is_counted_from_the_floored_hour() {
        let now = CHAIN_EPOCH + 7_300;
        let hour = activation_hour(now);
        assert_eq!((hour, age_seconds(hour, now)), (2, 100));
        assert_eq!((activation_hour(0), activation_hour(u64::MAX)), (0, U24_MAX));
        assert_eq!(age_seconds(U24_MAX, 0), 0);
    }
}
