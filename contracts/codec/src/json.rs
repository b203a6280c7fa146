//! The ABI as JSON, for clients that cannot read Solidity.

use std::path::Path;

use serde::Serialize;

use crate::model::{Function, Interface, Mutability, Parameter, Record, Type};
use crate::output::File;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Entry<'a> {
    #[serde(rename_all = "camelCase")]
    Function {
        name: &'a str,
        inputs: Vec<Value<'a>>,
        outputs: Vec<Value<'a>>,
        state_mutability: &'static str,
    },
    Event {
        name: &'a str,
        inputs: Vec<Value<'a>>,
        anonymous: bool,
    },
    Error {
        name: &'a str,
        inputs: Vec<Value<'a>>,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Value<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    ty: String,
    internal_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    components: Option<Vec<Value<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indexed: Option<bool>,
}

/// The ABI of an interface, the common errors included.
#[must_use]
pub fn file(folder: &Path, interface: &Interface, common: &Interface) -> File {
    let owner = &interface.name;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    entries.extend(interface.functions.iter().map(|declared| function(owner, declared)));
    entries.extend(interface.events.iter().map(|declared| event(owner, declared)));
    entries.extend(interface.errors.iter().map(|declared| error(owner, declared)));
    entries.extend(common.errors.iter().map(|declared| error(&common.name, declared)));
    let mut text = serde_json::to_string_pretty(&entries).unwrap_or_default();
    text.push('\n');
    File { path: folder.join(format!("{owner}.json")), text }
}

fn function<'a>(owner: &str, declared: &'a Function) -> Entry<'a> {
    Entry::Function {
        name: &declared.name,
        inputs: values(owner, &declared.inputs),
        outputs: values(owner, &declared.outputs),
        state_mutability: match declared.mutability {
            Mutability::Pure => "pure",
            Mutability::View => "view",
            Mutability::NonPayable => "nonpayable",
            Mutability::Payable => "payable",
        },
    }
}

fn event<'a>(owner: &str, declared: &'a Record) -> Entry<'a> {
    let mut inputs = values(owner, &declared.parameters);
    for (input, parameter) in inputs.iter_mut().zip(&declared.parameters) {
        input.indexed = Some(parameter.indexed);
    }
    Entry::Event { name: &declared.name, inputs, anonymous: false }
}

fn error<'a>(owner: &str, declared: &'a Record) -> Entry<'a> {
    Entry::Error { name: &declared.name, inputs: values(owner, &declared.parameters) }
}

fn values<'a>(owner: &str, parameters: &'a [Parameter]) -> Vec<Value<'a>> {
    parameters.iter().map(|parameter| value(owner, &parameter.name, &parameter.ty)).collect()
}

fn value<'a>(owner: &str, name: &'a str, ty: &'a Type) -> Value<'a> {
    Value {
        name,
        ty: external(ty),
        internal_type: internal(owner, ty),
        components: components(owner, ty),
        indexed: None,
    }
}

/// `tuple[]` where the signature has the types of the fields.
fn external(ty: &Type) -> String {
    match ty {
        Type::Struct(_) => "tuple".into(),
        Type::List(element) => format!("{}[]", external(element)),
        plain => plain.canonical(),
    }
}

/// As solc names it: `struct IClearingHouse.Fill[]`.
fn internal(owner: &str, ty: &Type) -> String {
    match ty {
        Type::Struct(declared) => format!("struct {owner}.{}", declared.name),
        Type::Enum(declared) => format!("enum {owner}.{}", declared.name),
        Type::List(element) => format!("{}[]", internal(owner, element)),
        plain => plain.canonical(),
    }
}

fn components<'a>(owner: &str, ty: &'a Type) -> Option<Vec<Value<'a>>> {
    match ty {
        Type::Struct(declared) => Some(values(owner, &declared.fields)),
        Type::List(element) => components(owner, element),
        _ => None,
    }
}
