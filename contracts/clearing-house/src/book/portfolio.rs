//! What is sent down to the engine: portfolios before and after, and the markets they are in.

use ballast_layout::{MarketWord, PerpetualLeg};
use contract_abi::generated::margin_engine::{Mode, Portfolio};
use contract_abi::Word;

use super::{Account, Book, Leg, Market, Position};
use crate::bounds::ENGINE_MARKETS;
use crate::list::List;
use crate::money::difference;
use crate::refused::{overflow, Refused};

/// Which state of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// As it was loaded.
    Before,
    /// As it is now.
    After,
}

/// A question to the engine.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ask {
    /// The portfolios.
    pub(crate) portfolios: List<Portfolio>,
    /// The leg words of all of them, one after another.
    pub(crate) legs: List<Word>,
    /// The collateral words likewise.
    pub(crate) collateral: List<Word>,
    /// The market words.
    pub(crate) markets: List<Word>,
    /// Where the markets stand in the book.
    pub(crate) places: List<usize>,
}

impl Ask {
    /// Adds a market, unless it is in. Answers whether there was room.
    ///
    /// # Errors
    /// `Overflow` for a word that does not fit.
    pub(crate) fn add_market(&mut self, book: &Book, place: usize) -> Result<bool, Refused> {
        if self.places.contains(&place) {
            return Ok(true);
        }
        if self.places.len() == ENGINE_MARKETS {
            return Ok(false);
        }
        self.places.push(place);
        self.markets.push(book.market(place)?.word()?);
        Ok(true)
    }

    /// Adds an account's portfolio with the markets it needs. Answers whether there was room for them;
    /// if not, the question is to be asked without it.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn add(&mut self, book: &Book, seat: usize, side: Side) -> Result<bool, Refused> {
        let account = book.account(seat)?;
        for leg in account.legs.iter().filter(|leg| leg.on(side).size != 0) {
            if !self.add_market(book, leg.market)? {
                return Ok(false);
            }
        }
        let start = self.legs.len();
        for leg in account.legs.iter().filter(|leg| leg.on(side).size != 0) {
            self.legs.push(leg.word(book, side)?);
        }
        self.collateral.extend_from_slice(&account.collateral);
        self.portfolios.push(Portfolio {
            account: account.id,
            mode: Mode::from_index(account.stored.mode.into()),
            cash: account.settled_cash(book, side)?,
            leg_count: self.legs.len().saturating_sub(start) as u32,
            collateral_count: account.collateral.len() as u32,
        });
        Ok(true)
    }
}

impl Account {
    /// Cash with the funding of every leg realised up to now: a payer's share rounded up, a receiver's
    /// down, leg by leg, exactly as if each were touched.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn settled_cash(&self, book: &Book, side: Side) -> Result<i128, Refused> {
        let mut cash = match side {
            Side::Before => self.stored.cash,
            Side::After => self.header.cash,
        };
        for leg in &self.legs {
            let index = book.market(leg.market)?.index;
            cash = difference(cash, leg.on(side).owed_ceil(index)?)?;
        }
        Ok(cash)
    }

    /// Whether the account is cash and nothing else, so that its value needs no price.
    pub(crate) fn is_cash_only(&self, side: Side) -> bool {
        let header = match side {
            Side::Before => &self.stored,
            Side::After => &self.header,
        };
        header.collateral_bitmap == 0 && self.legs.iter().all(|leg| leg.on(side).size == 0)
    }

    /// Whether nothing the account has now could come to owe anything: no position and no debt. It may do
    /// as it likes, whatever prices are.
    pub(crate) fn is_free(&self) -> bool {
        self.header.cash >= 0 && self.open_legs() == 0
    }
}

impl Leg {
    /// The leg's position before or after.
    pub(crate) fn on(&self, side: Side) -> Position {
        match side {
            Side::Before => self.before,
            Side::After => self.after,
        }
    }

    fn word(&self, book: &Book, side: Side) -> Result<Word, Refused> {
        let Position { size, index } = self.on(side);
        let underlying = book.market(self.market)?.underlying;
        PerpetualLeg::new(underlying, index, size).pack().map_err(|_| overflow())
    }
}

impl Market {
    /// The market as the engine is told of it: the premium as before the fills, so that they cannot move
    /// the mark they are judged by; the open interest as after them.
    fn word(&self) -> Result<Word, Refused> {
        let overflow = |_| overflow();
        let word = MarketWord {
            underlying: self.underlying,
            premium_average: self.premium,
            premium_at: self.premium_at,
            long_size: self.long_size.max(0).unsigned_abs(),
        };
        word.pack().map_err(overflow)
    }
}
