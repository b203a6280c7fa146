use alloc::vec::Vec;

/// The data with which a call reverts: a typed error's selector and arguments.
///
/// Built by the `errors` modules of [`generated`](crate::generated), never by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revert(pub Vec<u8>);
