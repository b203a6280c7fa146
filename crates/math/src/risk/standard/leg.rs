//! An option as standard margin sees it.

use crate::fixed::quantity::{Price, Size};
use crate::pricing::Kind;

/// A position in an option of the expiry at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionLeg {
    /// Call or put.
    pub kind: Kind,
    /// Its strike.
    pub strike: Price,
    /// Its size; positive is long.
    pub size: Size,
    /// Its mark per unit, undiscounted. Of a short leg it is owed, so it is to be rounded up.
    pub mark: Price,
}

/// Puts legs in the order of their strikes, in place.
///
/// By insertion: an account's legs come in two ascending runs, calls and puts, whose merging costs at
/// most n²/4 exchanges, and 128 legs are the most there are. Legs that are in order cost one comparison
/// each.
///
/// # Examples
/// ```
/// use ballast_math::pricing::Kind;
/// use ballast_math::risk::standard::{OptionLeg, sort_by_strike};
/// use ballast_math::{Price, Size};
/// let leg = |strike| OptionLeg {
///     kind: Kind::Put, strike: Price(strike), size: Size(1), mark: Price(0) };
/// let mut legs = [leg(3), leg(1), leg(2)];
/// sort_by_strike(&mut legs);
/// assert_eq!(legs, [leg(1), leg(2), leg(3)]);
/// ```
pub fn sort_by_strike(legs: &mut [OptionLeg]) {
    for end in 1..=legs.len() {
        if let Some(head) = legs.get_mut(..end) {
            sink_last(head);
        }
    }
}

/// Moves the last leg down to its place among the others, which are in order.
fn sink_last(mut legs: &mut [OptionLeg]) {
    while let [rest @ .., last] = legs {
        match rest.last_mut() {
            Some(before) if before.strike > last.strike => core::mem::swap(before, last),
            _ => return,
        }
        legs = rest;
    }
}
