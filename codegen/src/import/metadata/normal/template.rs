//! Paths in pieces.

use std::fmt;

/// A path in pieces.
#[derive(Default)]
pub(super) struct Template {
    /// Pieces in order, up to the query.
    pub(super) pieces: Vec<Piece>,
    /// Constant pairs of the query.
    pub(super) query: Vec<String>,
    /// Keys of the query with the placeholders that are their values.
    pub(super) bound: Vec<(String, String)>,
    /// Whether the part before the query ends in `/*`, of which the star is the last character of the last piece.
    pub(super) star: bool,
    /// What about its form is unusual, each once.
    pub(super) forms: Vec<&'static str>,
}

/// A piece of a path.
pub(super) enum Piece {
    /// Constant text, as it is sent.
    Text(String),
    /// Value of a parameter.
    Name(String),
    /// Value of a parameter that keeps its slashes.
    Rest(String),
}

impl Template {
    /// Reads a path with placeholders in braces or, outside of the query, in brackets.
    pub(super) fn parse(path: &str) -> Self {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut template = Self { star: path.ends_with("/*"), ..Self::default() };
        template.path(path);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let bound = pair.split_once('=').and_then(|(key, value)| {
                let name = placeholder(value.strip_prefix('{')?.strip_suffix('}')?)?;
                (!key.is_empty()).then(|| (key.to_owned(), name.to_owned()))
            });
            match bound {
                Some(bound) => {
                    template.note("a placeholder in the query");
                    template.bound.push(bound);
                }
                None => {
                    let pair = template.constant(pair);
                    template.query.push(pair);
                }
            }
        }
        template
    }

    fn note(&mut self, form: &'static str) {
        if !self.forms.contains(&form) {
            self.forms.push(form);
        }
    }

    fn path(&mut self, path: &str) {
        let mut rest = path;
        while let Some(at) = rest.find(['{', '[']) {
            let (text, braced) = rest.split_at(at);
            let (inner, closing) = match braced.strip_prefix('{') {
                Some(inner) => (inner, '}'),
                None => (braced.strip_prefix('[').unwrap_or_default(), ']'),
            };
            self.push(text);
            let inside = inner.split_once(closing);
            match inside.and_then(|(inside, after)| Some((inside, placeholder(inside)?, after))) {
                Some((inside, name, after)) => {
                    if closing == ']' {
                        self.note("a placeholder in brackets");
                    } else if inside != name {
                        self.note("a placeholder with more than a name");
                    }
                    self.pieces.push(Piece::Name(name.to_owned()));
                    rest = after;
                }
                None => {
                    self.push(if closing == '}' { "{" } else { "[" });
                    rest = inner;
                }
            }
        }
        self.push(rest);
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = self.constant(text);
        match self.pieces.last_mut() {
            Some(Piece::Text(before)) => before.push_str(&text),
            _ => self.pieces.push(Piece::Text(text)),
        }
    }

    /// A constant as it is sent: characters that have no place in an address are escaped.
    fn constant(&mut self, text: &str) -> String {
        let mut constant = String::with_capacity(text.len());
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:@/?".contains(&byte) {
                constant.push(char::from(byte));
            } else {
                self.note("characters that have no place in an address");
                constant.push_str(&format!("%{byte:02X}"));
            }
        }
        constant
    }

    /// Whether it has a placeholder for a parameter.
    pub(super) fn names(&self, parameter: &str) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(_) => false,
            Piece::Name(name) | Piece::Rest(name) => name == parameter,
        })
    }

    /// Removes the star at its end.
    pub(super) fn pop_star(&mut self) {
        if let Some(Piece::Text(text)) = self.pieces.last_mut() {
            text.pop();
        }
    }
}

/// Name of a placeholder without patterns and marks around it: `+path`, `path*`, `id:[0-9]+`.
fn placeholder(inside: &str) -> Option<&str> {
    let name = inside.split_once(':').map_or(inside, |(name, _)| name);
    let name = name.trim_matches(|character: char| character.is_whitespace() || "+*?".contains(character));
    is_name(name).then_some(name)
}

/// Whether a placeholder can have a name.
pub(super) fn is_name(name: &str) -> bool {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "_-.".contains(character);
    !name.is_empty() && name.chars().all(allowed)
}

impl fmt::Display for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => formatter.write_str(text)?,
                Piece::Name(name) => write!(formatter, "{{{name}}}")?,
                Piece::Rest(name) => write!(formatter, "{{+{name}}}")?,
            }
        }
        let mut separator = '?';
        for pair in &self.query {
            write!(formatter, "{separator}{pair}")?;
            separator = '&';
        }
        Ok(())
    }
}
