// Generated from contracts/interfaces by `cargo run -p codec`. Not to be edited.

#![allow(
    missing_docs,
    unused_imports,
    unused_variables,
    clippy::match_single_binding,
    clippy::redundant_closure,
    clippy::too_many_arguments,
    clippy::type_complexity
)]
mod clearing_house;
mod exchange;
mod lens;
mod liquidation;
mod margin_engine;
mod oracle_adapter;
mod vault;
mod sample;
