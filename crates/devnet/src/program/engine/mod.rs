//! What is needed of a WebAssembly engine: compile, start, resume.
//!
//! Metering is part of the module, so that ink does not depend on the engine.

mod imports;
mod wasmi;

pub(crate) use wasmi::Wasmi;

use super::guest::Guest;
use super::host::{Host, Stop};

/// Why a program stopped.
#[derive(Debug)]
pub(crate) enum Step {
    /// It ended with a status.
    Returned(u32),
    /// A host function stopped it.
    Stopped(Stop),
    /// It trapped; ran out of ink and stack are traps too.
    Trapped(String),
}

/// The engine failed where it must not.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct EngineError(pub(crate) String);

/// An engine.
pub(crate) trait Engine {
    /// A compiled module.
    type Module: Clone;
    /// A program that runs.
    type Instance: Instance;

    /// Compiles an instrumented module.
    fn compile(&self, module: &[u8]) -> Result<Self::Module, EngineError>;

    /// Makes memory and globals, and sets the meter.
    fn instantiate(
        &self,
        module: &Self::Module,
        guest: Guest,
        ink: u64,
        stack: u32,
    ) -> Result<Self::Instance, EngineError>;
}

/// A program that runs.
pub(crate) trait Instance {
    /// What host functions work on.
    type Host: Host;

    /// The program between two steps.
    fn host(&mut self) -> &mut Self::Host;

    /// Runs the entry point.
    fn start(&mut self, input_len: u32) -> Step;

    /// Goes on after [`Stop::Ask`], with the result of the host function if it has one.
    fn resume(&mut self, result: Option<u32>) -> Step;

    /// Words of stack left.
    fn stack_left(&mut self) -> u32;
}
