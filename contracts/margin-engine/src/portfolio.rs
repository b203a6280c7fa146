//! What one portfolio is worth and must hold: pure, over a world that is known.

use ballast_layout::parameters::CollateralRecord;
use ballast_layout::{CollateralWord, PerpetualLeg};
use contract_abi::generated::margin_engine::{errors, Assessment, Doubt, Grade};
use contract_abi::generated::oracle_adapter::Spot;
use contract_abi::{Revert, Word};

use crate::market::Market;
use crate::request::MAX_MARKETS;
use crate::risk;

/// A collateral asset with its price.
#[derive(Clone, Copy)]
pub struct Asset {
    /// Its parameters.
    pub record: CollateralRecord,
    /// The price of what it follows.
    pub price: Spot,
}

/// What all portfolios of an assessment share.
pub struct World<'a> {
    /// The markets, at most [`MAX_MARKETS`].
    pub markets: &'a [Market],
    /// The collateral assets in use that the parameter set knows.
    pub assets: &'a [Asset],
    /// The smallest reward of a keeper.
    pub keeper_minimum: i128,
}

/// The size of a portfolio in one market, in units.
#[derive(Clone, Copy, Default)]
struct Exposure {
    /// Longs less shorts.
    net: i128,
    /// Longs and shorts.
    gross: i128,
}

/// Sums of an assessment under way.
#[derive(Clone, Copy)]
struct Totals {
    equity: i128,
    initial: i128,
    maintenance: i128,
    /// Least initial margin, whatever is netted.
    leverage: i128,
    grade: Grade,
    doubt: Doubt,
}

impl World<'_> {
    /// Assesses a portfolio.
    ///
    /// # Rounding
    /// Values down, requirements up.
    ///
    /// # Errors
    /// `UnknownMarket` for a leg in a market that is not here, `Overflow`.
    pub fn assessment(
        &self,
        cash: i128,
        legs: &[Word],
        collateral: &[Word],
    ) -> Result<Assessment, Revert> {
        let mut totals = Totals::of(cash);
        let exposures = self.exposures(legs, &mut totals)?;
        let summed = self
            .markets
            .iter()
            .zip(&exposures)
            .filter(|(_, exposure)| exposure.gross != 0)
            .try_for_each(|(market, exposure)| totals.add_market(market, exposure));
        summed.ok_or_else(errors::overflow)?;
        for word in collateral {
            let CollateralWord { asset, amount } = CollateralWord::unpack(word);
            if let Some(known) = self.assets.iter().find(|known| known.record.asset == asset) {
                totals.add_collateral(known, amount).ok_or_else(errors::overflow)?;
            }
        }
        let has_position = exposures.iter().any(|exposure| exposure.gross != 0);
        let minimum = if has_position { self.keeper_minimum } else { 0 };
        totals.bounded_below(minimum).ok_or_else(errors::overflow)
    }

    /// The portfolio's size by market, in the order of the markets.
    fn exposures(
        &self,
        legs: &[Word],
        totals: &mut Totals,
    ) -> Result<[Exposure; MAX_MARKETS], Revert> {
        let mut exposures = [Exposure::default(); MAX_MARKETS];
        for word in legs {
            let PerpetualLeg { underlying, size, .. } = PerpetualLeg::unpack(word);
            let known = |(market, _): &(&Market, _)| market.record.underlying == underlying;
            let (market, exposure) = self
                .markets
                .iter()
                .zip(&mut exposures)
                .find(known)
                .ok_or_else(|| errors::unknown_market(underlying))?;
            exposure.add(size).ok_or_else(errors::overflow)?;
            totals.uses(&market.index);
        }
        Ok(exposures)
    }
}

impl Exposure {
    fn add(&mut self, size: i128) -> Option<()> {
        self.net = self.net.checked_add(size)?;
        self.gross = self.gross.checked_add(size.checked_abs()?)?;
        Some(())
    }
}

impl Totals {
    const fn of(cash: i128) -> Self {
        let (grade, doubt) = (Grade::Good, Doubt::None);
        Self { equity: cash, initial: 0, maintenance: 0, leverage: 0, grade, doubt }
    }

    /// Lowers the grade to that of a price that is used; keeps the first reason.
    fn uses(&mut self, price: &Spot) {
        self.grade = self.grade.min(price.grade);
        if self.doubt == Doubt::None {
            self.doubt = price.doubt;
        }
    }

    fn add_market(&mut self, market: &Market, exposure: &Exposure) -> Option<()> {
        let value = risk::mul_floor(exposure.net, market.mark)?;
        self.equity = self.equity.checked_add(value)?;
        let net = risk::mul_ceil(exposure.net.checked_abs()?, market.mark)?;
        let gross = risk::mul_ceil(exposure.gross, market.mark)?;
        let record = &market.record;
        let factor = risk::size_factor_ceil(net, record.size_scale)?;
        let initial = risk::scaled_rate_ceil(record.initial_rate, factor)?;
        let initial = risk::crowded_ceil(initial, market.crowding)?;
        let maintenance = risk::scaled_rate_ceil(record.maintenance_rate, factor)?;
        let initial = risk::linear_ceil(initial, record.spread_initial, net, gross)?;
        let maintenance = risk::linear_ceil(maintenance, record.spread_maintenance, net, gross)?;
        let initial = risk::mul_ceil(initial, market.latency.initial)?;
        let maintenance = risk::mul_ceil(maintenance, market.latency.maintenance)?;
        self.initial = self.initial.checked_add(initial)?;
        self.maintenance = self.maintenance.checked_add(maintenance)?;
        let at_index = risk::mul_ceil(exposure.gross, market.index.price)?;
        let leverage = risk::mul_ceil(at_index, record.leverage_floor)?;
        self.leverage = self.leverage.checked_add(leverage)?;
        Some(())
    }

    /// Collateral counts in full in equity; its haircuts are requirements. A negative amount, which no
    /// house holds, counts in full against the portfolio and has no haircut.
    fn add_collateral(&mut self, asset: &Asset, amount: i128) -> Option<()> {
        self.uses(&asset.price);
        let value = risk::mul_floor(amount, asset.price.price)?;
        self.equity = self.equity.checked_add(value)?;
        let value = value.max(0);
        let maintenance = risk::mul_ceil(value, asset.record.maintenance_haircut)?;
        let initial = risk::mul_ceil(value, asset.record.initial_haircut)?;
        self.maintenance = self.maintenance.checked_add(maintenance)?;
        self.initial = self.initial.checked_add(maintenance)?.checked_add(initial)?;
        Some(())
    }

    /// The assessment, requirements raised to their lower bounds: for leverage, and to twice and three
    /// times what a keeper is owed. Initial margin is at least maintenance margin (ENG-1) already for
    /// each term: rates, spreads, latency and haircuts are ordered so.
    fn bounded_below(&self, minimum: i128) -> Option<Assessment> {
        let maintenance_margin = self.maintenance.max(minimum.checked_mul(2)?);
        let initial = self.initial.max(self.leverage).max(minimum.checked_mul(3)?);
        Some(Assessment {
            equity: self.equity,
            initial_margin: initial.max(maintenance_margin),
            maintenance_margin,
            grade: self.grade,
            doubt: self.doubt,
        })
    }
}
