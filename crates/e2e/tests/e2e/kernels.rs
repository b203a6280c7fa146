//! Gas of the arithmetic that bars name: computation alone, in the meter of the virtual machine.
//!
//! Each is the difference of two calls of the program `math-probe` with the same number of records: of the
//! operation, and of one that does all but what is measured. Call, calldata and output cancel.

use crate::arithmetic::{Probe, record_of};
use ballast_sandbox::execution_gas;

const WAD: i128 = 1_000_000_000_000_000_000;
const DAY: i128 = 86_400;
/// Records of a call: a kernel is measured to hundredths.
const RECORDS: usize = 100;

/// Gas of a call with this many records of an operation.
fn gas_of(probe: &Probe, name: &str, arguments: [i128; 6], records: usize) -> u64 {
    let records = record_of(name, arguments).repeat(records);
    let outcome = probe.call(&records);
    assert!(outcome.is_success(), "{name} of {arguments:?} traps");
    assert_eq!(outcome.output[0], 0, "{name} of {arguments:?} has a result");
    execution_gas(&outcome, &records)
}

/// What a record of the first costs more than one of the second, in hundredths.
fn hundredths(probe: &Probe, name: &str, than: &str, arguments: [i128; 6]) -> u64 {
    gas_of(probe, name, arguments, RECORDS) - gas_of(probe, than, arguments, RECORDS)
}

/// A price and all Greeks of a call and a put; time, rate and discount of the expiry included.
fn price_and_greeks(probe: &Probe) -> u64 {
    let arguments = [2_003 * WAD, 2_200 * WAD, WAD * 68 / 100, 30 * DAY, WAD / 25, 0];
    hundredths(probe, "black_76_plain", "nothing", arguments).div_ceil(100)
}

/// One value of a prepared leg for a prepared forward and volatility.
fn revaluation(probe: &Probe) -> u64 {
    // The operation's multiplier is in units of 2⁻⁶⁰.
    let up = (1 << 60) * 9 / 8;
    let arguments = [-20 * WAD, 2_200 * WAD, 2_003 * WAD, up, WAD * 68 / 100, 7 * DAY];
    hundredths(probe, "leg_value", "leg_only", arguments).div_ceil(100)
}

/// The volatility of a price, in a prepared expiry.
fn implied_volatility(probe: &Probe) -> u64 {
    let arguments = [90 * WAD, 2_003 * WAD, 2_200 * WAD, 30 * DAY, WAD / 25, 0];
    let expiry = [30 * DAY, WAD / 25, 0, 0, 0, 0];
    let whole = gas_of(probe, "implied_volatility", arguments, RECORDS);
    (whole - gas_of(probe, "expiry", expiry, RECORDS)).div_ceil(100)
}

/// A portfolio of 64 options and four futures over four expiries: volatilities from surfaces, marks, Greeks, all
/// rows and the losses; `choice` as the operation has it.
fn portfolio(probe: &Probe, choice: i128) -> u64 {
    const ONLY_BUILT: i128 = 8;
    let arguments = |choice| [2_000 * WAD, WAD * 36 / 100, 7 * DAY, 3 * WAD, 0, choice];
    gas_of(probe, "portfolio", arguments(choice), 1)
        - gas_of(probe, "portfolio", arguments(choice | ONLY_BUILT), 1)
}

/// All of them, by the key in `snapshots/gas.json`.
pub(crate) fn gas() -> Vec<(&'static str, u64)> {
    let probe = Probe::new();
    vec![
        ("kernel.price_and_greeks", price_and_greeks(&probe)),
        ("kernel.revaluation", revaluation(&probe)),
        ("kernel.implied_vol", implied_volatility(&probe)),
        ("portfolio.64x33", portfolio(&probe, 0)),
        ("portfolio.64x47", portfolio(&probe, 1)),
        ("portfolio.contributions", portfolio(&probe, 17) - portfolio(&probe, 1)),
    ]
}

#[test]
fn arithmetic_of_kernels_has_its_price() {
    for (key, gas) in gas() {
        println!("{key}: {gas}");
        assert!(gas > 0);
    }
}
