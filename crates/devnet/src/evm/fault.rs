//! Why frames of programs failed, for whoever has to find out.

use alloy_primitives::Address;

/// A frame of a program that failed in a way its return data does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The account that acted.
    pub account: Address,
    /// The account whose code ran.
    pub program: Address,
    /// Calls above this frame.
    pub depth: usize,
    /// What happened.
    pub kind: FaultKind,
}

/// How a program failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// The program was never activated.
    #[error("ProgramNotActivated")]
    NotActivated,
    /// The program was activated under another version.
    #[error("ProgramNeedsUpgrade: activated under version {program}, the chain has {chain}")]
    NeedsUpgrade {
        /// Version of the activation.
        program: u16,
        /// Version of the chain.
        chain: u16,
    },
    /// The activation is too old.
    #[error("ProgramExpired: activated {age} seconds ago")]
    Expired {
        /// Seconds since the activation.
        age: u64,
    },
    /// The frame's gas does not pay for starting the program.
    #[error("out of gas: starting the program takes {gas}")]
    Entry {
        /// Gas that starting takes; `u64::MAX` beyond the page limit.
        gas: u64,
    },
    /// Ink ran out.
    #[error("out of ink")]
    OutOfInk,
    /// The words of stack ran out.
    #[error("max call depth exceeded: out of stack")]
    OutOfStack,
    /// The output costs more than the frame's gas.
    #[error("out of gas: {len} bytes of output")]
    Output {
        /// Bytes of output.
        len: usize,
    },
    /// WebAssembly trapped.
    #[error("trap: {0}")]
    Trap(String),
    /// A host function refused.
    #[error("host function: {0}")]
    Host(&'static str),
    /// Activation found the program unfit.
    #[error("activation: {0}")]
    Activation(String),
    /// The engine failed where it must not: a defect of this crate.
    #[error("engine: {0}")]
    Engine(String),
}
