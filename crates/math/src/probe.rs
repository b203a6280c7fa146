//! One entry that runs any operation on bytes, so that a program in WASM can be compared with the host to
//! the bit.
//!
//! Input: the operation's number (its place in [`OPERATIONS`]), then its arguments as big-endian `i128`.
//! Output: a status (0 done, 1 overflow, 2 division by zero, 3 outside the domain, 255 no such operation
//! or too few bytes), then three big-endian `i128`, those that an operation does not have zero.

mod account;
mod operations;
mod portfolio;

pub use operations::OPERATIONS;

use crate::MathError;

/// The most arguments of an operation.
pub const MAX_ARGUMENTS: usize = 6;
/// Bytes of an output.
pub const OUTPUT: usize = 49;

/// An operation by name, with the number of its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its name: the function that it runs.
    pub name: &'static str,
    /// How many arguments it reads.
    pub arguments: usize,
}

/// Runs an operation.
///
/// # Examples
/// ```
/// use ballast_math::probe::{OPERATIONS, run};
/// let number = OPERATIONS.iter().position(|operation| operation.name == "mul_floor").unwrap();
/// let mut input = vec![number as u8];
/// input.extend_from_slice(&3_000_000_000_000_000_000i128.to_be_bytes());
/// input.extend_from_slice(&7i128.to_be_bytes());
/// let output = run(&input);
/// assert_eq!((output[0], output[16]), (0, 21));
/// ```
pub fn run(input: &[u8]) -> [u8; OUTPUT] {
    let mut output = [0; OUTPUT];
    let (status, values) = match result(input) {
        Some(Ok(values)) => (0, values),
        Some(Err(MathError::Overflow)) => (1, [0; 3]),
        Some(Err(MathError::DivideByZero)) => (2, [0; 3]),
        Some(Err(MathError::OutOfDomain)) => (3, [0; 3]),
        None => (255, [0; 3]),
    };
    let bytes = core::iter::once(status).chain(values.into_iter().flat_map(i128::to_be_bytes));
    for (to, from) in output.iter_mut().zip(bytes) {
        *to = from;
    }
    output
}

fn result(input: &[u8]) -> Option<Result<[i128; 3], MathError>> {
    let (number, rest) = input.split_first()?;
    let operation = OPERATIONS.get(*number as usize)?;
    let (words, _) = rest.as_chunks::<16>();
    let mut arguments = [0; MAX_ARGUMENTS];
    for (to, from) in arguments.iter_mut().zip(words.get(..operation.arguments)?) {
        *to = i128::from_be_bytes(*from);
    }
    operations::operate(*number, arguments)
}
