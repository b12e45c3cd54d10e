use super::types;
use crate::model::Shape;
use proc_macro2::TokenStream;
use quote::quote;

/// The field table: one row per field, from which the runtime's macro makes everything a reply or request can do.
pub(super) fn record(shape: &Shape) -> TokenStream {
    let name = &shape.name;
    let rows = shape.members.iter().map(|member| {
        let field = &member.name;
        let slot = types::slot(&member.kind);
        let wire = &member.wire;
        let sensitive = member.sensitive.then(|| quote!(as sensitive));
        quote!(#field: #slot = #wire #sensitive,)
    });
    quote!(alicloud_runtime::record! { #name { #(#rows)* } })
}
