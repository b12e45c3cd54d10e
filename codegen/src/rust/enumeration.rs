use super::docs::{self, Docs};
use crate::model::{Enumeration, Variant, Wire};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A real enum with one variant per listed value, and one for the rest.
pub(super) fn enumeration(enumeration: &Enumeration) -> TokenStream {
    let name = &enumeration.name;
    let docs = Docs::default()
        .prose(enumeration.description.as_deref())
        .paragraph(match enumeration.wire {
            Wire::Text => {
                "An open enumeration: `From` takes any text, [`as_str`](Self::as_str) gives it back."
            }
            Wire::Integer => {
                "An open enumeration: `From` takes any integer, [`value`](Self::value) gives it back."
            }
        })
        .outer();
    let variants = enumeration.variants.iter().map(|variant| {
        let docs = meaning(variant).outer();
        let name = &variant.name;
        quote!(#docs #name,)
    });
    let table = enumeration.variants.iter().map(|variant| {
        let name = &variant.name;
        let value = literal(enumeration.wire, &variant.value);
        quote!((#value, Self::#name))
    });
    let (wire, implement) = match enumeration.wire {
        Wire::Text => (quote!(&'static str), quote!(text_enumeration)),
        Wire::Integer => (quote!(i64), quote!(integer_enumeration)),
    };
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that is not listed.
            Unlisted(Unlisted<#name>),
        }

        impl #name {
            /// The listed values.
            pub const LISTED: &'static [(#wire, Self)] = &[#(#table),*];
        }

        alicloud_runtime::#implement!(#name);
    }
}

fn meaning(variant: &Variant) -> Docs {
    let value = docs::code(&variant.value);
    let docs = match &variant.meaning {
        Some(meaning) => {
            let meaning = meaning.trim();
            let stop = if meaning.ends_with(['.', '!', '?']) { "" } else { "." };
            Docs::default().prose(Some(&format!("{value}: {meaning}{stop}")))
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
