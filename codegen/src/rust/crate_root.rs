use super::docs::{Docs, cell};
use crate::model::{Definitions, Member, Model};
use crate::options::{Layout, Options};
use proc_macro2::TokenStream;
use quote::quote;

/// `lib.rs` of a crate, or the file that a build script's user includes.
pub(super) fn root(model: &Model, options: &Options) -> TokenStream {
    let modules = model.products.iter().map(|product| {
        let module = &product.module;
        let feature = product.module.as_str();
        match options.layout {
            Layout::Crate => quote!(#[cfg(feature = #feature)] pub mod #module;),
            // What a user's program does not call is not dead: it is the client. And its lints are about its own
            // names, not about those of the wire.
            Layout::Modules => quote!(#[allow(clippy::all, dead_code, unused_imports)] pub mod #module;),
        }
    });
    // An included file cannot have inner attributes, its user writes the documentation.
    let docs = (options.layout == Layout::Crate).then(|| {
        let docs = docs(model, options).inner();
        let limit = is_deep(model).then(|| quote!(#![recursion_limit = "1024"]));
        quote!(#limit #![cfg_attr(docsrs, feature(doc_cfg))] #docs)
    });
    let products = products(model, options.layout);
    let testing = (options.layout == Layout::Crate).then(|| {
        quote! {
            #[cfg(feature = "test-util")]
            pub use alicloud_runtime::testing;
        }
    });
    let allow_use = (options.layout == Layout::Modules).then(|| quote!(#[allow(unused_imports)]));
    quote! {
        #docs
        #[allow(unused_macros, reason = "not every crate needs all of them")]
        #[macro_use]
        mod macros;
        #[allow(dead_code, reason = "without a product nothing is called")]
        mod call;
        #(#modules)*

        #allow_use
        pub use alicloud_runtime::{
            Algorithm, CallOptions, Config, Credentials, CredentialsProvider, DryRun, Error, ErrorKind, Event, EventStream, Finished, Items,
            Pages, Pending, Response, Result, SignedRequest, Waiting,
        };
        #allow_use
        pub use alicloud_runtime::{credentials, io, operation, record, retry, transport};
        #testing
        #allow_use
        pub use call::{Call, Complete, Given, Missing, Set};

        #products
    }
}

/// The products as data, for programs that choose one when they run.
fn products(model: &Model, layout: Layout) -> TokenStream {
    let entries = model.products.iter().map(|product| {
        let module = &product.module;
        let name = product.module.as_str();
        let feature = (layout == Layout::Crate).then(|| quote!(#[cfg(feature = #name)]));
        let texts = format!("{name}/help.jsonl");
        let help = (layout == Layout::Crate).then(|| {
            quote!(#[cfg(feature = "cli")] help: alicloud_runtime::cli::Texts(include_str!(#texts)))
        });
        quote! {
            #feature
            ProductModule { module: #name, product: &#module::PRODUCT, operations: #module::OPERATIONS, #help }
        }
    });
    let allow = (layout == Layout::Modules).then(|| quote!(#[allow(dead_code)]));
    let help = (layout == Layout::Crate).then(|| {
        quote! {
            /// The texts of the command line's help.
            #[cfg(feature = "cli")]
            pub help: alicloud_runtime::cli::Texts,
        }
    });
    quote! {
        /// A product with its operations.
        #allow
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub struct ProductModule {
            /// Name of its module, and of its feature.
            pub module: &'static str,
            /// Its code, version and endpoints.
            pub product: &'static alicloud_runtime::operation::Product,
            /// The facts of every operation.
            pub operations: &'static [&'static alicloud_runtime::operation::Descriptor],
            #help
        }

        /// The products whose features are enabled.
        #allow
        pub static PRODUCTS: &[ProductModule] = &[#(#entries),*];
    }
}

/// Whether structs are nested so deeply that the compiler, which looks through all of them to find that a request is `Send` and `Sync`, would
/// stop at its usual limit.
fn is_deep(model: &Model) -> bool {
    const USUAL: usize = 8;
    let depth = |definitions: &Definitions| {
        let steps = |member: &Member| member.path.matches(['.', '[', '{']).count().saturating_add(1);
        definitions.members().map(steps).max().unwrap_or(0)
    };
    model.products.iter().any(|product| {
        // Shared shapes can stand in each other, and what is shared in any operation.
        let shapes =
            product.shared.iter().map(|shared| shared.named.len().saturating_mul(depth(&shared.definitions)));
        let operations = product.operations.iter().map(|operation| depth(&operation.definitions));
        operations.max().unwrap_or(0).saturating_add(shapes.max().unwrap_or(0)) > USUAL
    })
}

fn docs(model: &Model, options: &Options) -> Docs {
    let mut table = "| product | feature and module | version |\n|---|---|---|".to_owned();
    for product in &model.products {
        let module = product.module.as_str();
        table.push_str(&format!("\n| {} | [`{module}`] | {} |", cell(&product.title), product.version));
    }
    let docs =
        Docs::default().paragraph("Typed clients for Alibaba Cloud, generated from YAML.").paragraph(table);
    let Some((product, operation)) =
        model.products.first().and_then(|product| Some((product, product.operations.first()?)))
    else {
        return docs;
    };
    docs.paragraph(super::example::of_client(product, operation, options))
        .paragraph(
            "Every call returns a [`Response`]: the reply's fields, the request id, and a report of where the reply \
             departed from its documentation. Every failure is an [`Error`] that prints in one line.",
        )
        .paragraph(
            "`send()` gives a [`Pending`]: await it, or call [`blocking`](Pending::blocking) on it in a program without \
             an async runtime. What a single call does differently is said with [`Call::customize`].",
        )
        .paragraph(FEATURES)
}

const FEATURES: &str = "\
# Features

| feature | default | what it adds |
|---|---|---|
| the name of a product | yes | its module |
| `reqwest` | yes | the built-in transport of calls that are awaited |
| `rustls` | yes | TLS for the built-in transports |
| `blocking` | no | the built-in transport of calls that are made on the calling thread |
| `sm3` | no | signatures with SM3 |
| `serde` | no | `Serialize` and `Deserialize` on all types |
| `test-util` | no | the module `testing`, and `scripted()` of every client |
| `cli` | no | the command line `alicloud` |";
