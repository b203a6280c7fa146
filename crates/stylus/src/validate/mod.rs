//! Which modules may run: the features, the structure and the limits of programs.
//!
//! A module is read once, together with the type check; then its imports, exports and segments are
//! checked; the limits come last, since some of them are on the instrumented module.

mod error;
mod features;
mod limits;
mod module;
mod names;
mod segments;
mod structure;

pub use error::{ModuleError, Quantity, Segment};

pub(crate) use limits::check_limits;
pub(crate) use module::{MAX_PAGES_AT_RUN_TIME, Memory, Module};

use wasmparser::{FuncValidatorAllocations, Parser, ValidPayload, Validator};

use crate::rules::Rules;

/// Reads a module, type-checks it and checks its structure.
///
/// # Errors
/// [`ModuleError`] for the first rule that it breaks; limits are left to [`check_limits`].
pub(crate) fn read<'a>(wasm: &'a [u8], rules: &Rules) -> Result<Module<'a>, ModuleError> {
    let features = features::allowed(rules);
    let mut parser = Parser::new(0);
    parser.set_features(features);
    let mut validator = Validator::new_with_features(features);
    let mut allocations = FuncValidatorAllocations::default();
    let mut module = Module::new(wasm);
    for payload in parser.parse_all(wasm) {
        let payload = payload?;
        if let ValidPayload::Func(function, body) = validator.payload(&payload)? {
            let mut function = function.into_validator(allocations);
            function.validate(&body)?;
            allocations = function.into_allocations();
        }
        module.add(payload)?;
    }
    structure::check(&module)?;
    Ok(module)
}
