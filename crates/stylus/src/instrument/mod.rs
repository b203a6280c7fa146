//! Rewrites a module so that it meters itself, on any engine.
//!
//! Four passes, each seeing what the one before it left: ink for every straight run of operators
//! ([`crate::prices`]), ink for every byte that bulk memory operators touch, words of stack for
//! every frame, and pages for every growth of memory. The order decides what a program pays: what
//! later passes insert is not priced, what earlier ones insert counts for the frame.
//!
//! The module is read once and written once, with its own operators copied byte for byte.

mod body;
mod depth;
mod sequences;
mod writer;

use crate::validate::{Module, ModuleError};
use body::Body;
use sequences::Sequences;

/// Exported `i64` global: ink left. The chain sets it before the run and charges hooks to it.
pub const INK_LEFT: &str = "stylus_ink_left";
/// Exported `i32` global: 1 once ink ran out.
pub const INK_STATUS: &str = "stylus_ink_status";
/// Exported `i32` global: where a count rests while it is paid for.
pub const SCRATCH: &str = "stylus_scratch_global";
/// Exported `i32` global: words of stack left. The chain sets it before the run, to
/// [`crate::Rules::max_stack_depth`]; 0 once it ran out.
pub const STACK_LEFT: &str = "stylus_stack_left";
/// The exported function that a frame runs: takes the length of the calldata, returns a status.
pub const ENTRYPOINT: &str = "user_entrypoint";
/// The exported memory.
pub const MEMORY: &str = "memory";

/// What was counted of one function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FunctionMeasure {
    /// Its index, imports included.
    pub index: u32,
    /// Its name, if the module has a name section that names it.
    pub name: Option<String>,
    /// Operators after instrumentation.
    pub operators: u64,
    /// Straight runs of operators; each costs [`crate::prices::SEGMENT_HEADER`] when entered.
    pub segments: u64,
    /// Words of stack that a frame of it takes.
    pub frame_words: u32,
    /// Declared locals, parameters not counted.
    pub locals: u32,
}

/// A module that meters itself.
pub(crate) struct Instrumented {
    pub(crate) module: Vec<u8>,
    pub(crate) functions: Vec<FunctionMeasure>,
    /// Globals, with the four that were added.
    pub(crate) globals: u32,
}

/// Globals that instrumentation adds behind the program's own.
pub(crate) const ADDED_GLOBALS: u32 = 4;

/// Instruments a module that was checked.
///
/// # Errors
/// [`ModuleError`] for an operator that programs do not have, and for a function whose operators,
/// operand stack or frame are beyond their limits.
pub(crate) fn instrument(module: &Module<'_>) -> Result<Instrumented, ModuleError> {
    let sequences = Sequences::new(module);
    let mut functions = Vec::new();
    let mut code = wasm_encoder::CodeSection::new();
    let mut bytes = Vec::new();
    for (local, body) in module.bodies.iter().enumerate() {
        let body = Body::read(module, body, module.function_index(local))?;
        functions.push(body.measure(module)?);
        bytes.clear();
        body.write(module, &sequences, &mut bytes);
        code.raw(&bytes);
    }
    Ok(Instrumented {
        module: writer::write(module, &code),
        functions,
        globals: module.globals.count + ADDED_GLOBALS,
    })
}
