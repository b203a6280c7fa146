//! The trait that a contract implements.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, names, value};
use crate::model::{Function, Interface, Parameter};

/// The trait of an interface: one associated function for each entry point.
pub(super) fn contract(interface: &Interface) -> TokenStream {
    if interface.functions.is_empty() {
        return TokenStream::new();
    }
    let name = names::ident(&interface.name);
    let doc = format!(
        " What a contract that is `{}` answers. Implemented once, by the contract.",
        interface.name
    );
    let functions = interface.functions.iter().map(function);
    quote! {
        #[doc = #doc]
        pub trait #name {
            #(#functions)*
        }
    }
}

fn function(function: &Function) -> TokenStream {
    let text =
        docs::solidity(&function.name, &function.inputs, &function.outputs, function.mutability);
    let docs = docs::callable(&function.docs, &text);
    let name = names::ident(&names::snake(&function.name));
    let inputs = function.inputs.iter().enumerate().map(|(index, input)| {
        let (name, ty) = (names::argument(input, index), value::owned(&input.ty));
        quote! { #name: #ty }
    });
    let output = output(&function.outputs);
    quote! {
        #docs
        fn #name(#(#inputs),*) -> Result<#output, Revert>;
    }
}

/// The Rust type of results: nothing, one value or a tuple.
pub(super) fn output(outputs: &[Parameter]) -> TokenStream {
    match outputs {
        [] => quote! { () },
        [one] => value::owned(&one.ty),
        many => {
            let types = many.iter().map(|output| value::owned(&output.ty));
            quote! { (#(#types),*) }
        }
    }
}

/// A pattern or expression over results: nothing, one name or a tuple.
pub(super) fn tuple<T: quote::ToTokens>(items: &[T]) -> TokenStream {
    match items {
        [] => quote! { () },
        [one] => quote! { #one },
        many => quote! { (#(#many),*) },
    }
}
