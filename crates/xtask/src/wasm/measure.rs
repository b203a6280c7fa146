//! What activation says of a program.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use stylus_program::costs::{self, ProgramRecord};
use stylus_program::{Rules, activate};

/// Bytes before the compressed stream: the mark of a program and the dictionary's number.
const PREFIX: usize = 4;

/// The reviewed numbers of one contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Size {
    /// Bytes of the compressed program; with the prefix before it, an account's code.
    pub(crate) compressed: u64,
    /// Bytes of the WebAssembly module.
    pub(crate) raw: u64,
    /// Bytes of its data segments: each costs 0.75 gas on every call.
    pub(crate) data: u64,
    /// Initial pages of memory.
    pub(crate) pages: u64,
    /// Operators of the largest function after instrumentation; activation takes 65,536.
    pub(crate) largest_function_operators: u64,
    /// Gas for starting it the first time in a block.
    pub(crate) init_cost_uncached: u64,
    /// Gas for starting it again in the same block, or while a cache manager holds it.
    pub(crate) init_cost_cached: u64,
}

/// Puts the code of an account through activation, under the rules of the current chains.
///
/// # Errors
/// Activation refuses the program.
pub(crate) fn measure(code: &[u8]) -> Result<Size> {
    let rules = Rules::default();
    let activated = activate(code, &rules, 0).context("activation would refuse it")?;
    let record = ProgramRecord::new(rules.stylus_version, &activated.estimates, 0);
    let cached = costs::cached_gas(&record, &rules);
    Ok(Size {
        compressed: code.len().saturating_sub(PREFIX) as u64,
        raw: activated.measures.wasm_bytes.into(),
        data: activated.measures.data_bytes.into(),
        pages: activated.measures.pages.into(),
        largest_function_operators: activated.measures.largest.map_or(0, |f| f.operators),
        init_cost_uncached: costs::init_gas(&record, &rules) + cached,
        init_cost_cached: cached,
    })
}
