//! Emitters of events.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, errors, names, router, value};
use crate::hash;
use crate::model::{Record, Type};

/// The module of an interface's events.
pub(super) fn module(events: &[Record]) -> TokenStream {
    if events.is_empty() {
        return TokenStream::new();
    }
    let constants = events.iter().map(topic);
    let emitters = events.iter().map(emitter);
    quote! {
        #[doc = " Events: the topic (as four lanes) and the emitter of each."]
        pub mod events {
            #[allow(unused_imports)]
            use super::*;
            use contract_abi::host;
            #(#constants)*
            #(#emitters)*
        }
    }
}

fn topic(event: &Record) -> TokenStream {
    let signature = event.signature();
    let name = names::constant(&event.name);
    let doc = format!(" `{signature}`");
    let hash = hash::topic(&signature);
    let (lanes, _) = hash.as_chunks::<8>();
    let lanes = lanes.iter().map(|lane| router::hexadecimal(u64::from_be_bytes(*lane), 16));
    quote! { #[doc = #doc] pub const #name: [u64; 4] = [#(#lanes),*]; }
}

fn emitter(event: &Record) -> TokenStream {
    let solidity = format!("{}({})", event.name, docs::list(&event.parameters));
    let docs = docs::callable(&event.docs, &solidity);
    let (constant, name) = (names::constant(&event.name), names::ident(&names::snake(&event.name)));
    let arguments = errors::arguments(event);
    let all = event.parameters.iter().zip(errors::places(event));
    let (indexed, plain): (Vec<_>, Vec<_>) = all.partition(|(parameter, _)| parameter.indexed);
    let indexed: Vec<_> = indexed.into_iter().map(|(_, place)| place).collect();
    let plain: Vec<_> = plain.into_iter().map(|(_, place)| place).collect();
    let topics = 1 + indexed.len();
    let start = 32 * topics;
    let writes = [value::write_all(&indexed, None, 32), value::write_all(&plain, None, start)];
    let payload = payload(&plain, start);
    let topics = Literal::usize_unsuffixed(topics);
    let head = start + plain.iter().map(|(ty, _)| ty.head()).sum::<usize>();
    let head = Literal::usize_unsuffixed(head);
    quote! {
        #docs
        #[inline(never)]
        pub fn #name(#arguments) {
            let mut payload = #payload;
            let writer = &mut Writer::new(&mut payload, #head);
            writer.topic(#constant[0], #constant[1], #constant[2], #constant[3]);
            #(#writes)*
            host::log(#topics, &payload);
        }
    }
}

/// The buffer, on the stack where its size is known: the allocator never frees.
fn payload(plain: &[(&Type, value::Place)], start: usize) -> TokenStream {
    let size = value::total_size(start, plain);
    if plain.iter().any(|(ty, _)| ty.is_dynamic()) {
        quote! { blank(#size) }
    } else {
        quote! { [0; #size] }
    }
}
