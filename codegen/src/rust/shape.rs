use super::docs::Docs;
use super::links::Links;
use super::{facts, types};
use crate::model::{Definitions, Shape};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A plain struct with public fields, and its field table: from the rows the macros make everything that a reply or
/// request can do.
pub(super) fn shape(definitions: &Definitions, shape: &Shape, docs: &Docs, links: Links<'_>) -> TokenStream {
    let docs = docs.outer();
    let name = &shape.name;
    let fields = shape.members.iter().enumerate().map(|(index, member)| {
        let docs = facts::member(member, links).outer();
        let deprecated = facts::deprecated(member.deprecated.as_deref());
        let name = &member.name;
        let kind = types::field(definitions, &member.kind, shape.sent);
        let (wire, slot) = (&member.wire, types::slot(&member.kind));
        let sensitive = member.sensitive.then(|| quote!(sensitive));
        let index = Literal::usize_unsuffixed(index);
        quote!(#docs #deprecated pub #name: #kind = #index: #wire as #slot #sensitive,)
    });
    quote!(#docs pub struct #name { #(#fields)* })
}

/// All structs of a module.
pub(super) fn records(shapes: &[TokenStream]) -> Option<TokenStream> {
    (!shapes.is_empty()).then(|| quote!(records! { #(#shapes)* }))
}
