//! ArbosTest: burns gas.

use super::frame::{Answer, Frame, Purity, Stop, decode};
use super::interfaces::ArbosTest::ArbosTestCalls as Calls;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    let Calls::burnArbGas(call) = decode(input)?;
    frame.run(Purity::Pure, |frame| {
        let gas = u64::try_from(call.gasAmount).map_err(|_| Stop::Burn)?;
        frame.burn(gas)?;
        Ok(Vec::new())
    })
}
