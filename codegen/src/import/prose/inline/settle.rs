//! Bold text where it can be, and code where it must be.

use super::print::part;
use super::span::{Span, merged};
use super::words::words;

/// Parts that can be written.
pub(super) fn settle(spans: Vec<Span>) -> Vec<Span> {
    let mut spans = coded(tidy(single(spans)));
    while let Some(at) = failing(&spans) {
        let mut parts = Vec::with_capacity(spans.len() + 2);
        for (index, span) in spans.into_iter().enumerate() {
            match span {
                Span::Bold(inner) if index == at => parts.extend(softened(inner)),
                other => parts.push(other),
            }
        }
        spans = coded(tidy(parts));
    }
    spaced(spans)
}

/// One space where several are.
fn single(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        match span {
            Span::Text(text) if text.contains("  ") => {
                let mut last = ' ';
                let mut out = String::with_capacity(text.len());
                if text.starts_with(' ') {
                    out.push(' ');
                }
                for letter in text.chars() {
                    if letter != ' ' || last != ' ' {
                        out.push(letter);
                    }
                    last = letter;
                }
                *text = out;
            }
            Span::Bold(inner) | Span::Link(inner, _) => *inner = single(std::mem::take(inner)),
            _ => {}
        }
    }
    spans
}

/// Bold text without what stands at its ends: what is not bold, or nothing but the text.
///
/// Behind a colon within the marks, most readers do not see the second mark where a letter follows.
fn softened(mut inner: Vec<Span>) -> Vec<Span> {
    let Some(Span::Text(text)) = inner.last_mut() else { return inner };
    let kept = text.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
    if kept == 0 || kept == text.len() {
        return inner;
    }
    // Of a quotation, half would be left.
    if text
        .get(kept..)
        .is_some_and(|behind| behind.contains(['”', '’', '）', '】', '》', ')', ']', '}', '"', '\'']))
    {
        return inner;
    }
    let behind = text.split_off(kept);
    vec![Span::Bold(inner), Span::Text(behind)]
}

/// No bold text in bold text, none next to another, none that is empty, and no spaces at its ends.
fn tidy(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let Span::Bold(inner) = span else {
            out.push(span);
            continue;
        };
        let inner = merged(flat(inner));
        if let Some(Span::Bold(before)) = out.last_mut() {
            let joined = std::mem::take(before).into_iter().chain(inner);
            *before = merged(joined);
            continue;
        }
        let (before, inner, after) = trimmed(inner);
        out.push(Span::Text(before));
        if !inner.is_empty() {
            out.push(Span::Bold(inner));
        }
        if !after.is_empty() {
            out.push(Span::Text(after));
        }
    }
    let mut out = merged(out);
    for span in &mut out {
        if let Span::Link(inner, _) = span {
            *inner = coded(tidy(std::mem::take(inner)));
        }
    }
    out
}

fn flat(spans: Vec<Span>) -> Vec<Span> {
    spans
        .into_iter()
        .flat_map(|span| match span {
            Span::Bold(inner) => flat(inner),
            other => vec![other],
        })
        .collect()
}

/// The spaces before, the parts, the spaces behind.
fn trimmed(mut spans: Vec<Span>) -> (String, Vec<Span>, String) {
    let (mut before, mut after) = (String::new(), String::new());
    if let Some(Span::Text(text)) = spans.first_mut() {
        let kept = text.trim_start().to_owned();
        before = " ".repeat(usize::from(kept.len() < text.len()));
        *text = kept;
    }
    if let Some(Span::Text(text)) = spans.last_mut() {
        let kept = text.trim_end().to_owned();
        after = " ".repeat(usize::from(kept.len() < text.len()));
        *text = kept;
    }
    (before, merged(spans), after)
}

/// All texts with their unmarked code marked.
fn coded(spans: Vec<Span>) -> Vec<Span> {
    merged(spans.into_iter().flat_map(|span| match span {
        Span::Text(text) => words(text),
        Span::Bold(inner) => vec![Span::Bold(coded(inner))],
        other => vec![other],
    }))
}

/// The first bold text that would not be read as such.
fn failing(spans: &[Span]) -> Option<usize> {
    let edge = |span: Option<&Span>, is_before: bool| {
        let text = span.map(|span| part(std::slice::from_ref(span)));
        text.and_then(|text| if is_before { text.chars().next_back() } else { text.chars().next() })
    };
    spans.iter().enumerate().position(|(at, span)| {
        let Span::Bold(inner) = span else { return false };
        let inner = part(inner);
        let (first, last) = (inner.chars().next(), inner.chars().next_back());
        let before = at.checked_sub(1).and_then(|at| edge(spans.get(at), true));
        let after = edge(spans.get(at + 1), false);
        let fits = |inside: Option<char>, outside: Option<char>| {
            inside.is_some_and(|letter| letter.is_alphanumeric())
                || inside.is_some_and(|letter| !letter.is_whitespace())
                    && outside.is_none_or(|letter| letter.is_whitespace() || is_punctuation(letter))
        };
        !fits(first, before) || !fits(last, after)
    })
}

/// Punctuation for certain.
fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(
            letter,
            '、'
                ..='】'
                    | '“'
                    | '”'
                    | '‘'
                    | '’'
                    | '…'
                    | '—'
                    | '–'
                    | '！'
                    | '（'
                    | '）'
                    | '，'
                    | '．'
                    | '：'
                    | '；'
                    | '？'
        )
}

/// No parenthesis and no link right behind the name of an operation: they would say where that leads. No code right
/// behind code, which would be one.
fn spaced(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match (out.last(), span) {
            (Some(Span::Operation(_)), Span::Text(text)) if text.starts_with(['(', '[']) => {
                out.push(Span::Text(format!(" {text}")));
            }
            (Some(Span::Operation(_)), span @ (Span::Link(..) | Span::Operation(_)))
            | (Some(Span::Code(_)), span @ Span::Code(_)) => {
                out.push(Span::Text(" ".to_owned()));
                out.push(span);
            }
            (_, Span::Bold(inner)) => out.push(Span::Bold(spaced(inner))),
            (_, Span::Link(inner, url)) => out.push(Span::Link(spaced(inner), url)),
            (_, span) => out.push(span),
        }
    }
    out
}
