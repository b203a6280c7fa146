use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::word::{message, Writer};

/// The data with which a call reverts: a typed error's selector and arguments.
///
/// Built by the `errors` modules of [`generated`](crate::generated), never by hand. One pointer wide, so
/// that a result is no larger for being able to fail and `?` costs one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::box_collection)]
pub struct Revert(Box<Vec<u8>>);

impl Revert {
    /// An error with this selector and `size` bytes of arguments, all zero.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn new(selector: u32, size: usize) -> Self {
        Self::from_data(message(selector, size))
    }

    /// An error that somebody else encoded.
    #[must_use]
    pub fn from_data(data: Vec<u8>) -> Self {
        Self(Box::new(data))
    }

    /// Selector and arguments.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.0
    }

    /// Selector and arguments.
    #[must_use]
    pub fn into_data(self) -> Vec<u8> {
        *self.0
    }

    /// A writer whose positions count from the selector, and whose tails begin at `next`.
    #[inline(always)]
    pub fn writer(&mut self, next: usize) -> Writer<'_> {
        Writer::new(&mut self.0, next)
    }
}
