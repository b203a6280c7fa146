//! Tests of whole calls on a ledger in memory, with prices as data. The engine's arithmetic is tested
//! where it lives, and the two together over real WASM; here the rules are: what is refused, what moves.

mod accounts;
mod conservation;
mod funding;
mod liquidation;
mod trading;
mod world;
