//! Liquidation: whoever finds an account below its maintenance margin flags it and is paid; then anyone
//! takes over parts of its positions at a bounded fee, as fast as the market's capacity allows.
//!
//! The module keeps clocks, capacity and rewards. What an account is worth and whether a step is
//! allowed is the clearing house's to say: every entry ends in one call down that may refuse.
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

mod below;
mod capacity;
mod cover;
mod flag;
mod rebalance;
mod reward;
mod storage;

use contract_abi::generated::liquidation::{ILiquidation, Liquidation as View};
use contract_abi::{entrypoint, Address, Revert, Word};
use contract_floor::ownership;

use crate::below::Below;

/// The program.
pub struct Liquidation;

entrypoint!(Liquidation, contract_abi::generated::liquidation);

impl ILiquidation for Liquidation {
    fn flag(account: Word, reward_to: Word) -> Result<i128, Revert> {
        flag::flag(&account, &reward_to)
    }

    fn unflag(account: Word) -> Result<(), Revert> {
        flag::unflag(&account)
    }

    fn rebalance(
        account: Word,
        underlying: u16,
        size: i128,
        counterparty: Word,
    ) -> Result<(i128, i128), Revert> {
        rebalance::rebalance(&account, underlying, size, &counterparty)
    }

    fn cover(account: Word) -> Result<i128, Revert> {
        cover::cover(&account)
    }

    fn preview_rebalance(
        account: Word,
        underlying: u16,
        size: i128,
    ) -> Result<(i128, i128, i128), Revert> {
        rebalance::preview(&account, underlying, size)
    }

    fn liquidation(account: Word) -> Result<View, Revert> {
        flag::view(&account)
    }

    fn capacity(underlying: u16) -> Result<(i128, i128), Revert> {
        capacity::view(underlying)
    }

    fn clearing_house() -> Result<Address, Revert> {
        Ok(Below::load().house)
    }

    fn set_capacity(underlying: u16, per_second: i128) -> Result<(), Revert> {
        capacity::set(underlying, per_second)
    }

    fn owner() -> Result<Address, Revert> {
        Ok(ownership::owner())
    }

    fn pending_owner() -> Result<Address, Revert> {
        Ok(ownership::pending_owner())
    }

    fn transfer_ownership(next: Address) -> Result<(), Revert> {
        ownership::transfer(&next)
    }

    fn accept_ownership() -> Result<(), Revert> {
        ownership::accept()
    }
}
