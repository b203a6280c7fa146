//! Rewrites a module so that it meters itself, on any engine.
//!
//! Four passes, each seeing what the one before it left: ink for every straight run of operators
//! ([`crate::prices`]), ink for every byte that bulk memory operators touch, words of stack for
//! every frame, and pages for every growth of memory. The order decides what a program pays: what
//! later passes insert is not priced, what earlier ones insert counts for the frame.
//!
//! The module is read once and written once, with its own operators copied byte for byte.

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
