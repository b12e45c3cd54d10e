use super::bare::hides_another;
use super::inline::List;
use super::item::{self, Parsed, Place, marked};
use super::prose::{bracketed, is_default_mark, is_wide, sentence_end};
use super::{ValueKind, token};

/// `0: off, 1: on`, `true: yes. false: no.`, `0-停用，1-启用`, `- **0**: off - **1**: on`.
pub(super) fn read(text: &str, kind: ValueKind) -> Option<List<'_>> {
    let heads = heads(text, kind);
    if heads.len() < 2 || heads.first()?.0 > 0 {
        return None;
    }
    let mut items = Vec::with_capacity(heads.len());
    let mut length = 0;
    for (index, (_, body)) in heads.iter().enumerate() {
        let end = heads.get(index.saturating_add(1)).map(|(start, _)| *start);
        let piece = text.get(*body..end.unwrap_or(text.len()))?;
        let piece = match end {
            Some(_) => piece.trim_end_matches([' ', '-', '，', ',', '、', '；', ';', '或']),
            None => {
                let last = last_piece(piece);
                length = body.saturating_add(last.len());
                last
            }
        };
        let Parsed::Value(item) = item::parse(piece.trim_start_matches([' ', '-']), kind, Place::Bare) else {
            return None;
        };
        if !item.separated || hides_another(item.meaning, kind) || item.meaning.trim().is_empty() {
            return None;
        }
        items.push(item);
    }
    let left = text.get(length..)?;
    length = length.saturating_add(sentence_end(left).unwrap_or(0));
    Some(List { items, length })
}

/// Up to the end of the sentence, or of the brackets that hold all.
fn last_piece(piece: &str) -> &str {
    let mut depth = 0_usize;
    for (at, letter) in piece.char_indices() {
        match letter {
            '(' | '（' => depth = depth.saturating_add(1),
            ')' | '）' if depth == 0 => return piece.get(..at).unwrap_or(piece),
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && sentence_end(piece.get(at..).unwrap_or_default()).is_some() {
            return piece.get(..at).unwrap_or(piece);
        }
    }
    piece
}

/// Where values with a meaning begin: where what precedes them begins, and where they do themselves.
fn heads(text: &str, kind: ValueKind) -> Vec<(usize, usize)> {
    let mut heads = Vec::new();
    let mut at_boundary = Some(0);
    for (at, letter) in text.char_indices() {
        if letter == '\n' {
            break;
        }
        if let Some(boundary) = at_boundary
            && !letter.is_whitespace()
            && !(letter == '-'
                && text.get(at.saturating_add(1)..).is_some_and(|after| after.starts_with([' ', '*'])))
        {
            if text.get(at..).is_some_and(|after| begins_value(after, kind)) {
                heads.push((if heads.is_empty() && at <= 2 { 0 } else { boundary }, at));
            } else if heads.is_empty() {
                // Lists begin where the text does.
                break;
            }
            at_boundary = None;
        }
        let behind = text.get(at.saturating_add(letter.len_utf8())..).unwrap_or_default();
        let boundary = match letter {
            '，' | '；' | '。' | '、' | '或' => true,
            ',' | ';' | '.' => {
                behind.starts_with([' ', '*', '`'])
                    || behind.starts_with(is_wide)
                    || kind != ValueKind::String
            }
            ' ' => {
                behind.starts_with("- ")
                    || (kind != ValueKind::String && behind.starts_with(|next: char| next.is_ascii_digit()))
            }
            _ => false,
        };
        if boundary && at_boundary.is_none() {
            at_boundary = Some(at.saturating_add(letter.len_utf8()));
        }
    }
    heads
}

/// Whether a text begins with a value and a separator.
fn begins_value(text: &str, kind: ValueKind) -> bool {
    let after = match marked(text) {
        Some((inner, after)) => {
            let (value, closed) = match inner.strip_suffix([':', '：']) {
                Some(value) => (value, true),
                None => (inner, false),
            };
            if token::value(value, kind).is_none() {
                return false;
            }
            if closed {
                return true;
            }
            after
        }
        None => {
            let length = text.find(|letter| !token::is_part(letter) || letter == ':').unwrap_or(text.len());
            let mut value = text.get(..length).unwrap_or_default();
            // `0-off`: the sign belongs to the list, not to the value.
            if kind != ValueKind::String {
                let signless = value.strip_prefix('-').unwrap_or(value);
                let end = signless.find(['-', '=']).map_or(value.len(), |end| {
                    end.saturating_add(value.len().saturating_sub(signless.len()))
                });
                value = value.get(..end).unwrap_or(value);
            }
            if token::value(value, kind).is_none() || (kind == ValueKind::String && token::is_material(value))
            {
                return false;
            }
            text.get(value.len()..).unwrap_or_default()
        }
    };
    let spaced = after.starts_with(' ');
    let after = after.trim_start();
    let after = match bracketed(after).filter(|(inner, _)| is_default_mark(inner)) {
        Some((_, behind)) => behind.trim_start(),
        None => after,
    };
    match after.chars().next() {
        Some('：') => true,
        Some(':') => {
            let next = after.chars().nth(1);
            next.is_some_and(|next| next.is_whitespace() || is_wide(next))
                || (kind != ValueKind::String && next.is_some_and(char::is_alphabetic))
        }
        Some('-' | '=' | '–' | '—') => {
            let next = after.chars().nth(1);
            kind != ValueKind::String
                && (spaced || next.is_some_and(char::is_alphabetic) || next.is_some_and(char::is_whitespace))
        }
        _ => item::separator(after).is_some() && !after.starts_with(['-', '=']),
    }
}
