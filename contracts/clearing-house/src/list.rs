//! Lists that are never freed.

use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

use alloc::vec::Vec;

/// A vector that does not give its memory back. Nor would the program's allocator take it, which only
/// ever advances; but the code that works out what to give back is a tenth of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List<T>(ManuallyDrop<Vec<T>>);

impl<T> List<T> {
    /// An empty list with room for so many elements.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(ManuallyDrop::new(Vec::with_capacity(capacity)))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(ManuallyDrop::new(Vec::new()))
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
