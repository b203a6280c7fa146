//! Positions: finding, opening, changing and putting them in order.

use super::{Account, Book, Leg};
use crate::list::List;
use crate::money::{difference, negated, sum};
use crate::refused::{overflow, Refused};

/// A size and the funding index up to which its funding is realised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    /// Signed size, WAD units; positive is long.
    pub(crate) size: i128,
    /// WAD quote units per unit.
    pub(crate) index: i128,
}

impl Book {
    /// Changes an account's size in a market by `delta`, after realising the funding of the leg. Returns the
    /// size afterwards and what the cash changed by.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn change(
        &mut self,
        seat: usize,
        place: usize,
        delta: i128,
    ) -> Result<(i128, i128), Refused> {
        let index = self.market(place)?.index;
        let account = self.account_mut(seat)?;
        let leg = account.leg_or_open(place)?;
        let from = leg.after.size;
        let funding = negated(leg.after.owed_ceil(index)?)?;
        let to = sum(from, delta)?;
        leg.after = Position { size: to, index };
        account.add_cash(funding)?;
        self.market_mut(place)?.count(from, to)?;
        Ok((to, funding))
    }

    /// An account's size in a market.
    pub(crate) fn size(&self, seat: usize, place: usize) -> Result<i128, Refused> {
        Ok(self.account(seat)?.leg(place).map_or(0, |leg| leg.after.size))
    }
}

impl Account {
    /// The leg in a market, if the account has or had one.
    pub(crate) fn leg(&self, place: usize) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.market == place)
    }

    /// The leg in a market, opened with size zero if there is none.
    fn leg_or_open(&mut self, place: usize) -> Result<&mut Leg, Refused> {
        let found = self.legs.iter().position(|leg| leg.market == place);
        let at = found.unwrap_or(self.legs.len());
        if found.is_none() {
            self.legs.push(Leg { market: place, ..Leg::default() });
        }
        self.legs.get_mut(at).ok_or_else(overflow)
    }
}

impl super::Market {
    /// Counts a position that went from one size to another towards the open interest.
    ///
    /// # Errors
    /// `Overflow`.
    fn count(&mut self, from: i128, to: i128) -> Result<(), Refused> {
        self.long_size = sum(self.long_size, difference(to.max(0), from.max(0))?)?;
        Ok(())
    }
}

/// The legs as they are to be stored: the last one takes the place of one that was closed, so that a
/// closed leg costs one write and the slot behind the last leg keeps its word for the next opening.
pub(crate) fn compact(legs: &List<Leg>) -> List<Leg> {
    let mut kept = legs.clone();
    let mut at = 0;
    while at < kept.len() {
        if kept.get(at).is_some_and(|leg| leg.after.size == 0) {
            kept.swap_remove(at);
        } else {
            at = at.saturating_add(1);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refused::told;

    fn leg(market: usize, before: i128, after: i128) -> Leg {
        let position = |size| Position { size, index: 0 };
        Leg { market, before: position(before), after: position(after) }
    }

    fn markets(legs: &List<Leg>) -> Vec<usize> {
        compact(legs).iter().map(|leg| leg.market).collect()
    }

    #[test]
    fn compact_of_closed_legs_moves_the_last_into_the_hole() {
        for (sizes, expected) in [
            (vec![], vec![]),
            (vec![1], vec![0]),
            (vec![0], vec![]),
            (vec![0, 1, 1], vec![2, 1]),
            (vec![1, 0, 1], vec![0, 2]),
            (vec![1, 1, 0], vec![0, 1]),
            (vec![0, 0, 1, 0], vec![2]),
            (vec![0, 1, 0, 0, 1], vec![4, 1]),
        ] {
            let mut legs = List::default();
            legs.extend(sizes.iter().enumerate().map(|(at, size)| leg(at, 1, *size)));
            assert_eq!(markets(&legs), expected, "{sizes:?}");
        }
    }

    #[test]
    fn count_of_a_position_that_changes_sign_counts_the_long_part() {
        for (from, to, expected) in
            [(0, 5, 15), (5, 0, 5), (5, -3, 5), (-3, 5, 15), (-3, -5, 10), (2, 5, 13)]
        {
            let mut market = super::super::Market { long_size: 10, ..Default::default() };
            assert_eq!(told(market.count(from, to)), Ok(()));
            assert_eq!(market.long_size, expected, "{from} to {to}");
        }
    }
}
