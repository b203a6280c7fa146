//! What programs cost and how they end, to the unit, on small programs written for it.

mod accounts;
mod activation;
mod calls;
mod creations;
mod echo;
mod environment;
mod hostile;
mod ink;
mod lab;
mod memory;
mod outcomes;
mod probe;
mod profile;
mod recent;
mod reentrancy;
mod storage;
mod text;
