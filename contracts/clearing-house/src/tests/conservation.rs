//! What holds after anything: HOU-1 and HOU-2, over random calls.

use std::collections::BTreeMap;

use ballast_layout::{AccountId, Instrument, PerpetualLeg};
use ballast_math::fixed::WAD;
use contract_abi::generated::clearing_house::{Fill, Move};
use contract_abi::Word;
use proptest::prelude::*;

use super::world::*;
use crate::account::{fees, insurance};
use crate::book::{Book, Side};
use crate::storage;

const MARKETS: [u16; 2] = [MARKET, 2];
const ACCOUNTS: usize = 5;

/// A call with its numbers, which mean what each call makes of them.
#[derive(Clone, Debug)]
struct Call {
    what: u8,
    who: usize,
    whom: usize,
    market: usize,
    amount: i128,
    price: i128,
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let call = (0..16u8, 0..ACCOUNTS, 0..ACCOUNTS, 0..2usize, -300_000..300_000i128, -20..=20i128);
    let call = call.prop_map(|(what, who, whom, market, amount, price)| Call {
        what,
        who,
        whom,
        market,
        amount,
        price,
    });
    prop::collection::vec(call, 1..60)
}

fn id(at: usize) -> Word {
    AccountId::new([0x50 + at as u8; 20], [0; 12]).0
}

/// The ledger under test, and what the vault would hold.
struct Ledger {
    world: World,
    custody: i128,
    realisations: i128,
}

impl Ledger {
    fn new() -> Self {
        let mut world = world();
        world.list(2, 100);
        let mut ledger = Self { world, custody: units(3_000), realisations: 0 };
        for at in 0..ACCOUNTS {
            ledger.deposit(id(at), units(1_000));
        }
        ledger.deposit(insurance(), units(100));
        ledger
    }

    fn deposit(&mut self, id: Word, amount: i128) {
        deposit(&id, 0, amount).unwrap();
        self.custody += amount;
    }

    /// Makes a call. Whether it is refused does not matter: what holds, holds.
    fn make(&mut self, call: &Call) -> bool {
        let Call { what, who, whom, market, amount, price } = *call;
        let underlying = MARKETS[market];
        let mark = self.world.prices[&underlying].mark;
        let instrument = Instrument::perpetual(underlying).0;
        let (maker, taker, size) = (id(who), id(whom), amount * MILLI);
        let fill = Fill { maker, taker, instrument, size, ..Fill::default() };
        match what {
            0..=7 => {
                let price = (mark + mark * price / 1_000) / (10 * MILLI) * (10 * MILLI);
                let (maker_fee, taker_fee) = (-amount.abs() * 7, amount.abs() * 13);
                let first = Fill { price, maker_fee, taker_fee, ..fill };
                let second = Fill { maker: id((who + 1) % ACCOUNTS), size: -size / 2, ..first };
                let fills = [first, second];
                self.world.trade(&fills[..1 + usize::from(what) % 2]).is_ok()
            }
            8 => {
                self.deposit(maker, amount.abs().max(1) * MILLI / 7);
                true
            }
            9 => {
                let amount = amount.abs() * MILLI / 7;
                let paid = self.world.debit(&maker, 0, amount).is_ok();
                self.custody -= if paid { amount } else { 0 };
                paid
            }
            10 => {
                self.world.set_price(underlying, (mark + mark * price / 500).max(10 * WAD));
                true
            }
            11 => {
                pass(amount.unsigned_abs() as u64);
                self.world.accrue(&MARKETS).is_ok()
            }
            12 | 13 => {
                let moves = [Move { from: insurance(), to: taker, amount: amount.abs() }];
                self.world.set_flag(&maker, what == 12, &moves).is_ok()
            }
            _ => {
                let size = crate::view::position(&maker, instrument).unwrap().0;
                let moves = [Move { from: maker, to: taker, amount: amount.abs() }];
                let fill = Fill { price: mark - size.signum() * mark / 500, size, ..fill };
                self.world.reduce(&fill, &moves).is_ok()
            }
        }
    }

    /// The invariants.
    fn check(&self) {
        let mut book = Book { now: contract_abi::host::timestamp(), ..Book::default() };
        let mut ids: Vec<_> = (0..ACCOUNTS).map(id).collect();
        ids.extend([ALICE, BOB, CAROL].map(account));
        ids.extend([fees(), insurance()]);
        ids.iter().for_each(|id| {
            storage::open(&mut book, id, 0);
        });
        self.check_cash(&book);
        check_sizes(&book, &ids);
    }

    /// HOU-1: all cash, funding settled, is at most the custody, and less by at most one unit of 1e-18
    /// for each leg whose funding was ever reckoned.
    fn check_cash(&self, book: &Book) {
        let settled: i128 =
            book.accounts.iter().map(|a| a.settled_cash(book, Side::After).unwrap()).sum();
        let dust = self.custody - settled;
        let legs: usize = book.accounts.iter().map(|a| a.legs.len()).sum();
        assert!(dust >= 0, "cash exceeds custody by {}", -dust);
        assert!(dust <= self.realisations + legs as i128, "{dust} is lost");
    }
}

/// HOU-2, and that the open interest and the leg counts say what the legs say.
fn check_sizes(book: &Book, ids: &[Word]) {
    let mut sums: BTreeMap<u16, (i128, i128)> = BTreeMap::new();
    for id in ids {
        let words = storage::leg_words(id);
        let mut seen = Vec::new();
        for leg in words.iter().map(PerpetualLeg::unpack) {
            assert!(leg.size != 0, "a leg of nothing");
            assert!(!seen.contains(&leg.underlying), "two legs in one market");
            seen.push(leg.underlying);
            let sum = sums.entry(leg.underlying).or_default();
            sum.0 += leg.size;
            sum.1 += leg.size.max(0);
        }
    }
    for (underlying, (net, long)) in sums {
        assert_eq!(net, 0, "sizes of market {underlying}");
        let place = book.place(underlying).unwrap();
        assert_eq!(book.market(place).unwrap().long_size, long, "open interest of {underlying}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn ledger_after_random_calls_conserves_cash_and_sizes(calls in calls()) {
        let mut ledger = Ledger::new();
        for call in &calls {
            if ledger.make(call) {
                ledger.realisations += 4;
            }
            ledger.check();
        }
    }

    /// Whatever one call does, an account ends no poorer in equity than zero or what it was, unless it
    /// holds its initial margin: HOU-3 in a form that needs none of the house's own rules.
    #[test]
    fn accounts_after_a_trade_hold_their_margin_or_did_not_lose_into_debt(calls in calls()) {
        let mut ledger = Ledger::new();
        for call in &calls {
            let healths = |ledger: &Ledger| {
                let ids: Vec<_> = (0..ACCOUNTS).map(id).collect();
                crate::view::healths(&ids, &|ask| ledger.world.answer(ask)).unwrap()
            };
            let before = healths(&ledger);
            let is_trade = call.what <= 7;
            if ledger.make(call) && is_trade {
                for (after, before) in healths(&ledger).iter().zip(&before) {
                    let untouched = after.cash == before.cash;
                    let holds = after.equity >= after.initial_margin;
                    let kept = after.equity >= before.equity.min(0);
                    prop_assert!(untouched || holds || kept, "{before:?} {after:?}");
                }
            }
        }
    }
}
