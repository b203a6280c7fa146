//! HOU-1, HOU-2, HOU-3, VAU-1, ENG-1 under random operations: whatever people do, cash sums to custody and
//! sizes sum to zero.

use crate::support::{ETH, sandbox, trader};
use alloy_primitives::{I256, U256};
use ballast_abi::account::{FEES, INSURANCE};
use ballast_abi::vault::IVault::assetCall;
use ballast_sandbox::{Actor, Sandbox, coins};
use devnet::Outcome;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

const ACTORS: [&str; 6] = ["ann", "ben", "cat", "dan", "eve", "fay"];
/// Random operations of a run.
const OPERATIONS: usize = 1_250;

/// A run: the chain, its people, and what happened.
struct Run {
    sandbox: Sandbox,
    actors: Vec<Actor>,
    random: StdRng,
    /// Price in millionths.
    price: i64,
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
        }
        sandbox.deposit(&actors[0], INSURANCE, coins(20_000)).unwrap();
        let random = StdRng::seed_from_u64(seed);
        Self { sandbox, actors, random, price: 2_000_000_000, seq: 0, done: 0, refused: 0 }
    }

    fn somebody(&mut self) -> Actor {
        let index = self.random.random_range(0..self.actors.len());
        self.actors[index].clone()
    }

    fn step(&mut self) {
        let outcome = match self.random.random_range(0..100) {
            0..=44 => self.trade(),
            45..=56 => self.deposit(),
            57..=70 => self.withdraw(),
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
        let units = i128::from(self.random.random_range(1..=12_000)) * 1_000;
        let side = if self.random.random() { 1 } else { -1 };
        // In ticks of a hundredth, up to 2.5% off the index: some are outside the band.
        let off = self.random.random_range(-250..=250) * (self.price / 10_000);
        let limit = i128::from((self.price + off) / 10_000 * 10_000);
        let quote = self.sandbox.quote(&maker, ETH, side * units, limit, self.seq);
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

    fn move_price(&mut self) {
        let percent = self.random.random_range(-40..=40);
        self.price = (self.price + self.price / 1_000 * percent).clamp(400_000_000, 9_000_000_000);
        self.sandbox.set_price(ETH, self.price).unwrap();
    }

    fn wait(&mut self) {
        self.sandbox.chain.advance(self.random.random_range(1..20_000));
        self.sandbox.set_price(ETH, self.price).unwrap();
    }

    fn accrue(&mut self) -> Outcome {
        let keeper = self.somebody();
        self.sandbox.accrue(&keeper, ETH).unwrap()
    }

    fn flag(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        self.sandbox.flag(&keeper, account).unwrap()
    }

    fn rebalance(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        let (size, _) = self.sandbox.position(account, ETH).unwrap();
        let millionths = size / I256::try_from(1_000_000_000_000i64).unwrap();
        let part = i128::try_from(millionths).unwrap() * self.random.random_range(1..=4) / 4;
        self.sandbox.rebalance(&keeper, account, ETH, part).unwrap()
    }

    fn cover(&mut self) -> Outcome {
        let (keeper, account) = (self.somebody(), self.somebody().account());
        let call = ballast_abi::liquidation::ILiquidation::coverCall { account };
        self.sandbox.send(&keeper, self.sandbox.at.liquidation, &call).unwrap()
    }

    /// What must hold after every step.
    fn check(&self) {
        let sandbox = &self.sandbox;
        let (mut cash, mut owed) = (I256::ZERO, I256::ZERO);
        let (mut net, mut long) = (I256::ZERO, I256::ZERO);
        for actor in &self.actors {
            let (size, funding) = sandbox.position(actor.account(), ETH).unwrap();
            cash += sandbox.cash(actor.account()).unwrap();
            owed += funding;
            net += size;
            long += size.max(I256::ZERO);
        }
        for reserved in [FEES, INSURANCE] {
            cash += sandbox.cash(reserved).unwrap();
        }
        assert_eq!(net, I256::ZERO, "HOU-2: sizes sum to zero");
        let market = sandbox.market_state(ETH).unwrap();
        assert_eq!(market.openInterest, long, "HOU-2: open interest is the long sizes");
        let held = sandbox.view(sandbox.at.vault, &assetCall { id: 0 }).unwrap().custody;
        let balance = sandbox.token_balance(sandbox.at.quote, sandbox.at.vault).unwrap();
        assert!(balance >= held, "VAU-1: the vault holds what it counts");
        let custody = I256::try_from(held).unwrap() * I256::try_from(1_000_000_000_000i64).unwrap();
        // What is owed is still cash of those who will pay it. Payers round up and receivers down, each by
        // less than a wei, when funding is realised and when it is viewed.
        let dust = custody - cash + owed;
        let roundings = I256::try_from(4 * self.done + 2 * self.actors.len()).unwrap();
        assert!(
            dust >= I256::ZERO && dust <= roundings,
            "HOU-1: custody {custody}, cash {cash}, owed {owed}"
        );
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
        if index % 10 == 0 {
            run.check();
        }
        if index % 50 == 0 {
            run.check_accounts();
        }
    }
    run.check();
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
