//! What a Stylus program is, without a chain: how its code is stored, which modules activate, how
//! they are metered, and what storing, entering and running them costs.
//!
//! The crate is pure. It knows no account, no frame and no engine; a chain calls [`activate()`] when
//! a program is registered, runs the returned module on any WebAssembly engine, and charges with
//! [`prices`] and [`costs`].
//!
//! ```
//! use stylus_program::{Rules, activate, format};
//!
//! let wasm = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
//! let code = format::classic(&wasm);
//! assert!(activate(&code, &Rules::default(), 0).is_err(), "an empty module has no entry point");
//! ```

mod activate;
pub mod costs;
pub mod format;
pub mod hooks;
pub mod instrument;
mod operators;
pub mod prices;
pub mod profile;
mod rules;
pub mod validate;

pub use activate::{
    Activated, ActivationError, EstimateOverflow, Estimates, Measures, Outcome, activate,
    activate_root, activate_wasm,
};
pub use format::init_code;
pub use rules::Rules;
