//! Documentation of generated items, from NatSpec.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Docs, Interface, Mutability, Parameter, Type};

/// Inner documentation of a module.
pub(super) fn module(interface: &Interface) -> TokenStream {
    let lines = lines(interface.docs.text.iter().map(String::as_str));
    quote! { #(#![doc = #lines])* }
}

/// Documentation from paragraphs; the last says what the item is in Solidity.
pub(super) fn item(docs: &Docs, solidity: &str) -> TokenStream {
    let solidity = format!("`{solidity}`");
    let lines = lines(docs.text.iter().map(String::as_str).chain([solidity.as_str()]));
    quote! { #(#[doc = #lines])* }
}

/// Documentation of something that takes and returns values.
pub(super) fn callable(docs: &Docs, solidity: &str) -> TokenStream {
    let solidity = format!("`{solidity}`");
    let listed: Vec<_> = docs
        .parameters
        .iter()
        .map(|(name, text)| format!("- `{name}`: {}", text.replace('\n', "\n  ")))
        .collect();
    let listed = listed.join("\n");
    let returns: Vec<_> = docs.returns.iter().map(|text| format!("Returns {text}")).collect();
    let paragraphs = docs
        .text
        .iter()
        .map(String::as_str)
        .chain([listed.as_str()].into_iter().filter(|list| !list.is_empty()))
        .chain(returns.iter().map(String::as_str))
        .chain([solidity.as_str()]);
    let lines = lines(paragraphs);
    quote! { #(#[doc = #lines])* }
}

/// Documentation of a struct's field.
pub(super) fn field(docs: &Docs, field: &Parameter) -> TokenStream {
    let text = docs.parameters.iter().find(|(name, _)| *name == field.name).map(|(_, text)| text);
    let solidity = format!("`{}`", solidity_type(&field.ty));
    let lines = lines(text.into_iter().chain([&solidity]).map(String::as_str));
    quote! { #(#[doc = #lines])* }
}

/// `name(type name, …) view → (type name, …)`.
pub(super) fn solidity(
    name: &str,
    inputs: &[Parameter],
    outputs: &[Parameter],
    mutability: Mutability,
) -> String {
    let mut text = format!("{name}({})", list(inputs));
    text.push_str(match mutability {
        Mutability::Pure => " pure",
        Mutability::View => " view",
        Mutability::NonPayable => "",
        Mutability::Payable => " payable",
    });
    if !outputs.is_empty() {
        text.push_str(&format!(" returns ({})", list(outputs)));
    }
    text
}

/// `type name, …`.
pub(super) fn list(parameters: &[Parameter]) -> String {
    let each = parameters.iter().map(|parameter| {
        let ty = solidity_type(&parameter.ty);
        let indexed = if parameter.indexed { " indexed" } else { "" };
        format!("{ty}{indexed} {}", parameter.name).trim_end().to_owned()
    });
    each.collect::<Vec<_>>().join(", ")
}

fn solidity_type(ty: &Type) -> String {
    match ty {
        Type::Enum(declared) => declared.name.clone(),
        Type::Struct(declared) => declared.name.clone(),
        Type::List(element) => format!("{}[]", solidity_type(element)),
        plain => plain.canonical(),
    }
}

/// Paragraphs with an empty line between them, each line with the space that rustfmt would give it.
fn lines<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(paragraph.lines().map(|line| format!(" {line}")));
    }
    lines
}
