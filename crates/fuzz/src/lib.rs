//! Fuzzing of `ballast-math`: no input panics or wraps, and every answer keeps its promises.
//!
//! A target is a function of bytes that panics where a promise is broken; it returns what kind of answer it got, so
//! that a search knows when it reached something new. Three things run targets: the tests (the corpus, then a
//! bounded [search](Search) from it), the program `ballast-fuzz` (a search as long as one likes, with any
//! compiler), and libFuzzer (`libfuzzer/`, guided by coverage; it needs a nightly compiler).

mod bytes;
mod corpus;
mod mutate;
mod search;
mod targets;

pub use corpus::{corpus, corpus_path, line, lines};
pub use search::Search;
pub use targets::{TARGETS, Target, run, target};
