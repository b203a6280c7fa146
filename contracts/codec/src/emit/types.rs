//! Enums and structs.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{docs, names, value};
use crate::model::{Enum, Interface, Struct, Type};
use crate::shared::Shared;

/// The imports of a module with types, more than any one of them needs.
fn imports() -> TokenStream {
    quote! {
        #[allow(unused_imports)]
        use alloc::vec::Vec;
        #[allow(unused_imports)]
        use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};
        #[allow(unused_imports)]
        use contract_abi::{Address, Word};
    }
}

/// The module of the shared types.
pub(super) fn shared(shared: &Shared) -> TokenStream {
    let imports = imports();
    let enums = shared.enums.values().map(|declared| enumeration(declared));
    let structs = shared.structs.values().map(|declared| structure(declared));
    quote! {
        #![doc = " Types that several interfaces declare alike."]
        #imports
        #(#enums)*
        #(#structs)*
    }
}

/// An interface's types: its own, and those it shares under their names.
pub(super) fn own(interface: &Interface, shared: &Shared) -> TokenStream {
    let imports = imports();
    let all = interface.enums.iter().map(|declared| &declared.name);
    let all = all.chain(interface.structs.iter().map(|declared| &declared.name));
    let mut reexported: Vec<_> = all.filter(|name| shared.contains(name)).collect();
    reexported.sort();
    let reexported = reexported.into_iter().map(|name| names::ident(name));
    let enums = interface.enums.iter().filter(|declared| !shared.contains(&declared.name));
    let enums = enums.map(|declared| enumeration(declared));
    let structs = interface.structs.iter().filter(|declared| !shared.contains(&declared.name));
    let structs = structs.map(|declared| structure(declared));
    quote! {
        #imports
        #(pub use contract_abi::generated::shared::#reexported;)*
        #(#enums)*
        #(#structs)*
    }
}

fn enumeration(declared: &Enum) -> TokenStream {
    let name = names::ident(&declared.name);
    let docs = docs::item(&declared.docs, &format!("enum {}", declared.name));
    let first = names::ident(&declared.variants[0]);
    let variants = declared.variants.iter().enumerate().map(|(index, variant)| {
        let doc = format!(" {index}.");
        let default = (index == 0).then(|| quote! { #[default] });
        let (variant, index) = (names::ident(variant), Literal::usize_unsuffixed(index));
        quote! { #[doc = #doc] #default #variant = #index }
    });
    let arms = declared.variants.iter().enumerate().skip(1).map(|(index, variant)| {
        let (variant, index) = (names::ident(variant), Literal::usize_unsuffixed(index));
        quote! { #index => Self::#variant, }
    });
    let fallback =
        format!(" The variant of this index; `{}` when there is none.", declared.variants[0]);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum #name {
            #(#variants,)*
        }
        impl #name {
            #[doc = #fallback]
            #[must_use]
            pub const fn from_index(index: u64) -> Self {
                match index {
                    #(#arms)*
                    _ => Self::#first,
                }
            }
        }
    }
}

fn structure(declared: &Struct) -> TokenStream {
    let name = names::ident(&declared.name);
    let docs = docs::item(&declared.docs, &format!("struct {}", declared.name));
    let fields = declared.fields.iter().map(|field| {
        let docs = docs::field(&declared.docs, field);
        let (name, ty) = (names::ident(&names::snake(&field.name)), value::owned(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    let is_dynamic = declared.fields.iter().any(|field| field.ty.is_dynamic());
    let copy = if is_dynamic {
        quote! {}
    } else {
        quote! { Copy, }
    };
    let size = is_dynamic.then(|| size(declared));
    let (read, write) = (read(declared), write(declared));
    quote! {
        #docs
        #[derive(Clone, #copy Debug, Default, PartialEq, Eq)]
        pub struct #name {
            #(#fields,)*
        }
        impl #name {
            #size
            #read
            #write
        }
    }
}

fn size(declared: &Struct) -> TokenStream {
    let size = value::total_size(0, &places(declared));
    quote! {
        #[doc = " The bytes it takes from where it begins."]
        #[must_use]
        pub fn size(&self) -> usize {
            #size
        }
    }
}

fn read(declared: &Struct) -> TokenStream {
    let at = Ident::new("at", Span::call_site());
    let base = value::offset(Some(&at), 0);
    let mut bytes = 0;
    let mut reads = Vec::new();
    for field in &declared.fields {
        let name = names::ident(&names::snake(&field.name));
        let read = value::read(&field.ty, &value::offset(Some(&at), bytes), &base);
        reads.push(quote! { #name: #read });
        bytes += field.ty.head();
    }
    quote! {
        #[doc = " Reads it from where it begins."]
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self { #(#reads,)* }
        }
    }
}

fn write(declared: &Struct) -> TokenStream {
    let at = Ident::new("at", Span::call_site());
    let writes = value::write_all(&places(declared), Some(&at), 0);
    quote! {
        #[doc = " Writes it from where it begins."]
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            #writes
        }
    }
}

fn places(declared: &Struct) -> Vec<(&Type, value::Place)> {
    let place = |name: &str| {
        let name = names::ident(&names::snake(name));
        value::Place::Owned(quote! { self.#name })
    };
    declared.fields.iter().map(|field| (&field.ty, place(&field.name))).collect()
}
