//! Random values in tests, and Rust values as alloy's.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::names;
use super::value::{owned, Place};
use crate::model::{Struct, Type};

/// How an owned value is passed as an argument.
pub(super) fn argument_of(ty: &Type, name: &Ident) -> TokenStream {
    match ty {
        Type::Uint(_) | Type::Int(_) | Type::Bool | Type::Enum(_) => quote! { #name },
        _ => quote! { &#name },
    }
}

/// Draws a value from `source`.
pub(super) fn drawn(ty: &Type) -> TokenStream {
    match ty {
        Type::Uint(bits) => {
            let (width, rust) = (Literal::u32_unsuffixed(*bits), owned(ty));
            match bits {
                65.. => quote! { source.uint(#width) },
                _ => quote! { source.uint(#width) as #rust },
            }
        }
        Type::Int(bits) => {
            let (width, rust) = (Literal::u32_unsuffixed(*bits), owned(ty));
            match bits {
                65.. => quote! { source.int(#width) },
                _ => quote! { source.int(#width) as #rust },
            }
        }
        Type::Bool => quote! { source.flip() },
        Type::Address => quote! { source.fixed::<20>() },
        Type::Fixed(size) => {
            let size = Literal::u32_unsuffixed(*size);
            quote! { source.fixed::<#size>() }
        }
        Type::Bytes => quote! { source.bytes() },
        Type::List(element) => {
            let element = drawn(element);
            quote! { source.list(|source| #element) }
        }
        Type::Enum(declared) => {
            let name = names::ident(&declared.name);
            let count = Literal::usize_unsuffixed(declared.variants.len());
            quote! { #name::from_index(source.below(#count)) }
        }
        Type::Struct(declared) => {
            let name = sampler(&declared.name);
            quote! { #name(source) }
        }
    }
}

/// A value as alloy's.
pub(super) fn converted(ty: &Type, place: &Place) -> TokenStream {
    let (value, reference) = (place.value(), place.reference());
    match ty {
        Type::Uint(bits) => {
            let width = Literal::u32_unsuffixed(*bits);
            let wide = if *bits > 64 {
                value
            } else {
                quote! { u128::from(#value) }
            };
            quote! { values::uint(#width, #wide) }
        }
        Type::Int(bits) => {
            let width = Literal::u32_unsuffixed(*bits);
            let wide = if *bits > 64 {
                value
            } else {
                quote! { i128::from(#value) }
            };
            quote! { values::int(#width, #wide) }
        }
        Type::Bool => quote! { DynSolValue::Bool(#value) },
        Type::Address => quote! { values::address(#reference) },
        Type::Fixed(_) => quote! { values::fixed(#reference) },
        Type::Bytes => quote! { values::bytes(#reference) },
        Type::List(element) => {
            let each = converted(element, &Place::Reference(quote! { item }));
            quote! { values::list(#reference, |item| #each) }
        }
        Type::Enum(_) => quote! { values::uint(8, #value as u128) },
        Type::Struct(declared) => {
            let name = converter(&declared.name);
            quote! { #name(#reference) }
        }
    }
}

/// A function that draws a struct.
pub(super) fn structure(declared: &Struct) -> TokenStream {
    let (function, name) = (sampler(&declared.name), names::ident(&declared.name));
    let fields = declared.fields.iter().map(|field| {
        let (name, drawn) = (names::ident(&names::snake(&field.name)), drawn(&field.ty));
        quote! { #name: #drawn }
    });
    quote! {
        #[allow(dead_code)]
        fn #function(source: &mut Source) -> #name {
            #name { #(#fields),* }
        }
    }
}

/// A function that turns a struct into alloy's tuple, field by named field.
pub(super) fn conversion(declared: &Struct) -> TokenStream {
    let (function, name) = (converter(&declared.name), names::ident(&declared.name));
    let fields = declared.fields.iter().map(|field| {
        let name = names::ident(&names::snake(&field.name));
        converted(&field.ty, &Place::Owned(quote! { item.#name }))
    });
    quote! {
        #[allow(dead_code)]
        fn #function(item: &#name) -> DynSolValue {
            DynSolValue::Tuple(vec![#(#fields),*])
        }
    }
}

fn sampler(name: &str) -> Ident {
    format_ident!("sample_{}", names::snake(name))
}

fn converter(name: &str) -> Ident {
    format_ident!("convert_{}", names::snake(name))
}
