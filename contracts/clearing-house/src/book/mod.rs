//! What a call has loaded, what it changed and what happened. Plain values; knows no slot.
//!
//! Legs keep their places until the book is stored. A leg that was closed stays with size zero, a leg
//! that was opened follows the loaded ones, so a position before the call and after it stand side by
//! side, and whether a leg grew is a comparison.

mod accrual;
mod fact;
mod fill;
mod funding;
mod legs;
mod limits;
mod portfolio;

use ballast_layout::{account_flags, AccountHeader};
use ballast_math::risk::funding::Funding;
use contract_abi::generated::clearing_house::Limits;
use contract_abi::Word;

pub(crate) use fact::Fact;
pub(crate) use fill::{check, check_instrument, check_parties, on_grid, reduces, Seats};
pub(crate) use funding::advanced_index;
pub(crate) use legs::{compact, Position};
pub(crate) use portfolio::{Ask, Side};

use crate::account::is_same;
use crate::list::List;
use crate::money::{from_math, sum};
use crate::refused::{overflow, Refused};

/// Accounts and markets of one call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    /// The block's time, in unix seconds.
    pub(crate) now: u64,
    /// In the order they were named.
    pub(crate) accounts: List<Account>,
    /// Those of all legs and those that are traded, in the order they were met.
    pub(crate) markets: List<Market>,
    /// Accounts of which nothing but the cash is touched: their legs were not loaded.
    pub(crate) purses: List<Account>,
    /// What happened to accounts so far.
    pub(crate) facts: List<Fact>,
}

/// An account: as stored and as it will be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Account {
    /// Its id.
    pub(crate) id: Word,
    /// Its header as it was loaded.
    pub(crate) stored: AccountHeader,
    /// Its header as it is now, but for the number of legs, which counts when it is stored.
    pub(crate) header: AccountHeader,
    /// Legs loaded, then legs opened.
    pub(crate) legs: List<Leg>,
    /// Collateral as the engine reads it: asset u16 ‖ amount i128.
    pub(crate) collateral: List<Word>,
    /// Whether anything of it changed, so that it must be stored.
    pub(crate) is_changed: bool,
}

/// A leg in a perpetual: as stored and as it will be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Leg {
    /// Its market's place in the book.
    pub(crate) market: usize,
    /// As it was loaded; size zero for a leg that was opened.
    pub(crate) before: Position,
    /// As it is now; size zero for a leg that was closed.
    pub(crate) after: Position,
}

/// A perpetual market.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Market {
    /// Its underlying.
    pub(crate) underlying: u16,
    /// Funding index brought to now, WAD quote units per unit.
    pub(crate) index: i128,
    /// What the last accrual laid down.
    pub(crate) funding: Funding,
    /// When that was.
    pub(crate) accrued_at: u64,
    /// Mean premium of recent fills, WAD fraction of the index price, as of `premium_at`.
    pub(crate) premium: i64,
    /// Up to when fills have spoken to it, in 1/256 of a second.
    pub(crate) premium_at: u64,
    /// Σ max(size, 0) as loaded: the open interest, WAD units.
    pub(crate) long_before: i128,
    /// The same after the fills.
    pub(crate) long_size: i128,
    /// Its limits, if it is traded or accrued in this call; such a market is stored.
    pub(crate) limits: Option<Limits>,
}

// What finds something in a book is outlined where that makes the program smaller.
impl Book {
    /// Where an account stands in the book.
    pub(crate) fn seat(&self, id: &Word) -> Option<usize> {
        self.accounts.iter().position(|account| is_same(&account.id, id))
    }

    /// An account whose cash may be moved: one with its legs, or a purse.
    ///
    /// # Errors
    /// `Overflow` for one that was not loaded.
    #[inline(never)]
    pub(crate) fn purse_mut(&mut self, id: &Word) -> Result<&mut Account, Refused> {
        let mut all = self.accounts.iter_mut().chain(self.purses.iter_mut());
        all.find(|account| is_same(&account.id, id)).ok_or_else(overflow)
    }

    /// Where a market stands in the book.
    pub(crate) fn place(&self, underlying: u16) -> Option<usize> {
        self.markets.iter().position(|market| market.underlying == underlying)
    }

    /// The account of a seat.
    ///
    /// # Errors
    /// `Overflow` for a seat that is not taken; seats come from this book, so there is none.
    #[inline(never)]
    pub(crate) fn account(&self, seat: usize) -> Result<&Account, Refused> {
        self.accounts.get(seat).ok_or_else(overflow)
    }

    /// The account of a seat, to be changed. Errors as in [`Book::account`].
    #[inline(never)]
    pub(crate) fn account_mut(&mut self, seat: usize) -> Result<&mut Account, Refused> {
        self.accounts.get_mut(seat).ok_or_else(overflow)
    }

    /// The market of a place. Errors as in [`Book::account`].
    #[inline(never)]
    pub(crate) fn market(&self, place: usize) -> Result<&Market, Refused> {
        self.markets.get(place).ok_or_else(overflow)
    }

    /// The market of a place, to be changed. Errors as in [`Book::account`].
    #[inline(never)]
    pub(crate) fn market_mut(&mut self, place: usize) -> Result<&mut Market, Refused> {
        self.markets.get_mut(place).ok_or_else(overflow)
    }

    /// The limits of a market that is traded or accrued. Errors as in [`Book::account`].
    #[inline(never)]
    pub(crate) fn limits(&self, place: usize) -> Result<&Limits, Refused> {
        self.market(place)?.limits.as_ref().ok_or_else(overflow)
    }
}

impl Market {
    /// The rate in force at `now`, in quote units per unit and second, WAD, rounded down.
    ///
    /// # Errors
    /// `Overflow` for a rate that no accrual gives.
    pub(crate) fn rate_at_floor(&self, now: u64) -> Result<i128, Refused> {
        let seconds = now.saturating_sub(self.accrued_at);
        self.funding.rate_at_floor(seconds).map(|rate| rate.0).map_err(from_math)
    }
}

impl Account {
    /// Whether the account may only deposit and reduce.
    pub(crate) fn is_flagged(&self) -> bool {
        self.stored.flags & account_flags::FLAGGED != 0
    }

    /// Adds to the cash; negative takes.
    ///
    /// # Errors
    /// `Overflow`.
    #[inline(never)]
    pub(crate) fn add_cash(&mut self, amount: i128) -> Result<(), Refused> {
        self.header.cash = sum(self.header.cash, amount)?;
        self.is_changed = true;
        Ok(())
    }

    /// The number of open legs.
    #[inline(never)]
    pub(crate) fn open_legs(&self) -> usize {
        self.legs.iter().filter(|leg| leg.after.size != 0).count()
    }
}
