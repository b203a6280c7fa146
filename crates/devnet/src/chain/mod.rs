//! The chain: blocks, accounts and time in memory.

mod at;
mod block;
mod blocks;
mod deploy;
mod edit;
mod environment;
mod estimate;
mod filter;
mod ledger;
mod mine;
mod node_interface;
mod outcome;
mod overrides;
mod rejected;
mod request;
mod seal;
mod send;
mod snapshot;
mod time;
mod trace;
mod view;

pub use at::{At, StateView, UnknownBlock};
pub use block::{Block, Receipt, Transaction};
pub use deploy::Activation;
pub use estimate::EstimateError;
pub use outcome::{Failure, Halt, Outcome, Status};
pub use overrides::{AccountOverride, BlockOverride, Overrides};
pub use rejected::Rejected;
pub use request::Request;
pub use snapshot::SnapshotId;
pub use trace::TraceError;
pub use view::ViewError;

use imbl::{GenericHashMap, OrdMap, Vector};

use crate::account::{Account, funded};
use crate::config::Config;
use crate::genesis;
use ledger::Ledger;
use seal::Origin;
use time::Time;

/// An Arbitrum chain in memory. See the [crate](crate) for what it is and an example.
///
/// Cloning copies pointers: a clone is an independent chain that starts where this one is.
#[derive(Clone)]
pub struct Chain {
    config: Config,
    accounts: Vec<Account>,
    ledger: Ledger,
    snapshots: Vec<(SnapshotId, Ledger)>,
    next_snapshot: u64,
}

impl Chain {
    /// A chain with its first block.
    pub fn new(config: Config) -> Self {
        let accounts = funded(config.accounts);
        let mut time = Time::new(config.clock);
        time.set_next(config.genesis_timestamp);
        let ledger = Ledger {
            state: genesis::state(&config, &accounts),
            blocks: Vector::new(),
            hashes: Vector::new(),
            states: OrdMap::new(),
            numbers: GenericHashMap::default(),
            transactions: GenericHashMap::default(),
            open: None,
            time,
            base_fee: config.base_fee,
            impersonated: Default::default(),
            impersonates_all: false,
        };
        let mut chain = Self { config, accounts, ledger, snapshots: Vec::new(), next_snapshot: 1 };
        chain.seal();
        chain
    }

    /// What the chain started with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The funded accounts.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    fn origin(&self) -> Origin {
        Origin {
            timestamp: self.config.genesis_timestamp,
            l1_block: self.config.genesis_l1_block,
            arbos_version: self.config.rules.arbos_version,
        }
    }

    fn seal(&mut self) -> std::sync::Arc<Block> {
        let origin = self.origin();
        self.ledger.seal(&origin, self.config.history)
    }
}

impl Default for Chain {
    fn default() -> Self {
        Self::new(Config::default())
    }
}

impl std::fmt::Debug for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let height = self.ledger.blocks.len().saturating_sub(1);
        f.debug_struct("Chain")
            .field("chain_id", &self.config.chain_id)
            .field("height", &height)
            .finish_non_exhaustive()
    }
}
