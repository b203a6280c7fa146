//! Resolution of type names.

use std::collections::BTreeMap;
use std::rc::Rc;

use proc_macro2::Span;
use syn_solidity::{Item, ItemEnum, ItemStruct, Spanned, Type as SolType};

use super::unsupported;
use crate::model::{Enum, Parameter, Struct, Type};
use crate::natspec;

/// The enums and structs of a file, in the order of their declaration.
pub(super) type Declared = (Vec<Rc<Enum>>, Vec<Rc<Struct>>);

/// The types that a file declares, resolved when first asked for.
pub(super) struct Types<'a> {
    items: BTreeMap<String, &'a Item>,
    /// In the order of their declaration.
    names: Vec<String>,
    done: BTreeMap<String, Type>,
    /// Being resolved: to find it again is a cycle.
    open: Vec<String>,
}

impl<'a> Types<'a> {
    pub(super) fn new(items: impl Iterator<Item = &'a Item>) -> syn::Result<Self> {
        let mut types = Self {
            items: BTreeMap::new(),
            names: Vec::new(),
            done: BTreeMap::new(),
            open: Vec::new(),
        };
        for item in items {
            let name = match item {
                Item::Enum(item) => &item.name,
                Item::Struct(item) => &item.name,
                Item::Udt(item) => &item.name,
                _ => continue,
            };
            if types.items.insert(name.as_string(), item).is_some() {
                return Err(syn::Error::new(name.span(), format!("`{name}` is declared twice")));
            }
            types.names.push(name.as_string());
        }
        Ok(types)
    }

    /// Every enum and struct, used or not.
    pub(super) fn declared(mut self) -> syn::Result<Declared> {
        let (mut enums, mut structs) = (Vec::new(), Vec::new());
        for name in std::mem::take(&mut self.names) {
            match self.named(&name, Span::call_site())? {
                Type::Enum(declared) if declared.name == name => enums.push(declared),
                Type::Struct(declared) if declared.name == name => structs.push(declared),
                _ => {}
            }
        }
        Ok((enums, structs))
    }

    pub(super) fn of(&mut self, ty: &SolType) -> syn::Result<Type> {
        let span = ty.span();
        match ty {
            SolType::Address(..) => Ok(Type::Address),
            SolType::Bool(_) => Ok(Type::Bool),
            SolType::Bytes(_) => Ok(Type::Bytes),
            SolType::FixedBytes(_, size) => Ok(Type::Fixed(size.get().into())),
            SolType::Uint(_, bits) => width(span, bits.map(u16::from)).map(Type::Uint),
            SolType::Int(_, bits) => width(span, bits.map(u16::from)).map(Type::Int),
            SolType::Custom(path) if path.len() == 1 => self.named(&path.first().as_string(), span),
            SolType::Array(array) if array.size_lit().is_none() => {
                let element = self.of(&array.ty)?;
                match element {
                    Type::Bytes | Type::List(_) => Err(unsupported(
                        span,
                        "a list of lists or byte strings; use one flat list and counts",
                    )),
                    element => Ok(Type::List(Box::new(element))),
                }
            }
            SolType::Array(_) => {
                Err(unsupported(span, "arrays of fixed length; use fields or a list"))
            }
            SolType::String(_) => Err(unsupported(span, "strings; use bytes32 or bytes")),
            _ => Err(unsupported(span, &format!("the type `{ty}`"))),
        }
    }

    fn named(&mut self, name: &str, span: Span) -> syn::Result<Type> {
        if let Some(ty) = self.done.get(name) {
            return Ok(ty.clone());
        }
        let Some(item) = self.items.get(name).copied() else {
            return Err(syn::Error::new(span, format!("`{name}` is not declared in this file")));
        };
        if self.open.iter().any(|open| open == name) {
            return Err(syn::Error::new(span, format!("`{name}` contains itself")));
        }
        self.open.push(name.to_owned());
        let ty = match item {
            Item::Enum(item) => enumeration(item)?,
            Item::Struct(item) => self.structure(item)?,
            Item::Udt(item) => self.of(&item.ty)?,
            other => return Err(unsupported(other.span(), "this is no type")),
        };
        self.open.pop();
        self.done.insert(name.to_owned(), ty.clone());
        Ok(ty)
    }

    fn structure(&mut self, item: &ItemStruct) -> syn::Result<Type> {
        let mut fields = Vec::new();
        for field in item.fields.iter() {
            let name = field.name.as_ref().map(|name| name.as_string()).unwrap_or_default();
            fields.push(Parameter { name, ty: self.of(&field.ty)?, indexed: false });
        }
        if fields.is_empty() {
            return Err(unsupported(item.span(), "a struct without fields"));
        }
        let docs = natspec::docs(&item.attrs);
        Ok(Type::Struct(Rc::new(Struct { name: item.name.as_string(), docs, fields })))
    }
}

fn enumeration(item: &ItemEnum) -> syn::Result<Type> {
    let variants: Vec<_> = item.variants.iter().map(|variant| variant.ident.as_string()).collect();
    if variants.is_empty() || variants.len() > 256 {
        return Err(unsupported(item.span(), "an enum without variants or with more than 256"));
    }
    let docs = natspec::docs(&item.attrs);
    Ok(Type::Enum(Rc::new(Enum { name: item.name.as_string(), docs, variants })))
}

/// Numbers are 128 bits wide inside; between that and a full word there is no type worth a rule of its own.
fn width(span: Span, bits: Option<u16>) -> syn::Result<u32> {
    match bits.unwrap_or(256) {
        bits if bits <= 128 || bits == 256 => Ok(bits.into()),
        bits => Err(unsupported(span, &format!("integers of {bits} bits; use 128 or 256"))),
    }
}
