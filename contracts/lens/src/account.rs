//! An account's whole state.

use alloc::vec::Vec;

use ballast_layout::{Instrument, Leg};
use ballast_math::fixed::mul_ceil;
use contract_abi::generated::clearing_house::{calls, MarketState, Outcome};
use contract_abi::generated::lens::{errors, AccountState, Collateral, Position};
use contract_abi::generated::shared::Grade;
use contract_abi::{Revert, Word};

use crate::below::{bubble, Below, ALL_GAS};
use crate::price::liquidation_price;

/// Collateral assets are 1 to this.
const LAST_ASSET: u16 = 15;

/// Everything about an account.
pub(crate) fn state(below: &Below, account: &Word) -> Result<AccountState, Revert> {
    let house = &below.house;
    let header = calls::account(house, ALL_GAS, account).map_err(bubble(house))?;
    let (cash, _, flagged, _, bitmap, _) = header;
    let outcome = calls::health(house, ALL_GAS, account).map_err(bubble(house))?;
    let free_collateral = free(&outcome);
    Ok(AccountState {
        account: *account,
        owner: account.first_chunk().copied().unwrap_or_default(),
        flagged,
        cash,
        equity: outcome.equity,
        initial_margin: outcome.initial_margin,
        maintenance_margin: outcome.maintenance_margin,
        free_collateral,
        withdrawable: withdrawable(&outcome, flagged),
        grade: outcome.grade,
        doubt: outcome.doubt,
        positions: positions(below, account, &outcome)?,
        collateral: collateral(below, account, bitmap)?,
    })
}

/// The quote that the house would let go: free collateral, as far as it is not somebody else's quote.
fn withdrawable(outcome: &Outcome, flagged: bool) -> i128 {
    if flagged || outcome.grade != Grade::Good {
        return 0;
    }
    free(outcome).min(outcome.settled_quote).max(0)
}

/// Equity over initial margin, at least zero.
fn free(outcome: &Outcome) -> i128 {
    outcome.equity.saturating_sub(outcome.initial_margin).max(0)
}

fn positions(below: &Below, account: &Word, outcome: &Outcome) -> Result<Vec<Position>, Revert> {
    let house = &below.house;
    let words = calls::legs(house, ALL_GAS, account).map_err(bubble(house))?;
    let mut positions = Vec::with_capacity(words.len());
    for word in &words {
        let leg = Leg::unpack(word).map_err(|_| errors::call_failed(house))?;
        let underlying = leg.instrument().underlying();
        let market = calls::market(house, ALL_GAS, underlying).map_err(bubble(house))?;
        positions.push(position(below, account, leg.instrument(), &market, outcome)?);
    }
    Ok(positions)
}

fn position(
    below: &Below,
    account: &Word,
    instrument: Instrument,
    market: &MarketState,
    outcome: &Outcome,
) -> Result<Position, Revert> {
    let house = &below.house;
    let (size, funding_owed) =
        calls::position(house, ALL_GAS, account, instrument.0).map_err(bubble(house))?;
    let notional =
        mul_ceil(size.saturating_abs(), market.mark_price).map_err(|_| errors::overflow())?;
    Ok(Position {
        instrument: instrument.0,
        underlying: instrument.underlying(),
        size,
        mark_price: market.mark_price,
        notional,
        funding_owed,
        liquidation_price: liquidation_price(below, size, market, outcome)?,
    })
}

fn collateral(below: &Below, account: &Word, bitmap: u16) -> Result<Vec<Collateral>, Revert> {
    let house = &below.house;
    let mut balances = Vec::with_capacity(bitmap.count_ones() as usize);
    for asset in (1..=LAST_ASSET).filter(|asset| bitmap >> asset & 1 != 0) {
        let amount = calls::collateral(house, ALL_GAS, account, asset).map_err(bubble(house))?;
        balances.push(Collateral { asset, amount });
    }
    Ok(balances)
}
