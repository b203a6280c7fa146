use alloc::vec::Vec;

use crate::Revert;

/// The most bytes that are read of an answer whose length its type does not fix.
pub const MAX_RETURN: usize = 32 * 1024;

/// The most bytes of revert data that are kept; longer data counts as none.
pub const MAX_REVERT: usize = 1024;

/// Why an outgoing call gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallFailure {
    /// The callee reverted with this data, at most [`MAX_REVERT`] bytes. Empty when it gave none or
    /// more, ran out of gas, or is a program that is not active.
    Reverted(Vec<u8>),
    /// The callee succeeded, but what it returned is not an encoding of the declared type. An address
    /// without code ends up here.
    Malformed,
}

impl CallFailure {
    /// The callee's own error if it gave one, else `otherwise`.
    #[must_use]
    pub fn bubble(self, otherwise: Revert) -> Revert {
        match self {
            Self::Reverted(data) if data.len() >= 4 => Revert::from_data(data),
            _ => otherwise,
        }
    }

    /// Whether the callee reverted with the error of this selector.
    #[must_use]
    pub fn is(&self, selector: u32) -> bool {
        matches!(self, Self::Reverted(data) if data.first_chunk() == Some(&selector.to_be_bytes()))
    }
}
