//! Tests of the generated modules: a contract that passes every call on to a peer, and samples of
//! errors and events. What they are compared with is written by hand in `contracts/abi/tests/support`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::sample::{self, argument_of};
use super::value::Place;
use super::{interface, names, value};
use crate::model::{Function, Interface, Record};

/// The list of the test modules.
pub(super) fn index(interfaces: &[&Interface]) -> TokenStream {
    let modules = interfaces.iter().map(|interface| names::ident(&names::module(interface)));
    quote! {
        #![allow(
            missing_docs,
            unused_imports,
            unused_variables,
            clippy::match_single_binding,
            clippy::redundant_closure,
            clippy::too_many_arguments,
            clippy::type_complexity
        )]
        #(mod #modules;)*
    }
}

/// The tests of an interface whose module is in the library.
pub(super) fn of_interface(interface: &Interface) -> TokenStream {
    let module = names::ident(&names::module(interface));
    let solidity = format!("../interfaces/{}.sol", interface.name);
    let json = format!("../../json/{}.json", interface.name);
    tests(interface, &quote! { use contract_abi::generated::#module; }, &module, &solidity, &json)
}

/// The tests of a sample, its module included.
pub(super) fn of_sample(sample: &Interface, code: &TokenStream) -> TokenStream {
    let module = names::ident("code");
    let solidity = format!("tests/interfaces/{}.sol", sample.name);
    let json = format!("{}.json", sample.name);
    let code = quote! {
        #[allow(dead_code, unreachable_pub)]
        mod #module {
            #code
        }
    };
    tests(sample, &code, &module, &solidity, &json)
}

fn tests(
    interface: &Interface,
    code: &TokenStream,
    module: &Ident,
    solidity: &str,
    json: &str,
) -> TokenStream {
    let (name, text) = (names::ident(&interface.name), &interface.name);
    let samplers = interface.structs.iter().map(|declared| sample::structure(declared));
    let converters = interface.structs.iter().map(|declared| sample::conversion(declared));
    let echoes = interface.functions.iter().map(echo);
    let enums = interface.enums.iter().map(|declared| {
        let (name, count) = (&declared.name, Literal::usize_unsuffixed(declared.variants.len()));
        quote! { (#name, #count) }
    });
    let functions = interface.functions.iter().map(|function| {
        let (name, constant) = (&function.name, names::constant(&function.name));
        quote! { (#name, selectors::#constant) }
    });
    let errors = interface.errors.iter().map(error);
    let events = interface.events.iter().map(event);
    let emitters = (!interface.events.is_empty()).then(|| quote! { events, });
    quote! {
        use alloy_dyn_abi::DynSolValue;
        use contract_abi::{Address, Revert, Word};
        use crate::support::source::Source;
        use crate::support::subject::{ErrorCase, EventCase, Subject};
        use crate::support::{echo, values};
        #code
        use #module::*;
        use #module::{#emitters calls, errors};
        mod alloy {
            alloy_sol_types::sol!(#![sol(abi)] #solidity);
        }
        crate::checks!(subject);
        fn subject() -> Subject {
            Subject {
                name: #text,
                route: route::<Echo>,
                alloy: alloy::#name::abi::contract,
                json: include_str!(#json),
                enums: &[#(#enums),*],
                functions: &[#(#functions),*],
                errors: &[#(#errors),*],
                events: &[#(#events),*],
            }
        }
        #[doc = " Passes every call on to its peer and every answer back."]
        struct Echo;
        impl #name for Echo {
            #(#echoes)*
        }
        #(#samplers)*
        #(#converters)*
    }
}

fn echo(function: &Function) -> TokenStream {
    let name = names::ident(&names::snake(&function.name));
    let arguments: Vec<_> =
        function.inputs.iter().enumerate().map(|(i, input)| names::argument(input, i)).collect();
    let types = function.inputs.iter().map(|input| value::owned(&input.ty));
    let seen = converted(function.inputs.iter().map(|input| &input.ty).zip(&arguments));
    let passed =
        function.inputs.iter().zip(&arguments).map(|(input, name)| argument_of(&input.ty, name));
    let results: Vec<_> =
        (0..function.outputs.len()).map(|i| format_ident!("result_{i}")).collect();
    let answered = converted(function.outputs.iter().map(|output| &output.ty).zip(&results));
    let (output, tuple) = (interface::output(&function.outputs), interface::tuple(&results));
    let sent = (function.mutability == crate::model::Mutability::Payable).then(|| quote! { 0, });
    quote! {
        fn #name(#(#arguments: #types),*) -> Result<#output, Revert> {
            echo::seen(vec![#(#seen),*]);
            let #tuple = calls::#name(&echo::PEER, echo::GAS, #sent #(#passed),*).map_err(echo::failed)?;
            echo::answered(vec![#(#answered),*]);
            Ok(#tuple)
        }
    }
}

fn converted<'a>(
    named: impl Iterator<Item = (&'a crate::model::Type, &'a Ident)>,
) -> Vec<TokenStream> {
    named.map(|(ty, name)| sample::converted(ty, &Place::Owned(quote! { #name }))).collect()
}

fn error(error: &Record) -> TokenStream {
    let (text, constant) = (&error.name, names::constant(&error.name));
    let name = names::ident(&names::snake(&error.name));
    let (lets, passed, values) = sampled(error);
    quote! {
        ErrorCase {
            name: #text,
            selector: errors::#constant,
            build: |source| {
                #(#lets)*
                (errors::#name(#(#passed),*), vec![#(#values),*])
            },
        }
    }
}

fn event(event: &Record) -> TokenStream {
    let (text, constant) = (&event.name, names::constant(&event.name));
    let name = names::ident(&names::snake(&event.name));
    let (lets, passed, values) = sampled(event);
    quote! {
        EventCase {
            name: #text,
            topic: events::#constant,
            emit: |source| {
                #(#lets)*
                events::#name(#(#passed),*);
                vec![#(#values),*]
            },
        }
    }
}

/// Statements that draw values, expressions that pass them, and the values as alloy's.
fn sampled(record: &Record) -> (Vec<TokenStream>, Vec<TokenStream>, Vec<TokenStream>) {
    let each = record.parameters.iter().enumerate().map(|(index, parameter)| {
        let name = format_ident!("value_{index}");
        let drawn = sample::drawn(&parameter.ty);
        let converted = sample::converted(&parameter.ty, &Place::Owned(quote! { #name }));
        (quote! { let #name = #drawn; }, argument_of(&parameter.ty, &name), converted)
    });
    let mut all = (Vec::new(), Vec::new(), Vec::new());
    for (statement, passed, converted) in each {
        all.0.push(statement);
        all.1.push(passed);
        all.2.push(converted);
    }
    all
}
