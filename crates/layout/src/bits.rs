//! 256 bits as two halves: what fields are cut from.

use crate::Word;

/// A 256-bit pattern. All shifts take constant distances, so that each field compiles to a few
/// 64-bit shifts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    /// Bits 255 to 128.
    pub hi: u128,
    /// Bits 127 to 0.
    pub lo: u128,
}

impl Bits {
    /// A non-negative number.
    #[inline(always)]
    pub const fn unsigned(value: u128) -> Self {
        Self { hi: 0, lo: value }
    }

    /// A signed number in two's complement, its sign extended through all 256 bits.
    #[inline(always)]
    pub const fn signed(value: i128) -> Self {
        Self { hi: (value >> 127) as u128, lo: value as u128 }
    }

    /// The bits of a big-endian word.
    ///
    /// Outlined: WebAssembly cannot turn bytes around in one instruction, and a program that does it in
    /// place at every word it loads or stores is noticeably larger.
    #[inline(never)]
    pub fn from_word(word: &Word) -> Self {
        let half = |bytes: Option<&[u8; 16]>| bytes.map_or(0, |bytes| u128::from_be_bytes(*bytes));
        Self { hi: half(word.first_chunk()), lo: half(word.last_chunk()) }
    }

    /// The big-endian word of these bits. Outlined as [`Bits::from_word`].
    #[inline(never)]
    pub fn into_word(self) -> Word {
        let mut word = [0; 32];
        if let Some(high) = word.first_chunk_mut() {
            *high = self.hi.to_be_bytes();
        }
        if let Some(low) = word.last_chunk_mut() {
            *low = self.lo.to_be_bytes();
        }
        word
    }

    /// Shifts towards the high bits; 256 and more give zero.
    #[inline(always)]
    pub const fn shl(self, distance: u32) -> Self {
        match distance {
            0 => self,
            1..128 => Self {
                hi: (self.hi << distance) | (self.lo >> 128u32.wrapping_sub(distance)),
                lo: self.lo << distance,
            },
            128..256 => Self { hi: self.lo << distance.wrapping_sub(128), lo: 0 },
            _ => Self { hi: 0, lo: 0 },
        }
    }

    /// Shifts towards the low bits, filling with zeros; 256 and more give zero.
    #[inline(always)]
    pub const fn shr(self, distance: u32) -> Self {
        match distance {
            0 => self,
            1..128 => Self {
                hi: self.hi >> distance,
                lo: (self.lo >> distance) | (self.hi << 128u32.wrapping_sub(distance)),
            },
            128..256 => Self { hi: 0, lo: self.hi >> distance.wrapping_sub(128) },
            _ => Self { hi: 0, lo: 0 },
        }
    }

    /// Shifts towards the low bits, filling with the sign; 256 and more give all signs.
    #[inline(always)]
    pub const fn sar(self, distance: u32) -> Self {
        let signed = self.hi as i128;
        let sign = (signed >> 127) as u128;
        match distance {
            0 => self,
            1..128 => Self {
                hi: (signed >> distance) as u128,
                lo: (self.lo >> distance) | (self.hi << 128u32.wrapping_sub(distance)),
            },
            128..256 => Self { hi: sign, lo: (signed >> distance.wrapping_sub(128)) as u128 },
            _ => Self { hi: sign, lo: sign },
        }
    }

    /// Every bit that is set in either.
    #[inline(always)]
    pub const fn or(self, other: Self) -> Self {
        Self { hi: self.hi | other.hi, lo: self.lo | other.lo }
    }
}
