//! What is fuzzed.

mod implied_volatility;
mod operation;
mod portfolio;
mod surface;

/// A function of bytes.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, and that of its corpus.
    pub name: &'static str,
    /// Runs it; gives the kind of answer.
    pub run: fn(&[u8]) -> u64,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "operation", run: operation::run },
    Target { name: "implied-volatility", run: implied_volatility::run },
    Target { name: "surface", run: surface::run },
    Target { name: "portfolio", run: portfolio::run },
];

/// The target of a name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

/// Runs the target of a name.
///
/// # Panics
/// The input breaks a promise, or there is no such target.
pub fn run(name: &str, input: &[u8]) -> u64 {
    let Some(target) = target(name) else { panic!("there is no target {name}") };
    (target.run)(input)
}

/// The size of a number, as a kind: its sign and every eighth bit of its length.
fn size(value: i128) -> u64 {
    let length = 128 - value.unsigned_abs().leading_zeros();
    u64::from(length.div_ceil(8)) << 1 | u64::from(value < 0)
}

/// Kinds of several numbers as one.
fn kind(parts: impl IntoIterator<Item = u64>) -> u64 {
    parts.into_iter().fold(0, |sum, part| sum.wrapping_mul(131).wrapping_add(part))
}
