//! From calldata to the trait.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{interface, names, value};
use crate::hash;
use crate::model::{head, Function, Interface, Mutability};

/// Selectors, `route` and one handler for each function.
pub(super) fn router(interface: &Interface) -> TokenStream {
    if interface.functions.is_empty() {
        return TokenStream::new();
    }
    let trait_name = names::ident(&interface.name);
    let selectors = interface.functions.iter().map(selector);
    let payable = interface.functions.iter().any(is_payable);
    let refuse_all = (!payable).then(|| quote! { refuse_value()?; });
    let arms = interface.functions.iter().map(|function| {
        let constant = names::constant(&function.name);
        let handler = handler_name(function);
        let call = quote! { #handler::<C>(data) };
        if payable && !is_payable(function) {
            quote! { selectors::#constant => { refuse_value()?; #call } }
        } else {
            quote! { selectors::#constant => #call, }
        }
    });
    let handlers = interface.functions.iter().map(|function| handler(interface, function));
    let doc = format!(" Answers a call on a contract that is `{}`.", interface.name);
    quote! {
        use contract_abi::entry::{refuse_value, unknown_selector};
        use contract_abi::Revert;
        #[doc = " The selectors of the functions."]
        pub mod selectors {
            #(#selectors)*
        }
        #[doc = #doc]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot"]
        #[doc = " be read, else what the contract refuses."]
        pub fn route<C: #trait_name>(input: &[u8]) -> Result<Vec<u8>, Revert> {
            let Some((selector, data)) = input.split_first_chunk() else {
                return Err(unknown_selector(input));
            };
            #refuse_all
            match u32::from_be_bytes(*selector) {
                #(#arms)*
                _ => Err(unknown_selector(selector)),
            }
        }
        #(#handlers)*
    }
}

fn is_payable(function: &Function) -> bool {
    function.mutability == Mutability::Payable
}

fn handler_name(function: &Function) -> proc_macro2::Ident {
    format_ident!("handle_{}", names::snake(&function.name))
}

fn selector(function: &Function) -> TokenStream {
    let signature = function.signature();
    constant(&function.name, &signature)
}

/// A constant that holds the selector of a signature.
pub(super) fn constant(name: &str, signature: &str) -> TokenStream {
    let name = names::constant(name);
    let doc = format!(" `{signature}`");
    let selector = hexadecimal(hash::selector(signature).into(), 8);
    quote! { #[doc = #doc] pub const #name: u32 = #selector; }
}

/// A literal of so many hexadecimal digits.
pub(super) fn hexadecimal(value: u64, digits: usize) -> TokenStream {
    let text = format!("0x{value:0digits$x}");
    let literal: Literal = text.parse().unwrap_or_else(|_| Literal::u64_unsuffixed(value));
    quote! { #literal }
}

/// Decodes, calls, encodes. Never inlined: a program's largest function is bounded at activation.
fn handler(interface: &Interface, function: &Function) -> TokenStream {
    let (trait_name, name) =
        (names::ident(&interface.name), names::ident(&names::snake(&function.name)));
    let handler = handler_name(function);
    let size = Literal::usize_unsuffixed(head(&function.inputs));
    let arguments: Vec<_> =
        function.inputs.iter().enumerate().map(|(i, input)| names::argument(input, i)).collect();
    let reads = value::read_all(&function.inputs);
    let decode = if arguments.is_empty() {
        quote! {}
    } else {
        quote! {
            let reader = &mut Reader::new(data, #size);
            #(let #arguments = #reads;)*
            reader.finish()?;
        }
    };
    let data = if arguments.is_empty() {
        quote! { _data }
    } else {
        quote! { data }
    };
    let results: Vec<_> =
        (0..function.outputs.len()).map(|i| format_ident!("result_{i}")).collect();
    let pattern = interface::tuple(&results);
    let encode = encode(function, &results);
    let call = if results.is_empty() {
        quote! { C::#name(#(#arguments),*)?; }
    } else {
        quote! { let #pattern = C::#name(#(#arguments),*)?; }
    };
    quote! {
        #[inline(never)]
        fn #handler<C: #trait_name>(#data: &[u8]) -> Result<Vec<u8>, Revert> {
            #decode
            #call
            #encode
        }
    }
}

fn encode(function: &Function, results: &[proc_macro2::Ident]) -> TokenStream {
    if results.is_empty() {
        return quote! { Ok(Vec::new()) };
    }
    let places: Vec<_> = function
        .outputs
        .iter()
        .zip(results)
        .map(|(output, name)| (&output.ty, value::Place::Owned(quote! { #name })))
        .collect();
    let (size, writes) = (value::total_size(0, &places), value::write_all(&places, None, 0));
    let head = Literal::usize_unsuffixed(head(&function.outputs));
    quote! {
        let mut payload = blank(#size);
        let writer = &mut Writer::new(&mut payload, #head);
        #writes
        Ok(payload)
    }
}
