//! The sections of the instrumented module.

use wasm_encoder::{
    CodeSection, ConstExpr, Encode, ExportKind, ExportSection, GlobalType, MemorySection,
    MemoryType, RawSection, SectionId, ValType,
};

use super::{ADDED_GLOBALS, ENTRYPOINT, INK_LEFT, INK_STATUS, MEMORY, SCRATCH, STACK_LEFT};
use crate::validate::{MAX_PAGES_AT_RUN_TIME, Memory, Module};

/// The module with `code`: what only the names of people refer to is dropped, what the meter needs
/// is added, and all else is copied.
pub(super) fn write(module: &Module<'_>, code: &CodeSection) -> Vec<u8> {
    let mut out = wasm_encoder::Module::new();
    for (id, data) in &module.sections {
        if *id == SectionId::Memory as u8 {
            out.section(&memory(module.memory));
        } else if *id == SectionId::Export as u8 {
            let globals = globals(module);
            out.section(&RawSection { id: SectionId::Global as u8, data: &globals });
            out.section(&exports(module));
        } else if *id == SectionId::Code as u8 {
            out.section(code);
        } else if *id != SectionId::Global as u8 {
            out.section(&RawSection { id: *id, data });
        }
    }
    out.finish()
}

/// The memory, its maximum lowered to what a program may have at run time.
fn memory(memory: Option<Memory>) -> MemorySection {
    let mut section = MemorySection::new();
    if let Some(memory) = memory {
        let maximum = memory.maximum.unwrap_or(MAX_PAGES_AT_RUN_TIME).min(MAX_PAGES_AT_RUN_TIME);
        section.memory(MemoryType {
            minimum: memory.initial,
            maximum: Some(maximum),
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
    }
    section
}

/// The program's globals and those of the meter.
fn globals(module: &Module<'_>) -> Vec<u8> {
    let mut data = Vec::new();
    (module.globals.count + ADDED_GLOBALS).encode(&mut data);
    data.extend(module.globals.entries);
    for val_type in [ValType::I64, ValType::I32, ValType::I32, ValType::I32] {
        let zero = match val_type {
            ValType::I64 => ConstExpr::i64_const(0),
            _ => ConstExpr::i32_const(0),
        };
        GlobalType { val_type, mutable: true, shared: false }.encode(&mut data);
        zero.encode(&mut data);
    }
    data
}

/// The entry point, the memory and the meter's globals; a program's other exports nobody can call.
fn exports(module: &Module<'_>) -> ExportSection {
    let mut section = ExportSection::new();
    for export in module.exports.iter().filter(|export| export.name == ENTRYPOINT) {
        section.export(ENTRYPOINT, ExportKind::Func, export.index);
    }
    section.export(MEMORY, ExportKind::Memory, 0);
    let first = module.globals.count;
    for (name, index) in [INK_LEFT, INK_STATUS, SCRATCH, STACK_LEFT].into_iter().zip(first..) {
        section.export(name, ExportKind::Global, index);
    }
    section
}
