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
#[must_use]
pub fn files(common: &Interface, interfaces: &[Interface], shared: &Shared) -> Vec<File> {
    let sources = Path::new("abi/src/generated");
    let tests = Path::new("abi/tests/generated");
    let mut files = vec![
        print::file(&sources.join("mod.rs"), "contracts/interfaces", index(interfaces)),
        print::file(&sources.join("common.rs"), &source(common), common_module(common)),
        print::file(&sources.join("shared.rs"), "contracts/interfaces", types::shared(shared)),
        print::file(&tests.join("mod.rs"), "contracts/interfaces", tests::index(interfaces)),
    ];
    for interface in interfaces {
        let name = format!("{}.rs", names::module(interface));
        let module = module(interface, shared);
        files.push(print::file(&sources.join(&name), &source(interface), module));
        let test = tests::module(interface);
        files.push(print::file(&tests.join(&name), &source(interface), test));
    }
    files
}

fn source(interface: &Interface) -> String {
    format!("contracts/interfaces/{}.sol", interface.name)
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
    let reexport = quote! { pub use crate::generated::common::errors::*; };
    let errors = errors::module(&interface.errors, &reexport);
    let events = events::module(&interface.events);
    let calls = calls::module(&interface.functions);
    quote! { #docs #types #contract #router #errors #events #calls }
}
