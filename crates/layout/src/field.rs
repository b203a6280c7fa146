//! What a field of a packed word can hold.

use crate::Address;
use crate::bits::Bits;

/// A value does not fit the bits of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoesNotFit {
    /// Index of the field in the word's `FIELDS`, counted from the high bits.
    pub field: u8,
}

/// The description of a field, for readers of raw storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type in Rust.
    pub kind: &'static str,
    /// Position of its lowest bit, counted from the lowest bit of the word.
    pub low_bit: u32,
    /// Number of bits.
    pub width: u32,
    /// Whether it is in two's complement.
    pub signed: bool,
    /// What it means, in which unit.
    pub description: &'static str,
}

/// A type that fields of packed words can have.
pub trait FieldValue: Copy {
    /// Whether the field is sign-extended when it is read.
    const SIGNED: bool;
    /// The value as 256 bits, sign-extended if signed.
    fn to_bits(self) -> Bits;
    /// The value of a field, already extended to 256 bits.
    fn from_bits(bits: Bits) -> Self;
}

macro_rules! unsigned_field {
    ($($type:ty)*) => {$(
        impl FieldValue for $type {
            const SIGNED: bool = false;
            #[inline(always)]
            fn to_bits(self) -> Bits {
                Bits::unsigned(self as u128)
            }
            #[inline(always)]
            fn from_bits(bits: Bits) -> Self {
                bits.lo as $type
            }
        }
    )*};
}

macro_rules! signed_field {
    ($($type:ty)*) => {$(
        impl FieldValue for $type {
            const SIGNED: bool = true;
            #[inline(always)]
            fn to_bits(self) -> Bits {
                Bits::signed(self as i128)
            }
            #[inline(always)]
            fn from_bits(bits: Bits) -> Self {
                bits.lo as $type
            }
        }
    )*};
}

unsigned_field!(u8 u16 u32 u64 u128);
signed_field!(i8 i16 i32 i64 i128);

impl FieldValue for bool {
    const SIGNED: bool = false;
    #[inline(always)]
    fn to_bits(self) -> Bits {
        Bits::unsigned(self as u128)
    }
    #[inline(always)]
    fn from_bits(bits: Bits) -> Self {
        bits.lo & 1 == 1
    }
}

impl FieldValue for Address {
    const SIGNED: bool = false;
    #[inline(always)]
    fn to_bits(self) -> Bits {
        let mut word = [0; 32];
        if let Some(low) = word.last_chunk_mut() {
            *low = self;
        }
        Bits::from_word(&word)
    }
    #[inline(always)]
    fn from_bits(bits: Bits) -> Self {
        *bits.into_word().last_chunk().unwrap_or(&[0; 20])
    }
}

/// Position of the lowest bit of field `index`, counted from the lowest bit of the word, where each
/// entry of `spans` is a field's width and the spare bits after it.
#[doc(hidden)]
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time, where it is an error")]
pub const fn low_bit(spans: &[(u32, u32)], index: usize) -> u32 {
    let mut above = 0u32;
    let mut i = 0usize;
    while i < index {
        above = above.saturating_add(spans[i].0).saturating_add(spans[i].1);
        i = i.saturating_add(1);
    }
    256u32.saturating_sub(above.saturating_add(spans[index].0))
}

/// The number of bits that the fields and the spare bits between them take.
#[doc(hidden)]
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time, where it is an error")]
pub const fn total_width(spans: &[(u32, u32)]) -> u32 {
    let mut total = 0u32;
    let mut i = 0usize;
    while i < spans.len() {
        total = total.saturating_add(spans[i].0).saturating_add(spans[i].1);
        i = i.saturating_add(1);
    }
    total
}

/// Cuts a field out of a word and extends it to 256 bits.
#[doc(hidden)]
#[inline(always)]
pub fn read<T: FieldValue>(word: Bits, low: u32, width: u32) -> T {
    let unused = 256u32.wrapping_sub(width);
    let top = word.shl(unused.wrapping_sub(low));
    T::from_bits(if T::SIGNED { top.sar(unused) } else { top.shr(unused) })
}

/// Places a value in its field; nothing if it does not fit.
#[doc(hidden)]
#[inline(always)]
pub fn place<T: FieldValue>(value: T, low: u32, width: u32) -> Option<Bits> {
    let unused = 256u32.wrapping_sub(width);
    let bits = value.to_bits();
    let top = bits.shl(unused);
    let back = if T::SIGNED { top.sar(unused) } else { top.shr(unused) };
    (back == bits).then(|| top.shr(unused.wrapping_sub(low)))
}
