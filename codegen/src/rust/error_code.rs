use super::common_errors::CommonErrors;
use super::docs::{Docs, code, line};
use crate::model::Product;
use crate::naming::{self, Ident, Origin, Scope};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// The documented error codes of all operations, merged by code.
pub(super) fn error_codes(product: &Product, common_errors: &CommonErrors<'_>) -> TokenStream {
    let docs = Docs::default().paragraph(format!(
        "Error codes of {}, for [`Error::is`](alicloud_runtime::Error::is).",
        line(&product.title)
    ));
    let docs = common(docs, product, common_errors).inner();
    let mut scope = Scope::default();
    let constants = merge(product).into_iter().filter_map(|(wire, messages)| {
        let name = constant(&mut scope, &wire)?;
        let messages: Vec<String> =
            messages.iter().map(|(status, message)| with_status(*status, &code(message))).collect();
        let docs = Docs::default().paragraph(format!("{}: {}.", code(&wire), messages.join(", "))).outer();
        Some(quote!(#docs pub const #name: &str = #wire;))
    });
    quote! {
        #docs
        #(#constants)*
    }
}

/// The errors that the operations do not tell, because nearly all of them have these.
fn common(docs: Docs, product: &Product, common: &CommonErrors<'_>) -> Docs {
    let mut told = BTreeSet::new();
    let mut docs = docs;
    for error in product.operations.iter().flat_map(|operation| &operation.errors) {
        if !told.insert((&error.code, error.status, &error.description)) || !common.holds(error) {
            continue;
        }
        let without: Vec<String> =
            common.without(product, error).map(|operation| code(&operation.name)).collect();
        let but = if without.is_empty() { String::new() } else { format!(" but {}", without.join(", ")) };
        let about = error.description.as_deref().map(|text| line(text.trim_end_matches('.')));
        let about: Vec<String> =
            error.status.map(|status| status.to_string()).into_iter().chain(about).collect();
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(": ")) };
        docs = docs.paragraph(format!(
            "{}{about} is an error of every operation{but}, and stands only here.",
            code(&error.code)
        ));
    }
    docs
}

fn with_status(status: Option<u16>, message: &str) -> String {
    status.map_or_else(|| message.to_owned(), |status| format!("{status} {message}"))
}

/// Code to statuses and messages.
fn merge(product: &Product) -> BTreeMap<String, BTreeSet<(Option<u16>, String)>> {
    let mut codes: BTreeMap<String, BTreeSet<(Option<u16>, String)>> = BTreeMap::new();
    for error in product.operations.iter().flat_map(|operation| &operation.errors) {
        codes.entry(error.code.clone()).or_default().insert((error.status, error.message.clone()));
    }
    codes
}

/// Codes that differ only in case or punctuation get numbers; a code without a letter has no constant.
fn constant(scope: &mut Scope, wire: &str) -> Option<Ident> {
    let name = naming::constant(wire)?;
    scope.first_free(&[name], &Origin { wire: wire.to_owned(), span: 0..0 })
}
