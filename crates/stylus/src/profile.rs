//! Rewrites an instrumented module so that it tells the host when a function begins and ends, and with
//! how much ink left it can see in [`crate::instrument::INK_LEFT`].
//!
//! Every function, imported or not, gets a wrapper that is called in its place: enter, the function,
//! leave. The meter's sequences are inside the function, so what a program pays and how deep it may go
//! are those of the module that was given.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, EntityType, Function, FunctionSection, ImportSection, Instruction, Module,
    SectionId, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, CompositeInnerType, FunctionSectionReader, ImportSectionReader, Parser,
    Payload, TypeRef, TypeSectionReader,
};

/// The module of the two functions that a profiled module imports besides its own.
pub const MODULE: &str = "profile";
/// Imported `(i32) -> ()`: the function of this index, imports included, begins.
pub const ENTER: &str = "enter";
/// Imported `(i32) -> ()`: it ended. A function that stops the program has no end.
pub const LEAVE: &str = "leave";

/// A module that cannot be profiled: its bytes are not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a module that can be profiled: {0}")]
pub struct ProfileError(String);

/// The profiled module of an instrumented one.
///
/// # Errors
/// [`ProfileError`] if the bytes are not an instrumented module.
pub fn profiled(instrumented: &[u8]) -> Result<Vec<u8>, ProfileError> {
    let failed = |error: Error<Infallible>| ProfileError(error.to_string());
    let mut profiler = Profiler::read(instrumented).map_err(|error| failed(error.into()))?;
    let mut module = Module::new();
    let parser = Parser::new(0);
    utils::parse_core_module(&mut profiler, &mut module, parser, instrumented).map_err(failed)?;
    Ok(module.finish())
}

/// The imported functions of a module, in the order of their indices.
///
/// # Errors
/// [`ProfileError`] if the bytes are not a module.
pub fn imported_functions(wasm: &[u8]) -> Result<Vec<String>, ProfileError> {
    let profiler = Profiler::read(wasm).map_err(|error| ProfileError(error.to_string()))?;
    Ok(profiler.imports.into_iter().map(|(name, _)| name).collect())
}

/// Functions added to the imports.
const ADDED: u32 = 2;

/// What is known of the functions.
#[derive(Default)]
struct Profiler {
    /// Parameters and results of each type.
    arities: Vec<(u32, u32)>,
    /// Name and type of each imported function.
    imports: Vec<(String, u32)>,
    /// Type of each other function.
    functions: Vec<u32>,
    /// Whether the imports of the profile are in the module.
    is_linked: bool,
}

impl Profiler {
    fn read(wasm: &[u8]) -> Result<Self, wasmparser::Error> {
        let mut profiler = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(types) => profiler.read_types(types)?,
                Payload::ImportSection(imports) => profiler.read_imports(imports)?,
                Payload::FunctionSection(functions) => {
                    profiler.functions = functions.into_iter().collect::<Result<_, _>>()?;
                }
                _ => {}
            }
        }
        Ok(profiler)
    }

    fn read_types(&mut self, types: TypeSectionReader<'_>) -> Result<(), wasmparser::Error> {
        for group in types {
            for ty in group?.into_types() {
                let arity = match ty.composite_type.inner {
                    CompositeInnerType::Func(ty) => (ty.params().len(), ty.results().len()),
                    _ => (0, 0),
                };
                self.arities.push((arity.0 as u32, arity.1 as u32));
            }
        }
        Ok(())
    }

    fn read_imports(&mut self, imports: ImportSectionReader<'_>) -> Result<(), wasmparser::Error> {
        for import in imports.into_imports() {
            let import = import?;
            if let TypeRef::Func(ty) = import.ty {
                self.imports.push((import.name.to_owned(), ty));
            }
        }
        Ok(())
    }

    fn imported(&self) -> u32 {
        self.imports.len() as u32
    }

    /// The type of what tells the host, behind the module's own.
    fn added_type(&self) -> u32 {
        self.arities.len() as u32
    }

    /// Where a function went.
    fn moved(&self, function: u32) -> u32 {
        if function < self.imported() { function } else { function + ADDED }
    }

    fn link(&mut self, imports: &mut ImportSection) {
        for name in [ENTER, LEAVE] {
            imports.import(MODULE, name, EntityType::Function(self.added_type()));
        }
        self.is_linked = true;
    }

    /// Types of all functions, in the order of their indices.
    fn types(&self) -> impl Iterator<Item = u32> + '_ {
        self.imports.iter().map(|(_, ty)| *ty).chain(self.functions.iter().copied())
    }

    fn wrapper(&self, function: u32, ty: u32) -> Function {
        let (params, _) = self.arities.get(ty as usize).copied().unwrap_or_default();
        let mut body = Function::new([]);
        let mut write = |instruction| {
            body.instruction(&instruction);
        };
        write(Instruction::I32Const(function.cast_signed()));
        write(Instruction::Call(self.imported()));
        (0..params).for_each(|param| write(Instruction::LocalGet(param)));
        write(Instruction::Call(self.moved(function)));
        write(Instruction::I32Const(function.cast_signed()));
        write(Instruction::Call(self.imported() + 1));
        write(Instruction::End);
        body
    }
}

impl Reencode for Profiler {
    type Error = Infallible;

    /// Whoever named a function now names its wrapper.
    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.imported() + ADDED + self.functions.len() as u32 + function)
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_type_section(self, types, section)?;
        types.ty().function([ValType::I32], []);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_import_section(self, imports, section)?;
        self.link(imports);
        Ok(())
    }

    /// A module without imports has no such section to add to.
    fn intersperse_section_hook(
        &mut self,
        module: &mut Module,
        _after: Option<SectionId>,
        before: Option<SectionId>,
    ) -> Result<(), Error<Infallible>> {
        if before == Some(SectionId::Function) && !self.is_linked {
            let mut imports = ImportSection::new();
            self.link(&mut imports);
            module.section(&imports);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_function_section(self, functions, section)?;
        self.types().for_each(|ty| {
            functions.function(ty);
        });
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_code_section(self, code, section)?;
        for (function, ty) in (0..).zip(self.types()) {
            code.function(&self.wrapper(function, ty));
        }
        Ok(())
    }
}
