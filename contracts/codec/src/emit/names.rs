//! Rust names from Solidity names.

use proc_macro2::{Ident, Span};

use crate::model::{Interface, Parameter};

/// `IClearingHouse` → `clearing_house`.
pub(super) fn module(interface: &Interface) -> String {
    let name = &interface.name;
    let bare = name
        .strip_prefix('I')
        .filter(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()));
    snake(bare.unwrap_or(name))
}

/// `maxOpenInterest` → `max_open_interest`.
pub(super) fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut after_lower = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && after_lower {
            snake.push('_');
        }
        after_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// `maxOpenInterest` → `MAX_OPEN_INTEREST`.
pub(super) fn constant(name: &str) -> Ident {
    ident(&snake(name).to_ascii_uppercase())
}

/// A Rust identifier; a keyword gets an underscore.
pub(super) fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        Err(_) => Ident::new(&format!("{name}_"), Span::call_site()),
    }
}

/// Names that generated functions use for themselves.
const LOCALS: [&str; 9] =
    ["answer", "at", "calldata", "gas_cap", "payload", "reader", "target", "value_sent", "writer"];

/// The name of an argument.
pub(super) fn argument(parameter: &Parameter, index: usize) -> Ident {
    let name = snake(&parameter.name);
    match name.as_str() {
        "" => ident(&format!("argument_{index}")),
        taken if LOCALS.contains(&taken) => ident(&format!("{taken}_")),
        free => ident(free),
    }
}
