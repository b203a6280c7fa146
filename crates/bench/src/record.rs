//! What the probe and its twin read: a row of records.

use anyhow::{Context, Result};
use ballast_math::probe::{MAX_ARGUMENTS, OPERATIONS};

/// Bytes of a record: a kernel's number and six numbers of sixteen bytes.
pub(crate) const RECORD: usize = 1 + 16 * MAX_ARGUMENTS;
/// No program knows a kernel of this number, so a record of it costs what every record does.
pub(crate) const NOTHING: u8 = u8::MAX;

/// The arguments of one call of a kernel.
pub(crate) type Arguments = [i128; MAX_ARGUMENTS];

/// The number of one of the probe's operations.
///
/// # Errors
/// There is none of that name.
pub(crate) fn operation(name: &str) -> Result<u8> {
    let place = OPERATIONS.iter().position(|operation| operation.name == name);
    Ok(u8::try_from(place.with_context(|| format!("the probe has no operation {name}"))?)?)
}

/// The calldata that has a kernel run on each of these arguments.
pub(crate) fn row(kernel: u8, arguments: &[Arguments]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(arguments.len() * RECORD);
    for arguments in arguments {
        bytes.push(kernel);
        bytes.extend(arguments.iter().flat_map(|argument| argument.to_be_bytes()));
    }
    bytes
}
