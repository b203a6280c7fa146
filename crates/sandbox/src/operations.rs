//! Every operation in the state that its bar names: storage cold, programs cached, one call to go.
//!
//! The tests measure them, `ballast ink` takes them apart.

use alloy_primitives::{Address, Bytes, I256, U256};
use alloy_sol_types::SolCall;
use ballast_abi::account::INSURANCE;
use ballast_abi::exchange::IExchange::cancelCall;
use ballast_abi::house::IClearingHouse::{Fill, accrueCall, healthCall, setVenueCall, tradeCall};
use ballast_abi::instrument::perpetual;
use ballast_abi::lens::ILens::{accountStateCall, accountStatesCall, marketStatesCall};
use ballast_abi::liquidation::ILiquidation::{coverCall, flagCall, rebalanceCall, unflagCall};
use ballast_abi::oracle::IOracleAdapter::{observeCall, spotCall};
use ballast_abi::vault::IVault::{depositCall, withdrawCall};
use devnet::{Outcome, Rejected, Request};

use crate::{Actor, BTC, ETH, PRICE, Sandbox, SandboxError, Settings, UNIT, coins, micros, wad};

/// A call about to be made.
pub struct Prepared {
    /// The chain.
    pub sandbox: Sandbox,
    /// The call.
    pub request: Request,
}

impl Prepared {
    fn new(sandbox: Sandbox, actor: &Actor, to: Address, call: &impl SolCall) -> Self {
        Self { sandbox, request: Request::call(actor.address(), to, call.abi_encode()) }
    }

    /// Makes the call.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn run(&mut self) -> Result<Outcome, Rejected> {
        self.sandbox.chain.transact(self.request.clone())
    }

    /// Its calldata.
    pub fn data(&self) -> &Bytes {
        &self.request.data
    }
}

type Prepare = fn(Sandbox) -> Result<Prepared, SandboxError>;

/// An operation, by the key of its gas in `snapshots/gas.json`.
#[derive(Clone, Copy)]
pub struct Operation {
    /// The key.
    pub key: &'static str,
    prepare: Prepare,
}

/// All operations. Keys that begin with `proxied` have feeds behind proxies, those with `uncached`
/// programs that nobody keeps in the chain's cache.
pub const OPERATIONS: &[Operation] = &[
    Operation { key: "op.deposit.first", prepare: deposit_first },
    Operation { key: "op.deposit.later", prepare: deposit_later },
    Operation { key: "op.deposit.collateral", prepare: deposit_collateral },
    Operation { key: "op.withdraw.collateral", prepare: withdraw_collateral },
    Operation { key: "op.withdraw.bare", prepare: withdraw_bare },
    Operation { key: "op.withdraw.perp", prepare: withdraw_perp },
    Operation { key: "op.fill.fresh", prepare: fill_fresh },
    Operation { key: "op.fill.lane", prepare: fill_lane },
    Operation { key: "op.fill.later", prepare: fill_later },
    Operation { key: "op.cancel", prepare: cancel },
    Operation { key: "op.trade.perp", prepare: trade_perp },
    Operation { key: "op.trade.ten", prepare: trade_ten },
    Operation { key: "op.accrue", prepare: accrue },
    Operation { key: "op.observe", prepare: observe },
    Operation { key: "op.flag", prepare: flag },
    Operation { key: "op.unflag", prepare: unflag },
    Operation { key: "op.rebalance", prepare: rebalance },
    Operation { key: "op.cover", prepare: cover },
    Operation { key: "proxied.withdraw.perp", prepare: withdraw_perp },
    Operation { key: "proxied.trade.perp", prepare: trade_perp },
    Operation { key: "proxied.flag", prepare: flag },
    Operation { key: "proxied.rebalance", prepare: rebalance },
    Operation { key: "proxied.fill.fresh", prepare: fill_fresh },
    Operation { key: "proxied.fill.lane", prepare: fill_lane },
    Operation { key: "proxied.fill.later", prepare: fill_later },
    Operation { key: "uncached.fill.fresh", prepare: fill_fresh },
    Operation { key: "uncached.fill.lane", prepare: fill_lane },
    Operation { key: "uncached.fill.later", prepare: fill_later },
    Operation { key: "view.account_state", prepare: view_account_state },
    Operation { key: "view.account_states.4", prepare: view_account_states },
    Operation { key: "view.market_states.2", prepare: view_market_states },
    Operation { key: "view.health", prepare: view_health },
    Operation { key: "view.spot", prepare: view_spot },
];

impl Operation {
    /// The operation of a key.
    pub fn named(key: &str) -> Option<Self> {
        OPERATIONS.iter().find(|operation| operation.key == key).copied()
    }

    /// A chain on which nothing remains to be done but the call.
    ///
    /// # Errors
    /// [`SandboxError`] if the sandbox or the way to the state fails.
    pub fn prepare(&self) -> Result<Prepared, SandboxError> {
        let settings = Settings {
            proxied_feeds: self.key.starts_with("proxied."),
            cached: !self.key.starts_with("uncached."),
            ..Settings::default()
        };
        (self.prepare)(Sandbox::with(settings)?)
    }
}

// ── Vault ──────────────────────────────────────────────────────────────────────────────────────────

fn deposit_first(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    // Somebody else's deposit has opened the vault's own slots.
    sandbox.trader("first", 10)?;
    let alice = sandbox.trader("alice", 0)?;
    sandbox.must("fund", |sandbox| sandbox.fund(&alice, coins(1_000)))?;
    deposit(sandbox, &alice)
}

fn deposit_later(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = sandbox.trader("alice", 400)?;
    sandbox.must("fund", |sandbox| sandbox.fund(&alice, coins(1_000)))?;
    deposit(sandbox, &alice)
}

fn deposit(sandbox: Sandbox, actor: &Actor) -> Result<Prepared, SandboxError> {
    let call = depositCall { account: actor.account(), asset: 0, amount: coins(400) };
    let vault = sandbox.at.vault;
    Ok(Prepared::new(sandbox, actor, vault, &call))
}

/// Ether's token, into an account that holds none.
fn deposit_collateral(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let first = sandbox.trader("first", 10)?;
    sandbox.hold_ether(&first)?;
    let alice = sandbox.trader("alice", 10)?;
    let token = sandbox.ether_token;
    sandbox.must("mint", |sandbox| sandbox.mint(&alice, token, devnet::ether(2)))?;
    let call = depositCall { account: alice.account(), asset: 1, amount: devnet::ether(1) };
    let vault = sandbox.at.vault;
    Ok(Prepared::new(sandbox, &alice, vault, &call))
}

/// A part of the ether of an account with a position, to a wallet that holds some.
fn withdraw_collateral(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, bob) = (sandbox.trader("alice", 800)?, sandbox.trader("bob", 1_000)?);
    sandbox.hold_ether(&alice)?;
    sandbox.open(&alice, &bob, UNIT, 1)?;
    let (account, to) = (alice.account(), alice.address());
    let call = withdrawCall { account, asset: 1, amount: devnet::ether(1) / U256::from(2), to };
    let vault = sandbox.at.vault;
    Ok(Prepared::new(sandbox, &alice, vault, &call))
}

fn withdraw_bare(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = sandbox.trader("alice", 800)?;
    withdraw(sandbox, &alice)
}

fn withdraw_perp(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, bob) = (sandbox.trader("alice", 800)?, sandbox.trader("bob", 1_000)?);
    sandbox.open(&alice, &bob, UNIT, 1)?;
    withdraw(sandbox, &alice)
}

/// To a wallet that holds the coin already.
fn withdraw(mut sandbox: Sandbox, actor: &Actor) -> Result<Prepared, SandboxError> {
    sandbox.must("fund", |sandbox| sandbox.fund(actor, coins(1)))?;
    let (account, to) = (actor.account(), actor.address());
    let call = withdrawCall { account, asset: 0, amount: coins(100), to };
    let vault = sandbox.at.vault;
    Ok(Prepared::new(sandbox, actor, vault, &call))
}

// ── Exchange ───────────────────────────────────────────────────────────────────────────────────────

/// Two funded accounts without legs, in a market and with a fee account that are in use.
fn fill_fresh(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (maker, taker) = strangers(&mut sandbox)?;
    fill(sandbox, &maker, &taker, -UNIT, 1)
}

/// A lane that was used, by an account that holds no leg now but did: the maker quotes on, a new taker
/// comes.
fn fill_lane(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (maker, second) = used_lane(&mut sandbox)?;
    fill(sandbox, &maker, &second, -UNIT, 3)
}

/// Between accounts that hold the market already.
fn fill_later(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (maker, second) = used_lane(&mut sandbox)?;
    sandbox.open(&second, &maker, UNIT, 3)?;
    fill(sandbox, &maker, &second, -UNIT, 4)
}

fn strangers(sandbox: &mut Sandbox) -> Result<(Actor, Actor), SandboxError> {
    let (early, other) = (sandbox.trader("early", 10_000)?, sandbox.trader("other", 10_000)?);
    sandbox.open(&early, &other, UNIT, 1)?;
    Ok((sandbox.trader("maker", 10_000)?, sandbox.trader("taker", 10_000)?))
}

fn used_lane(sandbox: &mut Sandbox) -> Result<(Actor, Actor), SandboxError> {
    let (maker, taker) = strangers(sandbox)?;
    sandbox.open(&taker, &maker, UNIT, 1)?;
    let second = sandbox.trader("second", 10_000)?;
    let back = sandbox.quote(&maker, ETH, UNIT, PRICE, 2);
    sandbox.must("close", |sandbox| sandbox.fill(&taker, &back, UNIT))?;
    Ok((maker, second))
}

fn fill(
    sandbox: Sandbox,
    maker: &Actor,
    taker: &Actor,
    size: i128,
    seq: u64,
) -> Result<Prepared, SandboxError> {
    let quote = sandbox.quote(maker, ETH, size, PRICE, seq);
    let (call, exchange) = (sandbox.fill_call(taker, &quote, UNIT), sandbox.at.exchange);
    Ok(Prepared::new(sandbox, taker, exchange, &call))
}

/// All orders of a lane that was used.
fn cancel(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (maker, _) = used_lane(&mut sandbox)?;
    let call = cancelCall { account: maker.account(), lane: 1, belowSeq: 9 };
    let exchange = sandbox.at.exchange;
    Ok(Prepared::new(sandbox, &maker, exchange, &call))
}

// ── House ──────────────────────────────────────────────────────────────────────────────────────────

/// A venue that is an externally owned account, and one perpetual leg a side.
fn venue(sandbox: &mut Sandbox) -> Result<(Actor, Fill), SandboxError> {
    let venue = sandbox.venue(1)?;
    let (maker, taker) = (sandbox.trader("maker", 10_000)?, sandbox.trader("taker", 10_000)?);
    sandbox.open(&taker, &maker, UNIT, 1)?;
    let fill = Fill {
        maker: maker.account(),
        taker: taker.account(),
        instrument: perpetual(ETH),
        size: wad(1),
        price: micros(PRICE),
        makerFee: micros(400_000),
        takerFee: micros(1_000_000),
        reduceOnly: 0,
    };
    Ok((venue, fill))
}

fn trade_perp(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (venue, fill) = venue(&mut sandbox)?;
    let house = sandbox.at.clearing_house;
    Ok(Prepared::new(sandbox, &venue, house, &tradeCall { fills: vec![fill] }))
}

fn trade_ten(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (venue, fill) = venue(&mut sandbox)?;
    let house = sandbox.at.clearing_house;
    let size = micros(100_000);
    let fill = Fill { size, makerFee: I256::ZERO, takerFee: I256::ZERO, ..fill };
    Ok(Prepared::new(sandbox, &venue, house, &tradeCall { fills: vec![fill; 10] }))
}

fn accrue(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (venue, _) = venue(&mut sandbox)?;
    let house = sandbox.at.clearing_house;
    Ok(Prepared::new(sandbox, &venue, house, &accrueCall { underlyings: vec![ETH] }))
}

// ── Keepers ────────────────────────────────────────────────────────────────────────────────────────

/// A long that is under water by its maintenance margin, and a keeper.
fn distress(sandbox: &mut Sandbox) -> Result<(Actor, Actor), SandboxError> {
    let (alice, bob) = (sandbox.trader("alice", 2_100)?, sandbox.trader("bob", 100_000)?);
    let keeper = sandbox.trader("keeper", 20_000)?;
    sandbox.open(&alice, &bob, 20 * UNIT, 1)?;
    sandbox.must("price", |sandbox| sandbox.set_price(ETH, 1_950_000_000))?;
    Ok((alice, keeper))
}

fn observe(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (_, keeper) = distress(&mut sandbox)?;
    let oracle = sandbox.at.oracle_adapter;
    Ok(Prepared::new(sandbox, &keeper, oracle, &observeCall { underlyings: vec![ETH] }))
}

fn flag(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, keeper) = distress(&mut sandbox)?;
    sandbox.must("observe", |sandbox| sandbox.observe(&keeper, ETH))?;
    let call = flagCall { account: alice.account(), rewardTo: keeper.account() };
    let liquidation = sandbox.at.liquidation;
    Ok(Prepared::new(sandbox, &keeper, liquidation, &call))
}

fn rebalance(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, keeper) = distress(&mut sandbox)?;
    sandbox.must("observe", |sandbox| sandbox.observe(&keeper, ETH))?;
    sandbox.must("flag", |sandbox| sandbox.flag(&keeper, alice.account()))?;
    let (account, counterparty) = (alice.account(), keeper.account());
    let call = rebalanceCall { account, underlying: ETH, size: wad(4), counterparty };
    let liquidation = sandbox.at.liquidation;
    Ok(Prepared::new(sandbox, &keeper, liquidation, &call))
}

fn unflag(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, keeper) = distress(&mut sandbox)?;
    sandbox.must("flag", |sandbox| sandbox.flag(&keeper, alice.account()))?;
    sandbox.must("price", |sandbox| sandbox.set_price(ETH, 2_000_000_000))?;
    let (liquidation, call) = (sandbox.at.liquidation, unflagCall { account: alice.account() });
    Ok(Prepared::new(sandbox, &keeper, liquidation, &call))
}

/// A debt without positions, and an insurance that can pay it.
fn cover(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let (alice, bob) = (sandbox.trader("alice", 2_100)?, sandbox.trader("bob", 100_000)?);
    let keeper = sandbox.trader("keeper", 20_000)?;
    sandbox.must("fund", |sandbox| sandbox.fund(&bob, coins(10_000)))?;
    sandbox.must("insure", |sandbox| sandbox.deposit(&bob, INSURANCE, coins(10_000)))?;
    sandbox.open(&alice, &bob, 20 * UNIT, 1)?;
    sandbox.must("price", |sandbox| sandbox.set_price(ETH, 1_880_000_000))?;
    sandbox.must("flag", |sandbox| sandbox.flag(&keeper, alice.account()))?;
    sandbox
        .must("take over", |sandbox| sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT))?;
    let (liquidation, call) = (sandbox.at.liquidation, coverCall { account: alice.account() });
    Ok(Prepared::new(sandbox, &keeper, liquidation, &call))
}

// ── Views ──────────────────────────────────────────────────────────────────────────────────────────

fn holder(sandbox: &mut Sandbox) -> Result<Actor, SandboxError> {
    let (alice, bob) = (sandbox.trader("alice", 10_000)?, sandbox.trader("bob", 10_000)?);
    sandbox.open(&alice, &bob, UNIT, 1)?;
    Ok(alice)
}

fn view_account_state(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = holder(&mut sandbox)?;
    let (lens, call) = (sandbox.at.lens, accountStateCall { account: alice.account() });
    Ok(Prepared::new(sandbox, &alice, lens, &call))
}

fn view_account_states(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = holder(&mut sandbox)?;
    let call = accountStatesCall { accounts: vec![alice.account(); 4] };
    let lens = sandbox.at.lens;
    Ok(Prepared::new(sandbox, &alice, lens, &call))
}

fn view_market_states(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = holder(&mut sandbox)?;
    let call = marketStatesCall { underlyings: vec![ETH, BTC] };
    let lens = sandbox.at.lens;
    Ok(Prepared::new(sandbox, &alice, lens, &call))
}

fn view_health(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = holder(&mut sandbox)?;
    let (house, call) = (sandbox.at.clearing_house, healthCall { id: alice.account() });
    Ok(Prepared::new(sandbox, &alice, house, &call))
}

fn view_spot(mut sandbox: Sandbox) -> Result<Prepared, SandboxError> {
    let alice = holder(&mut sandbox)?;
    let (oracle, call) = (sandbox.at.oracle_adapter, spotCall { underlying: ETH });
    Ok(Prepared::new(sandbox, &alice, oracle, &call))
}

impl Sandbox {
    /// An actor with so many quote coins in its account.
    ///
    /// # Errors
    /// [`SandboxError::Step`].
    pub fn trader(&mut self, name: &str, deposit: u64) -> Result<Actor, SandboxError> {
        let actor = self.actor(name);
        self.must("fund", |sandbox| sandbox.fund(&actor, coins(deposit.max(1))))?;
        if deposit > 0 {
            self.must("deposit", |sandbox| {
                sandbox.deposit(&actor, actor.account(), coins(deposit))
            })?;
        }
        Ok(actor)
    }

    /// An externally owned account with these rights in the house: bit n is `Right(n)`.
    ///
    /// # Errors
    /// [`SandboxError::Step`].
    pub fn venue(&mut self, rights: u8) -> Result<Actor, SandboxError> {
        let (venue, owner, house) =
            (self.actor("venue"), self.owner.clone(), self.at.clearing_house);
        let call = setVenueCall { venue: venue.address(), rights };
        self.must("venue", |sandbox| sandbox.send(&owner, house, &call))?;
        Ok(venue)
    }

    /// `long` buys `units` (millionths) of ether's perpetual from `short` at its first price.
    ///
    /// # Errors
    /// [`SandboxError::Step`].
    pub fn open(
        &mut self,
        long: &Actor,
        short: &Actor,
        units: i128,
        seq: u64,
    ) -> Result<(), SandboxError> {
        let quote = self.quote(short, ETH, -units, PRICE, seq);
        self.must("open", |sandbox| sandbox.fill(long, &quote, units))
    }

    /// Deposits one of two ether tokens that an actor is given.
    fn hold_ether(&mut self, actor: &Actor) -> Result<(), SandboxError> {
        let (token, vault) = (self.ether_token, self.at.vault);
        let call = depositCall { account: actor.account(), asset: 1, amount: devnet::ether(1) };
        self.must("mint", |sandbox| sandbox.mint(actor, token, devnet::ether(2)))?;
        self.must("deposit ether", |sandbox| sandbox.send(actor, vault, &call))
    }

    /// Does what must succeed.
    fn must<T: Success>(
        &mut self,
        step: &str,
        action: impl FnOnce(&mut Self) -> Result<T, Rejected>,
    ) -> Result<(), SandboxError> {
        let failed = |reason| SandboxError::Step { step: step.to_owned(), reason };
        let done = action(self).map_err(|rejected| failed(rejected.to_string()))?;
        done.failure().map_or(Ok(()), |reason| Err(failed(reason)))
    }
}

/// Whether something that was included did what it was to do.
trait Success {
    /// Why it did not.
    fn failure(&self) -> Option<String>;
}

impl Success for () {
    fn failure(&self) -> Option<String> {
        None
    }
}

impl Success for Outcome {
    fn failure(&self) -> Option<String> {
        (!self.is_success()).then(|| format!("{:?}", ballast_abi::decode_revert(&self.output)))
    }
}
