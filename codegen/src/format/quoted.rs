use std::ops::Range;

/// The span of a scalar on lines. Between brackets, the parser takes what follows the closing quote, comments included, as part
/// of it.
pub(super) fn written(text: &str, span: &Range<usize>) -> Range<usize> {
    let raw = text.get(span.clone()).unwrap_or_default();
    let Some(quote) = raw.chars().next().filter(|first| matches!(first, '"' | '\'')) else {
        return span.clone();
    };
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, character)) = rest.next() {
        let is_escape = quote == '"' && character == '\\';
        let is_doubled =
            quote == '\'' && character == quote && rest.peek().is_some_and(|(_, next)| *next == quote);
        match character {
            _ if is_escape || is_doubled => drop(rest.next()),
            _ if character == quote => return span.start..span.start + at + 1,
            _ => {}
        }
    }
    span.clone()
}
