//! From the code of an account to a module that can run, with what the chain stores of it.

use crate::costs;
use crate::format::{self, FormatError, Root};
use crate::instrument::{FunctionMeasure, instrument};
use crate::rules::Rules;
use crate::validate::{self, ModuleError};

/// A program that passed activation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activated {
    /// The instrumented module: see [`crate::instrument`] for the globals it exports.
    pub module: Vec<u8>,
    /// What was counted.
    pub measures: Measures,
    /// What the chain stores to price later calls.
    pub estimates: Estimates,
    /// Gas that depends on the program: [`costs::variable_gas`]. [`costs::ACTIVATION`] and the
    /// chain's reads and writes come on top.
    pub variable_gas: u64,
}

/// Counts of a program, of the module as deployed unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Bytes of the module, custom sections included.
    pub wasm_bytes: u32,
    /// Functions with a body.
    pub functions: u32,
    /// Parameters and results of those functions.
    pub signature_values: u32,
    /// Globals, with the four that instrumentation adds.
    pub globals: u32,
    /// Payload bytes of the data segments.
    pub data_bytes: u32,
    /// Encoded bytes of the data segments, headers and offsets included.
    pub data_entry_bytes: u32,
    /// Encoded bytes of the element segments, headers and offsets included.
    pub element_entry_bytes: u32,
    /// Initial pages of memory.
    pub pages: u16,
    /// Operators of all functions after instrumentation.
    pub operators: u64,
    /// The function with the most operators after instrumentation; `None` in an empty measure.
    pub largest: Option<FunctionMeasure>,
    /// Words of the deepest frame.
    pub deepest_frame_words: u32,
}

/// What the chain stores of a program to price later calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimates {
    /// Gas, before scaling, for a start that is not cached.
    pub init_cost: u16,
    /// Gas, before scaling, for any start.
    pub cached_cost: u16,
    /// Pages that a frame opens.
    pub footprint: u16,
    /// Size of the compiled program in bytes; the data fee is for these.
    pub asm_bytes: u32,
}

impl Estimates {
    /// [`Estimates::asm_bytes`] in KiB, rounded up, as it is stored.
    pub const fn asm_kib(&self) -> u32 {
        self.asm_bytes.div_ceil(1_024)
    }
}

/// A stored cost does not fit 16 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("initialisation cost {init} or cached cost {cached} does not fit 16 bits")]
pub struct EstimateOverflow {
    /// The cost of a start that is not cached.
    pub init: u64,
    /// The cost of any start.
    pub cached: u64,
}

/// Why a program does not activate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActivationError {
    /// The code yields no module.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// The module is not one that may run.
    #[error(transparent)]
    Module(#[from] ModuleError),
    /// The program is too costly to start.
    #[error(transparent)]
    Estimates(#[from] EstimateOverflow),
}

/// How a failed activation ends for its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A revert with `ProgramNotWasm()`; the gas that is left is returned.
    NotWasm,
    /// A revert without data; the gas that is left is returned.
    EmptyRevert,
    /// The call fails and takes all its gas.
    BurnAll,
}

impl ActivationError {
    /// How the activation ends under `rules`.
    pub fn outcome(&self, rules: &Rules) -> Outcome {
        match self {
            Self::Format(FormatError::NoCode) => Outcome::NotWasm,
            Self::Format(FormatError::NotAProgram) if rules.has_fragments() => Outcome::NotWasm,
            Self::Format(_) => Outcome::EmptyRevert,
            Self::Module(_) | Self::Estimates(_) => Outcome::BurnAll,
        }
    }
}

/// Activates the code of a classic program while `open_pages` are open in the transaction.
///
/// # Errors
/// [`ActivationError`] if the code yields no module, the module breaks a rule or a limit, or its
/// costs cannot be stored. Hostile code ends in an error, never in a panic, in time and memory that
/// the limits bound.
pub fn activate(code: &[u8], rules: &Rules, open_pages: u16) -> Result<Activated, ActivationError> {
    activate_wasm(&format::module(code, rules)?, rules, open_pages)
}

/// Activates a root with the codes of its fragments in order; otherwise as [`activate()`].
///
/// # Errors
/// As [`activate()`], and if root and fragments do not fit together.
pub fn activate_root(
    code: &[u8],
    fragments: &[&[u8]],
    rules: &Rules,
    open_pages: u16,
) -> Result<Activated, ActivationError> {
    let wasm = Root::parse(code, rules)?.module(fragments, rules)?;
    activate_wasm(&wasm, rules, open_pages)
}

/// Activates a module that is not compressed; otherwise as [`activate()`].
///
/// # Errors
/// As [`activate()`]. A module larger than [`Rules::max_wasm_size`] is [`FormatError::TooLarge`].
pub fn activate_wasm(
    wasm: &[u8],
    rules: &Rules,
    open_pages: u16,
) -> Result<Activated, ActivationError> {
    if wasm.len() > rules.max_wasm_size as usize {
        return Err(FormatError::TooLarge { limit: rules.max_wasm_size }.into());
    }
    let module = validate::read(wasm, rules)?;
    let instrumented = instrument(&module)?;
    validate::check_limits(&module, &instrumented, rules, open_pages)?;
    let measures = module.measures(&instrumented);
    let estimates = costs::estimates(&measures)?;
    let variable_gas = costs::variable_gas(&measures);
    Ok(Activated { module: instrumented.module, measures, estimates, variable_gas })
}
