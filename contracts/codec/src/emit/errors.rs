//! Constructors of errors.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, names, router, value};
use crate::model::{head, Record};

/// The module of an interface's errors.
pub(super) fn module(errors: &[Record], reexport: &TokenStream) -> TokenStream {
    let constants = errors.iter().map(|error| router::constant(&error.name, &error.signature()));
    let constructors = errors.iter().map(constructor);
    quote! {
        #[doc = " Errors: the selector and the constructor of each."]
        pub mod errors {
            #[allow(unused_imports)]
            use super::*;
            #[allow(unused_imports)]
            use contract_abi::word::{blob_size, dynamic_list_size, list_size, Writer};
            #[allow(unused_imports)]
            use contract_abi::{Address, Revert, Word};
            #reexport
            #(#constants)*
            #(#constructors)*
        }
    }
}

fn constructor(error: &Record) -> TokenStream {
    let solidity = format!("{}({})", error.name, docs::list(&error.parameters));
    let docs = docs::callable(&error.docs, &solidity);
    let (constant, name) = (names::constant(&error.name), names::ident(&names::snake(&error.name)));
    let arguments = arguments(error);
    let places = places(error);
    let size = value::total_size(0, &places);
    let body = if places.is_empty() {
        quote! { Revert::new(#constant, 0) }
    } else {
        let next = Literal::usize_unsuffixed(4 + head(&error.parameters));
        let writes = value::write_all(&places, None, 4);
        quote! {
            let mut payload = Revert::new(#constant, #size);
            let writer = &mut payload.writer(#next);
            #writes
            payload
        }
    };
    quote! {
        #docs
        #[cold]
        #[inline(never)]
        #[must_use]
        pub fn #name(#arguments) -> Revert {
            #body
        }
    }
}

/// The arguments of a function that takes what a record carries.
pub(super) fn arguments(record: &Record) -> TokenStream {
    let each = record.parameters.iter().enumerate().map(|(index, parameter)| {
        let (name, ty) = (names::argument(parameter, index), value::borrowed(&parameter.ty));
        quote! { #name: #ty }
    });
    quote! { #(#each),* }
}

/// Where those arguments are.
pub(super) fn places(record: &Record) -> Vec<(&crate::model::Type, value::Place)> {
    let each = record.parameters.iter().enumerate().map(|(index, parameter)| {
        let name = names::argument(parameter, index);
        (&parameter.ty, value::argument(&parameter.ty, &name))
    });
    each.collect()
}
