//! The exchange: a venue that fills signed orders.
//!
//! It answers one question, whether both sides agreed, and leaves margin to the clearing house. An
//! order names a *lane* and a number in it; a lane is one storage slot that holds the number of the order
//! that filled last and how much of it is filled, so that a maker who keeps quoting in a lane pays for a
//! new slot once, and cancels all its orders below a number by one write.
//!
//! An order without a signature is the sender's own: that is how a taker, a contract that holds a
//! position, or a market order comes in.
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

mod book;
mod cancel;
mod consent;
mod fees;
mod fill;
mod hash;
mod matching;
mod storage;

use alloc::vec::Vec;

use contract_abi::generated::exchange::{IExchange, Match, Order, Outcome};
use contract_abi::{entrypoint, host, Address, Revert, Word};
use contract_floor::ownership;

/// The program.
pub struct Exchange;

entrypoint!(Exchange, contract_abi::generated::exchange);

impl IExchange for Exchange {
    fn fill(
        orders: Vec<Order>,
        signatures: Vec<u8>,
        matches: Vec<Match>,
    ) -> Result<Vec<Outcome>, Revert> {
        fill::fill(orders, &signatures, &matches)
    }

    fn preview_fill(orders: Vec<Order>, matches: Vec<Match>) -> Result<Vec<Outcome>, Revert> {
        fill::preview(orders, &matches)
    }

    fn cancel(account: Word, lane: u64, below_seq: u64) -> Result<(), Revert> {
        cancel::cancel(&account, lane, below_seq)
    }

    fn lane_status(account: Word, lane: u64) -> Result<(u64, i128, u64), Revert> {
        let word = storage::lane(&account, lane);
        Ok((word.seq, i128::try_from(word.filled).unwrap_or(i128::MAX), word.cancelled_below))
    }

    fn order_hash(order: Order) -> Result<Word, Revert> {
        Ok(hash::signing_hash(&Self::separator(), &order))
    }

    fn domain_separator() -> Result<Word, Revert> {
        Ok(Self::separator())
    }

    fn fees(underlying: u16) -> Result<(i128, i128), Revert> {
        let rates = storage::fee_rates(underlying);
        Ok((rates.maker, rates.taker))
    }

    fn clearing_house() -> Result<Address, Revert> {
        Ok(storage::clearing_house())
    }

    fn set_fees(underlying: u16, maker: i128, taker: i128) -> Result<(), Revert> {
        fees::set(underlying, storage::FeeRates { maker, taker })
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

impl Exchange {
    fn separator() -> Word {
        hash::domain_separator(host::chain_id(), &host::address())
    }
}
