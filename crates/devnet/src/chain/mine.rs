//! Making blocks and moving time.

use std::sync::Arc;

use super::{Block, Chain};
use crate::config::Mining;

impl Chain {
    /// Closes the open block, or makes an empty one.
    pub fn mine(&mut self) -> Arc<Block> {
        self.seal()
    }

    /// Makes `count` blocks, each `seconds` after the one before it.
    pub fn mine_many(&mut self, count: u64, seconds: Option<u64>) {
        for index in 0..count {
            if let Some(seconds) = seconds.filter(|_| index > 0) {
                let next = self.latest().timestamp().saturating_add(seconds);
                self.ledger.time.set_next(next);
            }
            self.seal();
        }
    }

    /// How blocks are made.
    pub fn mining(&self) -> Mining {
        self.config.mining
    }

    /// Sets how blocks are made; an open block is closed when they become automatic.
    pub fn set_mining(&mut self, mining: Mining) {
        self.config.mining = mining;
        if mining == Mining::Auto && self.ledger.open.is_some() {
            self.seal();
        }
    }

    /// The time that the next block would have, or that the open one has.
    pub fn timestamp(&self) -> u64 {
        self.ledger.next_context(&self.origin()).timestamp
    }

    /// Moves time forward. No block is made; calls and the next block see it. An open block keeps its
    /// time.
    pub fn advance(&mut self, seconds: u64) {
        self.ledger.time.advance(seconds);
    }

    /// Fixes the time of the next block, from which time then goes on. `false`, and nothing happens,
    /// if that lies before the last block.
    pub fn set_next_timestamp(&mut self, timestamp: u64) -> bool {
        let possible = timestamp >= self.latest().timestamp();
        if possible {
            self.ledger.time.set_next(timestamp);
        }
        possible
    }

    /// Fixes the seconds between blocks, or sets them free again.
    pub fn set_block_interval(&mut self, seconds: Option<u64>) {
        self.ledger.time.set_interval(seconds);
    }
}
