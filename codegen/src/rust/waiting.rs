use super::request::own_operation;
use crate::model::{Asynchronous, Operation, Product};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeMap;

/// The operation that is asked whether the work of another one has ended, where the spec says all that is needed to wait
/// for it.
pub(super) fn asked<'a>(product: &'a Product, operation: &Operation) -> Option<&'a Operation> {
    let asynchronous = operation.asynchronous.as_ref()?;
    let is_known = asynchronous.status.is_some() && !asynchronous.done.is_empty();
    let name = own_operation(product, &asynchronous.operation).filter(|_| is_known)?;
    product.operations.iter().find(|other| other.name == name)
}

/// The row that names its request type.
pub(super) fn row(product: &Product, operation: &Operation) -> Option<TokenStream> {
    let module = &asked(product, operation)?.module;
    Some(quote!(asks super::#module::Request;))
}

/// The fact of how to ask. Only an operation of the same product can be asked by the same client.
pub(super) fn fact(product: &Product, asynchronous: &Asynchronous) -> Option<TokenStream> {
    let Asynchronous { from_request, from_reply, status, done, failed, .. } = asynchronous;
    let operation = own_operation(product, &asynchronous.operation)?;
    let interval = Literal::u32_unsuffixed(asynchronous.interval.unwrap_or(0));
    let attempts = Literal::u32_unsuffixed(asynchronous.attempts.unwrap_or(0));
    let pairs = |pairs: &BTreeMap<String, String>| {
        let pairs = pairs.iter().map(|(asked, own)| quote!((#asked, #own)));
        quote!(&[#(#pairs),*])
    };
    let from_request = (!from_request.is_empty()).then(|| pairs(from_request));
    let from_request = from_request.map(|pairs| quote!(.request_parameters(#pairs)));
    let from_reply = (!from_reply.is_empty()).then(|| pairs(from_reply));
    let from_reply = from_reply.map(|pairs| quote!(.reply_parameters(#pairs)));
    let status = status.as_ref().map(|status| quote!(.status(#status, &[#(#done),*], &[#(#failed),*])));
    Some(quote! {
        .poll(Poll::new(#operation, #interval, #attempts) #from_request #from_reply #status)
    })
}
