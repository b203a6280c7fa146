//! The name section, the only custom section that is read.

use std::collections::BTreeMap;

use wasmparser::{BinaryReader, CustomSectionReader, Error, Name, NameSectionReader};

use super::ModuleError;

/// Names for people.
#[derive(Default)]
pub(crate) struct Names<'a> {
    pub(crate) module: &'a str,
    pub(crate) functions: BTreeMap<u32, &'a str>,
}

/// Reads the names of the module and of its functions.
///
/// # Errors
/// [`ModuleError::Names`] if the section is malformed: it is parsed as a part of the module.
pub(super) fn read<'a>(section: &CustomSectionReader<'a>) -> Result<Names<'a>, ModuleError> {
    let reader = BinaryReader::new(section.data(), section.data_offset());
    let mut names = Names::default();
    for name in NameSectionReader::new(reader) {
        match name.map_err(malformed)? {
            Name::Module { name, .. } => names.module = name,
            Name::Function(functions) => {
                for function in functions {
                    let function = function.map_err(malformed)?;
                    names.functions.insert(function.index, function.name);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

fn malformed(error: Error) -> ModuleError {
    ModuleError::Names { message: error.message().to_owned() }
}
