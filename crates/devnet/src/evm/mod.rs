//! One transaction on a state: the EVM, its programs and the chain's own contracts.

mod context;
mod fault;
mod handler;
mod instructions;
mod machine;
pub(crate) mod peek;
mod run;
mod runtime;

pub(crate) use context::{BlockContext, COINBASE, GAS_LIMIT};
pub use fault::{Fault, FaultKind};
pub(crate) use run::{Execution, Mode, Run};
pub(crate) use runtime::{Recent, Runtime};

use revm::Context;
use revm::context::{BlockEnv, CfgEnv, Journal, TxEnv};

use crate::state::Db;

/// What a transaction runs in.
pub(crate) type Ctx = Context<BlockEnv, TxEnv, CfgEnv, Db, Journal<Db>, Runtime>;
