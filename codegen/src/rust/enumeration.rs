use super::common::{self, Common};
use super::docs::{self, Docs};
use super::links::Links;
use crate::model::{Definitions, Enumeration, EnumerationId, Product, Variant, Wire};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The enumerations of a module: first where those come from that other modules have too, then its own.
pub(super) fn enumerations(
    definitions: &Definitions,
    common: &Common<'_>,
    links: Links<'_>,
) -> (Option<TokenStream>, Option<TokenStream>) {
    let in_lists = common::in_lists(definitions);
    let (mut names, mut own) = (Vec::new(), Vec::new());
    for (index, item) in definitions.enumerations.iter().enumerate() {
        if common.holds(item) {
            names.push(&item.name);
        } else {
            let is_in_lists = in_lists.contains(&EnumerationId(index));
            own.push(enumeration(item, about(item, links), is_in_lists, links));
        }
    }
    names.sort();
    let imports = (!names.is_empty()).then(|| quote!(pub use super::enumerations::{#(#names),*};));
    (imports, rows(&own))
}

/// The module of the enumerations that several modules of a product have; `None` where there are none.
pub(super) fn module(product: &Product, common: &Common<'_>) -> Option<TokenStream> {
    let links = Links::below(product);
    let title = docs::line(&product.title);
    let docs =
        Docs::default().paragraph(format!("Enumerations that several operations of {title} share.")).inner();
    let all = common.all().map(|common| {
        let item = common.enumeration;
        let docs = if common.has_one_description {
            about(item, links)
        } else {
            Docs::default().paragraph(format!("Values of {}.", docs::code(item.name.as_str())))
        };
        enumeration(item, docs, common.is_in_lists, links)
    });
    let rows = rows(&all.collect::<Vec<_>>())?;
    Some(quote!(#docs #rows))
}

fn rows(all: &[TokenStream]) -> Option<TokenStream> {
    (!all.is_empty()).then(|| quote!(enumerations! { #(#all)* }))
}

fn about(enumeration: &Enumeration, links: Links<'_>) -> Docs {
    match &enumeration.description {
        Some(description) => Docs::default().prose(Some(description), links),
        None => Docs::default().paragraph("Known values."),
    }
}

/// A real enum with one variant per listed value, and one for the rest. What stands in no list or map does without the
/// code for that.
fn enumeration(enumeration: &Enumeration, docs: Docs, is_in_lists: bool, links: Links<'_>) -> TokenStream {
    let name = &enumeration.name;
    let docs = docs.outer();
    let variants = enumeration.variants.iter().map(|variant| {
        let docs = meaning(variant, links).outer();
        let name = &variant.name;
        let value = literal(enumeration.wire, &variant.value);
        quote!(#docs #name = #value,)
    });
    let wire = match enumeration.wire {
        Wire::Text => quote!(String),
        Wire::Integer => quote!(i64),
    };
    let in_lists = is_in_lists.then(|| quote!(in lists));
    quote!(#docs pub enum #name as #wire #in_lists { #(#variants)* })
}

fn meaning(variant: &Variant, links: Links<'_>) -> Docs {
    let value = docs::code(&variant.value);
    let docs = match &variant.meaning {
        Some(meaning) => {
            let meaning = meaning.trim();
            let stop = if meaning.ends_with(['.', '!', '?']) { "" } else { "." };
            Docs::default().prose(Some(&format!("{value}: {meaning}{stop}")), links)
        }
        None => Docs::default().paragraph(format!("{value}.")),
    };
    match &variant.documented {
        Some(documented) => docs.aside(&format!("Documented as {}.", docs::code(documented))),
        None => docs,
    }
}

fn literal(wire: Wire, value: &str) -> Literal {
    match wire {
        Wire::Text => Literal::string(value),
        Wire::Integer => Literal::i64_unsuffixed(value.parse().unwrap_or_default()),
    }
}
