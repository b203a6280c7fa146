//! What is right, by alloy.

use std::cell::Cell;
use std::panic::{catch_unwind, set_hook, take_hook};
use std::sync::Once;

use alloy_dyn_abi::DynSolValue;
use alloy_json_abi::Param;

use super::shape::{tuple, Shape};

/// What a decoder has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Sound,
    /// Not an encoding of the types.
    Malformed,
    /// An encoding, of a number that the protocol does not compute with.
    OutOfRange,
}

impl Verdict {
    /// The first verdict against, if there is one.
    pub fn first(verdicts: impl Iterator<Item = Self>) -> Self {
        verdicts.into_iter().find(|verdict| *verdict != Self::Sound).unwrap_or(Self::Sound)
    }
}

/// Judges data: sound when alloy decodes it, encodes what it decoded to the same bytes (with anything
/// after them), and every value fits its type and 128 bits. With the values if it is sound.
pub fn judge(params: &[Param], enums: &[(&str, u64)], data: &[u8]) -> (Verdict, Vec<DynSolValue>) {
    let Some(value) = decode(params, data) else { return (Verdict::Malformed, Vec::new()) };
    let DynSolValue::Tuple(items) = &value else { panic!("parameters decode to a tuple") };
    if !data.starts_with(&value.abi_encode_params()) {
        return (Verdict::Malformed, Vec::new());
    }
    let shapes = params.iter().map(|param| Shape::of(param, enums));
    let verdict = Verdict::first(shapes.zip(items).map(|(shape, item)| shape.judge(item)));
    (verdict, items.clone())
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Decodes with alloy, whose dynamic decoder multiplies a length without a check: on lengths near 2^64
/// it panics where overflow is checked, which says as well that they are refused.
fn decode(params: &[Param], data: &[u8]) -> Option<DynSolValue> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                loud(panic)
            }
        }));
    });
    QUIET.set(true);
    let decoded = catch_unwind(|| tuple(params).abi_decode_params(data).ok());
    QUIET.set(false);
    decoded.ok().flatten()
}

/// Encodes as arguments or results.
pub fn encode(values: &[DynSolValue]) -> Vec<u8> {
    DynSolValue::Tuple(values.to_vec()).abi_encode_params()
}
