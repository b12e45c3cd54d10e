/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    None,
    Bullet,
    Number,
}

/// A line, without indentation, quote signs and list marker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Where it ends, without the line break.
    pub(super) end: usize,
    pub(super) quoted: bool,
    /// White space before the quote sign, or before everything.
    pub(super) outer: usize,
    pub(super) indent: usize,
    pub(super) marker: Marker,
    pub(super) content: &'a str,
    /// Where the content begins in the text.
    pub(super) at: usize,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.content.is_empty() && self.marker == Marker::None
    }
}

pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(read(line, start));
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    lines
}

fn read(line: &str, start: usize) -> Line<'_> {
    let (mut left, mut indent) = undent(line);
    let outer = indent;
    let mut quoted = false;
    while let Some(inner) = left.strip_prefix('>') {
        quoted = true;
        (left, indent) = undent(inner);
    }
    let (marker, left) = marker(left);
    let content = left.trim();
    let before = left.len().saturating_sub(left.trim_start().len());
    let at = start.saturating_add(line.len()).saturating_sub(left.len()).saturating_add(before);
    Line { end: start.saturating_add(line.len()), quoted, outer, indent, marker, content, at }
}

fn undent(line: &str) -> (&str, usize) {
    let left = line.trim_start();
    let blank = line.get(..line.len().saturating_sub(left.len())).unwrap_or_default();
    (left, blank.chars().map(|letter| if letter == '\t' { 4 } else { 1 }).sum())
}

fn marker(line: &str) -> (Marker, &str) {
    let mut letters = line.chars();
    let Some(first) = letters.next() else { return (Marker::None, line) };
    let left = letters.as_str();
    let next = letters.next();
    let blank = next.is_none_or(char::is_whitespace);
    match first {
        '*' | '+' if blank => (Marker::Bullet, left),
        // Without a space it is also a sign or a dash.
        '-' if blank
            || left.starts_with("**")
            || next.is_some_and(|next| next == '`' || next.is_alphabetic()) =>
        {
            (Marker::Bullet, left)
        }
        '•' | '·' | '●' | '◦' | '▪' | '○' | '■' => (Marker::Bullet, left),
        '0'..='9' => numbered(line),
        _ => (Marker::None, line),
    }
}

fn numbered(line: &str) -> (Marker, &str) {
    let left = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = line.len().saturating_sub(left.len()) <= 2;
    let after = match left.chars().next() {
        Some('、' | '．') => left.chars().next().map(char::len_utf8),
        Some('.' | ')') if left.chars().nth(1).is_some_and(char::is_whitespace) => Some(1),
        _ => None,
    };
    match after.and_then(|length| left.get(length..)) {
        Some(left) if number => (Marker::Number, left),
        _ => (Marker::None, line),
    }
}

#[cfg(test)]
mod tests {
    use super::{Marker, split};

    #[test]
    fn markers_and_places() {
        let text = "> -  a\n    *   **b**\n1. c\n**d**: x\n-1: e\n-**f**";
        let lines = split(text);
        let read: Vec<_> =
            lines.iter().map(|line| (line.marker, line.indent, line.quoted, line.content)).collect();
        assert_eq!(
            read,
            [
                (Marker::Bullet, 1, true, "a"),
                (Marker::Bullet, 4, false, "**b**"),
                (Marker::Number, 0, false, "c"),
                (Marker::None, 0, false, "**d**: x"),
                (Marker::None, 0, false, "-1: e"),
                (Marker::Bullet, 0, false, "**f**"),
            ]
        );
        assert!(lines.iter().all(|line| text[line.at..].starts_with(line.content)));
    }
}
