//! Emitted code names the runtime by its crate. Who has it elsewhere, re-exported or under another name, gets that path instead.

use super::file::EmitError;
use crate::options::RUNTIME_PATH;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// Tokens with `path` in place of the runtime's crate, in code and in the links of documentation. Values of the wire stay as they are.
pub(super) fn replaced(tokens: TokenStream, path: &str) -> Result<TokenStream, EmitError> {
    if path == RUNTIME_PATH {
        return Ok(tokens);
    }
    let tokens_of_path: TokenStream = path.parse().map_err(|error: proc_macro2::LexError| EmitError {
        path: path.to_owned(),
        cause: error.to_string(),
    })?;
    Ok(replace(tokens, &tokens_of_path, path))
}

/// The same in text of our own.
pub(super) fn replaced_in_text(text: &str, path: &str) -> String {
    text.replace(RUNTIME_PATH, path)
}

fn replace(tokens: TokenStream, path: &TokenStream, text: &str) -> TokenStream {
    let mut out = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == RUNTIME_PATH => out.extend(path.clone()),
            TokenTree::Group(group) => {
                let is_attribute = group.delimiter() == Delimiter::Bracket;
                let inner = match is_attribute.then(|| documentation(&group, text)).flatten() {
                    Some(documentation) => documentation,
                    None => replace(group.stream(), path, text),
                };
                out.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// What stands in the brackets of `#[doc = "..."]`, with the path.
fn documentation(attribute: &Group, path: &str) -> Option<TokenStream> {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let [TokenTree::Ident(name), TokenTree::Punct(sign), TokenTree::Literal(literal)] = tokens.as_slice()
    else {
        return None;
    };
    let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) else { return None };
    let text = (name == "doc").then(|| text.value())?;
    let literal = Literal::string(&replaced_in_text(&text, path));
    Some(
        [TokenTree::Ident(name.clone()), TokenTree::Punct(sign.clone()), TokenTree::Literal(literal)]
            .into_iter()
            .collect(),
    )
}
