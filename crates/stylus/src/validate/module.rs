//! A module as activation needs it: what is counted, what is rewritten, and the bytes of the rest.

use wasmparser::{
    ElementSectionReader, ExternalKind, FuncType, FunctionBody, GlobalSectionReader,
    ImportSectionReader, MemoryType, Payload, RefType, TableInit, TableSectionReader, TypeRef,
};

use super::ModuleError;
use super::names::{self, Names};
use super::segments::{self, Segments};
use crate::activate::Measures;
use crate::hooks::{self, Hook};
use crate::instrument::Instrumented;

/// Most pages that a program's memory may ever have; a larger maximum is lowered to this.
pub(crate) const MAX_PAGES_AT_RUN_TIME: u64 = 65_534;

/// Bytes of a page of memory.
const PAGE: u64 = 65_536;

/// A module that was read and type-checked.
pub(crate) struct Module<'a> {
    pub(crate) wasm: &'a [u8],
    /// Sections in order, each with its number and content; custom ones left out.
    pub(crate) sections: Vec<(u8, &'a [u8])>,
    pub(crate) types: Vec<FuncType>,
    pub(crate) imports: Vec<Import>,
    /// Type indices of the functions with a body.
    pub(crate) functions: Vec<u32>,
    /// Initial entries of each table.
    pub(crate) tables: Vec<u64>,
    pub(crate) memory: Option<Memory>,
    pub(crate) globals: Globals<'a>,
    pub(crate) exports: Vec<Export<'a>>,
    pub(crate) elements: Segments,
    pub(crate) data: Segments,
    pub(crate) bodies: Vec<FunctionBody<'a>>,
    pub(crate) names: Names<'a>,
}

/// An imported host function.
pub(crate) struct Import {
    pub(crate) hook: Hook,
    pub(crate) type_index: u32,
}

/// An export.
pub(crate) struct Export<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: ExternalKind,
    pub(crate) index: u32,
}

/// The memory's bounds in pages.
#[derive(Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) initial: u64,
    pub(crate) maximum: Option<u64>,
}

impl Memory {
    /// Whether it has the size it starts with and no other.
    pub(crate) fn is_fixed(self) -> bool {
        self.maximum == Some(self.initial)
    }
}

impl From<MemoryType> for Memory {
    fn from(ty: MemoryType) -> Self {
        Self { initial: ty.initial, maximum: ty.maximum }
    }
}

/// The program's own globals: how many, and their encoding.
#[derive(Default)]
pub(crate) struct Globals<'a> {
    pub(crate) count: u32,
    pub(crate) entries: &'a [u8],
}

impl<'a> Module<'a> {
    pub(super) fn new(wasm: &'a [u8]) -> Self {
        Self {
            wasm,
            sections: Vec::new(),
            types: Vec::new(),
            imports: Vec::new(),
            functions: Vec::new(),
            tables: Vec::new(),
            memory: None,
            globals: Globals::default(),
            exports: Vec::new(),
            elements: Segments::default(),
            data: Segments::default(),
            bodies: Vec::new(),
            names: Names::default(),
        }
    }

    /// Takes in a part of the module that the validator accepted.
    pub(super) fn add(&mut self, payload: Payload<'a>) -> Result<(), ModuleError> {
        if let Some((id, range)) = payload.as_section()
            && !matches!(payload, Payload::CustomSection(_))
        {
            self.sections.push((id, self.slice(range.start, range.end)));
        }
        match payload {
            Payload::TypeSection(section) => {
                for ty in section.into_iter_err_on_gc_types() {
                    self.types.push(ty?);
                }
            }
            Payload::ImportSection(section) => self.add_imports(section)?,
            Payload::FunctionSection(section) => {
                for type_index in section {
                    self.functions.push(type_index?);
                }
            }
            Payload::TableSection(section) => self.add_tables(section)?,
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memory = Some(memory?.into());
                }
            }
            Payload::GlobalSection(section) => self.add_globals(section)?,
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    let (name, kind, index) = (export.name, export.kind, export.index);
                    self.exports.push(Export { name, kind, index });
                }
            }
            Payload::StartSection { func, .. } => {
                return Err(ModuleError::Start { function: func });
            }
            Payload::ElementSection(section) => self.add_elements(section)?,
            Payload::DataSection(section) => {
                let size = self.memory.map_or(0, |memory| memory.initial.saturating_mul(PAGE));
                for (index, data) in section.into_iter().enumerate() {
                    self.data.add_data(index as u32, &data?, size)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) if section.name() == "name" => {
                self.names = names::read(&section)?;
            }
            Payload::DataCountSection { .. } => {
                return Err(ModuleError::Section { section: "data count" });
            }
            Payload::Version { .. }
            | Payload::CodeSectionStart { .. }
            | Payload::CustomSection(_)
            | Payload::End(_) => {}
            _ => return Err(ModuleError::Section { section: "unknown" }),
        }
        Ok(())
    }

    fn slice(&self, start: u64, end: u64) -> &'a [u8] {
        self.wasm.get(start as usize..end as usize).unwrap_or_default()
    }

    fn add_imports(&mut self, section: ImportSectionReader<'a>) -> Result<(), ModuleError> {
        for import in section.into_imports() {
            let import = import?;
            let (module, name) = (import.module.to_owned(), import.name.to_owned());
            let TypeRef::Func(type_index) = import.ty else {
                return Err(ModuleError::ImportKind { module, name });
            };
            if name.starts_with(super::structure::RESERVED) {
                return Err(ModuleError::Reserved { name });
            }
            match Hook::from_name(&name) {
                Some(hook) if module == hooks::MODULE => {
                    self.imports.push(Import { hook, type_index });
                }
                _ => return Err(ModuleError::UnknownImport { module, name }),
            }
        }
        Ok(())
    }

    fn add_tables(&mut self, section: TableSectionReader<'a>) -> Result<(), ModuleError> {
        for table in section {
            let table = table?;
            let index = self.tables.len() as u32;
            let is_plain = matches!(table.init, TableInit::RefNull);
            if table.ty.element_type != RefType::FUNCREF || !is_plain {
                return Err(ModuleError::NotFunctions { what: "table", index });
            }
            self.tables.push(table.ty.initial);
        }
        Ok(())
    }

    fn add_globals(&mut self, section: GlobalSectionReader<'a>) -> Result<(), ModuleError> {
        let entries = self.slice(section.original_position(), section.range().end);
        self.globals = Globals { count: section.count(), entries };
        for (index, global) in section.into_iter().enumerate() {
            if !segments::is_constant(&global?.init_expr) {
                return Err(ModuleError::GlobalInit { index: index as u32 });
            }
        }
        Ok(())
    }

    fn add_elements(&mut self, section: ElementSectionReader<'a>) -> Result<(), ModuleError> {
        for (index, element) in section.into_iter().enumerate() {
            let (element, index) = (element?, index as u32);
            let table = segments::table_of(&element);
            let size = self.tables.get(table as usize).copied().unwrap_or_default();
            self.elements.add_element(index, &element, size)?;
        }
        Ok(())
    }

    /// The index of the import that growth is paid through.
    pub(crate) fn pay_for_memory_grow(&self) -> Option<u32> {
        let paying = |import: &Import| import.hook == Hook::PayForMemoryGrow;
        self.imports.iter().position(paying).map(|index| index as u32)
    }

    /// Index, imports included, of the function with the `local`-th body.
    pub(crate) fn function_index(&self, local: usize) -> u32 {
        (self.imports.len() + local) as u32
    }

    /// Type index of any function.
    pub(crate) fn type_index(&self, function: u32) -> Option<u32> {
        match self.imports.get(function as usize) {
            Some(import) => Some(import.type_index),
            None => self.functions.get(function as usize - self.imports.len()).copied(),
        }
    }

    /// Parameters and results of a type.
    pub(crate) fn arity(&self, type_index: u32) -> (u32, u32) {
        self.types
            .get(type_index as usize)
            .map_or((0, 0), |ty| (ty.params().len() as u32, ty.results().len() as u32))
    }

    /// The counts that prices are computed from.
    pub(crate) fn measures(&self, instrumented: &Instrumented) -> Measures {
        let values = self.functions.iter().map(|ty| self.arity(*ty));
        let functions = &instrumented.functions;
        Measures {
            wasm_bytes: self.wasm.len() as u32,
            functions: self.functions.len() as u32,
            signature_values: values.map(|(params, results)| params + results).sum(),
            globals: instrumented.globals,
            data_bytes: self.data.payload_bytes,
            data_entry_bytes: self.data.entry_bytes,
            element_entry_bytes: self.elements.entry_bytes,
            pages: self.memory.map_or(0, |memory| memory.initial) as u16,
            operators: functions.iter().map(|function| function.operators).sum(),
            largest: functions.iter().max_by_key(|function| function.operators).cloned(),
            deepest_frame_words: functions.iter().map(|f| f.frame_words).max().unwrap_or(0),
        }
    }
}
