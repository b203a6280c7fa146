/// 18-decimal units in one billionth: the quantum of rates, spreads and haircuts.
pub(super) const RATE: i128 = 1_000_000_000;
/// 18-decimal units in one millionth: the quantum of amounts.
pub(super) const AMOUNT: i128 = 1_000_000_000_000;
/// One, 18-decimal.
pub(super) const ONE: i128 = 1_000_000_000_000_000_000;

/// The fields of a record that are still to be read. Records are cut to their size before, so the bytes
/// last; past the end every field is zero.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl Fields<'_> {
    pub(super) fn take<const N: usize>(&mut self) -> [u8; N] {
        match self.0.split_first_chunk() {
            Some((field, rest)) => {
                self.0 = rest;
                *field
            }
            None => [0; N],
        }
    }

    /// A `u16`.
    pub(super) fn id(&mut self) -> u16 {
        u16::from_be_bytes(self.take())
    }

    /// A `u32` of billionths, 18-decimal. At most 2^32·10^9 < 2^62: the product cannot wrap.
    pub(super) fn rate(&mut self) -> i128 {
        i128::from(u32::from_be_bytes(self.take())).wrapping_mul(RATE)
    }

    /// A `u64` of millionths, 18-decimal. At most 2^64·10^12 < 2^104: the product cannot wrap.
    pub(super) fn amount(&mut self) -> i128 {
        i128::from(u64::from_be_bytes(self.take())).wrapping_mul(AMOUNT)
    }
}

/// How many quanta a value is, if it is a whole number of them that the field holds.
pub(super) fn quanta<T: TryFrom<i128>>(value: i128, quantum: i128) -> Option<T> {
    let whole = value.checked_div(quantum)?;
    if whole.checked_mul(quantum)? == value { T::try_from(whole).ok() } else { None }
}
