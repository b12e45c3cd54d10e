use super::reserved;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use std::fmt;

/// A valid Rust identifier. Only this module's rules make one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// The identifier without `r#`, as file names and messages write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier as code writes it.
    pub fn to_code(&self) -> String {
        if reserved::is_keyword(&self.0) { format!("r#{}", self.0) } else { self.0.clone() }
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(if reserved::is_keyword(&self.0) {
            proc_macro2::Ident::new_raw(&self.0, Span::call_site())
        } else {
            proc_macro2::Ident::new(&self.0, Span::call_site())
        });
    }
}
