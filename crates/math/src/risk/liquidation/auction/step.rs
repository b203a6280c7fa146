//! What becomes of a solvent auction.

use super::Auctioned;
use crate::fixed::quantity::{Cash, Ratio};

/// Where an auction goes from a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuctionStep {
    /// It is over: the account is free, its proceeds are cash.
    Ended,
    /// It turns insolvent: the clock restarts, the proceeds are cash.
    Insolvent,
    /// It goes on with the proceeds as cash, none from here; the clock stays.
    Absorbed,
    /// It goes on.
    Running,
}

/// Where an auction goes, before a bid or after one. `took_largest` says that a bid took the
/// [largest fraction](super::largest_fraction_floor) or more, which ends it whatever the last digit of
/// the balance says.
///
/// In this order: buffered balance of 0 or more, or the largest fraction taken: ended. Equity below 0,
/// or φ = 0 with a negative balance over maintenance margin: insolvent. Proceeds of at least the
/// equity: absorbed, since nothing but them is left to offer.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidation::{AuctionStep, Auctioned, auction_step}};
/// let account = Auctioned {
///     equity: Cash(90), maintenance: Cash(-20), buffered: Cash(-30), proceeds: Cash(95) };
/// let step = |account: &Auctioned, share| auction_step(account, Ratio(share), false);
/// assert_eq!(step(&account, 1), AuctionStep::Absorbed);
/// assert_eq!(step(&Auctioned { proceeds: Cash(80), ..account }, 1), AuctionStep::Running);
/// assert_eq!(step(&account, 0), AuctionStep::Insolvent);
/// assert_eq!(step(&Auctioned { buffered: Cash(0), ..account }, 0), AuctionStep::Ended);
/// ```
pub fn auction_step(account: &Auctioned, share: Ratio, took_largest: bool) -> AuctionStep {
    let Auctioned { equity, maintenance, buffered, proceeds } = *account;
    let is_spent = share <= Ratio::ZERO && maintenance < Cash::ZERO;
    if buffered >= Cash::ZERO || (took_largest && equity >= Cash::ZERO) {
        AuctionStep::Ended
    } else if equity < Cash::ZERO || is_spent {
        AuctionStep::Insolvent
    } else if proceeds > Cash::ZERO && proceeds >= equity {
        AuctionStep::Absorbed
    } else {
        AuctionStep::Running
    }
}
