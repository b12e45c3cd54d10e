use super::docs::{self, Docs};
use super::links::Links;
use crate::model::{Definitions, Enumeration, Variant, Wire};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A real enum with one variant per listed value, and one for the rest.
fn enumeration(enumeration: &Enumeration, links: Links<'_>) -> TokenStream {
    let name = &enumeration.name;
    let docs = Docs::default().prose(enumeration.description.as_deref(), links);
    let docs = if enumeration.description.is_some() { docs } else { docs.paragraph("Known values.") };
    let docs = docs.outer();
    let variants = enumeration.variants.iter().map(|variant| {
        let docs = meaning(variant, links).outer();
        let name = &variant.name;
        let value = literal(enumeration.wire, &variant.value);
        quote!(#docs #name = #value,)
    });
    let wire = match enumeration.wire {
        Wire::Text => quote!(text),
        Wire::Integer => quote!(integer),
    };
    quote!(#docs pub enum #name as #wire { #(#variants)* })
}

/// All enumerations of a module.
pub(super) fn enumerations(definitions: &Definitions, links: Links<'_>) -> Option<TokenStream> {
    let all = definitions.enumerations.iter().map(|item| enumeration(item, links));
    (!definitions.enumerations.is_empty()).then(|| quote!(enumerations! { #(#all)* }))
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
