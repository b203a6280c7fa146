use alloc::vec;
use alloc::vec::Vec;

use crate::{Address, Word};

/// A zeroed buffer for a selector and `size` bytes of arguments, the selector written.
#[inline(never)]
#[must_use]
pub fn message(selector: u32, size: usize) -> Vec<u8> {
    let mut data = blank(4 + size);
    if let Some(start) = data.first_chunk_mut() {
        *start = selector.to_be_bytes();
    }
    data
}

/// A zeroed buffer. The allocator takes fresh memory for it, which is zero already.
#[inline(never)]
#[must_use]
pub fn blank(size: usize) -> Vec<u8> {
    vec![0; size]
}

/// The bytes that a list of `count` elements of `size` bytes takes, its length included.
#[must_use]
pub const fn list_size(count: usize, size: usize) -> usize {
    32 + count * size
}

/// The bytes that a list of structs with dynamic fields takes, its length and offsets included.
pub fn dynamic_list_size<T>(items: &[T], size: impl Fn(&T) -> usize) -> usize {
    items.iter().fold(32, |total, item| total + 32 + size(item))
}

/// The bytes that a byte string takes, its length and padding included.
#[must_use]
pub const fn blob_size(length: usize) -> usize {
    32 + length.div_ceil(32) * 32
}

/// Writes words into a zeroed buffer of the exact size. Positions count from the start of the buffer, in
/// messages from the selector.
pub struct Writer<'a> {
    out: &'a mut [u8],
    /// Where the next tail begins.
    next: usize,
}

impl<'a> Writer<'a> {
    /// A writer into `out`, whose tails begin at `head`.
    #[must_use]
    pub fn new(out: &'a mut [u8], head: usize) -> Self {
        Self { out, next: head }
    }

    /// An unsigned integer of at most 64 bits, or an enum's index.
    #[inline(never)]
    pub fn uint64(&mut self, at: usize, value: u64) {
        self.put(at + 24, value.to_be_bytes());
    }

    /// An unsigned integer.
    #[inline(never)]
    pub fn uint128(&mut self, at: usize, value: u128) {
        self.put(at + 16, value.to_be_bytes());
    }

    /// A signed integer.
    #[inline(never)]
    pub fn int128(&mut self, at: usize, value: i128) {
        self.put(at, (value >> 127).to_ne_bytes());
        self.put(at + 16, value.to_be_bytes());
    }

    /// A `bool`.
    pub fn boolean(&mut self, at: usize, value: bool) {
        self.uint64(at, value.into());
    }

    /// An address.
    #[inline(never)]
    pub fn address(&mut self, at: usize, value: &Address) {
        self.put(at + 12, *value);
    }

    /// A `bytesN`.
    pub fn fixed<const N: usize>(&mut self, at: usize, value: &[u8; N]) {
        self.put(at, *value);
    }

    /// A `bytes32`.
    #[inline(never)]
    pub fn word(&mut self, at: usize, value: &Word) {
        self.put(at, *value);
    }

    /// The hash of an event, at the front, given as four big-endian lanes so that it is part of the code:
    /// a byte of the data segment costs gas in every call. The bytes are reversed while compiling.
    #[inline(always)]
    pub fn topic(&mut self, a: u64, b: u64, c: u64, d: u64) {
        self.lanes(a.to_be(), b.to_be(), c.to_be(), d.to_be());
    }

    #[inline(never)]
    fn lanes(&mut self, a: u64, b: u64, c: u64, d: u64) {
        self.put(0, a.to_ne_bytes());
        self.put(8, b.to_ne_bytes());
        self.put(16, c.to_ne_bytes());
        self.put(24, d.to_ne_bytes());
    }

    /// Writes at `at` the offset, counted from `base`, of a struct whose head takes `head` bytes.
    /// Returns where it begins.
    #[inline(never)]
    pub fn tail(&mut self, at: usize, base: usize, head: usize) -> usize {
        let start = self.next;
        self.uint64(at, (start - base) as u64);
        self.next = start + head;
        start
    }

    /// Writes a list whose elements take `size` bytes each, written by `write` from where each begins.
    #[inline]
    pub fn list<T>(
        &mut self,
        at: usize,
        base: usize,
        items: &[T],
        size: usize,
        write: impl Fn(&mut Self, usize, &T),
    ) {
        let mut begin = self.sequence(at, base, items.len(), size);
        for item in items {
            write(self, begin, item);
            begin += size;
        }
    }

    /// Writes a list of structs with dynamic fields, written by `write` from where each begins.
    #[inline]
    pub fn dynamic_list<T>(
        &mut self,
        at: usize,
        base: usize,
        items: &[T],
        head: usize,
        write: impl Fn(&mut Self, usize, &T),
    ) {
        let start = self.sequence(at, base, items.len(), 32);
        let mut at = start;
        for item in items {
            let begin = self.tail(at, start, head);
            write(self, begin, item);
            at += 32;
        }
    }

    /// Writes a byte string.
    #[inline(never)]
    pub fn blob(&mut self, at: usize, base: usize, bytes: &[u8]) {
        let start = self.sequence(at, base, bytes.len(), 1);
        if let Some(room) = self.out.get_mut(start..start + bytes.len()) {
            room.copy_from_slice(bytes);
        }
        self.next = start + bytes.len().div_ceil(32) * 32;
    }

    /// Writes the offset and length of a list; returns where its elements begin.
    #[inline(never)]
    fn sequence(&mut self, at: usize, base: usize, count: usize, size: usize) -> usize {
        let length_at = self.tail(at, base, 32);
        self.uint64(length_at, count as u64);
        let start = self.next;
        self.next = start + count * size;
        start
    }

    #[inline(always)]
    fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) {
        if let Some(room) = self.out.get_mut(at..).and_then(|rest| rest.first_chunk_mut()) {
            *room = bytes;
        }
    }
}
