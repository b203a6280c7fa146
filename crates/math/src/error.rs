//! Why an operation has no result.

/// Why an operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MathError {
    /// The result exceeds 128 bits, or the bits that storage has for it.
    Overflow,
    /// Division by zero.
    DivideByZero,
    /// An argument for which the function has no meaning, such as the root of a negative number.
    OutOfDomain,
}

impl core::fmt::Display for MathError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Overflow => "the result exceeds its range",
            Self::DivideByZero => "division by zero",
            Self::OutOfDomain => "an argument is outside the domain",
        })
    }
}

impl core::error::Error for MathError {}
