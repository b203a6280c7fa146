//! COM-1, COM-2: every generated codec against alloy, on random, short, dirty and out-of-range words.
//!
//! `generated` has one module for each interface, written by the generator: a contract that passes
//! every call on to a peer and every answer back, and the list of its selectors, errors and events.
//! What alloy makes of the same `.sol` file decides what is right; `support` asks it.

#![allow(unreachable_pub)]

extern crate alloc;

#[rustfmt::skip]
mod generated;
mod support;
