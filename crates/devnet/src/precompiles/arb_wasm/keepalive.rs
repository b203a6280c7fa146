//! Renewing an activation.

use alloy_primitives::B256;
use stylus_program::costs::{activation_hour, age_seconds};

use super::super::frame::{Answer, Frame, PARAMETERS, WRITE, revert};
use super::super::interfaces::ArbWasm;
use super::activate::data_fee;
use super::{SECONDS_PER_DAY, active, now, pay};
use crate::arbos;

pub(super) fn run(frame: &mut Frame<'_>, codehash: B256) -> Answer {
    frame.burn(PARAMETERS)?;
    let rules = arbos::rules(frame.ctx);
    let mut record = active(frame, codehash, &rules)?;
    let now = now(frame);
    let age = age_seconds(record.activated_at, now);
    if age < u64::from(rules.keepalive_days) * SECONDS_PER_DAY {
        return revert(ArbWasm::ProgramKeepaliveTooSoon { ageInSeconds: age });
    }
    let fee = data_fee(frame, record.asm_kib.saturating_mul(1_024), now)?;
    record.activated_at = activation_hour(now);
    frame.burn(WRITE)?;
    arbos::set_program(frame.ctx, codehash, record);
    pay(frame, fee)?;
    frame.emit(&ArbWasm::ProgramLifetimeExtended { codehash, dataFee: fee })?;
    Ok(Vec::new())
}
