use alloc::vec::Vec;

use super::lanes;
use crate::generated::common::errors;
use crate::{Address, CallFailure, Revert, Word};

/// What was wrong first.
#[derive(Clone, Copy)]
enum Fault {
    Malformed(usize),
    OutOfRange(usize),
}

/// Reads words of calldata or return data.
///
/// A value that cannot be read is zero and sets one sticky fault, so that a whole argument list is read
/// without a branch per word; [`finish`](Reader::finish) or [`returned`](Reader::returned) must be
/// asked before any value is used.
pub struct Reader<'a> {
    data: &'a [u8],
    /// Where the next tail must begin: heads and tails read so far fill everything before it.
    next: usize,
    fault: Option<Fault>,
}

impl<'a> Reader<'a> {
    /// A reader of `data`, whose head takes `head` bytes.
    #[must_use]
    #[inline(never)]
    pub fn new(data: &'a [u8], head: usize) -> Self {
        let mut reader = Self { data, next: 0, fault: None };
        reader.claim(head);
        reader
    }

    /// Whether everything read so far was sound.
    ///
    /// # Errors
    /// `MalformedCalldata(position)` or `OutOfRange(position)` for the first fault.
    #[inline(always)]
    pub fn finish(&self) -> Result<(), Revert> {
        match self.fault {
            None => Ok(()),
            Some(fault) => Err(refusal(fault)),
        }
    }

    /// The decoded answer of an outgoing call.
    ///
    /// # Errors
    /// [`CallFailure::Malformed`] when anything read was not sound.
    pub fn returned<T>(&self, value: T) -> Result<T, CallFailure> {
        match self.fault {
            None => Ok(value),
            Some(_) => Err(CallFailure::Malformed),
        }
    }

    /// An unsigned integer of `bits` ≤ 64 bits.
    #[inline(never)]
    pub fn uint64(&mut self, at: usize, bits: u32) -> u64 {
        let [a, b, c, d] = self.lanes(at);
        let value = u64::from_be(d);
        if a | b | c != 0 || (bits < 64 && value >> bits != 0) {
            self.malformed(at);
        }
        value
    }

    /// An unsigned integer of 64 < `bits` ≤ 128 bits.
    #[inline(never)]
    pub fn uint128(&mut self, at: usize, bits: u32) -> u128 {
        let [a, b, c, d] = self.lanes(at);
        if a | b != 0 || (bits < 128 && u64::from_be(c) >> (bits - 64) != 0) {
            self.malformed(at);
        }
        join(c, d)
    }

    /// A `uint256` that must fit in 128 bits.
    #[inline(never)]
    pub fn uint256(&mut self, at: usize) -> u128 {
        let [a, b, c, d] = self.lanes(at);
        if a | b != 0 {
            self.out_of_range(at);
        }
        join(c, d)
    }

    /// A signed integer of `bits` ≤ 64 bits.
    #[inline(never)]
    pub fn int64(&mut self, at: usize, bits: u32) -> i64 {
        let [a, b, c, d] = self.lanes(at);
        let value = u64::from_be(d);
        let sign = sign(value);
        if (a ^ sign) | (b ^ sign) | (c ^ sign) != 0 || !is_extended(value, bits) {
            self.malformed(at);
        }
        value as i64
    }

    /// A signed integer of 64 < `bits` ≤ 128 bits.
    #[inline(never)]
    pub fn int128(&mut self, at: usize, bits: u32) -> i128 {
        let [a, b, c, d] = self.lanes(at);
        let high = u64::from_be(c);
        let sign = sign(high);
        if (a ^ sign) | (b ^ sign) != 0 || !is_extended(high, bits - 64) {
            self.malformed(at);
        }
        join(c, d) as i128
    }

    /// An `int256` that must fit in 128 bits.
    #[inline(never)]
    pub fn int256(&mut self, at: usize) -> i128 {
        let [a, b, c, d] = self.lanes(at);
        let sign = sign(u64::from_be(c));
        if (a ^ sign) | (b ^ sign) != 0 {
            self.out_of_range(at);
        }
        join(c, d) as i128
    }

    /// A `bool`: 0 or 1, nothing else.
    pub fn boolean(&mut self, at: usize) -> bool {
        self.uint64(at, 1) != 0
    }

    /// The index of an enum's variant, below `count`. A word over 255 is malformed, as for `uint8`.
    #[inline(never)]
    pub fn variant(&mut self, at: usize, count: u64) -> u64 {
        let index = self.uint64(at, 8);
        if index >= count {
            self.out_of_range(at);
        }
        index
    }

    /// An address: the upper 12 bytes must be zero.
    #[inline(never)]
    pub fn address(&mut self, at: usize) -> Address {
        match self.word(at).split_last_chunk() {
            Some((upper, address)) => {
                if upper.iter().any(|byte| *byte != 0) {
                    self.malformed(at);
                }
                *address
            }
            None => [0; 20],
        }
    }

    /// A `bytesN`: the lower `32 - N` bytes must be zero.
    pub fn fixed<const N: usize>(&mut self, at: usize) -> [u8; N] {
        match self.word(at).split_first_chunk() {
            Some((bytes, lower)) => {
                if lower.iter().any(|byte| *byte != 0) {
                    self.malformed(at);
                }
                *bytes
            }
            None => [0; N],
        }
    }

    /// A `bytes32`.
    #[inline(never)]
    pub fn word(&mut self, at: usize) -> Word {
        match self.slot(at) {
            Some(word) => *word,
            None => {
                self.malformed(at);
                [0; 32]
            }
        }
    }

    /// Follows the offset at `at`, counted from `base`, to a struct whose head takes `head` bytes.
    /// Returns where it begins.
    #[inline(never)]
    pub fn tail(&mut self, at: usize, base: usize, head: usize) -> usize {
        let start = self.next;
        if self.uint64(at, 32).wrapping_add(base as u64) != start as u64 {
            self.malformed(at);
        }
        self.claim(head);
        start
    }

    /// Follows the offset at `at`, counted from `base`, to a list whose elements' heads take `size`
    /// bytes each, read by `read` from where each begins.
    #[inline]
    pub fn list<T>(
        &mut self,
        at: usize,
        base: usize,
        size: usize,
        read: impl Fn(&mut Self, usize) -> T,
    ) -> Vec<T> {
        let (start, count) = self.sequence(at, base, size);
        (0..count).map(|index| read(self, start + index * size)).collect()
    }

    /// Follows the offset at `at`, counted from `base`, to a list of structs with dynamic fields, read
    /// by `read` from where each begins.
    #[inline]
    pub fn dynamic_list<T>(
        &mut self,
        at: usize,
        base: usize,
        head: usize,
        read: impl Fn(&mut Self, usize) -> T,
    ) -> Vec<T> {
        let (start, count) = self.sequence(at, base, 32);
        (0..count)
            .map(|index| {
                let begin = self.tail(start + index * 32, start, head);
                read(self, begin)
            })
            .collect()
    }

    /// Follows the offset at `at`, counted from `base`, to a byte string, padded with zeros to a whole
    /// number of words.
    #[inline(never)]
    pub fn blob(&mut self, at: usize, base: usize) -> Vec<u8> {
        let (start, length) = self.sequence(at, base, 1);
        let padding = length.wrapping_neg() % 32;
        self.claim(padding);
        let end = start + length;
        if self.data.get(end..end + padding).is_some_and(|rest| rest.iter().any(|b| *b != 0)) {
            self.malformed(end / 32 * 32);
        }
        self.data.get(start..end).map(<[u8]>::to_vec).unwrap_or_default()
    }

    /// Where a list begins and how many elements it has, all of whose heads lie within the data.
    #[inline(never)]
    fn sequence(&mut self, at: usize, base: usize, size: usize) -> (usize, usize) {
        let length_at = self.tail(at, base, 32);
        let count = self.uint64(length_at, 32);
        let start = self.next;
        if count.wrapping_mul(size as u64) > self.data.len().saturating_sub(start) as u64 {
            self.malformed(length_at);
        }
        if self.fault.is_some() {
            return (0, 0);
        }
        self.next = start + count as usize * size;
        (start, count as usize)
    }

    /// Takes `size` bytes from where the next tail begins.
    fn claim(&mut self, size: usize) {
        let rest = self.data.len().saturating_sub(self.next);
        if size > rest {
            self.malformed((self.next + rest) / 32 * 32);
        } else {
            self.next += size;
        }
    }

    #[inline(always)]
    fn slot(&self, at: usize) -> Option<&'a [u8; 32]> {
        self.data.get(at..)?.first_chunk()
    }

    #[inline(always)]
    fn lanes(&mut self, at: usize) -> [u64; 4] {
        match self.slot(at) {
            Some(word) => lanes(word),
            None => {
                self.malformed(at);
                [0; 4]
            }
        }
    }

    fn malformed(&mut self, at: usize) {
        self.fault.get_or_insert(Fault::Malformed(at));
    }

    fn out_of_range(&mut self, at: usize) {
        self.fault.get_or_insert(Fault::OutOfRange(at));
    }
}

#[cold]
#[inline(never)]
fn refusal(fault: Fault) -> Revert {
    match fault {
        Fault::Malformed(at) => errors::malformed_calldata(at as u128),
        Fault::OutOfRange(at) => errors::out_of_range(at as u128),
    }
}

/// The number whose big-endian bytes are these two lanes.
#[inline(always)]
fn join(high: u64, low: u64) -> u128 {
    u128::from(u64::from_be(high)) << 64 | u128::from(u64::from_be(low))
}

/// All ones for a negative lane, else zero.
#[inline(always)]
fn sign(lane: u64) -> u64 {
    ((lane as i64) >> 63) as u64
}

/// Whether the upper bits of a lane repeat bit `bits - 1`.
#[inline(always)]
fn is_extended(lane: u64, bits: u32) -> bool {
    bits >= 64 || ((lane << (64 - bits)) as i64) >> (64 - bits) == lane as i64
}
