//! Expressions that read, write and measure a value of a type.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, ToTokens};

use super::names;
use crate::model::{head, Parameter, Type};

/// Where a value is: a place that is owned, or a reference to it.
#[derive(Clone)]
pub(super) enum Place {
    Owned(TokenStream),
    Reference(TokenStream),
}

impl Place {
    pub(super) fn value(&self) -> TokenStream {
        match self {
            Self::Owned(place) => place.clone(),
            Self::Reference(place) => quote! { *#place },
        }
    }

    pub(super) fn reference(&self) -> TokenStream {
        match self {
            Self::Owned(place) => quote! { &#place },
            Self::Reference(place) => place.clone(),
        }
    }

    /// For a method call, which borrows by itself.
    fn receiver(&self) -> &TokenStream {
        match self {
            Self::Owned(place) | Self::Reference(place) => place,
        }
    }
}

/// A position: constant or relative to a variable.
pub(super) fn offset(base: Option<&Ident>, bytes: usize) -> TokenStream {
    let bytes_literal = Literal::usize_unsuffixed(bytes);
    match base {
        None => bytes_literal.into_token_stream(),
        Some(base) if bytes == 0 => quote! { #base },
        Some(base) => quote! { #base + #bytes_literal },
    }
}

/// The Rust type that owns a value.
pub(super) fn owned(ty: &Type) -> TokenStream {
    match ty {
        Type::Uint(bits) => integer('u', *bits),
        Type::Int(bits) => integer('i', (*bits).max(64)),
        Type::Bool => quote! { bool },
        Type::Address => quote! { Address },
        Type::Fixed(32) => quote! { Word },
        Type::Fixed(size) => {
            let size = Literal::u32_unsuffixed(*size);
            quote! { [u8; #size] }
        }
        Type::Bytes => quote! { Vec<u8> },
        Type::List(element) => {
            let element = owned(element);
            quote! { Vec<#element> }
        }
        Type::Enum(declared) => names::ident(&declared.name).into_token_stream(),
        Type::Struct(declared) => names::ident(&declared.name).into_token_stream(),
    }
}

/// The Rust type that an argument of this type is passed as.
pub(super) fn borrowed(ty: &Type) -> TokenStream {
    match ty {
        Type::Uint(_) | Type::Int(_) | Type::Bool | Type::Enum(_) => owned(ty),
        Type::Bytes => quote! { &[u8] },
        Type::List(element) => {
            let element = owned(element);
            quote! { &[#element] }
        }
        _ => {
            let owned = owned(ty);
            quote! { &#owned }
        }
    }
}

/// Where an argument of this type is, if `name` is one.
pub(super) fn argument(ty: &Type, name: &Ident) -> Place {
    match ty {
        Type::Uint(_) | Type::Int(_) | Type::Bool | Type::Enum(_) => Place::Owned(quote! { #name }),
        _ => Place::Reference(quote! { #name }),
    }
}

fn integer(sign: char, bits: u32) -> TokenStream {
    let width = bits.next_power_of_two().clamp(8, 128);
    Ident::new(&format!("{sign}{width}"), Span::call_site()).into_token_stream()
}

/// Reads a value whose head is at `at`; offsets count from `base`.
pub(super) fn read(ty: &Type, at: &TokenStream, base: &TokenStream) -> TokenStream {
    match ty {
        Type::Uint(256) => quote! { reader.uint256(#at) },
        Type::Int(256) => quote! { reader.int256(#at) },
        Type::Uint(bits) => {
            let width = Literal::u32_unsuffixed(*bits);
            match bits {
                65.. => quote! { reader.uint128(#at, #width) },
                33.. => quote! { reader.uint64(#at, #width) },
                _ => {
                    let rust = integer('u', *bits);
                    quote! { reader.uint64(#at, #width) as #rust }
                }
            }
        }
        Type::Int(bits) => {
            let width = Literal::u32_unsuffixed(*bits);
            match bits {
                65.. => quote! { reader.int128(#at, #width) },
                _ => quote! { reader.int64(#at, #width) },
            }
        }
        Type::Bool => quote! { reader.boolean(#at) },
        Type::Address => quote! { reader.address(#at) },
        Type::Fixed(32) => quote! { reader.word(#at) },
        Type::Fixed(_) => quote! { reader.fixed(#at) },
        Type::Bytes => quote! { reader.blob(#at, #base) },
        Type::List(element) => read_list(element, at, base),
        Type::Enum(declared) => {
            let name = names::ident(&declared.name);
            let count = Literal::usize_unsuffixed(declared.variants.len());
            quote! { #name::from_index(reader.variant(#at, #count)) }
        }
        Type::Struct(declared) => {
            let name = names::ident(&declared.name);
            if ty.is_dynamic() {
                let size = Literal::usize_unsuffixed(head(&declared.fields));
                quote! { { let begin = reader.tail(#at, #base, #size); #name::read(reader, begin) } }
            } else {
                quote! { #name::read(reader, #at) }
            }
        }
    }
}

fn read_list(element: &Type, at: &TokenStream, base: &TokenStream) -> TokenStream {
    let size = Literal::usize_unsuffixed(body(element));
    let method = if element.is_dynamic() {
        quote! { dynamic_list }
    } else {
        quote! { list }
    };
    let each = match element {
        Type::Struct(declared) => {
            let name = names::ident(&declared.name);
            quote! { #name::read }
        }
        Type::Uint(256) => quote! { Reader::uint256 },
        Type::Int(256) => quote! { Reader::int256 },
        Type::Bool => quote! { Reader::boolean },
        Type::Address => quote! { Reader::address },
        Type::Fixed(32) => quote! { Reader::word },
        Type::Fixed(_) => quote! { Reader::fixed },
        other => {
            let read = read(other, &quote! { at }, &quote! { at });
            quote! { |reader, at| #read }
        }
    };
    quote! { reader.#method(#at, #base, #size, #each) }
}

/// The bytes that a value takes from where it begins, without what its own tails take.
fn body(ty: &Type) -> usize {
    match ty {
        Type::Struct(declared) => head(&declared.fields),
        other => other.head(),
    }
}

/// Writes a value whose head is at `at`; offsets count from `base`.
pub(super) fn write(ty: &Type, at: &TokenStream, base: &TokenStream, place: &Place) -> TokenStream {
    let (value, reference, receiver) = (place.value(), place.reference(), place.receiver());
    match ty {
        Type::Uint(65..) => quote! { writer.uint128(#at, #value); },
        Type::Uint(33..) => quote! { writer.uint64(#at, #value); },
        Type::Uint(_) => quote! { writer.uint64(#at, u64::from(#value)); },
        Type::Int(65..) => quote! { writer.int128(#at, #value); },
        Type::Int(_) => quote! { writer.int128(#at, i128::from(#value)); },
        Type::Bool => quote! { writer.boolean(#at, #value); },
        Type::Address => quote! { writer.address(#at, #reference); },
        Type::Fixed(32) => quote! { writer.word(#at, #reference); },
        Type::Fixed(_) => quote! { writer.fixed(#at, #reference); },
        Type::Bytes => quote! { writer.blob(#at, #base, #reference); },
        Type::List(element) => write_list(element, at, base, &reference),
        Type::Enum(_) => quote! { writer.uint64(#at, #value as u64); },
        Type::Struct(declared) if ty.is_dynamic() => {
            let size = Literal::usize_unsuffixed(head(&declared.fields));
            quote! { let begin = writer.tail(#at, #base, #size); #receiver.write(writer, begin); }
        }
        Type::Struct(_) => quote! { #receiver.write(writer, #at); },
    }
}

fn write_list(
    element: &Type,
    at: &TokenStream,
    base: &TokenStream,
    items: &TokenStream,
) -> TokenStream {
    let size = Literal::usize_unsuffixed(body(element));
    let method = if element.is_dynamic() {
        quote! { dynamic_list }
    } else {
        quote! { list }
    };
    let each = match element {
        Type::Struct(_) => quote! { |writer, at, item| item.write(writer, at) },
        Type::Address => quote! { Writer::address },
        Type::Fixed(32) => quote! { Writer::word },
        Type::Fixed(_) => quote! { Writer::fixed },
        other => {
            let write =
                write(other, &quote! { at }, &quote! { at }, &Place::Reference(quote! { item }));
            quote! { |writer, at, item| { #write } }
        }
    };
    quote! { writer.#method(#at, #base, #items, #size, #each); }
}

/// The bytes that the tails of a value take, if it has any.
fn tail_size(ty: &Type, place: &Place) -> Option<TokenStream> {
    let receiver = place.receiver();
    match ty {
        Type::Bytes => Some(quote! { blob_size(#receiver.len()) }),
        Type::List(element) if element.is_dynamic() => {
            let (items, name) = (place.reference(), owned(element));
            Some(quote! { dynamic_list_size(#items, #name::size) })
        }
        Type::List(element) => {
            let size = Literal::usize_unsuffixed(body(element));
            Some(quote! { list_size(#receiver.len(), #size) })
        }
        Type::Struct(_) if ty.is_dynamic() => Some(quote! { #receiver.size() }),
        _ => None,
    }
}

/// The bytes that values take after `start` bytes of something else, heads and tails.
pub(super) fn total_size(start: usize, values: &[(&Type, Place)]) -> TokenStream {
    let heads = start + values.iter().map(|(ty, _)| ty.head()).sum::<usize>();
    let heads = Literal::usize_unsuffixed(heads);
    let tails = values.iter().filter_map(|(ty, place)| tail_size(ty, place));
    quote! { #heads #(+ #tails)* }
}

/// Writes values one after another, the first at `start` past `base`.
pub(super) fn write_all(
    values: &[(&Type, Place)],
    base: Option<&Ident>,
    start: usize,
) -> TokenStream {
    let origin = offset(base, start);
    let mut at = start;
    let mut writes = TokenStream::new();
    for (ty, place) in values {
        writes.extend(write(ty, &offset(base, at), &origin, place));
        at += ty.head();
    }
    writes
}

/// The expressions that read parameters one after another, the first at the start of the data.
pub(super) fn read_all(parameters: &[Parameter]) -> Vec<TokenStream> {
    let mut at = 0;
    let mut reads = Vec::new();
    for parameter in parameters {
        reads.push(read(&parameter.ty, &offset(None, at), &offset(None, 0)));
        at += parameter.ty.head();
    }
    reads
}
