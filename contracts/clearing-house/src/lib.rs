//! The clearing house: cash, collateral, positions, open interest and funding.
//!
//! The ledger of Ballast. It holds no token, prices nothing and verifies no signature. Venues bring fills,
//! the vault brings deposits and withdrawals, the liquidation module brings flags, and whatever they
//! bring, the house applies it to its books and lets it stand only if the margin engine says that every
//! account touched can bear it. `contracts/interfaces/IClearingHouse.sol` is the specification.
//!
//! # How a call goes
//! A call loads what it touches into a [`book`], plain values that know no slot: accounts with their legs,
//! and markets with their funding index brought to now. It changes the book, has it valued
//! ([`valuation`]) by one static call to the engine, and judges it by the rules of [`admission`]. Only
//! then it stores what differs and logs what happened. Everything before that is a function of the book,
//! the request and the engine's answer; a preview runs it and drops the result.
//!
//! # What makes it cheap
//! An account is one header word and one word for each leg, which is also how it travels to the engine. A
//! leg that closes gives its place to the last one and nothing is cleared. Funding of a leg that does not
//! change is reckoned, not written. Fees of a whole trade are one write. The state before is assessed
//! only for an account that needs to show that it reduced.
//!
//! # What makes it safe
//! Sizes of a market sum to zero because a fill adds and takes the same. Cash sums to custody because the
//! buyer pays what the seller gets, fees go from accounts to an account, and only the vault's credits and
//! debits change the sum; funding is zero-sum by its index, and its rounding leaves dust with the house.
//! Arithmetic is checked, a leg is stored before anything is logged, and a call that goes down cannot come
//! back: re-entry is refused at the door.
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
// In the program a refusal has no values (see `refused`), and so whatever would pass one on is not reached.
#![cfg_attr(target_arch = "wasm32", allow(unreachable_code))]

extern crate alloc;

mod account;
mod accrue;
mod admission;
mod authority;
mod book;
mod bounds;
mod configure;
mod credit;
mod debit;
mod done;
mod engine;
mod flag;
mod limits;
mod list;
mod money;
mod moves;

mod reduce;
mod refused;
mod storage;
#[cfg(test)]
mod tests;
mod trade;
mod valuation;
mod view;

use alloc::vec::Vec;

use authority::{require_control, require_right};
use contract_abi::generated::clearing_house::{
    Fill, IClearingHouse, Limits, MarketState, Move, Outcome, Right,
};
use contract_abi::{Address, Revert, Word};
use contract_floor::ownership;
use engine::observe;

/// The program.
pub struct ClearingHouse;

contract_abi::entrypoint!(ClearingHouse, contract_abi::generated::clearing_house);

impl IClearingHouse for ClearingHouse {
    fn trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert> {
        require_right(Right::Trade)?;
        Ok(trade::trade(&fills, &observe)?.commit()?)
    }

    fn preview_trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert> {
        Ok(trade::trade(&fills, &observe)?.outcomes)
    }

    fn credit(account: Word, asset: u16, amount: i128) -> Result<i128, Revert> {
        require_right(Right::Credit)?;
        Ok(credit::credit(&account, asset, amount)?)
    }

    fn debit(account: Word, asset: u16, amount: i128, caller: Address) -> Result<i128, Revert> {
        require_right(Right::Debit)?;
        require_control(&account, &caller)?;
        Ok(debit::debit(&account, asset, amount, &observe)?)
    }

    fn preview_debit(account: Word, asset: u16, amount: i128) -> Result<Outcome, Revert> {
        let (_, _, outcome) = debit::preview(&account, asset, amount, &observe)?;
        Ok(outcome)
    }

    fn set_flag(account: Word, flagged: bool, moves: Vec<Move>) -> Result<Outcome, Revert> {
        require_right(Right::Flag)?;
        let outcomes = flag::set_flag(&account, flagged, &moves, &observe)?.commit()?;
        Ok(outcomes.first().copied().unwrap_or_default())
    }

    fn reduce(fill: Fill, moves: Vec<Move>, caller: Address) -> Result<(Outcome, Outcome), Revert> {
        require_right(Right::Reduce)?;
        require_control(&fill.taker, &caller)?;
        let outcomes = reduce::reduce(&fill, &moves, &observe)?.commit()?;
        let outcome = |at| outcomes.get(at).copied().unwrap_or_default();
        Ok((outcome(0), outcome(1)))
    }

    fn accrue(underlyings: Vec<u16>) -> Result<(), Revert> {
        accrue::accrue(&underlyings, &observe)?.commit()?;
        Ok(())
    }

    fn account(id: Word) -> Result<(i128, u8, bool, u8, u16, u64), Revert> {
        let account = storage::cash_account(&id);
        let is_flagged = account.is_flagged();
        let header = account.header;
        let at = header.touched_at.into();
        Ok((header.cash, header.mode, is_flagged, header.leg_count, header.collateral_bitmap, at))
    }

    fn legs(id: Word) -> Result<Vec<Word>, Revert> {
        Ok(storage::leg_words(&id))
    }

    fn position(id: Word, instrument: u128) -> Result<(i128, i128), Revert> {
        Ok(view::position(&id, instrument)?)
    }

    fn collateral(id: Word, asset: u16) -> Result<i128, Revert> {
        Ok(view::collateral(&id, asset)?)
    }

    fn health(id: Word) -> Result<Outcome, Revert> {
        Ok(view::health(&id, &observe)?)
    }

    fn healths(ids: Vec<Word>) -> Result<Vec<Outcome>, Revert> {
        Ok(view::healths(&ids, &observe)?)
    }

    fn market(underlying: u16) -> Result<MarketState, Revert> {
        Ok(view::market(underlying, &observe)?)
    }

    fn limits(underlying: u16) -> Result<Limits, Revert> {
        Ok(storage::limits(underlying)?)
    }

    fn has_right(venue: Address, right: Right) -> Result<bool, Revert> {
        Ok(authority::has_right(&venue, right))
    }

    fn engine() -> Result<(Address, Word), Revert> {
        Ok((storage::engine(), storage::engine_code()))
    }

    fn set_venue(venue: Address, rights: u8) -> Result<(), Revert> {
        ownership::require_owner()?;
        Ok(configure::set_venue(&venue, rights)?)
    }

    fn set_limits(underlying: u16, limits: Limits) -> Result<(), Revert> {
        ownership::require_owner()?;
        Ok(configure::set_limits(underlying, &limits)?)
    }

    fn set_engine(engine: Address, codehash: Word) -> Result<(), Revert> {
        ownership::require_owner()?;
        Ok(configure::set_engine(&engine, &codehash)?)
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
