//! Types that several interfaces declare alike.
//!
//! Interface files are self-contained, so an enum that two contracts speak of is declared twice. Where
//! all declarations of a name agree, Rust has one type for them, and a value goes from one contract's
//! answer into another's call without conversion. Where they do not, each interface keeps its own.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Enum, Interface, Struct, Type};

/// The types of `generated::shared`.
#[derive(Debug, Default)]
pub struct Shared {
    /// By name.
    pub enums: BTreeMap<String, Rc<Enum>>,
    /// By name.
    pub structs: BTreeMap<String, Rc<Struct>>,
}

impl Shared {
    /// What these interfaces share.
    #[must_use]
    pub fn of(interfaces: &[Interface]) -> Self {
        let enums = interfaces.iter().flat_map(|interface| &interface.enums);
        let structs = interfaces.iter().flat_map(|interface| &interface.structs);
        Self {
            enums: agreed(enums, |e| &e.name, enum_shape, |e| e.docs.text.join("\n").len()),
            structs: agreed(structs, |s| &s.name, struct_shape, |s| s.docs.text.join("\n").len()),
        }
    }

    /// Whether the type of this name is shared.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.enums.contains_key(name) || self.structs.contains_key(name)
    }
}

/// Of each name that is declared more than once, always with the same shape, the best documented one.
fn agreed<'a, T: 'a>(
    declared: impl Iterator<Item = &'a Rc<T>>,
    name: impl Fn(&T) -> &String,
    shape: impl Fn(&T) -> String,
    documentation: impl Fn(&T) -> usize,
) -> BTreeMap<String, Rc<T>> {
    let mut by_name: BTreeMap<String, Vec<&Rc<T>>> = BTreeMap::new();
    for one in declared {
        by_name.entry(name(one).clone()).or_default().push(one);
    }
    by_name
        .into_iter()
        .filter(|(_, all)| all.len() > 1 && all.iter().all(|one| shape(one) == shape(all[0])))
        .filter_map(|(name, all)| {
            let best = all.into_iter().rev().max_by_key(|one| documentation(one))?;
            Some((name, Rc::clone(best)))
        })
        .collect()
}

fn enum_shape(declared: &Enum) -> String {
    format!("enum {} {:?}", declared.name, declared.variants)
}

fn struct_shape(declared: &Struct) -> String {
    let fields: Vec<_> = declared
        .fields
        .iter()
        .map(|field| format!("{} {}", type_shape(&field.ty), field.name))
        .collect();
    format!("struct {} {fields:?}", declared.name)
}

fn type_shape(ty: &Type) -> String {
    match ty {
        Type::Enum(inner) => enum_shape(inner),
        Type::Struct(inner) => struct_shape(inner),
        Type::List(element) => format!("{}[]", type_shape(element)),
        plain => plain.canonical(),
    }
}
