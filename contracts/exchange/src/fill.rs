//! `fill` and `previewFill`: consent, lanes, matches, then the clearing house decides margin.

use alloc::vec::Vec;

use ballast_layout::Instrument;
use contract_abi::generated::clearing_house::{self, calls, Fill};
use contract_abi::generated::exchange::{errors, events, Match, Order, Outcome};
use contract_abi::{host, Address, CallFailure, Revert};

use crate::book::{refuse_shared_lanes, Entry};
use crate::consent;
use crate::hash::{domain_separator, signing_hash};
use crate::matching::{matched, OrderFill};
use crate::storage;

/// Orders and matches of one call at most.
const MAX_ORDERS: usize = 16;
const MAX_MATCHES: usize = 32;

/// Fills signed orders.
pub(crate) fn fill(
    orders: Vec<Order>,
    signatures: &[u8],
    matches: &[Match],
) -> Result<Vec<Outcome>, Revert> {
    let signatures = signatures_of(&orders, signatures, matches)?;
    let signed: Vec<bool> = signatures.iter().map(|signature| !signature.is_empty()).collect();
    let mut entries = load(orders, &signed)?;
    require_consent(&entries, &signatures)?;
    let result = matched(&mut entries, matches)?;
    for entry in &entries {
        storage::store_entry(entry)?;
    }
    log(&entries, &result.logs);
    settle(calls::trade, &result.fills)
}

/// What `fill` would answer; an order without a number is the sender's own, every other as if signed.
pub(crate) fn preview(orders: Vec<Order>, matches: &[Match]) -> Result<Vec<Outcome>, Revert> {
    require_counts(orders.len(), matches.len())?;
    let signed: Vec<bool> = orders.iter().map(|order| order.seq > 0).collect();
    let mut entries = load(orders, &signed)?;
    let result = matched(&mut entries, matches)?;
    settle(calls::preview_trade, &result.fills)
}

fn signatures_of<'a>(
    orders: &[Order],
    signatures: &'a [u8],
    matches: &[Match],
) -> Result<Vec<&'a [u8]>, Revert> {
    require_counts(orders.len(), matches.len())?;
    consent::split(signatures, orders.len())
}

fn require_counts(orders: usize, matches: usize) -> Result<(), Revert> {
    if orders == 0 || matches == 0 {
        return Err(errors::empty());
    }
    for (actual, bound) in [(orders, MAX_ORDERS), (matches, MAX_MATCHES)] {
        if actual > bound {
            return Err(errors::too_many(actual as u128, bound as u128));
        }
    }
    Ok(())
}

fn load(orders: Vec<Order>, signed: &[bool]) -> Result<Vec<Entry>, Revert> {
    let now = host::timestamp();
    let mut entries = Vec::with_capacity(orders.len());
    for ((index, order), is_signed) in orders.into_iter().enumerate().zip(signed) {
        let lane = if *is_signed { Some(storage::lane(&order.account, order.lane)) } else { None };
        let rates = storage::fee_rates(Instrument(order.instrument).underlying());
        entries.push(Entry::new(index, order, lane, rates, now)?);
    }
    refuse_shared_lanes(&entries)?;
    Ok(entries)
}

/// Every order is the sender's own, or signed. Static calls only, before anything is written.
fn require_consent(entries: &[Entry], signatures: &[&[u8]]) -> Result<(), Revert> {
    let sender = host::sender();
    let mut domain = None;
    for (entry, signature) in entries.iter().zip(signatures) {
        let order = &entry.order;
        if entry.lane.is_none() {
            if consent::owner(&order.account) != sender {
                return Err(errors::not_authorised(&order.account, &sender));
            }
            continue;
        }
        let domain =
            domain.get_or_insert_with(|| domain_separator(host::chain_id(), &host::address()));
        consent::verify(&order.account, &signing_hash(domain, order), signature)?;
    }
    Ok(())
}

fn log(entries: &[Entry], logs: &[OrderFill]) {
    for fill in logs {
        let Some(entry) = entries.get(fill.order) else { continue };
        let order = &entry.order;
        events::order_filled(
            &order.account,
            order.lane,
            order.seq,
            fill.size,
            fill.filled,
            fill.price,
            fill.fee,
        );
    }
}

/// `trade` or `previewTrade` of the clearing house.
type Trade = fn(&Address, u64, &[Fill]) -> Result<Vec<clearing_house::Outcome>, CallFailure>;

/// Hands the fills down; the last effect of the call.
fn settle(trade: Trade, fills: &[Fill]) -> Result<Vec<Outcome>, Revert> {
    let house = storage::clearing_house();
    let outcomes = trade(&house, u64::MAX, fills)
        .map_err(|failure| failure.bubble(errors::call_failed(&house)))?;
    Ok(outcomes.iter().map(outcome).collect())
}

fn outcome(from: &clearing_house::Outcome) -> Outcome {
    Outcome {
        account: from.account,
        cash: from.cash,
        equity: from.equity,
        initial_margin: from.initial_margin,
        maintenance_margin: from.maintenance_margin,
    }
}
