//! The lens: one call for an account, for many, and for a market.
//!
//! It owns nothing: its first slots name the contracts it reads. What it answers it asks the floors
//! below, so it agrees with what they would do in the same block.
#![cfg_attr(target_arch = "wasm32", no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::float_arithmetic
    )
)]

extern crate alloc;

mod account;
mod below;
mod market;
mod price;

use alloc::vec::Vec;

use contract_abi::generated::lens::{errors, AccountState, ILens, MarketState};
use contract_abi::{entrypoint, Address, Revert, Word};

use crate::below::Below;

/// Accounts and markets of one call at most.
const MAX_ACCOUNTS: usize = 32;
const MAX_MARKETS: usize = 16;

/// The program.
pub struct Lens;

entrypoint!(Lens, contract_abi::generated::lens);

impl ILens for Lens {
    fn account_state(account: Word) -> Result<AccountState, Revert> {
        account::state(&Below::load(), &account)
    }

    fn account_states(accounts: Vec<Word>) -> Result<Vec<AccountState>, Revert> {
        require_at_most(accounts.len(), MAX_ACCOUNTS)?;
        let below = Below::load();
        accounts.iter().map(|account| account::state(&below, account)).collect()
    }

    fn market_states(underlyings: Vec<u16>) -> Result<Vec<MarketState>, Revert> {
        require_at_most(underlyings.len(), MAX_MARKETS)?;
        let below = Below::load();
        underlyings.iter().map(|underlying| market::state(&below, *underlying)).collect()
    }

    fn contracts() -> Result<(Address, Address, Address), Revert> {
        let below = Below::load();
        Ok((below.house, below.exchange, below.liquidation))
    }
}

fn require_at_most(actual: usize, bound: usize) -> Result<(), Revert> {
    if actual > bound {
        return Err(errors::too_many(actual as u128, bound as u128));
    }
    Ok(())
}
