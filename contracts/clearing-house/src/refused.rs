//! Why a call is refused, as it travels inside the house.

use alloc::boxed::Box;

use contract_abi::generated::clearing_house::errors;
use contract_abi::Revert;

/// The revert data behind one pointer: a result without a value is then a single word, and passing an
/// error on is a test and a return. With the data in place the program is a tenth larger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused(Box<Revert>);

impl From<Revert> for Refused {
    #[cold]
    #[inline(never)]
    fn from(revert: Revert) -> Self {
        Self(Box::new(revert))
    }
}

impl From<Refused> for Revert {
    #[cold]
    #[inline(never)]
    fn from(refused: Refused) -> Self {
        *refused.0
    }
}

/// `Overflow`.
#[cold]
#[inline(never)]
pub(crate) fn overflow() -> Refused {
    errors::overflow().into()
}
