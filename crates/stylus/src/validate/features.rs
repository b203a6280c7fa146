//! The WebAssembly features that programs have, and how a refusal by the validator is told.

use wasmparser::{Error, WasmFeatures};

use super::ModuleError;
use crate::rules::Rules;

/// What of the validator's messages shows that a feature is switched off.
///
/// The validator has no codes for its errors; the tests name a module for every feature, so that an
/// update of it that changes a message shows.
const FEATURE_SIGNS: [&str; 9] = [
    "not enabled",
    "must be enabled",
    "without the",
    "to be enabled",
    "proposal disabled",
    "multiple memories",
    "only a single memory",
    "zero byte expected",
    "unknown or disabled",
];

/// The features of programs under `rules`.
///
/// The bit for types of collected objects concerns the validator's own types; the operators on
/// them need another feature, which is off.
pub(super) fn allowed(rules: &Rules) -> WasmFeatures {
    let mut features = WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::FLOATS
        | WasmFeatures::GC_TYPES;
    features.set(WasmFeatures::MULTI_VALUE, !rules.refuses_multi_value());
    features
}

impl From<Error> for ModuleError {
    fn from(error: Error) -> Self {
        let (message, offset) = (error.message().to_owned(), error.offset());
        if FEATURE_SIGNS.iter().any(|sign| message.contains(sign)) {
            Self::Feature { message, offset }
        } else {
            Self::Malformed { message, offset }
        }
    }
}
