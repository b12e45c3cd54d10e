use super::docs::Docs;
use super::{facts, types};
use crate::model::{Definitions, Shape};
use proc_macro2::TokenStream;
use quote::quote;

/// A plain struct with public fields.
pub(super) fn shape(definitions: &Definitions, shape: &Shape, docs: &Docs) -> TokenStream {
    let docs = docs.outer();
    let name = &shape.name;
    let fields = shape.members.iter().map(|member| {
        let docs = facts::member(member).outer();
        let deprecated = facts::deprecated(member.deprecated.as_deref());
        let name = &member.name;
        let kind = types::field(definitions, &member.kind, shape.sent);
        quote!(#docs #deprecated pub #name: #kind)
    });
    quote! {
        #docs
        #[derive(Default)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields),*
        }
    }
}
