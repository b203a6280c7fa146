//! The price at which an account would be liquidated.

use ballast_math::fixed::quantity::{Cash, Price, Product, Ratio, Size};
use ballast_math::risk::linear::size_factor_ceil;
use ballast_math::MathError;
use contract_abi::generated::clearing_house::{calls, MarketState, Outcome};
use contract_abi::generated::lens::errors;
use contract_abi::generated::margin_engine;
use contract_abi::Revert;

use crate::below::{bubble, Below, ALL_GAS};

/// Halvings of the bracket: 2⁻⁵⁶ of the mark is below any tick.
const STEPS: u32 = 56;
/// How far above the mark a short's price is looked for, as a power of two.
const REACH: u32 = 10;

/// A position as its margin sees it: what moves when its mark does.
struct Stake {
    size: Size,
    mark: i128,
    /// Equity over maintenance margin at the mark, of the whole account.
    balance: Cash,
    rate: Ratio,
    scale: Cash,
}

/// The mark at which the account's equity meets its maintenance margin, all else unchanged; 0 if there
/// is none up to 1,024 times the present mark.
///
/// The requirement of the position is `rate · h · notional` with its size factor; the spread term and
/// the lower bounds of the account are held as they are.
pub(crate) fn liquidation_price(
    below: &Below,
    size: i128,
    market: &MarketState,
    outcome: &Outcome,
) -> Result<i128, Revert> {
    if size == 0 || market.mark_price <= 0 {
        return Ok(0);
    }
    let (engine, _) = calls::engine(&below.house, ALL_GAS).map_err(bubble(&below.house))?;
    let parameters = margin_engine::calls::market(&engine, ALL_GAS, market.underlying)
        .map_err(bubble(&engine))?;
    let stake = Stake {
        size: Size(size),
        mark: market.mark_price,
        balance: Cash(outcome.equity.saturating_sub(outcome.maintenance_margin)),
        rate: Ratio(parameters.maintenance_rate),
        scale: Cash(parameters.size_scale),
    };
    stake.price().map_err(|_| errors::overflow())
}

impl Stake {
    /// The balance falls as a long's mark falls and as a short's rises: one crossing at most, found by
    /// halving.
    fn price(&self) -> Result<i128, MathError> {
        let far = if self.size > Size::ZERO { 0 } else { self.mark.saturating_mul(1 << REACH) };
        let near = if self.size > Size::ZERO { self.mark.saturating_mul(1 << REACH) } else { 0 };
        let (mut safe, mut unsafe_) = (near, far);
        if self.holds(unsafe_)? || !self.holds(safe)? {
            return Ok(0);
        }
        for _ in 0..STEPS + REACH {
            let middle = safe.midpoint(unsafe_);
            if self.holds(middle)? {
                safe = middle;
            } else {
                unsafe_ = middle;
            }
        }
        Ok(safe)
    }

    /// Whether equity reaches the maintenance margin at a mark.
    fn holds(&self, mark: i128) -> Result<bool, MathError> {
        let moved = self
            .size
            .mul_floor(Price(mark))?
            .checked_sub(self.size.mul_floor(Price(self.mark))?)?;
        let required = self.requirement(mark)?.checked_sub(self.requirement(self.mark)?)?;
        Ok(self.balance.checked_add(moved)?.checked_sub(required)? >= Cash::ZERO)
    }

    fn requirement(&self, mark: i128) -> Result<Cash, MathError> {
        let notional = self.size.checked_abs()?.mul_ceil(Price(mark))?;
        let rate = self.rate.mul_ceil(size_factor_ceil(notional, self.scale)?)?;
        notional.mul_ceil(rate.min(Ratio(ballast_math::fixed::WAD)))
    }
}
