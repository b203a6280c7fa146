//! Rendering of Rust.

mod calls;
mod docs;
mod errors;
mod events;
mod interface;
mod names;
mod print;
mod router;
mod sample;
mod tests;
mod types;
mod value;

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Interface;
use crate::output::File;
use crate::shared::Shared;

/// The Rust files: one module for each interface, the shared types, the common errors, and the tests.
/// Samples have tests only, with their module inside.
#[must_use]
pub fn files(
    common: &Interface,
    interfaces: &[Interface],
    samples: &[Interface],
    shared: &Shared,
) -> Vec<File> {
    let sources = Path::new("abi/src/generated");
    let tests = Path::new("abi/tests/generated");
    let tested: Vec<_> = interfaces.iter().chain(samples).collect();
    let mut files = vec![
        print::file(&sources.join("mod.rs"), INTERFACES, index(interfaces)),
        print::file(&sources.join("common.rs"), &source(INTERFACES, common), common_module(common)),
        print::file(&sources.join("shared.rs"), INTERFACES, types::shared(shared)),
        print::file(&tests.join("mod.rs"), INTERFACES, tests::index(&tested)),
    ];
    for interface in interfaces {
        let (name, source) = (file_name(interface), source(INTERFACES, interface));
        files.push(print::file(&sources.join(&name), &source, module(interface, shared)));
        files.push(print::file(&tests.join(&name), &source, tests::of_interface(interface)));
    }
    for sample in samples {
        let (name, source) = (file_name(sample), source(SAMPLES, sample));
        let test = tests::of_sample(sample, &module(sample, &Shared::default()));
        files.push(print::file(&tests.join(name), &source, test));
    }
    files
}

const INTERFACES: &str = "contracts/interfaces";
const SAMPLES: &str = "contracts/abi/tests/interfaces";

fn file_name(interface: &Interface) -> String {
    format!("{}.rs", names::module(interface))
}

fn source(folder: &str, interface: &Interface) -> String {
    format!("{folder}/{}.sol", interface.name)
}

fn index(interfaces: &[Interface]) -> TokenStream {
    let modules = interfaces.iter().map(|interface| {
        let module = names::ident(&names::module(interface));
        let doc = format!(" `{}`.", interface.name);
        quote! { #[doc = #doc] pub mod #module; }
    });
    quote! {
        #![doc = " One module for each interface, and what they share."]
        #![allow(clippy::too_many_arguments, clippy::type_complexity)]
        pub mod common;
        pub mod shared;
        #(#modules)*
    }
}

fn common_module(common: &Interface) -> TokenStream {
    let docs = docs::module(common);
    let errors = errors::module(&common.errors, &TokenStream::new());
    quote! { #docs #errors }
}

fn module(interface: &Interface, shared: &Shared) -> TokenStream {
    let docs = docs::module(interface);
    let types = types::own(interface, shared);
    let contract = interface::contract(interface);
    let router = router::router(interface);
    let reexport = quote! { pub use contract_abi::generated::common::errors::*; };
    let errors = errors::module(&interface.errors, &reexport);
    let events = events::module(&interface.events);
    let calls = calls::module(&interface.functions);
    quote! { #docs #types #contract #router #errors #events #calls }
}
