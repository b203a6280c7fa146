//! Rules across declarations.

use std::collections::BTreeMap;

use crate::hash::{selector, topic};
use crate::model::{Interface, Position, Record};

/// Checks every interface together with the common errors.
///
/// # Errors
/// One line for each clash.
pub fn all(common: &Interface, interfaces: &[Interface]) -> Result<(), String> {
    let mut wrong = Vec::new();
    common_declares_only_errors(common, &mut wrong);
    for interface in interfaces {
        functions(interface, &mut wrong);
        records(
            "event",
            &interface.file,
            interface.events.iter(),
            |event| topic(&event.signature()).to_vec(),
            &mut wrong,
        );
        let errors = common.errors.iter().chain(&interface.errors);
        records(
            "error",
            &interface.file,
            errors,
            |error| selector(&error.signature()).to_be_bytes().to_vec(),
            &mut wrong,
        );
        type_names(interface, &mut wrong);
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

fn common_declares_only_errors(common: &Interface, wrong: &mut Vec<String>) {
    if !common.functions.is_empty() || !common.events.is_empty() {
        wrong.push(format!("{}: {} may declare errors only", common.file, common.name));
    }
}

fn functions(interface: &Interface, wrong: &mut Vec<String>) {
    let mut names = BTreeMap::new();
    let mut selectors = BTreeMap::new();
    for function in &interface.functions {
        let at = place(&interface.file, &function.position);
        if names.insert(&function.name, ()).is_some() {
            wrong.push(format!(
                "{at}: function `{}` is declared twice; overloads are not supported",
                function.name
            ));
            continue;
        }
        let signature = function.signature();
        if let Some(other) = selectors.insert(selector(&signature), signature.clone()) {
            wrong.push(format!("{at}: `{signature}` has the selector of `{other}`"));
        }
    }
}

fn records<'a>(
    kind: &str,
    file: &str,
    declared: impl Iterator<Item = &'a Record>,
    hash: impl Fn(&Record) -> Vec<u8>,
    wrong: &mut Vec<String>,
) {
    let mut names = BTreeMap::new();
    let mut hashes = BTreeMap::new();
    for record in declared {
        let at = place(file, &record.position);
        if names.insert(&record.name, ()).is_some() {
            wrong.push(format!(
                "{at}: {kind} `{}` is declared twice (ICommon.sol included)",
                record.name
            ));
            continue;
        }
        let signature = record.signature();
        if let Some(other) = hashes.insert(hash(record), signature.clone()) {
            wrong.push(format!("{at}: `{signature}` has the selector of `{other}`"));
        }
    }
}

/// Names that the generated module uses itself.
const TAKEN: [&str; 6] = ["Vec", "Address", "Word", "Revert", "Reader", "Writer"];

fn type_names(interface: &Interface, wrong: &mut Vec<String>) {
    let enums = interface.enums.iter().map(|declared| &declared.name);
    let structs = interface.structs.iter().map(|declared| &declared.name);
    for name in enums.chain(structs) {
        if TAKEN.contains(&name.as_str()) || *name == interface.name {
            wrong.push(format!("{}: a type may not be called `{name}`", interface.file));
        }
    }
}

/// `file:line:column`.
fn place(file: &str, position: &Position) -> String {
    format!("{file}:{}:{}", position.line, position.column)
}
