//! What one portfolio is worth and must hold: pure, over a world that is known.

use ballast_layout::parameters::CollateralRecord;
use ballast_layout::{CollateralWord, PerpetualLeg};
use ballast_math::fixed::quantity::Product;
use ballast_math::risk::bounds::{leverage_bound_ceil, minimum_requirement};
use ballast_math::risk::linear::LinearBook;
use ballast_math::risk::Requirement;
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use contract_abi::generated::margin_engine::{Assessment, Doubt, Grade};
use contract_abi::generated::oracle_adapter::Spot;
use contract_abi::Word;

use crate::market::Market;
use crate::request::MAX_MARKETS;

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
    pub keeper_minimum: Cash,
}

impl World<'_> {
    /// Assesses a portfolio. Legs in a market that is not here, which the caller has refused, and
    /// collateral of an unknown asset count nothing.
    ///
    /// # Rounding
    /// Values down, requirements up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn assessment(
        &self,
        cash: i128,
        legs: &[Word],
        collateral: &[Word],
    ) -> Result<Assessment, MathError> {
        let mut totals = Totals::of(Cash(cash));
        let holdings = self.holdings(legs, &mut totals)?;
        for (market, holding) in self.markets.iter().zip(&holdings) {
            if holding.is_some() {
                totals.add_market(market, holding)?;
            }
        }
        for word in collateral {
            let CollateralWord { asset, amount } = CollateralWord::unpack(word);
            if let Some(known) = self.assets.iter().find(|known| known.record.asset == asset) {
                totals.add_collateral(known, Size(amount))?;
            }
        }
        let has_position = holdings.iter().any(Holding::is_some);
        totals.assessment(minimum_requirement(self.keeper_minimum, has_position)?)
    }

    /// The portfolio's legs summed by market, in the order of the markets. All perpetuals of a market have
    /// one price, so that sizes can be added before anything is multiplied.
    fn holdings(
        &self,
        legs: &[Word],
        totals: &mut Totals,
    ) -> Result<[Holding; MAX_MARKETS], MathError> {
        let mut holdings = [Holding::default(); MAX_MARKETS];
        for word in legs {
            let leg = PerpetualLeg::unpack(word);
            let mut known = self.markets.iter().zip(&mut holdings);
            let found = known.find(|(market, _)| market.record.underlying == leg.underlying);
            if let Some((market, holding)) = found {
                holding.add(Size(leg.size))?;
                totals.uses(&market.index, market.index.grade);
            }
        }
        Ok(holdings)
    }
}

/// The size of a portfolio in one market.
#[derive(Clone, Copy, Default)]
struct Holding {
    /// Sum of the longs; not negative.
    long: Size,
    /// Sum of the shorts; not positive.
    short: Size,
}

impl Holding {
    fn add(&mut self, size: Size) -> Result<(), MathError> {
        let side = if size < Size::ZERO { &mut self.short } else { &mut self.long };
        *side = side.checked_add(size)?;
        Ok(())
    }

    const fn is_some(&self) -> bool {
        self.long.0 != 0 || self.short.0 != 0
    }

    fn book(&self, price: Price) -> Result<LinearBook, MathError> {
        let mut book = LinearBook::default();
        for size in [self.long, self.short] {
            if size != Size::ZERO {
                book.add(size, price)?;
            }
        }
        Ok(book)
    }
}

/// Sums of an assessment under way.
struct Totals {
    equity: Cash,
    /// Cash and positions, without collateral.
    settled: Cash,
    required: Requirement,
    /// Least initial margin, whatever is netted.
    leverage: Cash,
    /// Value of collateral at outdated prices, rounded up.
    outdated: Cash,
    grade: Grade,
    doubt: Doubt,
}

impl Totals {
    fn of(cash: Cash) -> Self {
        Self {
            equity: cash,
            settled: cash,
            required: Requirement::default(),
            leverage: Cash::ZERO,
            outdated: Cash::ZERO,
            grade: Grade::Good,
            doubt: Doubt::None,
        }
    }

    /// Lowers the grade to what a price that is used counts as; keeps the first reason.
    fn uses(&mut self, price: &Spot, grade: Grade) {
        self.grade = self.grade.min(grade);
        if self.doubt == Doubt::None {
            self.doubt = price.doubt;
        }
    }

    fn add_market(&mut self, market: &Market, holding: &Holding) -> Result<(), MathError> {
        let book = holding.book(market.mark)?;
        self.equity = self.equity.checked_add(book.value_floor)?;
        self.settled = self.settled.checked_add(book.value_floor)?;
        self.required = self.required.checked_add(market.requirement_ceil(&book)?)?;
        let gross = holding.long.checked_sub(holding.short)?;
        let gross = gross.mul_ceil(Price(market.index.price))?;
        let leverage = leverage_bound_ceil(gross, Ratio(market.record.leverage_floor))?;
        self.leverage = self.leverage.checked_add(leverage)?;
        Ok(())
    }

    /// Collateral counts in full in equity; its haircuts are requirements. A negative amount, which no
    /// house holds, counts in full against the portfolio and has no haircut.
    ///
    /// A price that is outdated or none is doubtful here: whether the collateral matters is known when
    /// everything is summed.
    fn add_collateral(&mut self, asset: &Asset, amount: Size) -> Result<(), MathError> {
        let grade = asset.price.grade;
        self.uses(&asset.price, grade.max(Grade::Doubtful));
        let (value, value_ceil) = amount.mul_bounds(Price(asset.price.price))?;
        self.equity = self.equity.checked_add(value)?;
        let value = value_ceil.max(Cash::ZERO);
        if grade < Grade::Doubtful {
            self.outdated = self.outdated.checked_add(value)?;
        }
        let maintenance = value.mul_ceil(Ratio(asset.record.maintenance_haircut))?;
        let more = value.mul_ceil(Ratio(asset.record.initial_haircut))?;
        let haircut = Requirement { initial: maintenance.checked_add(more)?, maintenance };
        self.required = self.required.checked_add(haircut)?;
        Ok(())
    }

    /// The assessment, requirements raised to their lower bounds. Initial margin is not below maintenance
    /// margin (ENG-1) in any term or bound, so it is not in the sum.
    fn assessment(self, minimum: Requirement) -> Result<Assessment, MathError> {
        let leverage = Requirement { initial: self.leverage, maintenance: Cash::ZERO };
        let required = self.required.at_least(leverage).at_least(minimum);
        let grade = self.grade_against(required.maintenance)?;
        Ok(Assessment {
            equity: self.equity.0,
            settled_quote: self.settled.0,
            initial_margin: required.initial.0,
            maintenance_margin: required.maintenance.0,
            grade,
            doubt: self.doubt,
        })
    }

    /// The grade, if the collateral at outdated prices were worth twice as much. Where that would be enough,
    /// its price decides whether the account is liquidated; a grain of it neither shields nor blocks.
    fn grade_against(&self, maintenance: Cash) -> Result<Grade, MathError> {
        let decides =
            self.outdated > Cash::ZERO && self.equity.checked_add(self.outdated)? >= maintenance;
        Ok(if decides { self.grade.min(Grade::Outdated) } else { self.grade })
    }
}
