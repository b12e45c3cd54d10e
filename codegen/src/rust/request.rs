use super::{items, sensitive, types, waiting};
use crate::model::{
    Kind, Method, Operation, PageKey, Pagination, ParameterStyle, Position, Product, ReplyBody, Security,
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
    let rows = rows(product, operation);
    quote! {
        operation! {
            #name, #method, #effect { #(#parameters)* } #more #rows
        }
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
        ReplyBody::Payload => Some(quote!(.reply(Body::Payload))),
        ReplyBody::Text => Some(quote!(.reply(Body::Text))),
        ReplyBody::Bytes => Some(quote!(.reply(Body::Bytes))),
        ReplyBody::Empty => Some(quote!(.reply(Body::Empty))),
    };
    let count = proc_macro2::Literal::usize_unsuffixed(operation.reply_headers);
    let headers = (operation.reply_headers > 0).then(|| quote!(.reply_headers(#count)));
    let events = operation.streams.then(|| quote!(.events()));
    let pages = operation.pagination.as_ref().map(pages);
    let poll = operation.asynchronous.as_ref().and_then(|asynchronous| waiting::fact(product, asynchronous));
    let secret = sensitive::names(product, operation).into_iter();
    let secret = (secret.len() > 0).then(|| quote!(.sensitive(&[#(#secret),*])));
    quote!(#path #security #body #headers #events #pages #poll #secret)
}

/// What the operation can do beside being called, a row for each. A fact stands before all of them, and a semicolon
/// between.
fn rows(product: &Product, operation: &Operation) -> Option<TokenStream> {
    let streams = operation.streams.then(|| quote!(streams;));
    let pages = operation.pagination.as_ref();
    let pages = pages.map(|_| items::row(product, operation).unwrap_or_else(|| quote!(pages;)));
    let asks = waiting::row(product, operation);
    let any = streams.is_some() || pages.is_some() || asks.is_some();
    any.then(|| quote!(; #streams #pages #asks))
}

fn security(ways: &[Security]) -> Option<TokenStream> {
    if ways == [Security::AccessKey] {
        return None;
    }
    let ways = ways.iter().map(|way| match way {
        Security::AccessKey => quote!(Security::AccessKey),
        Security::BearerToken => quote!(Security::Bearer),
        Security::Anonymous => quote!(Security::Anonymous),
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
    quote!(.pages(Pagination::#kind(#parameter, #size, #items, #end)))
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
