use super::types;
use crate::model::{Kind, Method, Operation, ParameterStyle, Position};
use proc_macro2::TokenStream;
use quote::quote;

/// What makes the request type an operation: its facts, parameter by parameter.
pub(super) fn operation(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let method = match operation.method {
        Method::Get => quote!(Get),
        Method::Post => quote!(Post),
    };
    let effect = match operation.kind {
        Kind::Read => quote!(Read),
        Kind::Write => quote!(Write),
    };
    let parameters = parameters(operation);
    quote! {
        impl Operation for Request {
            type Reply = Reply;
            const DESCRIPTOR: &'static Descriptor =
                &Descriptor::new(#name, &PRODUCT, Method::#method, Effect::#effect, &[#(#parameters),*]);
        }
    }
}

fn parameters(operation: &Operation) -> Vec<TokenStream> {
    let Some(request) = operation.shape(Operation::REQUEST) else { return Vec::new() };
    let pairs = request.members.iter().zip(&operation.parameters);
    pairs
        .map(|(member, parameter)| {
            let wire = &member.wire;
            let kind = types::kind(&operation.definitions, &member.kind);
            let position = match parameter.position {
                Position::Query => quote!(query),
                Position::FormData => quote!(form),
            };
            let style = match parameter.style {
                Some(ParameterStyle::Json) => Some(quote!(.json())),
                Some(ParameterStyle::Simple) => Some(quote!(.simple())),
                Some(ParameterStyle::Flat | ParameterStyle::RepeatList) | None => None,
            };
            let required = member.required.then(|| quote!(.required()));
            quote!(Parameter::#position(#wire, Kind::#kind) #style #required)
        })
        .collect()
}
