use super::docs::{Docs, code};
use super::{authorization, enumeration, example, facts, record, request, setters, shape};
use crate::model::{Operation, Product, ShapeId, Type};
use crate::options::Options;
use proc_macro2::TokenStream;
use quote::quote;

/// The module of one operation: call, setters, request, reply, nested types, enumerations.
pub(super) fn operation(product: &Product, operation: &Operation, options: &Options) -> TokenStream {
    let docs =
        Docs::default().paragraph(format!("`{}`.", operation.name)).prose(Some(&operation.summary)).inner();
    let imports = imports(operation);
    let call = call(product, operation, options);
    let setters = setters::setters(operation);
    let markers = setters::markers(operation);
    let descriptor = request::operation(operation);
    let shapes = operation.shapes.iter().enumerate().map(|(index, item)| {
        let definition = shape::shape(operation, item, &about(operation, ShapeId(index)));
        let descriptor = (ShapeId(index) == Operation::REQUEST).then_some(&descriptor);
        let record = record::record(item);
        quote!(#definition #descriptor #record)
    });
    let enumerations = operation.enumerations.iter().map(enumeration::enumeration);
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
    let alias = (wire != method.as_str()).then(|| quote!(#[doc(alias = #wire)]));
    let deprecated = facts::deprecated(operation.deprecated.as_deref());
    let fresh = setters::fresh_call(operation);
    quote! {
        impl Client {
            #docs
            #alias
            #deprecated
            #[inline]
            pub fn #method(&self) -> #fresh {
                Call::new(&self.runtime)
            }
        }
    }
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
        _ => {
            let shape = operation.shape(id);
            let docs = Docs::default().prose(shape.and_then(|shape| shape.description.as_deref()));
            match shape {
                Some(shape) if shape.description.is_none() => docs.paragraph(format!("A part of {name}.")),
                _ => docs,
            }
        }
    }
}

/// Only what the module uses.
fn imports(operation: &Operation) -> TokenStream {
    let members = || operation.shapes.iter().flat_map(|shape| &shape.members);
    let state = setters::required(operation).next().is_some().then(|| quote!(, Missing, Set));
    let parameters = (!operation.parameters.is_empty()).then(|| quote!(Kind,));
    let parameter = parameters.is_some().then(|| quote!(, Parameter));
    let unlisted = (!operation.enumerations.is_empty()).then(|| quote!(Unlisted));
    let value = members().any(|member| facts::has_any(&member.kind)).then(|| quote!(Value));
    let records: Vec<_> = unlisted.into_iter().chain(value).collect();
    let records = (!records.is_empty()).then(|| quote!(use alicloud_runtime::record::{#(#records),*};));
    let is_map = |kind: &Type| matches!(kind, Type::Map(_));
    let maps = members().any(|member| super::types::any(&member.kind, &is_map)).then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    quote! {
        use super::{Call, Client #state, PRODUCT};
        use alicloud_runtime::operation::{Descriptor, Effect, #parameters Method, Operation #parameter};
        #records
        #maps
    }
}
