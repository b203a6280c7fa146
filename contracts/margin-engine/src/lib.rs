//! The margin engine, floor 2: what a portfolio is worth and must hold.
//!
//! A pure function of portfolios, parameters and the oracle's prices. It holds no balance and no
//! position, and it never learns who asks: the clearing house assesses stored accounts with it, anybody
//! else any portfolio that can be written down.
//!
//! An assessment gathers what it needs ([`assess`]): which markets and collateral assets, their
//! parameters from the data contract in force, all their prices in one static call to the oracle. What
//! follows is arithmetic ([`market`], [`portfolio`]): equity counts cash, positions at their mark and
//! collateral in full; every haircut and margin is a requirement. A price that is not live never fails
//! the call. It lowers the grade, and the caller decides what a grade is good enough for.
//!
//! Parameters are the code of a data contract, checked when they are scheduled ([`schedule`]) and
//! immutable after, so that an assessment pays for one pointer and one piece of code however many
//! parameters there are. [`storage`] knows the slots, [`views`] reports what is in force.
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

pub mod assess;
pub mod market;
pub mod portfolio;
pub mod prices;
pub mod request;
pub mod schedule;
pub mod storage;
pub mod views;

use alloc::vec::Vec;

use contract_abi::generated::margin_engine::{
    Assessment, CollateralParameters, IMarginEngine, MarketParameters, MarketView, Portfolio,
};
use contract_abi::{Address, Revert, Word};
use contract_floor::ownership;

use request::Request;

/// The contract.
pub struct MarginEngine;

contract_abi::entrypoint!(MarginEngine, contract_abi::generated::margin_engine);

impl IMarginEngine for MarginEngine {
    fn assess(
        portfolios: Vec<Portfolio>,
        legs: Vec<Word>,
        collateral: Vec<Word>,
        open_interest: Vec<Word>,
    ) -> Result<(Vec<Assessment>, Vec<MarketView>), Revert> {
        assess::assess(&Request {
            portfolios: &portfolios,
            legs: &legs,
            collateral: &collateral,
            markets: &open_interest,
        })
    }

    fn market(underlying: u16) -> Result<MarketParameters, Revert> {
        views::market(underlying)
    }

    fn collateral(asset: u16) -> Result<CollateralParameters, Revert> {
        views::collateral(asset)
    }

    fn keeper_minimum() -> Result<i128, Revert> {
        views::keeper_minimum()
    }

    fn parameters() -> Result<(Address, u32, Address, u64), Revert> {
        Ok(views::pointers())
    }

    fn oracle() -> Result<Address, Revert> {
        Ok(storage::oracle())
    }

    fn set_parameters(data: Address, codehash: Word, effective_at: u64) -> Result<(), Revert> {
        ownership::require_owner()?;
        schedule::schedule(&data, &codehash, effective_at)
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
