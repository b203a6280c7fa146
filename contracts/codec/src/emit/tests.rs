//! x
use crate::model::Interface;
use proc_macro2::TokenStream;
pub(super) fn index(_i: &[Interface]) -> TokenStream {
    TokenStream::new()
}
pub(super) fn module(_c: &Interface, _i: &Interface) -> TokenStream {
    TokenStream::new()
}
