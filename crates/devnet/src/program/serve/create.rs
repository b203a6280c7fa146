//! Creations.

use alloy_primitives::Address;
use revm::context_interface::CreateScheme;
use revm::handler::EthFrame;
use revm::interpreter::{CreateInputs, FrameInput};

use super::super::request::{Create, Pending};
use super::{Answer, Host, Stop};

/// Gas of a creation.
const BASE: u64 = 32_000;
/// Gas for hashing a word of init code, where the address depends on it.
const HASH_WORD: u64 = 6;

/// Opens the frame of the init code.
pub(super) fn enter(
    create: Create,
    frame: &mut EthFrame,
    host: &mut impl Host,
) -> Result<Answer, Stop> {
    if host.guest().environment.is_static {
        return Err(Stop::Fault("creation in a static call"));
    }
    let gas_left = host.gas_left();
    let (scheme, base) = match create.salt {
        None => (CreateScheme::Create, BASE),
        Some(salt) => {
            let words = create.init_code.len().div_ceil(32) as u64;
            (CreateScheme::Create2 { salt }, BASE + HASH_WORD * words)
        }
    };
    let rest = gas_left.checked_sub(base).ok_or(Stop::Fault("too little gas for a creation"))?;
    let kept = rest / 64;
    let inputs = CreateInputs::new(
        host.guest().environment.account,
        scheme,
        create.endowment,
        create.init_code,
        rest - kept,
        frame.interpreter.gas.reservoir(),
    );
    frame.interpreter.gas.set_remaining(0);
    let (address_out, len_out) = (create.address_out, create.len_out);
    let pending = Pending::Create { gas_left, kept, address_out, len_out };
    Ok(Answer::Enter(FrameInput::Create(Box::new(inputs)), pending))
}

/// Charges for a creation that ended, and writes its address: zero if it failed.
pub(super) fn conclude(
    gas_left: u64,
    kept: u64,
    address_out: u32,
    len_out: u32,
    frame: &mut EthFrame,
    host: &mut impl Host,
) -> Result<(), Stop> {
    let created = frame.interpreter.stack.pop().unwrap_or_default();
    let returned = frame.interpreter.gas.remaining();
    let data = frame.interpreter.return_data.0.clone();
    host.charge_gas(gas_left.saturating_sub(kept).saturating_sub(returned))?;
    let len = data.len();
    host.guest().return_data = data;
    host.write(address_out, Address::from_word(created.into()).as_slice())?;
    host.write_len(len_out, len)
}
