use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{GenericArgument, ItemMacro, PathArguments, Type, TypeParamBound};

/// The setters of required parameters in the rows of the macro `required`: name and type of the value.
pub(super) fn setters(item: &ItemMacro) -> Vec<(String, TokenStream)> {
    let mut found = Vec::new();
    if item.mac.path.is_ident("required") {
        collect(item.mac.tokens.clone(), &mut found);
    }
    found
}

/// Each name before `(value: type)`, at any depth.
fn collect(tokens: TokenStream, found: &mut Vec<(String, TokenStream)>) {
    let mut name = None;
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => name = Some(ident.to_string()),
            TokenTree::Group(group) => match (name.take(), value(group.stream())) {
                (Some(name), Some(of)) => found.push((name, of)),
                _ => collect(group.stream(), found),
            },
            _ => name = None,
        }
    }
}

/// The type in `value: type`.
fn value(tokens: TokenStream) -> Option<TokenStream> {
    let mut trees = tokens.into_iter();
    let is_value = matches!(trees.next()?, TokenTree::Ident(ident) if ident == "value");
    let is_typed = matches!(trees.next()?, TokenTree::Punct(colon) if colon.as_char() == ':');
    let of: Type = syn::parse2(trees.collect()).ok()?;
    (is_value && is_typed).then(|| named(&of))
}

/// A type that a value can be named with: `String` for `impl Into<String>`, a `Vec` for what can be iterated over.
fn named(of: &Type) -> TokenStream {
    match of {
        Type::ImplTrait(of) => match of.bounds.first() {
            Some(TypeParamBound::Trait(bound)) => argument(bound.path.segments.last()),
            _ => quote!(#of),
        },
        Type::Tuple(tuple) => {
            let parts = tuple.elems.iter().map(named);
            quote!((#(#parts),*))
        }
        _ => quote!(#of),
    }
}

/// The argument of `Into<..>`, or `Vec` of the items of `IntoIterator<Item = ..>`.
fn argument(segment: Option<&syn::PathSegment>) -> TokenStream {
    let Some(PathArguments::AngleBracketed(arguments)) = segment.map(|segment| &segment.arguments) else {
        return quote!(#segment);
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(of)) => named(of),
        Some(GenericArgument::AssocType(item)) => {
            let item = named(&item.ty);
            quote!(Vec<#item>)
        }
        _ => quote!(#segment),
    }
}
