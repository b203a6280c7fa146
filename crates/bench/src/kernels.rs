//! The kernels of one option: what each costs in WASM and in the EVM, and how far the answers are apart.

use crate::agreement::{self, Words};
use crate::inputs::{Case, cases};
use crate::record::{Arguments, operation, row};
use crate::subjects::Subjects;
use alloy_primitives::Bytes;
use anyhow::{Result, ensure};
use ballast_math::probe::{OUTPUT, run};

/// Numbers of the twin's kernels: `test/bench/Twins.sol`.
mod twin {
    pub(super) const PRICE: u8 = 0;
    pub(super) const GREEKS: u8 = 1;
    pub(super) const TWO_VALUES: u8 = 2;
    pub(super) const ONE_VALUE: u8 = 3;
    pub(super) const IMPLIED_VOLATILITY: u8 = 4;
}

/// What a kernel costs on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Gas in WASM.
    pub ballast: f64,
    /// Gas in the EVM.
    pub solidity: f64,
    /// The largest difference between the answers, in units of what [`agreement`](crate::agreement) names.
    pub difference: f64,
}

/// Both prices and twelve derivatives, and the price alone, for which we have no cheaper kernel.
///
/// # Errors
/// A program fails, or the answers differ by more than they may.
pub(crate) fn quotes(on: &Subjects) -> Result<[Figure; 2]> {
    let cases = cases();
    let arguments: Vec<Arguments> = cases.iter().map(Case::quoted).collect();
    let (ballast, _) = ours(on, "black_76", &arguments)?;
    let (price, prices) = on.mean(on.twins, twin::PRICE, &arguments)?;
    let (greeks, quotes) = on.mean(on.twins, twin::GREEKS, &arguments)?;
    let difference = agreement::prices(&cases, &Words(&prices))?;
    let alone = Figure { ballast, solidity: price, difference };
    let difference = agreement::quotes(&cases, &Words(&quotes))?;
    Ok([alone, Figure { ballast, solidity: greeks, difference }])
}

/// One more value of a prepared leg: two revaluations less one.
///
/// # Errors
/// As [`quotes`].
pub(crate) fn revaluation(on: &Subjects) -> Result<Figure> {
    let cases = cases();
    let (ours_in, twins_in): (Vec<_>, Vec<_>) = cases
        .iter()
        .map(|case| (case.revalued(1 << 60, 9), case.revalued(crate::inputs::ONE, 9)))
        .unzip();
    let (both, values) = ours(on, "leg_value", &ours_in)?;
    let (one, _) = ours(on, "leg_only", &ours_in)?;
    let (twin_both, twin_values) = on.mean(on.twins, twin::TWO_VALUES, &twins_in)?;
    let (twin_one, _) = on.mean(on.twins, twin::ONE_VALUE, &twins_in)?;
    let difference = agreement::values(&cases, &values, &Words(&twin_values))?;
    Ok(Figure { ballast: both - one, solidity: twin_both - twin_one, difference })
}

/// The volatility of a price.
///
/// # Errors
/// As [`quotes`].
pub(crate) fn implied_volatility(on: &Subjects) -> Result<Figure> {
    let cases = cases();
    let arguments = cases.iter().map(Case::priced).collect::<Result<Vec<_>>>()?;
    let (ballast, _) = ours(on, "implied_volatility", &arguments)?;
    let (solidity, found) = on.mean(on.twins, twin::IMPLIED_VOLATILITY, &arguments)?;
    let difference = agreement::volatilities(&cases, &Words(&found))?;
    Ok(Figure { ballast, solidity, difference })
}

/// The mean gas of one of the probe's operations. What it answers is what the host computes, to the bit.
///
/// # Errors
/// The program fails, or answers otherwise than the host.
pub(crate) fn ours(on: &Subjects, name: &str, arguments: &[Arguments]) -> Result<(f64, Bytes)> {
    let kernel = operation(name)?;
    let (gas, output) = on.mean(on.probe, kernel, arguments)?;
    for (answer, arguments) in output.chunks(OUTPUT).zip(arguments) {
        let here = run(&row(kernel, std::slice::from_ref(arguments)));
        ensure!(answer == here && here[0] == 0, "{name} of {arguments:?}: is the probe current?");
    }
    Ok((gas, output))
}
