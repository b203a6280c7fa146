//! Typed outgoing calls.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{docs, interface, names, value};
use crate::model::{head, Function, Mutability};

/// The module of calls on a contract that has the interface.
pub(super) fn module(functions: &[Function]) -> TokenStream {
    if functions.is_empty() {
        return TokenStream::new();
    }
    let calls = functions.iter().map(call);
    quote! {
        #[doc = " Calls on a contract that has this interface, with at most `gas_cap` gas: static for views, else"]
        #[doc = " after a flush of what was written. Answers are decoded as strictly as calldata."]
        pub mod calls {
            #[allow(unused_imports)]
            use super::*;
            #[allow(unused_imports)]
            use contract_abi::word::message;
            #[allow(unused_imports)]
            use contract_abi::{host, CallFailure, MAX_RETURN};
            #(#calls)*
        }
    }
}

fn call(function: &Function) -> TokenStream {
    let text =
        docs::solidity(&function.name, &function.inputs, &function.outputs, function.mutability);
    let docs = docs::callable(&function.docs, &text);
    let (constant, name) =
        (names::constant(&function.name), names::ident(&names::snake(&function.name)));
    let named: Vec<_> = function
        .inputs
        .iter()
        .enumerate()
        .map(|(i, input)| (names::argument(input, i), &input.ty))
        .collect();
    let arguments = named.iter().map(|(name, ty)| {
        let ty = value::borrowed(ty);
        quote! { #name: #ty }
    });
    let places: Vec<_> = named.iter().map(|(name, ty)| (*ty, value::argument(ty, name))).collect();
    let size = value::total_size(0, &places);
    let encode = if places.is_empty() {
        quote! { let payload = message(selectors::#constant, #size); }
    } else {
        let next = Literal::usize_unsuffixed(4 + head(&function.inputs));
        let writes = value::write_all(&places, None, 4);
        quote! {
            let mut payload = message(selectors::#constant, #size);
            let writer = &mut Writer::new(&mut payload, #next);
            #writes
        }
    };
    let sent = (function.mutability == Mutability::Payable).then(|| quote! { value_sent: u128, });
    let output = interface::output(&function.outputs);
    let decode = decode(function);
    quote! {
        #docs
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " The callee's revert data, or that its answer is malformed."]
        pub fn #name(target: &Address, gas_cap: u64, #sent #(#arguments),*) -> Result<#output, CallFailure> {
            #encode
            #decode
        }
    }
}

fn decode(function: &Function) -> TokenStream {
    let bound = if function.outputs.iter().any(|output| output.ty.is_dynamic()) {
        quote! { MAX_RETURN }
    } else {
        let head = Literal::usize_unsuffixed(head(&function.outputs));
        quote! { #head }
    };
    let make = match function.mutability {
        Mutability::Pure | Mutability::View => {
            quote! { host::static_call(target, gas_cap, &payload, #bound)? }
        }
        Mutability::NonPayable => quote! { host::call(target, gas_cap, 0, &payload, #bound)? },
        Mutability::Payable => {
            quote! { host::call(target, gas_cap, value_sent, &payload, #bound)? }
        }
    };
    if function.outputs.is_empty() {
        return quote! { #make; host::require_code(target) };
    }
    let size = Literal::usize_unsuffixed(head(&function.outputs));
    let results: Vec<_> =
        (0..function.outputs.len()).map(|i| format_ident!("result_{i}")).collect();
    let reads = value::read_all(&function.outputs);
    let tuple = interface::tuple(&results);
    quote! {
        let answer = #make;
        let reader = &mut Reader::new(&answer, #size);
        #(let #results = #reads;)*
        reader.returned(#tuple)
    }
}
