//! HOU-1, HOU-2, HOU-3, VAU-1, ENG-1 under random operations: whatever people do, cash sums to custody and
//! sizes sum to zero.

use crate::support::{BTC, ETH, sandbox, trader};
use alloy_primitives::{I256, U256};
use ballast_abi::account::{FEES, INSURANCE};
use ballast_abi::house::IClearingHouse::collateralCall;
use ballast_abi::vault::IVault::{assetCall, depositCall, withdrawCall};
use ballast_sandbox::{Actor, Sandbox, coins};
use devnet::Outcome;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

const ACTORS: [&str; 6] = ["ann", "ben", "cat", "dan", "eve", "fay"];
/// Random operations of a run.
const OPERATIONS: usize = 1_250;
/// Ether as collateral.
const ETHER: u16 = 1;
/// Of an asset's 18-decimal wei, in a quote coin's own unit and in ether's.
const UNITS: [i64; 2] = [1_000_000_000_000, 1];

/// A market, its price in millionths and the range that the run keeps it in.
#[derive(Clone, Copy)]
struct Priced {
    underlying: u16,
    price: i64,
    range: (i64, i64),
}

const PRICED: [Priced; 2] = [
    Priced { underlying: ETH, price: 2_000_000_000, range: (400_000_000, 9_000_000_000) },
    Priced { underlying: BTC, price: 60_000_000_000, range: (12_000_000_000, 270_000_000_000) },
];

/// A run: the chain, its people, and what happened.
struct Run {
    sandbox: Sandbox,
    actors: Vec<Actor>,
    random: StdRng,
    markets: [Priced; 2],
    seq: u64,
    done: usize,
    refused: usize,
}

impl Run {
    fn new(seed: u64) -> Self {
        let mut sandbox = sandbox();
        let actors: Vec<Actor> =
            ACTORS.iter().map(|name| trader(&mut sandbox, name, 5_000)).collect();
        for actor in &actors {
            sandbox.fund(actor, coins(1_000_000)).unwrap();
            let ether = sandbox.ether_token;
            sandbox.mint(actor, ether, U256::from(10).pow(U256::from(21))).unwrap();
        }
        sandbox.deposit(&actors[0], INSURANCE, coins(20_000)).unwrap();
        let random = StdRng::seed_from_u64(seed);
        Self { sandbox, actors, random, markets: PRICED, seq: 0, done: 0, refused: 0 }
    }

    fn somebody(&mut self) -> Actor {
        let index = self.random.random_range(0..self.actors.len());
        self.actors[index].clone()
    }

    /// A market's place among the run's.
    fn somewhere(&mut self) -> usize {
        self.random.random_range(0..self.markets.len())
    }

    fn step(&mut self) {
        let outcome = match self.random.random_range(0..100) {
            0..=44 => self.trade(),
            45..=52 => self.deposit(),
            53..=56 => self.deposit_ether(),
            57..=66 => self.withdraw(),
            67..=70 => self.withdraw_ether(),
            71..=80 => return self.move_price(),
            81..=84 => return self.wait(),
            85..=88 => self.accrue(),
            89..=93 => self.flag(),
            94..=97 => self.rebalance(),
            _ => self.cover(),
        };
        if outcome.is_success() {
            self.done += 1;
        } else {
            self.refused += 1;
            assert!(outcome.is_revert(), "{}", outcome.reason());
            assert!(outcome.output.len() >= 4, "a refusal without a reason");
        }
    }

    fn trade(&mut self) -> Outcome {
        let (maker, taker) = (self.somebody(), self.somebody());
        self.seq += 1;
        let Priced { underlying, price, .. } = self.markets[self.somewhere()];
        // About as much money in either market, in lots of a thousandth.
        let largest = 12_000 * PRICED[0].price / price + 30;
        let units = i128::from(self.random.random_range(1..=largest)) * 1_000;
        let side = if self.random.random() { 1 } else { -1 };
        // In ticks of a hundredth, up to 2.5% off the index: some are outside the band.
        let off = self.random.random_range(-250..=250) * (price / 10_000);
        let limit = i128::from((price + off) / 10_000 * 10_000);
        let quote = self.sandbox.quote(&maker, underlying, side * units, limit, self.seq);
        self.sandbox.fill(&taker, &quote, units).unwrap()
    }

    fn deposit(&mut self) -> Outcome {
        let actor = self.somebody();
        let amount = coins(self.random.random_range(1..2_000));
        self.sandbox.deposit(&actor, actor.account(), amount).unwrap()
    }

    fn withdraw(&mut self) -> Outcome {
        let actor = self.somebody();
        let amount = U256::from(self.random.random_range(1..3_000_000_000u64));
        self.sandbox.withdraw(&actor, actor.account(), amount).unwrap()
    }

    fn deposit_ether(&mut self) -> Outcome {
        let actor = self.somebody();
        let amount = U256::from(self.random.random_range(1..2_000_000_000_000_000_000u64));
        let call = depositCall { account: actor.account(), asset: ETHER, amount };
        self.sandbox.send(&actor, self.sandbox.at.vault, &call).unwrap()
    }

    fn withdraw_ether(&mut self) -> Outcome {
        let actor = self.somebody();
        let amount = U256::from(self.random.random_range(1..2_000_000_000_000_000_000u64));
        let (account, to) = (actor.account(), actor.address());
        let call = withdrawCall { account, asset: ETHER, amount, to };
        self.sandbox.send(&actor, self.sandbox.at.vault, &call).unwrap()
    }

    fn move_price(&mut self) {
        let (index, percent) = (self.somewhere(), self.random.random_range(-40..=40));
        let market = &mut self.markets[index];
        let (least, most) = market.range;
        market.price = (market.price + market.price / 1_000 * percent).clamp(least, most);
        self.transmit();
    }

    fn wait(&mut self) {
        self.sandbox.chain.advance(self.random.random_range(1..20_000));
        self.transmit();
    }

    fn transmit(&mut self) {
        for market in self.markets {
            self.sandbox.set_price(market.underlying, market.price).unwrap();
        }
    }

    fn accrue(&mut self) -> Outcome {
        let (keeper, market) = (self.somebody(), self.somewhere());
        self.sandbox.accrue(&keeper, self.markets[market].underlying).unwrap()
    }

    fn flag(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        self.sandbox.flag(&keeper, account).unwrap()
    }

    fn rebalance(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        let underlying = self.markets[self.somewhere()].underlying;
        let (size, _) = self.sandbox.position(account, underlying).unwrap();
        let millionths = size / I256::try_from(1_000_000_000_000i64).unwrap();
        let part = i128::try_from(millionths).unwrap() * self.random.random_range(1..=4) / 4;
        self.sandbox.rebalance(&keeper, account, underlying, part).unwrap()
    }

    fn cover(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        let call = ballast_abi::liquidation::ILiquidation::coverCall { account };
        self.sandbox.send(&keeper, self.sandbox.at.liquidation, &call).unwrap()
    }

    /// What must hold after every step.
    fn check(&self) {
        let owed = self.markets.iter().map(|market| self.check_market(market.underlying)).sum();
        self.check_cash(owed);
        self.check_ether();
    }

    /// Sizes of a market; gives the funding that is owed on them.
    fn check_market(&self, underlying: u16) -> I256 {
        let (mut owed, mut net, mut long) = (I256::ZERO, I256::ZERO, I256::ZERO);
        for actor in &self.actors {
            let (size, funding) = self.sandbox.position(actor.account(), underlying).unwrap();
            owed += funding;
            net += size;
            long += size.max(I256::ZERO);
        }
        assert_eq!(net, I256::ZERO, "HOU-2: sizes sum to zero");
        let market = self.sandbox.market_state(underlying).unwrap();
        assert_eq!(market.openInterest, long, "HOU-2: open interest is the long sizes");
        owed
    }

    /// Cash sums to custody. What is owed is still cash of those who will pay it. Payers round up and
    /// receivers down, each by less than a wei, when funding is realised and when it is viewed.
    fn check_cash(&self, owed: I256) {
        let accounts = self.actors.iter().map(|actor| actor.account());
        let cash: I256 = accounts
            .chain([FEES, INSURANCE])
            .map(|account| self.sandbox.cash(account).unwrap())
            .sum();
        let custody = self.custody(0);
        let dust = custody - cash + owed;
        let roundings = self.markets.len() * (4 * self.done + 2 * self.actors.len());
        assert!(
            dust >= I256::ZERO && dust <= I256::try_from(roundings).unwrap(),
            "HOU-1: custody {custody}, cash {cash}, owed {owed}"
        );
    }

    /// Collateral sums to custody, exactly.
    fn check_ether(&self) {
        let held = |actor: &Actor| {
            let call = collateralCall { id: actor.account(), asset: ETHER };
            self.sandbox.view(self.sandbox.at.clearing_house, &call).unwrap()
        };
        let balances: I256 = self.actors.iter().map(held).sum();
        assert_eq!(balances, self.custody(ETHER), "HOU-1: collateral");
    }

    /// What the vault counts of an asset, in 18 decimals. It holds as much.
    fn custody(&self, id: u16) -> I256 {
        let asset = self.sandbox.view(self.sandbox.at.vault, &assetCall { id }).unwrap();
        let balance = self.sandbox.token_balance(asset.token, self.sandbox.at.vault).unwrap();
        assert!(balance >= asset.custody, "VAU-1: the vault holds what it counts");
        I256::try_from(asset.custody).unwrap() * I256::try_from(UNITS[usize::from(id)]).unwrap()
    }

    /// What must hold of every account.
    fn check_accounts(&self) {
        for actor in &self.actors {
            let state = self.sandbox.account_state(actor.account()).unwrap();
            assert!(state.initialMargin >= state.maintenanceMargin, "ENG-1");
            assert!(state.maintenanceMargin >= I256::ZERO, "ENG-1");
        }
    }
}

fn run(seed: u64) {
    let mut run = Run::new(seed);
    for index in 0..OPERATIONS {
        run.step();
        run.check();
        if index % 50 == 0 {
            run.check_accounts();
        }
    }
    assert!(run.done > OPERATIONS / 4, "only {} operations of {OPERATIONS} went through", run.done);
    assert!(run.refused > OPERATIONS / 20, "hardly anything was refused");
}

#[test]
fn ledger_under_random_operations_adds_up_first_seed() {
    run(1);
}

#[test]
fn ledger_under_random_operations_adds_up_second_seed() {
    run(2);
}
