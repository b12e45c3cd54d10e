//! Layout of the macros that operations are written with: prettyplease cannot know them and would fill lines with their
//! tokens.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// The names of the macros.
const MACROS: &[&str] = &["call", "records", "enumerations", "setters", "required", "operation"];

/// The text of a macro call, one row per line; `None` for any other item.
pub(super) fn rows(item: &syn::Item) -> Option<String> {
    let syn::Item::Macro(item) = item else { return None };
    let name = item.mac.path.get_ident().map(ToString::to_string)?;
    let name = MACROS.iter().find(|known| **known == name)?;
    if item.ident.is_some() {
        return None;
    }
    let mut printer = Printer { text: format!("{name}! {{\n"), depth: 1 };
    printer.block(item.mac.tokens.clone());
    Some(printer.text + "}\n")
}

struct Printer {
    text: String,
    depth: usize,
}

impl Printer {
    /// The rows between two braces.
    fn block(&mut self, tokens: TokenStream) {
        let mut row: Vec<TokenTree> = Vec::new();
        let mut angles = 0_usize;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Punct(hash) if hash.as_char() == '#' && row.is_empty() => {
                    if let Some(TokenTree::Group(attribute)) = tokens.next() {
                        self.attribute(&attribute);
                    }
                    continue;
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && angles == 0 => {
                    // What goes on behind a block belongs to it, anything else is the next item.
                    let more = tokens.peek().is_some_and(|next| !is_punct(next, '.'));
                    self.nested(&row, group, more);
                    row.clear();
                    continue;
                }
                TokenTree::Punct(mark) => match mark.as_char() {
                    '<' => angles = angles.saturating_add(1),
                    '>' if !ends_in_dash(&row) => angles = angles.saturating_sub(1),
                    // The head of a block may hold commas.
                    end @ (',' | ';') if angles == 0 && (end == ';' || self.depth > 1) => {
                        let line = inline(&row);
                        self.line(&format!("{line}{end}"));
                        row.clear();
                        continue;
                    }
                    _ => {}
                },
                _ => {}
            }
            row.push(token);
        }
        if !row.is_empty() {
            let line = inline(&row);
            self.line(&line);
        }
    }

    fn nested(&mut self, head: &[TokenTree], group: &Group, more: bool) {
        let head = inline(head);
        let space = if head.is_empty() { "" } else { " " };
        if group.stream().is_empty() {
            self.line(&format!("{head}{space}{{}}"));
        } else {
            self.line(&format!("{head}{space}{{"));
            self.depth = self.depth.saturating_add(1);
            self.block(group.stream());
            self.depth = self.depth.saturating_sub(1);
            self.line("}");
        }
        if more {
            self.text.push('\n');
        }
    }

    fn attribute(&mut self, attribute: &Group) {
        match documentation(attribute).filter(|text| !text.contains(['\n', '\r'])) {
            Some(text) => self.line(&format!("///{text}")),
            None => {
                let inner: Vec<TokenTree> = attribute.stream().into_iter().collect();
                let inner = inline(&inner);
                self.line(&format!("#[{inner}]"));
            }
        }
    }

    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n("    ", self.depth));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// The text of `doc = "..."`. Read from the tokens as they are: most of a file's attributes are documentation, and a parser
/// would take more time for them than for everything else.
fn documentation(attribute: &Group) -> Option<String> {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next()?, tokens.next()?, tokens.next()?, tokens.next()) {
        (TokenTree::Ident(name), TokenTree::Punct(sign), TokenTree::Literal(text), None)
            if name == "doc" && sign.as_char() == '=' =>
        {
            match syn::Lit::new(text) {
                syn::Lit::Str(text) => Some(text.value()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a `>` ends an arrow.
fn ends_in_dash(row: &[TokenTree]) -> bool {
    matches!(row.last(), Some(TokenTree::Punct(dash)) if dash.as_char() == '-')
}

/// Tokens on one line, spaced as rustfmt would.
fn inline(tokens: &[TokenTree]) -> String {
    let mut text = String::new();
    let mut line = Line::default();
    for token in tokens {
        if line.is_apart(token) {
            text.push(' ');
        }
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let inner = inline(&inner);
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(&format!("{open}{inner}{close}"));
            }
            other => text.push_str(&other.to_string()),
        }
        line.push(token);
    }
    text
}

/// What the next token stands behind.
#[derive(Default)]
struct Line {
    before: Option<TokenTree>,
    /// Whether the punctuation before is the second half of one.
    is_second: bool,
    /// Whether the parameters of a closure are open.
    is_closure: bool,
}

impl Line {
    fn push(&mut self, token: &TokenTree) {
        self.is_second =
            matches!(&self.before, Some(TokenTree::Punct(half)) if half.spacing() == Spacing::Joint);
        self.is_closure ^= is_punct(token, '|');
        self.before = Some(token.clone());
    }

    fn is_apart(&self, token: &TokenTree) -> bool {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        match &self.before {
            None => false,
            Some(TokenTree::Punct(mark)) if mark.spacing() == Spacing::Joint => false,
            Some(TokenTree::Punct(mark)) => match mark.as_char() {
                ',' | '=' | ';' => true,
                ':' => !self.is_second,
                // Behind an arrow, or behind a type.
                '>' if self.is_second => true,
                '>' => is_word || is_punct(token, '=') || is_punct(token, '-'),
                '|' => !self.is_closure,
                _ => false,
            },
            Some(_) if is_punct(token, '=') || is_punct(token, '-') => true,
            Some(_) => is_word,
        }
    }
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}
