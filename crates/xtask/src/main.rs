//! The repository's own chores: WASM build, sizes, ABI export, snapshots, rules.
fn main() {}
