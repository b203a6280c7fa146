//! How much of everything a program may have.

use super::{Module, ModuleError, Quantity};
use crate::instrument::Instrumented;
use crate::rules::Rules;

/// Most initial pages, whatever the chain's parameters allow.
const MAX_INITIAL_PAGES: u16 = 128;

/// Refuses a module beyond a limit.
///
/// # Errors
/// [`ModuleError::Memory`] if its pages do not fit beside the `open_pages` of the transaction;
/// [`ModuleError::Limit`] for everything else.
pub(crate) fn check_limits(
    module: &Module<'_>,
    instrumented: &Instrumented,
    rules: &Rules,
    open_pages: u16,
) -> Result<(), ModuleError> {
    let limit = rules.page_limit.saturating_sub(open_pages).min(MAX_INITIAL_PAGES);
    let pages = module.memory.map_or(0, |memory| memory.initial);
    if pages > u64::from(limit) {
        return Err(ModuleError::Memory { pages, limit });
    }
    Quantity::DataSegments.check(module.data.count.into())?;
    Quantity::ElementSegments.check(module.elements.count.into())?;
    Quantity::ElementBytes.check(module.elements.entry_bytes.into())?;
    Quantity::Functions.check(module.functions.len() as u64)?;
    Quantity::Globals.check(instrumented.globals.into())?;
    Quantity::Imports.check(module.imports.len() as u64)?;
    Quantity::TableEntries.check(module.tables.iter().fold(0, |sum, n| sum.saturating_add(*n)))?;
    for function in &instrumented.functions {
        Quantity::Locals.check_in(function.locals.into(), Some(function.index))?;
    }
    Ok(())
}
