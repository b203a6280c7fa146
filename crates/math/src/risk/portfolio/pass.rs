//! The pass over a portfolio: every leg in every scenario, and its Greeks, once.
//!
//! The order of loops is expiry, leg, row. What the rows of an expiry share is prepared for the expiry ([forwards
//! and shocks](Pass::add_expiry)), what the rows of a leg share for the leg, and a value is then one
//! [revaluation](crate::pricing::scenario). Values are discounted with the rate of their expiry, which counts
//! from 0 up: `V = q·d·(intrinsic + min(K, F)·b(k, s))`.
//!
//! # Accuracy
//! Marks and Greeks are those of [`Settlement::quote`](crate::pricing::Settlement::quote) times sizes. Values in rows: 2⁻⁴⁰ =
//! 9e-13 of |q|·min(K, F·x) each; see `docs/math/pricing.md`.

mod contributions;
mod expiry;
mod greeks;
mod market;
mod points;
mod shocks;

pub use contributions::{Contribution, contributions, spot_contribution};
pub use greeks::Greeks;
pub use market::{ExpiryMarket, Position, SpotLegs};
pub use points::{MOST_VALUES, PassMemory};

use super::{Basis, ExpiryValues, Losses, Model, Scenarios};
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use crate::pricing::Settlement;
use crate::risk::linear::LinearBook;
use crate::risk::regime::Regime;
use expiry::PreparedExpiry;
use points::{Forward, Point, fill};

/// What a pass found in one expiry.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExpiryTotals {
    /// F: what its options are priced with.
    pub forward: Price,
    /// Its options, marked to market.
    pub options: Cash,
    /// Its future, marked to market: q·F.
    pub future: Cash,
    /// Of its options and its future.
    pub greeks: Greeks,
    /// Σ|q| of short options.
    pub short: Size,
    /// Σ|q| of options.
    pub gross: Size,
}

/// A portfolio in one market, as it adds up.
#[derive(Debug)]
pub struct Pass<'a> {
    model: &'a Model<'a>,
    scenarios: Scenarios<'a>,
    sums: &'a mut [Cash],
    points: &'a mut [Point],
    /// Points that are filled in with forwards that move as a whole; 0 if there are none.
    free: usize,
    value: Cash,
    greeks: Greeks,
}

impl<'a> Pass<'a> {
    /// A portfolio without legs.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] if the model has more than [`MOST_VALUES`] values, the two of the basis
    /// included.
    ///
    /// # Examples
    /// A call at the money that is paid for can lose what it is worth, and no more:
    /// ```
    /// use ballast_math::pricing::Kind;
    /// use ballast_math::risk::portfolio::{ExpiryMarket, OURS, Pass, PassMemory, Position};
    /// use ballast_math::risk::regime::Regime;
    /// use ballast_math::{Cash, Price, Ratio, Size};
    /// const ONE: i128 = 1_000_000_000_000_000_000;
    /// let week = ExpiryMarket {
    ///     seconds: 7 * 86_400, rate: Ratio::ZERO, live: Price(100 * ONE), fixed: Price::ZERO };
    /// let call = Position {
    ///     kind: Kind::Call, strike: Price(100 * ONE), size: Size(ONE), volatility: Ratio::millionths(600_000) };
    /// let mut memory = PassMemory::new();
    /// let mut pass = Pass::new(&OURS, &mut memory)?;
    /// let expiry = pass.add_expiry(&week, &[call], Size::ZERO)?;
    /// assert_eq!((pass.value(), expiry.gross), (expiry.options, Size(ONE)));
    /// assert!(pass.greeks().delta > Size(ONE / 2));
    /// let losses = pass.losses(Regime::Normal)?;
    /// assert!(losses.worst < Cash::ZERO && losses.worst >= Cash(-pass.value().0));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn new(model: &'a Model<'a>, memory: &'a mut PassMemory) -> Result<Self, MathError> {
        if model.values_per_expiry() > MOST_VALUES.saturating_sub(2) {
            return Err(MathError::OutOfDomain);
        }
        let PassMemory { totals, sums, points } = memory;
        Ok(Self {
            model,
            scenarios: Scenarios::new(model, totals)?,
            sums,
            points,
            free: 0,
            value: Cash::ZERO,
            greeks: Greeks::ZERO,
        })
    }

    /// Adds an expiry: its options and the size of its future. Each expiry is added once, since its net
    /// value decides how it is discounted. An expired one only adds what it pays.
    ///
    /// # Domain
    /// |q|·K and |q|·F below 1.2e12, at most 128 options.
    ///
    /// # Rounding
    /// Marks and rows down, save for the [accuracy](self) of values in rows.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for negative prices or volatilities; [`MathError::Overflow`].
    pub fn add_expiry(
        &mut self,
        market: &ExpiryMarket,
        options: &[Position],
        future: Size,
    ) -> Result<ExpiryTotals, MathError> {
        let settlement = market.settlement(self.model.is_averaging)?;
        let forward = settlement.forward;
        let mut totals = ExpiryTotals { forward, ..ExpiryTotals::default() };
        totals.future = future.mul_floor(forward)?;
        if market.seconds == 0 {
            for option in options {
                let payoff = option.payoff_floor(forward)?;
                totals.options = totals.options.checked_add(payoff)?;
            }
        } else {
            let basis = self.add_options(market, &settlement, options, &mut totals)?;
            let futures = self.add_future(&settlement, future, &mut totals)?;
            self.scenarios.add_basis(&Basis {
                futures,
                years: settlement.expiry.years(),
                ..basis
            })?;
        }
        self.value = self.value.checked_add(totals.options)?.checked_add(totals.future)?;
        self.greeks = self.greeks.checked_add(totals.greeks)?;
        Ok(totals)
    }

    /// Adds the options of an expiry to the rows, and gives what they are in the scenario of the basis.
    fn add_options(
        &mut self,
        market: &ExpiryMarket,
        settlement: &Settlement,
        options: &[Position],
        totals: &mut ExpiryTotals,
    ) -> Result<Basis, MathError> {
        if options.is_empty() {
            return Ok(Basis::default());
        }
        let count = self.fill_points(settlement)?;
        let points = self.points.get(..count).ok_or(MathError::OutOfDomain)?;
        let sums = self.sums.get_mut(..count).ok_or(MathError::OutOfDomain)?;
        sums.fill(Cash::ZERO);
        let prepared = PreparedExpiry::new(self.model, market, settlement)?;
        for option in options {
            let leg = prepared.leg(option)?;
            leg.add_values(points, sums)?;
            totals.add(option, &leg)?;
            if self.model.delta_floor != Ratio::ZERO {
                self.scenarios.add_option_dollars(option.size, leg.greeks.dollars, leg.mark)?;
            }
        }
        let (rows, basis) = sums.split_at_checked(count.wrapping_sub(2)).unwrap_or_default();
        let value = totals.options;
        self.scenarios.add_options(&ExpiryValues { value, rows }, prepared.factors)?;
        let [up, down] = *basis else { return Err(MathError::OutOfDomain) };
        Ok(Basis { value, up, down, ..Basis::default() })
    }

    /// How many points an expiry has, after filling them in. Those of forwards that move as a whole are the
    /// same for all expiries.
    fn fill_points(&mut self, settlement: &Settlement) -> Result<usize, MathError> {
        let forward = Forward::new(settlement);
        if forward.is_free() && self.free != 0 {
            return Ok(self.free);
        }
        let count = fill(self.points, self.model, &forward)?;
        self.free = if forward.is_free() { count } else { 0 };
        Ok(count)
    }

    /// Adds a future to the rows: by the variable part of its forward, its roll by all of it.
    fn add_future(
        &mut self,
        settlement: &Settlement,
        size: Size,
        totals: &mut ExpiryTotals,
    ) -> Result<LinearBook, MathError> {
        let mut moving = LinearBook::default();
        if size == Size::ZERO {
            return Ok(moving);
        }
        moving.add(size, settlement.variable)?;
        self.scenarios.add_linear(&moving)?;
        self.scenarios.add_dollars(moving.value_floor)?;
        let mut whole = LinearBook::default();
        whole.add(size, settlement.forward)?;
        self.scenarios.add_roll(whole.gross_ceil)?;
        let delta = settlement.live_size(size)?;
        let greeks = Greeks::of_linear(delta, moving.value_floor);
        totals.greeks = totals.greeks.checked_add(greeks)?;
        Ok(moving)
    }

    /// Adds the perpetual and the collateral that is in the scenarios; once, since they are one term of the
    /// delta floor. The collateral's value is no part of [`value`](Self::value).
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub fn add_spot(&mut self, legs: &SpotLegs) -> Result<(), MathError> {
        let book = legs.book()?;
        self.scenarios.add_linear(&book)?;
        self.scenarios.add_dollars(book.value_floor)?;
        self.value = self.value.checked_add(legs.perpetual.mul_floor(legs.mark)?)?;
        let delta = legs.perpetual.checked_add(legs.collateral)?;
        self.greeks = self.greeks.checked_add(Greeks::of_linear(delta, book.value_floor))?;
        Ok(())
    }

    /// All legs, marked to market.
    #[inline]
    pub const fn value(&self) -> Cash {
        self.value
    }

    /// Of all legs, and of the collateral that is in the scenarios.
    #[inline]
    pub const fn greeks(&self) -> &Greeks {
        &self.greeks
    }

    /// Profit and loss in each row, the basis and the delta floor.
    #[inline]
    pub const fn scenarios(&self) -> &Scenarios<'a> {
        &self.scenarios
    }

    /// The worst scenarios: see [`Scenarios::losses`].
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn losses(&self, regime: Regime) -> Result<Losses, MathError> {
        self.scenarios.losses(regime)
    }
}

impl ExpiryTotals {
    fn add(&mut self, option: &Position, leg: &expiry::PricedLeg) -> Result<(), MathError> {
        self.options = self.options.checked_add(leg.mark)?;
        self.greeks = self.greeks.checked_add(leg.greeks)?;
        self.gross = self.gross.checked_add(option.size.checked_abs()?)?;
        self.short = self.short.checked_sub(option.size.min(Size::ZERO))?;
        Ok(())
    }
}
