//! From one Solidity file to the model.
//!
//! The parser is alloy's syn-solidity, the one behind `sol!`. What the codec does not support is
//! refused with its place in the file, never skipped.

mod types;

use proc_macro2::Span;
use syn_solidity::{
    ContractKind, File, FunctionKind, Item, ItemContract, ItemError, ItemEvent, ItemFunction,
    Mutability as SolMutability, Spanned, VariableDeclaration, Visibility,
};

use crate::model::{Function, Interface, Mutability, Parameter, Position, Record};
use crate::natspec;
use types::Types;

/// Reads the one interface of a file; `file` names it in messages.
///
/// # Errors
/// `file:line:column: what` for what is not Solidity or not supported.
pub fn interface(file: &str, source: &str) -> Result<Interface, String> {
    read(file, source).map_err(|error| {
        let start = error.span().start();
        format!("{file}:{}:{}: {error}", start.line, start.column + 1)
    })
}

fn read(file: &str, source: &str) -> syn::Result<Interface> {
    let tree: File = syn::parse_str(source)?;
    let mut free = Vec::new();
    let mut found = None;
    for item in &tree.items {
        match item {
            Item::Pragma(_) => {}
            Item::Enum(_) | Item::Struct(_) | Item::Udt(_) => free.push(item),
            Item::Contract(contract) if found.is_none() => found = Some(contract),
            other => {
                return Err(unsupported(
                    other.span(),
                    "interface files hold one interface and its types",
                ))
            }
        }
    }
    match found {
        Some(contract) => declared(file, contract, free),
        None => Err(syn::Error::new(Span::call_site(), "no interface in this file")),
    }
}

fn declared(file: &str, contract: &ItemContract, free: Vec<&Item>) -> syn::Result<Interface> {
    if !matches!(contract.kind, ContractKind::Interface(_)) {
        return Err(unsupported(contract.name.span(), "only interfaces have an ABI to generate"));
    }
    if let Some(inheritance) = &contract.inheritance {
        return Err(unsupported(inheritance.span(), "an interface is one self-contained file"));
    }
    let mut types = Types::new(free.into_iter().chain(&contract.body))?;
    let mut interface = Interface {
        file: file.to_owned(),
        name: contract.name.as_string(),
        docs: natspec::docs(&contract.attrs),
        enums: Vec::new(),
        structs: Vec::new(),
        functions: Vec::new(),
        events: Vec::new(),
        errors: Vec::new(),
    };
    for item in &contract.body {
        match item {
            Item::Enum(_) | Item::Struct(_) | Item::Udt(_) => {}
            Item::Function(item) => interface.functions.push(function(&mut types, item)?),
            Item::Event(item) => interface.events.push(event(&mut types, item)?),
            Item::Error(item) => interface.errors.push(error(&mut types, item)?),
            other => return Err(unsupported(other.span(), "this has no place in an interface")),
        }
    }
    (interface.enums, interface.structs) = types.declared()?;
    Ok(interface)
}

fn function(types: &mut Types<'_>, item: &ItemFunction) -> syn::Result<Function> {
    let span = item.span();
    let name = match (&item.kind, &item.name) {
        (FunctionKind::Function(_), Some(name)) => name.as_string(),
        _ => return Err(unsupported(span, "only named functions")),
    };
    if !matches!(item.attributes.visibility(), Some(Visibility::External(_))) {
        return Err(unsupported(span, "functions of an interface are external"));
    }
    if !item.body.is_empty() {
        return Err(unsupported(span, "functions of an interface have no body"));
    }
    let outputs = match &item.returns {
        Some(returns) => parameters(types, returns.returns.iter())?,
        None => Vec::new(),
    };
    Ok(Function {
        name,
        position: position(span),
        docs: natspec::docs(&item.attrs),
        inputs: parameters(types, item.parameters.iter())?,
        outputs,
        mutability: match item.attributes.mutability() {
            Some(SolMutability::Pure(_)) => Mutability::Pure,
            Some(SolMutability::View(_) | SolMutability::Constant(_)) => Mutability::View,
            Some(SolMutability::Payable(_)) => Mutability::Payable,
            None => Mutability::NonPayable,
        },
    })
}

fn event(types: &mut Types<'_>, item: &ItemEvent) -> syn::Result<Record> {
    if item.is_anonymous() {
        return Err(unsupported(item.span(), "an anonymous event cannot be found by its topic"));
    }
    let mut fields = Vec::new();
    for field in &item.parameters {
        let ty = types.of(&field.ty)?;
        if field.is_indexed()
            && (ty.is_dynamic() || ty.head() != 32 || matches!(ty, crate::model::Type::Struct(_)))
        {
            return Err(unsupported(field.span(), "indexing this would store only its hash"));
        }
        let name = field.name.as_ref().map(|name| name.as_string()).unwrap_or_default();
        fields.push(Parameter { name, ty, indexed: field.is_indexed() });
    }
    if fields.iter().filter(|field| field.indexed).count() > 3 {
        return Err(unsupported(item.span(), "an event has at most three indexed fields"));
    }
    let docs = natspec::docs(&item.attrs);
    Ok(Record {
        name: item.name.as_string(),
        position: position(item.span()),
        docs,
        parameters: fields,
    })
}

fn error(types: &mut Types<'_>, item: &ItemError) -> syn::Result<Record> {
    Ok(Record {
        name: item.name.as_string(),
        position: position(item.span()),
        docs: natspec::docs(&item.attrs),
        parameters: parameters(types, item.parameters.iter())?,
    })
}

fn parameters<'a>(
    types: &mut Types<'_>,
    declarations: impl Iterator<Item = &'a VariableDeclaration>,
) -> syn::Result<Vec<Parameter>> {
    declarations
        .map(|declaration| {
            let name = declaration.name.as_ref().map(|name| name.as_string()).unwrap_or_default();
            Ok(Parameter { name, ty: types.of(&declaration.ty)?, indexed: false })
        })
        .collect()
}

fn position(span: Span) -> Position {
    let start = span.start();
    Position { line: start.line, column: start.column + 1 }
}

fn unsupported(span: Span, why: &str) -> syn::Error {
    syn::Error::new(span, format!("not supported: {why}"))
}
