//! What a chain starts with.

use alloy_primitives::{Address, U256, address};
use stylus_program::Rules;

/// Where the time of blocks comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Each block is this many seconds after the one before it, whatever the real time. Runs repeat.
    Stepping(u64),
    /// The machine's clock, with what was added by moving time. Blocks may share a second.
    System,
}

/// When transactions become blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mining {
    /// Each transaction is a block.
    Auto,
    /// Transactions run at once, in order, in an open block that [`Chain::mine`](crate::Chain::mine)
    /// closes.
    Manual,
}

/// What a chain starts with. [`Config::default`] is Arbitrum's development chain under ArbOS 61.
#[derive(Clone, Debug)]
pub struct Config {
    /// Chain id.
    pub chain_id: u64,
    /// Price of gas in wei; the chain does not move it.
    pub base_fee: u64,
    /// Most gas of a transaction, calls and estimates included.
    pub tx_gas_limit: u64,
    /// The parameters and versions that programs live under.
    pub rules: Rules,
    /// Chain owner: may change the rules through ArbOwner, and receives fees.
    pub owner: Address,
    /// How many of the ten funded accounts exist.
    pub accounts: usize,
    /// Wei of each funded account.
    pub balance: U256,
    /// Unix seconds of the first block.
    pub genesis_timestamp: u64,
    /// What `block.number` is in the first block: the estimate of the parent chain's height.
    pub genesis_l1_block: u64,
    /// Where time comes from.
    pub clock: Clock,
    /// When blocks are made.
    pub mining: Mining,
    /// Blocks whose state is kept for calls into the past.
    pub history: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            chain_id: 412_346,
            base_fee: 100_000_000,
            tx_gas_limit: 32_000_000,
            rules: Rules::arbos_61(),
            owner: address!("5E1497dD1f08C87b2d8FE23e9AAB6c1De833D927"),
            accounts: crate::account::COUNT,
            balance: crate::ether(10_000),
            genesis_timestamp: 1_795_000_000,
            genesis_l1_block: 24_000_000,
            clock: Clock::Stepping(1),
            mining: Mining::Auto,
            history: 10_000,
        }
    }
}
