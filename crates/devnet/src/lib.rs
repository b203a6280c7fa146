//! An EVM that also runs Stylus programs, in one process, metered to the ink.
//!
//! [`Chain`] is an Arbitrum chain in memory: accounts with known keys, blocks, receipts, logs, time
//! that the caller moves, snapshots. Contracts are EVM code or WebAssembly programs; both call each
//! other in one journal, and cost what they cost on the real chain. `docs/devnet.md` says what is
//! exact, what is approximated and what is left out.
//!
//! ```
//! use devnet::{Chain, Request};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut chain = Chain::default();
//! let [alice, bob] = [chain.accounts()[0].address(), chain.accounts()[1].address()];
//! let outcome = chain.transact(Request::transfer(alice, bob, devnet::ether(1)))?;
//! assert!(outcome.is_success());
//! assert_eq!(chain.balance(bob), devnet::ether(10_001));
//! # Ok(())
//! # }
//! ```

mod account;
mod arbos;
mod chain;
mod config;
mod evm;
mod genesis;
mod precompiles;
mod program;
mod state;

pub use account::Account;
pub use chain::{
    AccountOverride, Activation, At, Block, BlockOverride, Chain, EstimateError, Failure, Halt,
    Outcome, Overrides, Receipt, Rejected, Request, SnapshotId, StateView, Status, TraceError,
    Transaction, UnknownBlock, ViewError,
};
pub use config::{Clock, Config, Mining};
pub use evm::{Fault, FaultKind};
pub use program::{Profile, ProfiledCall};
pub use stylus_program::Rules;

use alloy_primitives::U256;

/// Wei in one ether.
const WEI_PER_ETHER: u64 = 1_000_000_000_000_000_000;

/// `amount` ether in wei.
pub fn ether(amount: u64) -> U256 {
    U256::from(amount) * U256::from(WEI_PER_ETHER)
}
