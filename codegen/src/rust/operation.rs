use super::common::Common;
use super::common_errors::CommonErrors;
use super::docs::{Docs, code};
use super::links::Links;
use super::{authorization, enumeration, example, facts, remarks, request, setters, shape, types};
use crate::model::{Operation, Product, Shape, ShapeId};
use crate::options::Options;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::collections::BTreeMap;

/// The module of one operation: call, setters, request, reply, nested types, enumerations.
pub(super) fn operation(
    product: &Product,
    operation: &Operation,
    (common, errors): (&Common<'_>, &CommonErrors<'_>),
    options: &Options,
) -> TokenStream {
    let links = Links::below(product);
    // What the operation does, its method says.
    let method = operation.method_name.as_str();
    let docs = format!("{}, called by [`Client::{method}`].", code(&operation.name));
    let docs = Docs::default().paragraph(docs).inner();
    let imports = imports(operation);
    let call = call(product, operation, errors, options);
    let setters = setters::setters(operation);
    let descriptor = request::operation(product, operation);
    let definitions = &operation.definitions;
    let shapes = definitions.shapes.iter().enumerate().map(|(index, item)| {
        shape::shape(definitions, item, &about(operation, ShapeId(index), links), links)
    });
    let shapes: Vec<TokenStream> = shapes.collect();
    let records = shape::records(&shapes);
    let (common, enumerations) = enumeration::enumerations(definitions, common, links);
    quote! {
        #docs
        #imports
        #common
        #call
        #setters
        #descriptor
        #records
        #enumerations
    }
}

fn call(
    product: &Product,
    operation: &Operation,
    errors: &CommonErrors<'_>,
    options: &Options,
) -> TokenStream {
    let links = Links::below(product);
    let docs = Docs::default().prose(Some(&operation.summary), links);
    let docs = docs.prose(operation.description.as_deref(), links);
    let docs = remarks::describe(docs, product, operation);
    let docs = authorization::describe(docs, errors, operation);
    let docs = example::link(example::example(docs, product, operation, options), operation).outer();
    let wire = &operation.name;
    let method = &operation.method_name;
    let alias = (wire != method.as_str() && is_alias(wire)).then(|| quote!(= #wire));
    let deprecated = facts::deprecated(operation.deprecated.as_deref());
    let fresh = setters::fresh_call(operation);
    quote!(call! { #docs #deprecated #method -> #fresh #alias; })
}

/// What rustdoc takes as an alias.
fn is_alias(name: &str) -> bool {
    let refused = |letter: char| matches!(letter, '"' | '\'') || (letter.is_whitespace() && letter != ' ');
    name.trim() == name && !name.contains(refused)
}

/// What a struct is.
fn about(operation: &Operation, id: ShapeId, links: Links<'_>) -> Docs {
    let name = code(&operation.name);
    match id {
        Operation::REQUEST => Docs::default().paragraph(format!(
            "Parameters of {name}, for [`Client::send`]: start from the default and assign."
        )),
        Operation::REPLY => {
            let docs = Docs::default().paragraph(format!("The reply of {name}."));
            let description = operation.shape(id).and_then(|shape| shape.description.as_deref());
            let docs = docs.aside_prose(description, links);
            let docs = match &operation.reply_title {
                Some(title) => docs.aside(&format!("The documentation calls it {}.", code(title))),
                None => docs,
            };
            let docs = match operation.status {
                Some(status) => docs.aside(&format!("Its HTTP status is {status}.")),
                None => docs,
            };
            match operation.reply_headers {
                0 => docs,
                1 => docs.aside("Its last field is an HTTP header."),
                count => docs.aside(&format!("Its last {count} fields are HTTP headers.")),
            }
        }
        _ => nested(operation.shape(id), &operation.name, links),
    }
}

/// Only what the module uses. The runtime's own types are named by their path, so that types of these names can be.
fn imports(operation: &Operation) -> TokenStream {
    let mut items = BTreeMap::from([
        ("Call", quote!(Call)),
        ("Client", quote!(Client)),
        ("PRODUCT", quote!(PRODUCT)),
        ("begin", quote!(begin)),
    ]);
    if setters::required(operation).next().is_some() {
        items.extend([("Missing", quote!(Missing)), ("Set", quote!(Set)), ("restate", quote!(restate))]);
    }
    items.extend(
        operation
            .definitions
            .shared()
            .map(|shared| (shared.module.as_str(), shared.module.to_token_stream())),
    );
    let items = items.values();
    let maps = types::maps(&operation.definitions);
    let values = types::values(&operation.definitions);
    quote! {
        use super::{#(#items),*};
        #values
        #maps
    }
}

/// What a struct inside another is: a part of `owner` where the spec says no more.
pub(super) fn nested(shape: Option<&Shape>, owner: &str, links: Links<'_>) -> Docs {
    match shape.and_then(|shape| shape.description.as_deref()) {
        Some(description) => Docs::default().prose(Some(description), links),
        None => Docs::default().paragraph(format!("A part of {}.", code(owner))),
    }
}
