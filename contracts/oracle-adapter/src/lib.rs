//! The oracle adapter, floor 1: validated prices with an age and a grade.
//!
//! It answers one question, what an underlying costs now, and says how far the answer may be relied on.
//! A price is *live* when the sequencer has been up for the grace period and the feed's round is
//! complete, positive, recent and within bounds ([`liveness`]). A view never fails because a feed does:
//! it answers with the last price that [`observe`](IOracleAdapter::observe) accepted, marked doubtful
//! with the reason, and who uses it decides by what it is used for. So a feed that stops cannot stop a
//! deposit, and one that lies within its bounds is the only one that must be trusted. Nor can a caller
//! make a price doubtful by sending too little gas for the feed: that fails the call.
//!
//! * [`aggregator`] asks Chainlink's contracts and trusts nothing about how they answer
//! * [`liveness`] are the rules, pure
//! * [`prices`] answers the views, [`observe`] accepts, [`configure`] sets feeds
//! * [`storage`] knows the slots
//!
//! Live prices keep all digits of the feed. Accepted prices are kept at 17 significant digits, rounded
//! down: what a doubtful mark is built from has a wider band anyway.
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

pub mod aggregator;
pub mod configure;
pub mod liveness;
pub mod observe;
pub mod prices;
pub mod storage;

use alloc::vec::Vec;

use contract_abi::generated::oracle_adapter::{Doubt, Feed, Grade, IOracleAdapter, Spot};
use contract_abi::{Address, Revert};
use contract_floor::ownership;

use storage::Underlying;

/// The contract.
pub struct OracleAdapter;

contract_abi::entrypoint!(OracleAdapter, contract_abi::generated::oracle_adapter);

impl IOracleAdapter for OracleAdapter {
    fn market_data(underlyings: Vec<u16>) -> Result<Vec<Spot>, Revert> {
        prices::spots(&underlyings)
    }

    fn spot(underlying: u16) -> Result<(i128, u64, Grade, Doubt), Revert> {
        let spot = prices::spot(&prices::World::observe(), underlying)?;
        Ok((spot.price, spot.published_at, spot.grade, spot.doubt))
    }

    fn last_accepted(underlying: u16) -> Result<(i128, u64, u64), Revert> {
        let last = Underlying::new(underlying).accepted();
        Ok((last.price, last.published_at, last.accepted_at))
    }

    fn feed(underlying: u16) -> Result<Feed, Revert> {
        Ok(Underlying::new(underlying).feed())
    }

    fn sequencer() -> Result<(Address, u32), Revert> {
        let sequencer = storage::sequencer();
        Ok((sequencer.feed, sequencer.grace))
    }

    fn observe(underlyings: Vec<u16>) -> Result<(), Revert> {
        observe::observe(&underlyings)
    }

    fn set_feed(
        underlying: u16,
        feed: Address,
        heartbeat: u32,
        minimum: i128,
        maximum: i128,
    ) -> Result<(), Revert> {
        ownership::require_owner()?;
        configure::set_feed(underlying, &feed, heartbeat, minimum, maximum)
    }

    fn set_sequencer(uptime_feed: Address, grace: u32) -> Result<(), Revert> {
        ownership::require_owner()?;
        configure::set_sequencer(&uptime_feed, grace)
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
