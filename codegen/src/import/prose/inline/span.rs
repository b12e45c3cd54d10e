/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import::prose) enum Span {
    /// Every letter means itself.
    Text(String),
    Code(String),
    Bold(Vec<Span>),
    Link(Vec<Span>, String),
    /// An address as its own text.
    Address(String),
    /// The name of an operation that exists.
    Operation(String),
}

/// The letters alone.
pub(in crate::import::prose) fn plain(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) | Span::Code(text) | Span::Address(text) | Span::Operation(text) => {
                out.push_str(text)
            }
            Span::Bold(inner) | Span::Link(inner, _) => out.push_str(&plain(inner)),
        }
    }
    out
}

/// One text where several follow each other.
pub(in crate::import::prose) fn merged(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match (out.last_mut(), span) {
            (_, Span::Text(text)) if text.is_empty() => {}
            (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
            (_, span) => out.push(span),
        }
    }
    out
}
