//! A ledger with three traders and prices that a test sets.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ballast_layout::{AccountId, CollateralWord, Instrument, MarketWord, PerpetualLeg};
use ballast_math::fixed::{mul_ceil, WAD};
use contract_abi::generated::clearing_house::{Doubt, Fill, Grade, Limits, Move, Outcome, Status};
use contract_abi::generated::margin_engine::{Assessment, MarketView};
use contract_abi::testing::{self, Log};
use contract_abi::{host, Address, Revert, Word};

use crate::book::Ask;

use crate::money::mul_wad_floor;
use crate::refused::{told, Refused};
use crate::valuation::Answer;
use crate::{accrue, credit, debit, flag, limits, reduce, storage, trade};

pub(super) const ALICE: Address = [0xa1; 20];
pub(super) const BOB: Address = [0xb0; 20];
pub(super) const CAROL: Address = [0xca; 20];
/// When a test begins.
pub(super) const START: u64 = 1_700_000_000;
/// The market of most tests.
pub(super) const MARKET: u16 = 1;

/// A thousandth, WAD.
pub(super) const MILLI: i128 = WAD / 1000;

/// An account of an owner.
pub(super) fn account(owner: Address) -> Word {
    AccountId::new(owner, [0; 12]).0
}

/// Whole units.
pub(super) const fn units(n: i128) -> i128 {
    n * WAD
}

/// The price of a market, as data.
#[derive(Clone, Copy, Debug)]
pub(super) struct Price {
    pub(super) mark: i128,
    pub(super) grade: Grade,
    pub(super) doubt: Doubt,
}

/// Prices, and what was asked.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) prices: BTreeMap<u16, Price>,
    pub(super) asked: RefCell<Vec<Ask>>,
}

/// The limits of most tests.
pub(super) fn usual_limits() -> Limits {
    Limits {
        status: Status::Open,
        max_open_interest: units(1_000),
        max_position: units(500),
        band: 20 * MILLI,
        fee_cap: 10 * MILLI,
        lot: MILLI,
        tick: 10 * MILLI,
    }
}

/// A ledger with a market at 100, where Alice, Bob and Carol have 1,000 each.
pub(super) fn world() -> World {
    testing::reset();
    testing::with(|chain| chain.timestamp = START);
    let mut world = World::default();
    world.list(MARKET, 100);
    for owner in [ALICE, BOB, CAROL] {
        deposit(&account(owner), 0, units(1_000)).unwrap();
    }
    world
}

impl World {
    /// Lists a market with the usual limits.
    pub(super) fn list(&mut self, underlying: u16, price: i128) {
        set_limits(underlying, &usual_limits());
        self.set_price(underlying, units(price));
    }

    /// Sets a live price.
    pub(super) fn set_price(&mut self, underlying: u16, mark: i128) {
        let price = Price { mark, grade: Grade::Good, doubt: Doubt::None };
        self.prices.insert(underlying, price);
    }

    /// Makes the last price outdated.
    pub(super) fn outdate(&mut self, underlying: u16, doubt: Doubt) {
        let price = self.prices.get_mut(&underlying).unwrap();
        (price.grade, price.doubt) = (Grade::Outdated, doubt);
    }

    /// Makes the last price doubtful.
    pub(super) fn doubt(&mut self, underlying: u16, doubt: Doubt) {
        let price = self.prices.get_mut(&underlying).unwrap();
        (price.grade, price.doubt) = (Grade::Doubtful, doubt);
    }

    pub(super) fn trade(&self, fills: &[Fill]) -> Result<Vec<Outcome>, Revert> {
        transaction(|| trade::trade(fills, &|ask| self.answer(ask))?.commit())
    }

    pub(super) fn preview(&self, fills: &[Fill]) -> Result<Vec<Outcome>, Revert> {
        Ok(trade::trade(fills, &|ask| self.answer(ask))?.outcomes)
    }

    pub(super) fn debit(&self, id: &Word, asset: u16, amount: i128) -> Result<i128, Revert> {
        transaction(|| debit::debit(id, asset, amount, &|ask| self.answer(ask)))
    }

    pub(super) fn set_flag(
        &self,
        id: &Word,
        flagged: bool,
        moves: &[Move],
    ) -> Result<Outcome, Revert> {
        let set = || flag::set_flag(id, flagged, moves, &|ask| self.answer(ask))?.commit();
        Ok(transaction(set)?[0])
    }

    pub(super) fn reduce(&self, fill: &Fill, moves: &[Move]) -> Result<(Outcome, Outcome), Revert> {
        let reduce = || reduce::reduce(fill, moves, &|ask| self.answer(ask))?.commit();
        let outcomes = transaction(reduce)?;
        Ok((outcomes[0], outcomes[1]))
    }

    pub(super) fn accrue(&self, underlyings: &[u16]) -> Result<(), Revert> {
        let accrue = || accrue::accrue(underlyings, &|ask| self.answer(ask))?.commit();
        transaction(accrue).map(|_| ())
    }

    /// Linear margins: 5% and 3% of the notional. Collateral of asset n follows market n, undiscounted.
    pub(super) fn answer(&self, ask: &Ask) -> Result<Answer, Refused> {
        self.asked.borrow_mut().push(ask.clone());
        let (mut legs, mut collateral) = (ask.legs.iter(), ask.collateral.iter());
        let mut assessments = Vec::new();
        for portfolio in &ask.portfolios {
            let cash = portfolio.cash;
            let grade = Grade::Good;
            let mut at = Assessment { equity: cash, settled_quote: cash, grade, ..<_>::default() };
            for word in legs.by_ref().take(portfolio.leg_count as usize) {
                let leg = PerpetualLeg::unpack(word);
                self.add(&mut at, leg.underlying, leg.size, true)?;
            }
            for word in collateral.by_ref().take(portfolio.collateral_count as usize) {
                let CollateralWord { asset, amount } = CollateralWord::unpack(word);
                self.add(&mut at, asset, amount, false)?;
            }
            assessments.push(at);
        }
        let words = ask.markets.iter().map(MarketWord::unpack);
        let views = words.map(|word| self.view(word.underlying)).collect();
        Ok(Answer { assessments, views })
    }

    fn add(
        &self,
        at: &mut Assessment,
        market: u16,
        size: i128,
        is_leg: bool,
    ) -> Result<(), Refused> {
        let price = self.prices.get(&market).copied().unwrap_or(Price {
            mark: 0,
            grade: Grade::None,
            doubt: Doubt::NoFeed,
        });
        let value = mul_wad_floor(size, price.mark)?;
        at.equity += value;
        if is_leg {
            at.settled_quote += value;
            let notional = mul_ceil(size.abs(), price.mark).unwrap();
            at.initial_margin += mul_ceil(notional, 50 * MILLI).unwrap();
            at.maintenance_margin += mul_ceil(notional, 30 * MILLI).unwrap();
        }
        if at.grade == Grade::Good {
            at.doubt = price.doubt;
        }
        at.grade = at.grade.min(price.grade);
        Ok(())
    }

    fn view(&self, underlying: u16) -> MarketView {
        let view = MarketView { underlying, ..MarketView::default() };
        let Some(price) = self.prices.get(&underlying) else { return view };
        MarketView {
            index_price: price.mark,
            mark_price: price.mark,
            initial_rate: 50 * MILLI,
            maintenance_rate: 30 * MILLI,
            impact_notional: units(50_000),
            published_at: host::timestamp(),
            grade: price.grade,
            doubt: price.doubt,
            ..view
        }
    }

    /// How many times the engine was asked since the last count.
    pub(super) fn questions(&self) -> usize {
        self.asked.borrow_mut().drain(..).count()
    }
}

/// Runs a call as the chain would: what it wrote and logged stays only if it succeeds.
pub(super) fn transaction<T>(call: impl FnOnce() -> Result<T, Refused>) -> Result<T, Revert> {
    let mut result = None;
    let answer = testing::transact(&[], |_| {
        result = Some(told(call())?);
        Ok(Vec::new())
    });
    answer.map_err(Revert::from_data)?;
    Ok(result.unwrap())
}

pub(super) fn deposit(id: &Word, asset: u16, amount: i128) -> Result<i128, Revert> {
    transaction(|| credit::credit(id, asset, amount))
}

pub(super) fn set_limits(underlying: u16, new: &Limits) {
    transaction(|| storage::store_limits(underlying, &limits::to_word(new)?)).unwrap();
}

pub(super) fn pass(seconds: u64) {
    testing::with(|chain| chain.timestamp += seconds);
}

pub(super) fn cash(id: &Word) -> i128 {
    storage::header(id).cash
}

/// The size of an account's position.
pub(super) fn size(id: &Word, underlying: u16) -> i128 {
    crate::view::position(id, Instrument::perpetual(underlying).0).unwrap().0
}

pub(super) fn logs() -> Vec<Log> {
    testing::with(|chain| std::mem::take(&mut chain.logs))
}

/// Bob buys from Alice.
pub(super) fn fill(size: i128, price: i128) -> Fill {
    Fill {
        maker: account(ALICE),
        taker: account(BOB),
        instrument: Instrument::perpetual(MARKET).0,
        size,
        price,
        ..Fill::default()
    }
}
