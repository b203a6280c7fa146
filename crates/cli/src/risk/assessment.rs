//! What a portfolio is worth, and what it must hold.

mod doubt;

use anyhow::{Context, Result};
use ballast_math::fixed::quantity::Product;
use ballast_math::risk::collateral::{CollateralPrices, collateral_prices_floor, wrong_way_ceil};
use ballast_math::risk::latency::latency_ceil;
use ballast_math::risk::portfolio::{
    ExpiryTotals, Greeks, Losses, Model, Pass, PassMemory, Row, SpotLegs, collateral_addon_ceil,
    linear_addon_ceil, portfolio_balances, strike_addons_ceil,
};
use ballast_math::risk::terms::Terms;
use ballast_math::risk::{Balances, Health, Requirement};
use ballast_math::{Cash, MathError, Price, Size};

use super::Portfolio;
use super::portfolio::{Collateral, Expiry};

/// Everything that the margins of a portfolio are made of.
pub(crate) struct Assessment {
    /// Equity and requirements.
    pub(crate) health: Health,
    /// Equity less requirements.
    pub(crate) balances: Balances,
    /// Legs, marked to market.
    pub(crate) marked: Cash,
    /// Collateral in the quote coin.
    pub(crate) collateral: Cash,
    /// The worst scenarios.
    pub(crate) losses: Losses,
    /// What they take off the balances.
    pub(crate) counted: Balances,
    /// What no scenario shows.
    pub(crate) addons: Requirement,
    /// Doubt and collateral that falls with the positions.
    pub(crate) terms: Requirement,
    /// Of all legs and of collateral that is in the scenarios.
    pub(crate) greeks: Greeks,
    /// Profit and loss of the rows that count.
    pub(crate) rows: Vec<(Row, Cash)>,
    /// Of the scenario of the basis.
    pub(crate) basis: Cash,
    /// Of the delta floor.
    pub(crate) delta_floor: Cash,
}

impl Assessment {
    /// Prices every leg in every scenario that counts in the regime, and puts the margins together.
    ///
    /// # Errors
    /// Numbers outside the domain or too large, with the part of the portfolio that they are of.
    pub(crate) fn new(of: &Portfolio, model: &Model<'_>) -> Result<Self> {
        let model = model.in_regime(of.regime);
        let mut memory = PassMemory::new();
        let mut pass = Pass::new(&model, &mut memory)?;
        pass.add_spot(&spot_legs(of)?).context("perpetual and collateral")?;
        let mut totals = Vec::with_capacity(of.expiries.len());
        for expiry in &of.expiries {
            let added = pass.add_expiry(&expiry.market, &expiry.options, expiry.future);
            totals.push(added.with_context(|| format!("expiry {}", expiry.name))?);
        }
        Ok(Self::of_pass(of, &model, &pass, &totals)?)
    }

    fn of_pass(
        of: &Portfolio,
        model: &Model<'_>,
        pass: &Pass<'_>,
        totals: &[ExpiryTotals],
    ) -> Result<Self, MathError> {
        let losses = pass.losses(of.regime)?;
        let latency = latency_ceil(of.price_age);
        let multiplier = of.maintenance_multiplier;
        let multipliers = model.multipliers_ceil(of.regime, multiplier, latency, of.stable)?;
        let counted = losses.balances_floor(multipliers)?;
        let (addons, greeks) = (addons_ceil(of, model)?, *pass.greeks());
        let terms = Terms {
            confidence: doubt::doubt_ceil(of, model, totals)?,
            wrong_way: wrong_way(of, greeks.dollars)?,
            ..Terms::default()
        };
        let terms = terms.charges_ceil()?;
        let (marked, collateral) = (pass.value(), collateral_floor(of, model)?);
        let equity = Balances::both(of.cash.checked_add(marked)?).checked_add(collateral)?;
        let balances = portfolio_balances(equity, counted, addons, terms)?;
        let scenarios = pass.scenarios();
        let rows = scenarios.rows().map(|(row, pnl)| Ok((*row, pnl?)));
        Ok(Self {
            health: balances.health(equity.maintenance, Requirement::default())?,
            balances,
            marked,
            collateral: collateral.maintenance,
            losses,
            counted,
            addons,
            terms,
            greeks,
            rows: rows.collect::<Result<_, MathError>>()?,
            basis: scenarios.basis(),
            delta_floor: scenarios.delta_floor()?,
        })
    }
}

/// The perpetual, and the collateral that is in the scenarios.
pub(super) fn spot_legs(of: &Portfolio) -> Result<SpotLegs, MathError> {
    let legs =
        SpotLegs { perpetual: of.perpetual.size, mark: of.perpetual.mark, ..SpotLegs::default() };
    match of.collateral.iter().find(|held| held.is_risk_cancelling) {
        None => Ok(legs),
        Some(held) => Ok(SpotLegs {
            collateral: held.amount,
            collateral_price: prices(of, held)?.maintenance,
            ..legs
        }),
    }
}

fn prices(of: &Portfolio, held: &Collateral) -> Result<CollateralPrices, MathError> {
    collateral_prices_floor(held.price, of.stable)
}

/// The value of a collateral in the quote coin.
fn value_floor(of: &Portfolio, held: &Collateral) -> Result<Cash, MathError> {
    held.amount.mul_floor(prices(of, held)?.maintenance)
}

/// What collateral is worth: in a model that adapts, a quote coin below its peg makes none worth more for
/// initial margin.
fn collateral_floor(of: &Portfolio, model: &Model<'_>) -> Result<Balances, MathError> {
    let mut sum = Balances::default();
    for held in &of.collateral {
        let prices = prices(of, held)?;
        let initial = if model.is_adaptive { prices.initial } else { prices.maintenance };
        sum = sum.checked_add(Balances {
            initial: held.amount.mul_floor(initial)?,
            maintenance: held.amount.mul_floor(prices.maintenance)?,
        })?;
    }
    Ok(sum)
}

fn addons_ceil(of: &Portfolio, model: &Model<'_>) -> Result<Requirement, MathError> {
    let mut sum = Requirement::default();
    let mut futures = Size::ZERO;
    for expiry in of.expiries.iter().filter(|expiry| expiry.market.seconds > 0) {
        let strikes = sorted_strikes(expiry);
        sum = sum.checked_add(strike_addons_ceil(strikes, of.index, model.addons.strike)?)?;
        futures = futures.checked_add(expiry.future.checked_abs()?)?;
    }
    for held in &of.collateral {
        sum = sum.checked_add(collateral_addon_ceil(value_floor(of, held)?, held.haircuts)?)?;
    }
    let linear = linear_addon_ceil(of.perpetual.size, futures, of.index, model.addons.linear)?;
    sum.checked_add(linear)
}

fn sorted_strikes(of: &Expiry) -> Vec<(Price, Size)> {
    let mut strikes: Vec<_> = of.options.iter().map(|leg| (leg.strike, leg.size)).collect();
    strikes.sort_by_key(|(strike, _)| *strike);
    strikes
}

/// Of collateral that is neither stable nor in the scenarios.
fn wrong_way(of: &Portfolio, dollars: Cash) -> Result<Cash, MathError> {
    let is_exposed = |held: &&Collateral| !held.is_risk_cancelling && !held.is_stable;
    let mut value = Cash::ZERO;
    for held in of.collateral.iter().filter(is_exposed) {
        value = value.checked_add(value_floor(of, held)?)?;
    }
    wrong_way_ceil(value, dollars)
}
