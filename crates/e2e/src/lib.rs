//! Tests of Ballast over real WASM in the devnet: see `tests/e2e`, one file per user action.
