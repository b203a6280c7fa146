//! Why a call is refused, as it travels inside the house.
//!
//! In the program, making a refusal ends the frame with the revert data, exactly as if the data had been
//! passed to the entry point. So the type has no values there, a result is its value, and every `?` is
//! nothing: that is a sixth of the program, and of the gas of its arithmetic.
//!
//! The price is a rule: **nothing recovers from a refusal**. Code that looks at one and goes on would do
//! so in a test and end in the program. Whoever wants to know asks a predicate. In tests a refusal that
//! is dropped and not told to anybody panics, so that every test of a path is a test of the rule.

use contract_abi::generated::clearing_house::errors;

pub(crate) use shape::Refused;

/// On the host: the revert data, passed on as any error.
#[cfg(not(target_arch = "wasm32"))]
mod shape {
    use contract_abi::Revert;

    /// The revert data, until it is told.
    #[derive(Debug)]
    pub(crate) struct Refused(Option<Revert>);

    impl From<Revert> for Refused {
        fn from(revert: Revert) -> Self {
            Self(Some(revert))
        }
    }

    impl From<Refused> for Revert {
        fn from(mut refused: Refused) -> Self {
            refused.0.take().unwrap_or_else(|| super::overflow().into())
        }
    }

    #[cfg(test)]
    impl Drop for Refused {
        fn drop(&mut self) {
            let is_swallowed = self.0.is_some() && !std::thread::panicking();
            assert!(!is_swallowed, "a refusal was swallowed: {:?}", self.0);
        }
    }
}

/// In the program: nothing. Whoever would have one has ended.
#[cfg(target_arch = "wasm32")]
mod shape {
    use contract_abi::{host, Revert};

    /// Has no values.
    #[derive(Debug)]
    pub(crate) enum Refused {}

    impl From<Revert> for Refused {
        #[cold]
        #[inline(never)]
        fn from(revert: Revert) -> Self {
            host::revert(revert.data())
        }
    }

    impl From<Refused> for Revert {
        fn from(refused: Refused) -> Self {
            match refused {}
        }
    }
}

/// `Overflow`.
#[cold]
#[inline(never)]
pub(crate) fn overflow() -> Refused {
    Refused::from(errors::overflow())
}

/// What a test compares: the revert data.
#[cfg(test)]
pub(crate) fn told<T>(result: Result<T, Refused>) -> Result<T, contract_abi::Revert> {
    result.map_err(contract_abi::Revert::from)
}
