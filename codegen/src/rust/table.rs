//! Layout of field tables: prettyplease cannot know our macro and would fill lines with its tokens.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use std::fmt::Write;

/// The text of a field table, one row per line; `None` for any other item.
pub(super) fn table(item: &syn::Item) -> Option<String> {
    let syn::Item::Macro(item) = item else { return None };
    let path = &item.mac.path;
    path.segments.last().filter(|segment| segment.ident == "record")?;
    let mut tokens = item.mac.tokens.clone().into_iter();
    let (name, TokenTree::Group(rows)) = (tokens.next()?, tokens.next()?) else { return None };
    if rows.delimiter() != Delimiter::Brace {
        return None;
    }
    let path = path.to_token_stream().to_string().replace(' ', "");
    let mut text = format!("{path}! {{\n    {name} {{");
    for row in rows_of(rows.stream()) {
        // Writing into a String cannot fail.
        let _ = write!(text, "\n        {row},");
    }
    text.push_str(if text.ends_with('{') { "}\n}\n" } else { "\n    }\n}\n" });
    Some(text)
}

fn rows_of(tokens: TokenStream) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => rows.push(std::mem::take(&mut row)),
            TokenTree::Punct(colon) if colon.as_char() == ':' => row.push(':'),
            _ => {
                if !row.is_empty() {
                    row.push(' ');
                }
                row.push_str(&token.to_string());
            }
        }
    }
    rows
}
