//! What one option is worth, and how that moves.
//!
//! * [`expiry`]: what the options of one expiry share: time, discount, the settlement window
//! * [`quote`]: prices and Greeks of a call and a put in one pass, Black-76 and Black–Scholes
//! * [`scenario`]: one value for a shocked forward and volatility, for portfolios
//! * [`mod@implied_volatility`]: the volatility of a price
//! * [`settlement`]: the last half hour, in which the settlement price forms as a mean
//! * [`svi`]: the volatility of a strike from a surface, and when a surface is acceptable
//!
//! All of them stand on one function, [`mod@time_value`]: what an out-of-the-money option is worth for each unit
//! of the smaller of forward and strike. The other kind is worth the intrinsic value more, which keeps
//! parity exact and prices within their bounds by construction.
//!
//! # Units
//! Volatility and rates are per year of 365 days; vega is per 1.00 of volatility, rho per 1.00 of rate,
//! theta and charm per year of passing time.

pub mod expiry;
pub mod implied_volatility;
mod kind;
pub mod quote;
pub mod scenario;
pub mod settlement;
pub mod svi;
pub mod time_value;

pub use expiry::Expiry;
pub use implied_volatility::{implied_volatility, implied_volatility_of_spot};
pub use kind::Kind;
pub use quote::{Quote, Side, black_76, black_scholes};
pub use settlement::Settlement;
