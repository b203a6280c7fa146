//! Calldata, results, and the frame itself.

use stylus_program::costs::page_cost;
use stylus_program::prices;

use super::super::host::{Host, Stop};

/// Copies the calldata.
pub(crate) fn read_args(host: &mut impl Host, to: u32) -> Result<(), Stop> {
    let input = host.guest().input.clone();
    host.charge(prices::write(input.len() as u32))?;
    host.write(to, &input)
}

/// Replaces the output. It is read twice: out of the program, and into the EVM.
pub(crate) fn write_result(host: &mut impl Host, from: u32, len: u32) -> Result<(), Stop> {
    host.charge(prices::read(len))?;
    host.charge(prices::read(len))?;
    host.guest().output = host.read(from, len)?;
    Ok(())
}

/// Ends the run.
pub(crate) fn exit_early(_: &mut impl Host, status: u32) -> Result<(), Stop> {
    Err(Stop::Exit(status))
}

/// Copies the part of the return data that there is.
pub(crate) fn read_return_data(
    host: &mut impl Host,
    to: u32,
    offset: u32,
    size: u32,
) -> Result<u32, Stop> {
    let data = host.guest().return_data.clone();
    let rest = data.get(offset as usize..).unwrap_or_default();
    let part = &rest[..rest.len().min(size as usize)];
    host.charge(prices::write(part.len() as u32))?;
    if !part.is_empty() {
        host.write(to, part)?;
    }
    Ok(part.len() as u32)
}

/// Length of the return data.
pub(crate) fn return_data_size(host: &mut impl Host) -> Result<u32, Stop> {
    Ok(host.guest().return_data.len() as u32)
}

/// Whether the acting account already had an open frame.
pub(crate) fn msg_reentrant(host: &mut impl Host) -> Result<u32, Stop> {
    Ok(host.guest().environment.is_reentrant.into())
}

/// Pays for pages. What a transaction once had open stays counted even if it cannot pay.
pub(crate) fn pay_for_memory_grow(host: &mut impl Host, pages: u32) -> Result<(), Stop> {
    if pages == 0 {
        return host.charge(prices::HOOK);
    }
    let guest = host.guest();
    let is_too_wide = guest.rules.refuses_wide_growth() && pages > u32::from(u16::MAX);
    // Older rules look at the lower sixteen bits only.
    let pages = pages as u16;
    let open = guest.pages;
    let is_too_much = guest.rules.enforces_page_limit()
        && open.now.saturating_add(pages) > guest.rules.page_limit;
    if is_too_wide || is_too_much {
        host.exhaust();
        return Err(Stop::OutOfInk);
    }
    let gas = page_cost(pages, open, &guest.rules);
    guest.pages = open.opened(pages);
    host.charge_gas(gas)
}
