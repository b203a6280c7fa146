//! Calls and puts.

/// Whether an option is a right to buy or to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To buy: pays `max(0, price − strike)`.
    Call,
    /// To sell: pays `max(0, strike − price)`.
    Put,
}
