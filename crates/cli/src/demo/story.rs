//! The story, step by step.

use super::peers;
use super::table::{Row, Table};
use alloy_primitives::I256;
use anyhow::{Result, anyhow, bail};
use ballast_abi::account::INSURANCE;
use ballast_abi::{RevertReason, decode_revert};
use ballast_sandbox::{Actor, ETH, Sandbox, Settings, UNIT, coins};
use devnet::{Outcome, Rejected};

const DAY_PART: u64 = 8 * 3_600;

/// What was told, and the chain on which it happened.
pub(crate) struct Story {
    pub(crate) table: Table,
    pub(crate) sandbox: Sandbox,
    pub(crate) people: Vec<Actor>,
}

/// Tells it. Feeds stand behind proxies, as on the real chain.
pub(crate) fn told() -> Result<Story> {
    let sandbox = Sandbox::with(Settings { proxied_feeds: true, ..Settings::default() })?;
    let mut story = Story { table: Table::default(), sandbox, people: Vec::new() };
    story.deployment();
    let [alice, bob, keeper] = ["Alice", "Bob", "Keeper"].map(|name| story.sandbox.actor(name));
    story.people = vec![alice.clone(), bob.clone(), keeper.clone()];
    story.deposits(&alice, &bob, &keeper)?;
    story.trades(&alice, &bob)?;
    story.funding(&alice, &keeper)?;
    story.refusal(&alice)?;
    story.liquidation(&alice, &keeper)?;
    story.payout(&alice, &bob, &keeper)?;
    Ok(story)
}

impl Story {
    fn deployment(&mut self) {
        let steps = &self.sandbox.deployment_gas;
        let programs = steps.iter().filter(|(name, _)| name.starts_with("activate")).count();
        let gas = steps.iter().map(|(_, gas)| gas).sum();
        let result = format!("{programs} programs live after {} transactions", steps.len());
        self.tell("Owner", "deploys, activates, configures", result, Some(gas), None);
    }

    fn deposits(&mut self, alice: &Actor, bob: &Actor, keeper: &Actor) -> Result<()> {
        for (actor, amount) in [(alice, 10_000), (bob, 10_000), (keeper, 20_000)] {
            included(self.sandbox.fund(actor, coins(amount + 1_000)))?;
            let outcome = done(self.sandbox.deposit(actor, actor.account(), coins(amount)))?;
            let what = format!("deposits {amount}");
            self.tell(
                &actor.name,
                what,
                self.standing(actor)?,
                Some(outcome.gas_used),
                Some(peers::FIRST_DEPOSIT),
            );
        }
        let outcome = done(self.sandbox.deposit(keeper, INSURANCE, coins(1_000)))?;
        self.tell(&keeper.name, "deposits 1,000 into insurance", "", Some(outcome.gas_used), None);
        Ok(())
    }

    fn trades(&mut self, alice: &Actor, bob: &Actor) -> Result<()> {
        let first = self.sandbox.quote(bob, ETH, -15 * UNIT, 2_000 * UNIT, 1);
        let outcome = done(self.sandbox.fill(alice, &first, 15 * UNIT))?;
        let what = "takes 15 ETH of Bob's signed offer at 2,000";
        self.tell(
            &alice.name,
            what,
            self.standing(alice)?,
            Some(outcome.gas_used),
            Some(peers::SIGNED_FILL),
        );
        let second = self.sandbox.quote(bob, ETH, -5 * UNIT, 2_001 * UNIT, 2);
        let outcome = done(self.sandbox.fill(alice, &second, 5 * UNIT))?;
        let what = "takes 5 ETH more at 2,001";
        self.tell(
            &alice.name,
            what,
            self.standing(alice)?,
            Some(outcome.gas_used),
            Some(peers::PERPETUAL_ADD),
        );
        Ok(())
    }

    fn funding(&mut self, alice: &Actor, keeper: &Actor) -> Result<()> {
        self.sandbox.chain.advance(DAY_PART);
        included(self.sandbox.set_price(ETH, 2_010_000_000))?;
        let outcome = done(self.sandbox.observe(keeper, ETH))?;
        self.tell(
            &keeper.name,
            "eight hours on, observes ETH at 2,010",
            "",
            Some(outcome.gas_used),
            Some(peers::SPOT_FEED),
        );
        let outcome = done(self.sandbox.accrue(keeper, ETH))?;
        let (_, owed) = read(self.sandbox.position(alice.account(), ETH))?;
        let result = format!("Alice owes {} of funding", amount(owed));
        self.tell(
            &keeper.name,
            "accrues funding",
            result,
            Some(outcome.gas_used),
            Some(peers::FUNDING),
        );
        Ok(())
    }

    fn refusal(&mut self, alice: &Actor) -> Result<()> {
        let outcome = included(self.sandbox.withdraw(alice, alice.account(), coins(9_000)))?;
        let RevertReason::Typed { name, .. } = decode_revert(&outcome.output) else {
            bail!("the withdrawal was not refused with a typed error: {}", outcome.reason());
        };
        self.tell(
            &alice.name,
            "asks for 9,000 back",
            format!("refused: {name}"),
            Some(outcome.gas_used),
            None,
        );
        Ok(())
    }

    fn liquidation(&mut self, alice: &Actor, keeper: &Actor) -> Result<()> {
        included(self.sandbox.set_price(ETH, 1_540_000_000))?;
        self.tell("Market", "falls to 1,540", self.standing(alice)?, None, None);
        let outcome = done(self.sandbox.flag(keeper, alice.account()))?;
        self.tell(
            &keeper.name,
            "flags Alice",
            "the keeper is paid",
            Some(outcome.gas_used),
            Some(peers::AUCTION_START),
        );
        let outcome = done(self.sandbox.rebalance(keeper, alice.account(), ETH, 7 * UNIT))?;
        let what = "takes over 7 ETH at the mark less 0.25%";
        self.tell(
            &keeper.name,
            what,
            self.standing(alice)?,
            Some(outcome.gas_used),
            Some(peers::AUCTION_BID),
        );
        let unflag =
            ballast_abi::liquidation::ILiquidation::unflagCall { account: alice.account() };
        let outcome = done(self.sandbox.send(keeper, self.sandbox.at.liquidation, &unflag))?;
        self.tell(&keeper.name, "clears the flag", "", Some(outcome.gas_used), None);
        Ok(())
    }

    fn payout(&mut self, alice: &Actor, bob: &Actor, keeper: &Actor) -> Result<()> {
        for (seller, units) in [(keeper, 7), (alice, 13)] {
            let offer = self.sandbox.quote(seller, ETH, -units * UNIT, 1_540 * UNIT, 1);
            let outcome = done(self.sandbox.fill(bob, &offer, units * UNIT))?;
            let what = format!("closes {units} ETH against {} at 1,540", seller.name);
            self.tell(
                &bob.name,
                what,
                self.standing(bob)?,
                Some(outcome.gas_used),
                Some(peers::PERPETUAL_ADD),
            );
        }
        for actor in [bob, alice] {
            let free = read(self.sandbox.account_state(actor.account()))?.withdrawable;
            let units = u64::try_from(free / I256::try_from(1_000_000_000_000_i64)?)?;
            let outcome = done(self.sandbox.withdraw(
                actor,
                actor.account(),
                alloy_primitives::U256::from(units),
            ))?;
            let what = format!("withdraws {}", amount(free));
            self.tell(
                &actor.name,
                what,
                self.standing(actor)?,
                Some(outcome.gas_used),
                Some(peers::WITHDRAW),
            );
        }
        Ok(())
    }

    fn standing(&self, actor: &Actor) -> Result<String> {
        let state = read(self.sandbox.account_state(actor.account()))?;
        let size = state.positions.first().map_or(I256::ZERO, |position| position.size);
        Ok(format!("{} has {} and {} ETH", actor.name, amount(state.equity), amount(size)))
    }

    fn tell(
        &mut self,
        who: &str,
        what: impl Into<String>,
        result: impl Into<String>,
        gas: Option<u64>,
        peer: Option<u64>,
    ) {
        self.table.push(Row {
            who: who.to_owned(),
            what: what.into(),
            result: result.into(),
            gas,
            peer,
        });
    }
}

/// An 18-decimal amount to hundredths.
fn amount(wad: I256) -> String {
    let hundredths = wad / I256::try_from(10_000_000_000_000_000_i64).unwrap_or(I256::ONE);
    let sign = if hundredths < I256::ZERO { "-" } else { "" };
    let absolute = hundredths.unsigned_abs();
    let hundred = alloy_primitives::U256::from(100);
    format!("{sign}{}.{:02}", absolute / hundred, (absolute % hundred).to::<u64>())
}

fn included<T>(result: Result<T, Rejected>) -> Result<T> {
    result.map_err(|rejected| anyhow!("not included: {rejected}"))
}

fn done(result: Result<Outcome, Rejected>) -> Result<Outcome> {
    let outcome = included(result)?;
    if outcome.is_success() {
        return Ok(outcome);
    }
    match decode_revert(&outcome.output) {
        RevertReason::Typed { text, .. } => bail!("refused: {text}"),
        _ => bail!("failed: {}", outcome.reason()),
    }
}

fn read<T>(answer: Result<T, RevertReason>) -> Result<T> {
    answer.map_err(|reason| anyhow!("a view was refused: {reason:?}"))
}
