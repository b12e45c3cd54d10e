use super::types;
use crate::model::{
    Asynchronous, Kind, Method, Operation, PageKey, Pagination, ParameterStyle, Position, Product, ReplyBody,
    Security,
};
use proc_macro2::TokenStream;
use quote::quote;

/// What makes the request type an operation: its facts, parameter by parameter.
pub(super) fn operation(product: &Product, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let method = method(operation.method);
    let effect = match operation.kind {
        Kind::Read => quote!(Read),
        Kind::Write => quote!(Write),
    };
    let parameters = parameters(operation);
    let more = more(product, operation);
    let streaming =
        operation.streams.then(|| quote!(impl alicloud_runtime::operation::Streaming for Request {}));
    quote! {
        operation! {
            #name, #method, #effect { #(#parameters)* } #more
        }
        #streaming
    }
}

fn method(method: Method) -> TokenStream {
    match method {
        Method::Get => quote!(Get),
        Method::Post => quote!(Post),
        Method::Put => quote!(Put),
        Method::Delete => quote!(Delete),
        Method::Patch => quote!(Patch),
        Method::Head => quote!(Head),
        Method::Options => quote!(Options),
    }
}

fn parameters(operation: &Operation) -> Vec<TokenStream> {
    let Some(request) = operation.shape(Operation::REQUEST) else { return Vec::new() };
    let pairs = request.members.iter().zip(&operation.parameters);
    pairs
        .map(|(member, parameter)| {
            let wire = &member.wire;
            let kind = types::kind(&operation.definitions, &member.kind, parameter.untyped);
            let position = match parameter.position {
                Position::Query => quote!(query),
                Position::FormData => quote!(form),
                Position::Body => quote!(body),
                Position::Path => quote!(path),
                Position::Header => quote!(header),
                Position::Host => quote!(host),
            };
            let style = match parameter.style {
                Some(ParameterStyle::Json) => Some(quote!(json)),
                Some(ParameterStyle::Simple) => Some(quote!(simple)),
                Some(ParameterStyle::Flat | ParameterStyle::RepeatList) | None => None,
            };
            let required = member.required.then(|| quote!(required));
            quote!(#position #wire #kind #style #required,)
        })
        .collect()
}

/// What differs from a call by name, signed with an access key, that an object answers.
fn more(product: &Product, operation: &Operation) -> TokenStream {
    let path = operation.path.as_ref().map(|path| quote!(.path(#path)));
    let security = security(&operation.security);
    let body = match operation.reply_body {
        ReplyBody::Object => None,
        ReplyBody::Payload => Some(quote!(.reply(alicloud_runtime::operation::Body::Payload))),
        ReplyBody::Text => Some(quote!(.reply(alicloud_runtime::operation::Body::Text))),
        ReplyBody::Bytes => Some(quote!(.reply(alicloud_runtime::operation::Body::Bytes))),
        ReplyBody::Empty => Some(quote!(.reply(alicloud_runtime::operation::Body::Empty))),
    };
    let count = proc_macro2::Literal::usize_unsuffixed(operation.reply_headers);
    let headers = (operation.reply_headers > 0).then(|| quote!(.reply_headers(#count)));
    let events = operation.streams.then(|| quote!(.events()));
    let pages = operation.pagination.as_ref().map(pages);
    let poll = operation.asynchronous.as_ref().and_then(|asynchronous| poll(product, asynchronous));
    quote!(#path #security #body #headers #events #pages #poll)
}

fn security(ways: &[Security]) -> Option<TokenStream> {
    if ways == [Security::AccessKey] {
        return None;
    }
    let ways = ways.iter().map(|way| match way {
        Security::AccessKey => quote!(alicloud_runtime::operation::Security::AccessKey),
        Security::BearerToken => quote!(alicloud_runtime::operation::Security::Bearer),
        Security::Anonymous => quote!(alicloud_runtime::operation::Security::Anonymous),
    });
    Some(quote!(.security(&[#(#ways),*])))
}

fn pages(pagination: &Pagination) -> TokenStream {
    let Pagination { by, parameter, size, items, total, next } = pagination;
    let (kind, end) = match by {
        PageKey::Page => (quote!(pages), total),
        PageKey::Token => (quote!(tokens), next),
    };
    let (size, end) = (size.as_deref().unwrap_or_default(), end.as_deref().unwrap_or_default());
    quote!(.pages(alicloud_runtime::operation::Pagination::#kind(#parameter, #size, #items, #end)))
}

/// Only an operation of the same product can be asked by the same client.
fn poll(product: &Product, asynchronous: &Asynchronous) -> Option<TokenStream> {
    let operation = own_operation(product, &asynchronous.operation)?;
    let interval = proc_macro2::Literal::u32_unsuffixed(asynchronous.interval.unwrap_or(0));
    let attempts = proc_macro2::Literal::u32_unsuffixed(asynchronous.attempts.unwrap_or(0));
    Some(quote!(.poll(#operation, #interval, #attempts)))
}

/// The operation that a text such as `Ecs@2014-05-26:DescribeTasks` names, where it is one of this product.
pub(super) fn own_operation<'a>(product: &Product, text: &'a str) -> Option<&'a str> {
    match text.rsplit_once(':') {
        None => Some(text),
        Some((owner, operation)) => {
            let own = owner == product.code || owner == format!("{}@{}", product.code, product.version);
            own.then_some(operation)
        }
    }
}
