use super::common::Common;
use super::docs::{Docs, address, cell, line};
use super::links::Links;
use super::setters;
use crate::model::{Product, Protocol};
use proc_macro2::TokenStream;
use quote::quote;

/// The module of a product: what it is, and its operations.
pub(super) fn module(product: &Product, common: &Common<'_>) -> TokenStream {
    let mut table = "| operation | |\n|---|---|".to_owned();
    for operation in &product.operations {
        let method = operation.method_name.as_str();
        table.push_str(&format!("\n| [`{method}`](Client::{method}) | {} |", cell(&operation.summary)));
    }
    let docs = Docs::default()
        .paragraph(format!("{}: `{}`, version {}.", line(&product.title), product.code, product.version))
        .prose(product.description.as_deref(), Links::of(product))
        .paragraph(table);
    let docs = match &product.documentation {
        Some(documentation) => docs.paragraph(format!("Documentation: {}.", address(documentation))),
        None => docs,
    };
    let docs = docs.inner();
    let state = setters::any_required(product).then(|| quote!(, Missing, Set));
    let restate = state.is_some().then(|| quote!(, restate));
    let modules = product.operations.iter().map(|operation| {
        let module = &operation.module;
        // A product can have an operation of its own name.
        let allow = (*module == product.module).then(|| quote!(#[allow(clippy::module_inception)]));
        quote!(#allow pub mod #module;)
    });
    let shared = product.shared.iter().map(|shared| {
        let module = &shared.definitions.module;
        quote!(pub mod #module;)
    });
    let enumerations = (!common.is_empty()).then(|| {
        quote!(
            pub mod enumerations;
        )
    });
    let descriptors = product.operations.iter().map(|operation| {
        let module = &operation.module;
        quote!(#module::Request::DESCRIPTOR)
    });
    quote! {
        #docs

        mod client;
        #enumerations
        pub mod error_code;
        #(#modules)*
        mod product;
        #(#shared)*

        use super::call::{Call #state, begin #restate};
        use alicloud_runtime::operation::{Descriptor, Operation};
        pub use client::Client;
        pub use product::PRODUCT;

        /// The facts of every operation, for calls by name.
        pub static OPERATIONS: &[&Descriptor] = &[#(#descriptors),*];
    }
}

/// What all operations of a product share.
pub(super) fn facts(product: &Product) -> TokenStream {
    let docs = format!(" {}, version {}: where its endpoints are.", line(&product.title), product.version);
    let (code, version) = (&product.code, &product.version);
    let protocol = match product.protocol {
        Protocol::Https => quote!(Https),
        Protocol::Http => quote!(Http),
    };
    let endpoints = product.endpoints.iter().map(|(region, host)| quote!((#region, #host)));
    quote! {
        use alicloud_runtime::operation::{Product, Protocol};

        #[doc = #docs]
        pub static PRODUCT: Product = Product::new(#code, #version, Protocol::#protocol, &[#(#endpoints),*]);
    }
}
