//! Numbers out of bytes.

use ballast_math::{Price, Size};

/// Reads numbers until the bytes end, and zeros from there on.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl Bytes<'_> {
    /// A byte.
    pub(crate) fn byte(&mut self) -> u8 {
        let (first, rest) =
            self.0.split_first().map_or((0, self.0), |(first, rest)| (*first, rest));
        self.0 = rest;
        first
    }

    /// Any number: a byte says how many bits, so that small ones are as likely as large ones.
    pub(crate) fn number(&mut self) -> i128 {
        let shift = u32::from(self.byte()) % 128;
        let bytes = std::array::from_fn(|_| self.byte());
        i128::from_be_bytes(bytes) >> shift
    }

    /// A number that is not negative.
    pub(crate) fn magnitude(&mut self) -> i128 {
        self.number() & i128::MAX
    }

    /// A number below 2^bits.
    pub(crate) fn below(&mut self, bits: u32) -> i128 {
        self.magnitude() & ((1 << bits) - 1)
    }

    /// A price below 1.2e12 of money.
    pub(crate) fn price(&mut self) -> Price {
        Price(self.below(100))
    }

    /// A size of either sign.
    pub(crate) fn size(&mut self) -> Size {
        Size(self.number())
    }

    /// Seconds, up to some seventeen years.
    pub(crate) fn seconds(&mut self) -> u64 {
        u64::try_from(self.below(29)).unwrap_or(0)
    }

    /// Whether bytes are left.
    pub(crate) fn has_more(&self) -> bool {
        !self.0.is_empty()
    }
}
