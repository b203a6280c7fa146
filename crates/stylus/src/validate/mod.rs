//! Which modules may run: the features, the structure and the limits of programs.

mod error;

pub use error::{ModuleError, Quantity, Segment};
