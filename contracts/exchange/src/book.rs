//! An order in hand: what has been checked of it, and how much of it is filled.

use ballast_layout::OrderLane;
use contract_abi::generated::exchange::{errors, Order};
use contract_abi::Revert;

use crate::consent::owner;
use crate::storage::FeeRates;

/// The order must bring its side nearer to zero.
pub(crate) const REDUCE_ONLY: u16 = 1;

/// An order, where it stands in its lane, and the fee rates of its market.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) order: Order,
    /// The lane as stored; none for an order of the sender's own, whose size bounds this call only.
    pub(crate) lane: Option<OrderLane>,
    /// Units filled of this order, this call included.
    pub(crate) filled: i128,
    /// Whether any of it filled in this call.
    pub(crate) filled_now: bool,
    pub(crate) rates: FeeRates,
}

impl Entry {
    /// Checks everything about an order but consent.
    ///
    /// # Errors
    /// `BadOrder`, `UnknownFlags`, `OrderExpired`, `SequencePassed`.
    pub(crate) fn new(
        index: usize,
        order: Order,
        lane: Option<OrderLane>,
        rates: FeeRates,
        now: u64,
    ) -> Result<Self, Revert> {
        let is_numbered = lane.is_none() || order.seq > 0;
        // The least value has no magnitude, and a limit of zero is no price.
        if !is_numbered || order.size == 0 || order.size == i128::MIN || order.limit <= 0 {
            return Err(errors::bad_order(index as u128));
        }
        if order.flags & !REDUCE_ONLY != 0 {
            return Err(errors::unknown_flags(order.flags));
        }
        if order.deadline < now {
            return Err(errors::order_expired(&order.account, order.deadline));
        }
        let filled = filled_before(&order, lane.as_ref())?;
        Ok(Self { order, lane, filled, filled_now: false, rates })
    }

    /// Whether the order buys.
    pub(crate) fn is_buy(&self) -> bool {
        self.order.size > 0
    }

    /// Whether this order may trade with `other`'s owner.
    ///
    /// # Errors
    /// `TakerNotAllowed(account, allowed)`.
    pub(crate) fn admits(&self, other: &Self) -> Result<(), Revert> {
        let allowed = &self.order.taker;
        if *allowed == [0; 20] || *allowed == owner(&other.order.account) {
            Ok(())
        } else {
            Err(errors::taker_not_allowed(&other.order.account, allowed))
        }
    }

    /// Whether the order accepts a price.
    ///
    /// # Errors
    /// `LimitCrossed(account, price, limit)`.
    pub(crate) fn accepts_price(&self, price: i128) -> Result<(), Revert> {
        let limit = self.order.limit;
        let accepted = if self.is_buy() { price <= limit } else { price >= limit };
        if accepted {
            Ok(())
        } else {
            Err(errors::limit_crossed(&self.order.account, price, limit))
        }
    }

    /// Whether the order accepts a fee rate.
    ///
    /// # Errors
    /// `FeeTooHigh(account, rate, bound)`.
    pub(crate) fn accepts_fee(&self, rate: i128) -> Result<(), Revert> {
        if rate <= self.order.max_fee {
            Ok(())
        } else {
            Err(errors::fee_too_high(&self.order.account, rate, self.order.max_fee))
        }
    }

    /// Fills `size` > 0 units more.
    ///
    /// # Errors
    /// `Overfilled(account, actual, bound)`.
    pub(crate) fn fill(&mut self, size: i128) -> Result<(), Revert> {
        let bound = self.order.size.saturating_abs();
        let filled = self.filled.saturating_add(size);
        if filled > bound {
            return Err(errors::overfilled(&self.order.account, filled, bound));
        }
        self.filled = filled;
        self.filled_now = true;
        Ok(())
    }

    /// The lane after this call; none if nothing of it filled.
    pub(crate) fn lane_after(&self) -> Option<OrderLane> {
        let lane = self.lane.as_ref().filter(|_| self.filled_now)?;
        Some(OrderLane {
            seq: self.order.seq,
            filled: self.filled.unsigned_abs(),
            cancelled_below: lane.cancelled_below,
        })
    }
}

/// How much of the order was filled before, by the lane's word: nothing of one that is numbered above the
/// last that filled.
fn filled_before(order: &Order, lane: Option<&OrderLane>) -> Result<i128, Revert> {
    let Some(lane) = lane else { return Ok(0) };
    let current = lane.seq.max(lane.cancelled_below);
    if order.seq < current {
        return Err(errors::sequence_passed(&order.account, order.seq, current));
    }
    if order.seq == lane.seq {
        return Ok(i128::try_from(lane.filled).unwrap_or(i128::MAX));
    }
    Ok(0)
}

/// Refuses two orders of one lane in a call: which of them the lane's word should follow is not defined.
///
/// # Errors
/// `BadOrder(index)` of the second.
pub(crate) fn refuse_shared_lanes(entries: &[Entry]) -> Result<(), Revert> {
    for (index, entry) in entries.iter().enumerate() {
        let shares = |other: &Entry| {
            other.lane.is_some()
                && other.order.lane == entry.order.lane
                && other.order.account == entry.order.account
        };
        if entry.lane.is_some() && entries.iter().take(index).any(shares) {
            return Err(errors::bad_order(index as u128));
        }
    }
    Ok(())
}
