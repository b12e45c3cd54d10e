use super::docs::{Docs, code};
use super::{authorization, enumeration, example, facts, record, request, setters, shape, types};
use crate::model::{Operation, Product, Shape, ShapeId};
use crate::options::Options;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// The module of one operation: call, setters, request, reply, nested types, enumerations.
pub(super) fn operation(product: &Product, operation: &Operation, options: &Options) -> TokenStream {
    let docs =
        Docs::default().paragraph(format!("`{}`.", operation.name)).prose(Some(&operation.summary)).inner();
    let imports = imports(operation);
    let call = call(product, operation, options);
    let setters = setters::setters(operation);
    let markers = setters::markers(operation);
    let descriptor = request::operation(operation);
    let definitions = &operation.definitions;
    let shapes = definitions.shapes.iter().enumerate().map(|(index, item)| {
        let definition = shape::shape(definitions, item, &about(operation, ShapeId(index)));
        let descriptor = (ShapeId(index) == Operation::REQUEST).then_some(&descriptor);
        let record = record::record(item);
        quote!(#definition #descriptor #record)
    });
    let enumerations = definitions.enumerations.iter().map(enumeration::enumeration);
    quote! {
        #docs
        #imports
        #call
        #setters
        #markers
        #(#shapes)*
        #(#enumerations)*
    }
}

fn call(product: &Product, operation: &Operation, options: &Options) -> TokenStream {
    let docs = Docs::default().prose(Some(&operation.summary)).prose(operation.description.as_deref());
    let docs = authorization::describe(docs, product, operation);
    let docs = example::link(example::example(docs, product, operation, options), operation).outer();
    let wire = &operation.name;
    let method = &operation.method_name;
    let alias = (wire != method.as_str() && is_alias(wire)).then(|| quote!(#[doc(alias = #wire)]));
    let deprecated = facts::deprecated(operation.deprecated.as_deref());
    let fresh = setters::fresh_call(operation);
    let allow = setters::allow(operation);
    quote! {
        impl Client {
            #docs
            #alias
            #deprecated
            #allow
            #[inline]
            pub fn #method(&self) -> #fresh {
                Call::new(&self.runtime)
            }
        }
    }
}

/// What rustdoc takes as an alias.
fn is_alias(name: &str) -> bool {
    let refused = |letter: char| matches!(letter, '"' | '\'') || (letter.is_whitespace() && letter != ' ');
    name.trim() == name && !name.contains(refused)
}

/// What a struct is.
fn about(operation: &Operation, id: ShapeId) -> Docs {
    let name = code(&operation.name);
    match id {
        Operation::REQUEST => Docs::default().paragraph(format!(
            "The parameters of {name} as plain data, for [`Client::send`]. Start from the default and assign."
        )),
        Operation::REPLY => {
            let docs = Docs::default().paragraph(format!("The reply of {name}."));
            let description = operation.shape(id).and_then(|shape| shape.description.as_deref());
            let docs = docs.prose(description);
            match &operation.reply_title {
                Some(title) => docs.aside(&format!("The documentation calls it {}.", code(title))),
                None => docs,
            }
        }
        _ => nested(operation.shape(id), &operation.name),
    }
}

/// Only what the module uses.
fn imports(operation: &Operation) -> TokenStream {
    let state = setters::required(operation).next().is_some().then(|| quote!(, Missing, Set));
    let parameters = (!operation.parameters.is_empty()).then(|| quote!(Kind,));
    let parameter = parameters.is_some().then(|| quote!(, Parameter));
    let types = types::imports(&operation.definitions);
    let shared: BTreeSet<_> = operation.definitions.shared().map(|shared| &shared.module).collect();
    quote! {
        use super::{Call, Client #state, PRODUCT #(, #shared)*};
        use alicloud_runtime::operation::{Descriptor, Effect, #parameters Method, Operation #parameter};
        #types
    }
}

/// What a struct inside another is: a part of `owner` where the spec says no more.
pub(super) fn nested(shape: Option<&Shape>, owner: &str) -> Docs {
    match shape.and_then(|shape| shape.description.as_deref()) {
        Some(description) => Docs::default().prose(Some(description)),
        None => Docs::default().paragraph(format!("A part of {}.", code(owner))),
    }
}
