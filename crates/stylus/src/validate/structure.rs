//! What a module must import and export, and what it must not.

use wasmparser::{ExternalKind, FuncType, ValType};

use super::module::{Export, Module};
use super::{ModuleError, Quantity};
use crate::hooks::{Hook, Signature, Value};
use crate::instrument::{ENTRYPOINT, MEMORY};

/// How names that instrumentation keeps for itself begin.
pub(super) const RESERVED: &str = "stylus";

/// Checks imports, exports and memory.
pub(super) fn check(module: &Module<'_>) -> Result<(), ModuleError> {
    check_imports(module)?;
    check_export_names(module)?;
    check_entrypoint(module)?;
    check_memory(module)
}

fn check_imports(module: &Module<'_>) -> Result<(), ModuleError> {
    let mut seen = [None; Hook::ALL.len()];
    for import in &module.imports {
        let hook = import.hook;
        let is_exact = module
            .types
            .get(import.type_index as usize)
            .is_some_and(|ty| has_signature(ty, hook.signature()));
        if !is_exact {
            return Err(ModuleError::ImportType { hook });
        }
        let first = seen[hook as usize].get_or_insert(import.type_index);
        if *first != import.type_index {
            return Err(ModuleError::ImportedTwice { hook });
        }
    }
    Ok(())
}

fn has_signature(ty: &FuncType, signature: Signature) -> bool {
    let params = signature.params.iter().map(|value| value_type(*value));
    let result = signature.result.map(value_type);
    ty.params().iter().copied().eq(params) && ty.results().iter().copied().eq(result)
}

const fn value_type(value: Value) -> ValType {
    match value {
        Value::I32 => ValType::I32,
        Value::I64 => ValType::I64,
    }
}

/// Refuses names that could be taken for an import or for what instrumentation adds.
///
/// A prefix up to the last `__` of a name is how compilers write a path: only the rest counts.
fn check_export_names(module: &Module<'_>) -> Result<(), ModuleError> {
    for Export { name, .. } in &module.exports {
        let bare = name.rsplit("__").next().unwrap_or(name);
        if bare.starts_with(RESERVED) {
            return Err(ModuleError::Reserved { name: bare.to_owned() });
        }
        let hook = Hook::from_name(bare);
        if hook.is_some_and(|hook| module.imports.iter().any(|import| import.hook == hook)) {
            return Err(ModuleError::ExportHidesImport { name: (*name).to_owned() });
        }
        Quantity::NameBytes.check(name.len() as u64)?;
    }
    Quantity::NameBytes.check(module.names.module.len() as u64)
}

/// Finds the entry point; an import exported under its name is none, since nothing would run.
fn check_entrypoint(module: &Module<'_>) -> Result<(), ModuleError> {
    let entrypoint = module
        .exports
        .iter()
        .find(|export| export.name == ENTRYPOINT && export.kind == ExternalKind::Func)
        .ok_or(ModuleError::NoEntrypoint)?;
    let is_own = entrypoint.index as usize >= module.imports.len();
    let ty = module.type_index(entrypoint.index).and_then(|ty| module.types.get(ty as usize));
    let signature = Signature { params: &[Value::I32], result: Some(Value::I32) };
    if !is_own || !ty.is_some_and(|ty| has_signature(ty, signature)) {
        return Err(ModuleError::EntrypointType);
    }
    Ok(())
}

fn check_memory(module: &Module<'_>) -> Result<(), ModuleError> {
    let is_exported = module
        .exports
        .iter()
        .any(|export| export.name == MEMORY && export.kind == ExternalKind::Memory);
    let Some(memory) = module.memory.filter(|_| is_exported) else {
        return Err(ModuleError::NoMemory);
    };
    if !memory.is_fixed() && module.pay_for_memory_grow().is_none() {
        return Err(ModuleError::UnpaidGrowth);
    }
    Ok(())
}
