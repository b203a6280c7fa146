//! What users, keepers and feeds do.

use crate::setup::{ISupport, answer};
use crate::{Actor, MARKETS, Sandbox, micros};
use alloy_primitives::{Address, B256, Bytes, I256, U256};
use alloy_sol_types::SolCall;
use ballast_abi::exchange::IExchange::{Match, Order, fillCall};
use ballast_abi::liquidation::ILiquidation::{flagCall, rebalanceCall};
use ballast_abi::vault::IVault::{depositCall, withdrawCall};
use ballast_abi::{instrument, oracle, order};
use devnet::{Outcome, Rejected, Request};

/// Fee rate that orders of the sandbox accept: 1%.
const MAX_FEE_MICROS: i128 = 10_000;
/// Seconds for which they stand.
const LIFETIME: u64 = 3_600;
/// Wei that every actor gets for gas.
const GAS_MONEY: u64 = 100;

/// A maker's order and its signature.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The order.
    pub order: Order,
    /// The maker's signature over it.
    pub signature: Bytes,
}

impl Sandbox {
    /// Somebody of this name, with ether for gas.
    pub fn actor(&mut self, name: &str) -> Actor {
        let actor = Actor::named(name);
        self.chain.deal(actor.address(), devnet::ether(GAS_MONEY));
        actor
    }

    /// A transaction of an actor's.
    ///
    /// # Errors
    /// [`Rejected`] if it is not included; one that fails is an outcome.
    pub fn send(
        &mut self,
        actor: &Actor,
        to: Address,
        call: &impl SolCall,
    ) -> Result<Outcome, Rejected> {
        self.chain.transact(Request::call(actor.address(), to, call.abi_encode()))
    }

    // ── Vault ─────────────────────────────────────────────────────────────────────────────────────

    /// Gives an actor quote coins and lets the vault take them.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn fund(&mut self, actor: &Actor, amount: U256) -> Result<(), Rejected> {
        self.mint(actor, self.at.quote, amount)
    }

    /// Gives an actor a test token and lets the vault take it.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn mint(&mut self, actor: &Actor, token: Address, amount: U256) -> Result<(), Rejected> {
        self.send(actor, token, &ISupport::mintCall { to: actor.address(), amount })?;
        self.send(
            actor,
            token,
            &ISupport::approveCall { spender: self.at.vault, amount: U256::MAX },
        )?;
        Ok(())
    }

    /// Deposits quote coins (six decimals) into an account.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn deposit(
        &mut self,
        actor: &Actor,
        account: B256,
        amount: U256,
    ) -> Result<Outcome, Rejected> {
        self.send(actor, self.at.vault, &depositCall { account, asset: 0, amount })
    }

    /// Withdraws quote coins (six decimals) from an account to its owner.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn withdraw(
        &mut self,
        actor: &Actor,
        account: B256,
        amount: U256,
    ) -> Result<Outcome, Rejected> {
        let call = withdrawCall { account, asset: 0, amount, to: actor.address() };
        self.send(actor, self.at.vault, &call)
    }

    // ── Exchange ──────────────────────────────────────────────────────────────────────────────────

    /// An order in the perpetual of an underlying: size (positive buys) and limit in millionths.
    pub fn order(&self, actor: &Actor, underlying: u16, size: i128, limit: i128) -> Order {
        let deadline = self.chain.latest().timestamp() + LIFETIME;
        Order {
            account: actor.account(),
            instrument: instrument::perpetual(underlying),
            size: micros(size),
            limit: micros(limit),
            lane: 0,
            seq: 0,
            deadline: deadline.try_into().unwrap_or_default(),
            flags: 0,
            maxFee: micros(MAX_FEE_MICROS),
            taker: Address::ZERO,
        }
    }

    /// A signed order in lane 1, with the number `seq`.
    pub fn quote(
        &self,
        maker: &Actor,
        underlying: u16,
        size: i128,
        limit: i128,
        seq: u64,
    ) -> Quote {
        let order = Order { lane: 1, seq, ..self.order(maker, underlying, size, limit) };
        self.signed(maker, order)
    }

    /// An order with its maker's signature.
    pub fn signed(&self, maker: &Actor, order: Order) -> Quote {
        let signature = maker.sign(&order, self.at.chain_id, self.at.exchange);
        Quote { order, signature }
    }

    /// The call by which `taker` takes `units` (millionths) of a quote, at its limit.
    pub fn fill_call(&self, taker: &Actor, quote: &Quote, units: i128) -> fillCall {
        let maker = &quote.order;
        let side = if maker.size > I256::ZERO { -1 } else { 1 };
        let own = Order {
            limit: maker.limit,
            instrument: maker.instrument,
            ..self.order(taker, 0, side * units, 0)
        };
        fillCall {
            orders: vec![maker.clone(), own],
            signatures: order::join_signatures(&[quote.signature.clone(), Bytes::new()]),
            matches: vec![Match { maker: 0, taker: 1, size: micros(units) }],
        }
    }

    /// `taker` takes `units` (millionths) of a quote.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn fill(&mut self, taker: &Actor, quote: &Quote, units: i128) -> Result<Outcome, Rejected> {
        let call = self.fill_call(taker, quote, units);
        self.send(taker, self.at.exchange, &call)
    }

    // ── Prices ────────────────────────────────────────────────────────────────────────────────────

    /// Transmits a price (millionths) to the feed of a market.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn set_price(&mut self, underlying: u16, price: i64) -> Result<(), Rejected> {
        let owner = self.owner.clone();
        for (market, aggregator) in MARKETS.iter().zip(self.aggregators.clone()) {
            if market.underlying == underlying {
                self.send(&owner, aggregator, &ISupport::transmitCall { answer: answer(price) })?;
            }
        }
        Ok(())
    }

    /// Tells the sequencer feed that the sequencer is up or down, as of now.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn set_sequencer(&mut self, up: bool) -> Result<(), Rejected> {
        let owner = self.owner.clone();
        let state = ISupport::transmitCall {
            answer: if up { answer(0) } else { alloy_primitives::aliases::I192::ONE },
        };
        self.send(&owner, self.sequencer, &state).map(|_| ())
    }

    /// Has the oracle adapter accept the feed's price.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn observe(&mut self, actor: &Actor, underlying: u16) -> Result<Outcome, Rejected> {
        let call = oracle::IOracleAdapter::observeCall { underlyings: vec![underlying] };
        self.send(actor, self.at.oracle_adapter, &call)
    }

    /// Brings a market's funding up to now.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn accrue(&mut self, actor: &Actor, underlying: u16) -> Result<Outcome, Rejected> {
        let call = ballast_abi::house::IClearingHouse::accrueCall { underlyings: vec![underlying] };
        self.send(actor, self.at.clearing_house, &call)
    }

    // ── Liquidation ───────────────────────────────────────────────────────────────────────────────

    /// Flags an account; the reward goes to the actor's account.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn flag(&mut self, keeper: &Actor, account: B256) -> Result<Outcome, Rejected> {
        let call = flagCall { account, rewardTo: keeper.account() };
        self.send(keeper, self.at.liquidation, &call)
    }

    /// Takes over `size` (millionths, signed as the position) of a flagged account's perpetual.
    ///
    /// # Errors
    /// As [`Sandbox::send`].
    pub fn rebalance(
        &mut self,
        keeper: &Actor,
        account: B256,
        underlying: u16,
        size: i128,
    ) -> Result<Outcome, Rejected> {
        let counterparty = keeper.account();
        let call = rebalanceCall { account, underlying, size: micros(size), counterparty };
        self.send(keeper, self.at.liquidation, &call)
    }
}
