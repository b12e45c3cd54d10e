use super::span::Span;
use super::{entity, ticks};
use crate::import::prose::line;

/// A line as Markdown.
pub(in crate::import::prose) fn print(spans: &[Span]) -> String {
    let mut out = String::new();
    spans_onto(&mut out, spans, true);
    let kept = out.trim_end().len();
    out.truncate(kept);
    begin(out)
}

/// A part of a line as Markdown.
pub(super) fn part(spans: &[Span]) -> String {
    let mut out = String::new();
    spans_onto(&mut out, spans, false);
    out
}

fn spans_onto(out: &mut String, spans: &[Span], starts_line: bool) {
    for (at, span) in spans.iter().enumerate() {
        let next = spans.get(at + 1);
        match span {
            Span::Text(text) => {
                let text = if out.is_empty() && starts_line { text.trim_start() } else { text };
                escape(out, text, at == 0 && starts_line, next.is_none());
                // Before a link, it would make an image of it.
                if out.ends_with('!')
                    && !out.ends_with("\\!")
                    && matches!(next, Some(Span::Link(..) | Span::Operation(_)))
                {
                    out.pop();
                    out.push_str("\\!");
                }
            }
            Span::Code(text) => out.push_str(&ticks::code(text)),
            Span::Bold(inner) => out.push_str(&format!("**{}**", part(inner))),
            Span::Link(inner, url) if url.contains(['(', ')']) => {
                out.push_str(&format!("[{}](<{url}>)", part(inner)));
            }
            Span::Link(inner, url) => out.push_str(&format!("[{}]({url})", part(inner))),
            Span::Address(url) => out.push_str(&format!("<{url}>")),
            Span::Operation(name) => {
                out.push_str(&format!("[`{name}`]"));
                // It would define where the link leads.
                if matches!(next, Some(Span::Text(text)) if text.starts_with(':')) {
                    out.push('\\');
                }
            }
        }
    }
}

/// Whether a text says the same with and without escapes, wherever it stands.
pub(super) fn is_safe(text: &str) -> bool {
    let mut out = String::new();
    escape(&mut out, text, true, true);
    out.len() == text.len()
}

/// Escapes what would mean something else. At its ends a text stands next to other parts of a line, or to nothing.
fn escape(out: &mut String, text: &str, starts: bool, ends: bool) {
    const MARKS: &[char] = &['\\', '`', '*', '_', '~', '[', ']', '<', '&'];
    let mut rest = text;
    let mut last = if starts { Some(' ') } else { None };
    while let Some(at) = rest.find(MARKS) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        last = before.chars().next_back().or(last);
        let mark = from.chars().next().unwrap_or(' ');
        let length = match mark {
            '*' | '_' | '~' => from.len() - from.trim_start_matches(mark).len(),
            _ => mark.len_utf8(),
        };
        let (run, after) = from.split_at_checked(length).unwrap_or((from, ""));
        let next = after.chars().next().or(if ends { Some(' ') } else { None });
        let is_needed = match mark {
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()) || after.is_empty(),
            '*' | '~' if length > 1 => true,
            '*' => !is_between(last, next, char::is_whitespace),
            '_' | '~' => {
                !is_between(last, next, char::is_alphanumeric) && !is_between(last, next, char::is_whitespace)
            }
            '<' => {
                next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
                    || is_mail(after)
            }
            '&' => entity::is_entity_like(from),
            _ => true,
        };
        for letter in run.chars() {
            if is_needed {
                out.push('\\');
            }
            out.push(letter);
        }
        last = Some(mark);
        rest = after;
    }
    out.push_str(rest);
}

/// Whether a reader would take what follows a bracket for the address of a person.
fn is_mail(text: &str) -> bool {
    const LONGEST: usize = 250;
    let word =
        text.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'));
    word.into_iter().any(|byte| byte == b'@')
}

fn is_between(last: Option<char>, next: Option<char>, test: impl Fn(char) -> bool) -> bool {
    last.is_some_and(&test) && next.is_some_and(&test)
}

/// A line, with an escape if it begins like something else.
pub(super) fn begin(text: String) -> String {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let behind = text.get(digits..).unwrap_or_default();
    let is_number = (1..=9).contains(&digits)
        && behind.strip_prefix(['.', ')']).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if is_number {
        return format!("{}\\{behind}", text.get(..digits).unwrap_or_default());
    }
    let is_item = text.strip_prefix(['-', '+']).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_row = text.starts_with('|');
    if is_item
        || is_row
        || text.starts_with(['#', '>'])
        || line::is_rule(&text)
        || line::fence(&text).is_some()
    {
        return format!("\\{text}");
    }
    if text.starts_with("* ") || text == "*" {
        return format!("\\{text}");
    }
    text
}
