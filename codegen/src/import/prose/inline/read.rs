use super::span::{Span, merged, plain};
use super::{address, entity, ticks};
use crate::import::prose::links::Links;

/// How deep links and bold text may stand in each other.
const DEPTH: usize = 4;

/// How many parts bold text can have.
const NEAR: usize = 200;

/// The longest text of a link, and the longest address.
const LONGEST: usize = 2_000;

/// The parts of a line as they were meant.
pub(super) fn read(text: &str, links: &dyn Links) -> Vec<Span> {
    Reader { links }.spans(text, 0)
}

struct Reader<'a> {
    links: &'a dyn Links,
}

/// A part, or a mark whose partner is still to be found.
#[derive(Debug)]
enum Piece {
    Span(Span),
    Stars(Stars),
}

#[derive(Clone, Copy, Debug)]
struct Stars {
    count: usize,
    before: Option<char>,
    after: Option<char>,
}

#[derive(Debug, Default)]
struct Pieces {
    done: Vec<Piece>,
    text: String,
}

impl Pieces {
    fn push(&mut self, piece: Piece) {
        if !self.text.is_empty() {
            self.done.push(Piece::Span(Span::Text(std::mem::take(&mut self.text))));
        }
        self.done.push(piece);
    }

    fn extend(&mut self, spans: Vec<Span>) {
        spans.into_iter().for_each(|span| self.push(Piece::Span(span)));
    }
}

impl Reader<'_> {
    fn spans(&self, text: &str, depth: usize) -> Vec<Span> {
        let mut pieces = Pieces::default();
        let mut rest = text;
        while let Some(at) = rest.find(['\\', '`', '[', '<', '&', '*', ':']) {
            let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            pieces.text.push_str(before);
            let length = match from.as_bytes().first() {
                Some(b'\\') => self.escape(from, &mut pieces),
                Some(b'`') => code(from, &mut pieces),
                Some(b'[') => self.bracket(from, depth, &mut pieces),
                Some(b'<') => angle(from, &mut pieces),
                Some(b'&') => {
                    let (letter, length) = entity::entity(from).unwrap_or((Some('&'), 1));
                    pieces.text.extend(letter);
                    length
                }
                Some(b'*') => stars(text, text.len() - from.len(), &mut pieces),
                _ => colon(text, text.len() - from.len(), &mut pieces),
            };
            rest = from.get(length.max(1)..).unwrap_or_default();
        }
        pieces.text.push_str(rest);
        if !pieces.text.is_empty() {
            pieces.done.push(Piece::Span(Span::Text(std::mem::take(&mut pieces.text))));
        }
        merged(pair(&pieces.done))
    }

    fn escape(&self, from: &str, pieces: &mut Pieces) -> usize {
        match from.chars().nth(1).filter(char::is_ascii_punctuation) {
            Some(letter) => {
                pieces.text.push(letter);
                2
            }
            None => {
                pieces.text.push('\\');
                1
            }
        }
    }

    /// A link, the name of an operation, or a bracket.
    fn bracket(&self, from: &str, depth: usize, pieces: &mut Pieces) -> usize {
        match self.link(from, depth) {
            Some((spans, length)) => {
                // The mark of an image.
                if spans.1 && pieces.text.ends_with('!') {
                    pieces.text.pop();
                }
                pieces.extend(spans.0);
                length
            }
            None => {
                pieces.text.push('[');
                1
            }
        }
    }

    /// What a link becomes, whether it would be an image behind an exclamation mark, and how long it was.
    fn link(&self, from: &str, depth: usize) -> Option<((Vec<Span>, bool), usize)> {
        let end = closing(from, '[', ']')?;
        let inner = from.get(1..end)?;
        let after = from.get(end + 1..)?;
        let Some(close) = after.strip_prefix('(').and_then(|_| closing(after, '(', ')')) else {
            // A name that was made of a link before.
            let name = inner.strip_prefix('`')?.strip_suffix('`')?;
            return is_name(name).then(|| ((vec![self.operation(name)], false), end + 1));
        };
        let length = end + 1 + close + 1;
        let spans =
            if depth < DEPTH { self.spans(inner, depth + 1) } else { vec![Span::Text(inner.to_owned())] };
        let target = after.get(1..close)?.trim().trim_matches(['<', '>']).trim();
        Some(((self.linked(spans, target), true), length))
    }

    fn linked(&self, spans: Vec<Span>, target: &str) -> Vec<Span> {
        let text = plain(&spans);
        let text = text.trim();
        if let Some(url) = address::target(target) {
            let text_only = without_links(spans);
            return match text {
                "" => vec![Span::Address(url)],
                _ if text == url || text == target => vec![Span::Address(url)],
                _ => vec![Span::Link(text_only, url)],
            };
        }
        let target = target.trim_matches('~');
        let known = |name: &str| is_name(name) && self.links.is_operation(name);
        if target.is_empty() || target.starts_with('#') || !known(text) && !known(target) {
            return spans;
        }
        if known(text) {
            return vec![Span::Operation(text.to_owned())];
        }
        if text.is_empty() {
            return vec![Span::Operation(target.to_owned())];
        }
        // The words of the link, and where it led.
        let mut spans = spans;
        spans.push(Span::Text(" (".to_owned()));
        spans.push(Span::Operation(target.to_owned()));
        spans.push(Span::Text(")".to_owned()));
        spans
    }

    fn operation(&self, name: &str) -> Span {
        match self.links.is_operation(name) {
            true => Span::Operation(name.to_owned()),
            false => Span::Code(name.to_owned()),
        }
    }
}

/// What can be the name of an operation.
fn is_name(text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && text.chars().all(is_part)
}

/// A link within a link is none.
fn without_links(spans: Vec<Span>) -> Vec<Span> {
    merged(spans.into_iter().flat_map(|span| match span {
        Span::Link(inner, _) => without_links(inner),
        Span::Bold(inner) => vec![Span::Bold(without_links(inner))],
        Span::Address(text) | Span::Operation(text) => vec![Span::Code(text)],
        other => vec![other],
    }))
}

/// Where the bracket is closed that `text` begins with.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut skip = 0;
    for (at, letter) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        if at < skip {
            continue;
        }
        match letter {
            '\\' => skip = at + 2,
            '`' if open == '[' => skip = at + ticks::span(text.get(at..)?),
            _ if letter == open => depth += 1,
            _ if letter == close => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Code; a backtick without a partner goes.
fn code(from: &str, pieces: &mut Pieces) -> usize {
    let opening = ticks::run(from);
    let length = ticks::span(from);
    let inner = from.get(opening..length.saturating_sub(opening)).unwrap_or_default();
    let is_padded = inner.starts_with(' ') && inner.ends_with(' ') && !inner.trim().is_empty();
    let inner = if is_padded { inner.get(1..inner.len() - 1).unwrap_or_default() } else { inner };
    if inner.trim().is_empty() {
        pieces.text.push_str(inner);
    } else {
        pieces.push(Piece::Span(Span::Code(inner.to_owned())));
    }
    length
}

/// An address in angle brackets, or a bracket.
fn angle(from: &str, pieces: &mut Pieces) -> usize {
    let inner = from.get(1..).unwrap_or_default();
    let end = inner.find(|letter: char| letter == '>' || letter == '<' || letter.is_whitespace());
    let is_closed = end.is_some_and(|end| inner.get(end..).is_some_and(|rest| rest.starts_with('>')));
    let address = end.and_then(|end| inner.get(..end)).filter(|_| is_closed);
    match address.and_then(address::target) {
        Some(url) => {
            pieces.push(Piece::Span(Span::Address(url)));
            end.unwrap_or_default() + 2
        }
        None => {
            pieces.text.push('<');
            1
        }
    }
}

/// An address whose scheme ends at the colon, or a colon.
fn colon(text: &str, at: usize, pieces: &mut Pieces) -> usize {
    for scheme in ["https", "http"] {
        if !pieces.text.ends_with(scheme) {
            continue;
        }
        let start = at.saturating_sub(scheme.len());
        if let Some((url, length)) = text.get(start..).and_then(address::bare) {
            pieces.text.truncate(pieces.text.len() - scheme.len());
            pieces.push(Piece::Span(Span::Address(url)));
            return length - scheme.len();
        }
    }
    pieces.text.push(':');
    1
}

fn stars(text: &str, at: usize, pieces: &mut Pieces) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let after = rest.trim_start_matches('*');
    let count = rest.len() - after.len();
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    if count > 3 {
        // Something masked, unless nothing is there that could be.
        let is_free = |letter: Option<char>| {
            letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '.' | '。'))
        };
        if count > 4 || !is_free(before) || !is_free(after.chars().next()) {
            pieces.text.push_str(&"*".repeat(count));
        }
    } else {
        pieces.push(Piece::Stars(Stars { count: count.min(2), before, after: after.chars().next() }));
    }
    count
}

/// Bold text where two marks belong together. Italics become plain; other marks are letters, or go.
fn pair(pieces: &[Piece]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = pieces;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let stars = match first {
            Piece::Span(span) => {
                out.push(span.clone());
                continue;
            }
            Piece::Stars(stars) => stars,
        };
        // A longer one is none.
        let partner = after
            .iter()
            .take(NEAR)
            .position(|piece| matches!(piece, Piece::Stars(other) if stars.pairs(other)));
        match partner.and_then(|at| Some((after.get(..at)?, after.get(at + 1..)?))) {
            Some((inner, behind)) => {
                let inner = merged(pair(inner));
                if stars.count == 1 {
                    out.extend(inner);
                } else {
                    out.push(Span::Bold(inner));
                }
                rest = behind;
            }
            None if stars.is_letter() => out.push(Span::Text("*".repeat(stars.count))),
            None => {}
        }
    }
    out
}

impl Stars {
    fn pairs(&self, other: &Self) -> bool {
        if self.count == 1 {
            let is_free = |letter: Option<char>| {
                letter.is_none_or(|letter| {
                    !letter.is_ascii() || matches!(letter, ' ' | '(' | ')' | ',' | '.' | ';' | '"')
                })
            };
            let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            return other.count == 1
                && is_free(self.before)
                && is_word(self.after)
                && is_word(other.before)
                && is_free(other.after);
        }
        other.count == self.count
    }

    /// Whether the stars stand for something themselves, as in a path.
    fn is_letter(&self) -> bool {
        let in_word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        let in_path =
            |letter: Option<char>| matches!(letter, Some('/' | '.' | ':' | '-' | '_' | '"' | '\'' | '('));
        self.count == 1
            || in_path(self.before)
            || matches!(self.after, Some('/' | '.'))
            || in_word(self.before) && in_word(self.after)
    }
}
