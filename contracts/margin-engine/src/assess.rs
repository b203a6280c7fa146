//! Assessing portfolios: what they need is gathered first, prices are asked for once, and then every
//! portfolio is a pure function.

use alloc::vec::Vec;

use ballast_layout::instrument::kind_of;
use ballast_layout::parameters::{CollateralRecord, MarketRecord, ParameterSet};
use ballast_layout::{CollateralWord, Kind, MarketWord, PerpetualLeg};
use ballast_math::{Cash, MathError};
use contract_abi::generated::margin_engine::{errors, Assessment, MarketView};
use contract_abi::{host, Revert, Word};

use crate::market::Market;
use crate::portfolio::{Asset, World};
use crate::prices::Prices;
use crate::request::Request;
use crate::storage::{self, DataContract, NOBODY};

/// Assesses portfolios and reports markets.
///
/// # Errors
/// What [`Request::check`] refuses, `NoParameters`, `UnknownMarket`, `UnknownKind`, what the oracle
/// refuses, `Overflow`.
pub fn assess(request: &Request<'_>) -> Result<(Vec<Assessment>, Vec<MarketView>), Revert> {
    request.check()?;
    if request.needs_no_price() {
        let world = World { markets: &[], assets: &[], keeper_minimum: Cash::ZERO };
        return Ok((assessments(request, &world)?, Vec::new()));
    }
    let now = host::timestamp();
    let pointer = storage::in_force(now);
    if pointer.data == NOBODY {
        return Err(errors::no_parameters());
    }
    let code = DataContract::load(&pointer.data);
    let set = code.set().map_err(|fault| errors::bad_parameters(fault.code()))?;
    let needs = Needs::of(request, &set)?;
    let prices = needs.prices()?;
    let markets = needs.markets(&prices, now)?;
    let assets = needs.assets(&prices)?;
    let keeper_minimum = Cash(set.keeper_minimum());
    let world = World { markets: &markets, assets: &assets, keeper_minimum };
    let views = markets.iter().map(Market::view).collect::<Result<_, _>>().map_err(overflow)?;
    Ok((assessments(request, &world)?, views))
}

fn assessments(request: &Request<'_>, world: &World<'_>) -> Result<Vec<Assessment>, Revert> {
    let assess = |(cash, legs, collateral)| world.assessment(cash, legs, collateral);
    request.each().map(assess).collect::<Result<_, _>>().map_err(overflow)
}

/// Parameters are checked so that nothing divides by zero or leaves a domain: what remains is size.
fn overflow(_: MathError) -> Revert {
    errors::overflow()
}

/// The parameters that a request calls for.
struct Needs {
    markets: Vec<(MarketWord, MarketRecord)>,
    assets: Vec<CollateralRecord>,
}

impl Needs {
    fn of(request: &Request<'_>, set: &ParameterSet<'_>) -> Result<Self, Revert> {
        let known = |word: &Word| {
            let word = MarketWord::unpack(word);
            let record = set.market(word.underlying);
            Ok((word, record.ok_or_else(|| errors::unknown_market(word.underlying))?))
        };
        let markets = request.markets.iter().map(known).collect::<Result<Vec<_>, Revert>>()?;
        let mut needs = Self { markets, assets: Vec::new() };
        request.legs.iter().try_for_each(|leg| needs.check_leg(leg))?;
        request.collateral.iter().for_each(|word| needs.add_asset(word, set));
        Ok(needs)
    }

    fn check_leg(&self, word: &Word) -> Result<(), Revert> {
        let kind = kind_of(word);
        if kind != Kind::Perpetual as u8 {
            return Err(errors::unknown_kind(kind));
        }
        let PerpetualLeg { underlying, .. } = PerpetualLeg::unpack(word);
        match self.markets.iter().any(|(_, record)| record.underlying == underlying) {
            true => Ok(()),
            false => Err(errors::unknown_market(underlying)),
        }
    }

    /// An asset that the set does not know has no price, so it is worth nothing.
    fn add_asset(&mut self, word: &Word, set: &ParameterSet<'_>) {
        let CollateralWord { asset, .. } = CollateralWord::unpack(word);
        if self.assets.iter().all(|known| known.asset != asset) {
            self.assets.extend(set.collateral(asset));
        }
    }

    fn prices(&self) -> Result<Prices, Revert> {
        let mut prices = Prices::default();
        self.markets.iter().for_each(|(word, _)| prices.want(word.underlying));
        self.assets.iter().for_each(|record| prices.want(record.underlying));
        prices.ask()?;
        Ok(prices)
    }

    fn markets(&self, prices: &Prices, now: u64) -> Result<Vec<Market>, Revert> {
        let market = |(word, record): &(MarketWord, MarketRecord)| {
            let index = prices.spot(word.underlying)?;
            Market::new(word, *record, index, now).map_err(overflow)
        };
        self.markets.iter().map(market).collect()
    }

    fn assets(&self, prices: &Prices) -> Result<Vec<Asset>, Revert> {
        let asset = |record: &CollateralRecord| {
            Ok(Asset { record: *record, price: prices.spot(record.underlying)? })
        };
        self.assets.iter().map(asset).collect()
    }
}
