use super::candidate::{Candidate, Strength};
use super::item::{self, Item, marked};
use super::lead::Lead;
use super::lines::{Line, Marker};
use super::prose::{bracketed, is_default_mark, is_wide_letter, sentence_end};
use super::{ValueKind, explained, token};

/// A list within a line, and what it takes of the text it was read from.
pub(super) struct List<'a> {
    pub(super) items: Vec<Item<'a>>,
    pub(super) length: usize,
}

/// Lists in the line of the words that introduce them.
pub(super) fn find<'a>(lines: &[Line<'a>], leads: &[(usize, Lead)], kind: ValueKind) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for (number, lead) in leads {
        let Some(line) = lines.get(*number).filter(|line| line.marker == Marker::None) else { continue };
        let Some(text) = line.content.get(lead.end.saturating_sub(line.at)..) else { continue };
        let list =
            tokens(text, kind, lead.colon).or_else(|| explained::read(text, kind).filter(|_| lead.colon));
        if let Some(list) = list {
            let span = lead.start..lead.end.saturating_add(list.length);
            found.push(Candidate { items: list.items, strength: Strength::Strong, span });
        }
    }
    found
}

/// `A, B and **C**`, `0（停用）、1（启用）`.
pub(super) fn tokens<'a>(text: &'a str, kind: ValueKind, colon: bool) -> Option<List<'a>> {
    let (body, close) = match text.trim_start_matches([' ', '`', '*']).chars().next()? {
        '[' | '{' if !text.trim_start().starts_with("[`") => {
            let open = text.find(['[', '{'])?;
            let close = if text.get(open..)?.starts_with('[') { ']' } else { '}' };
            (text.get(open.saturating_add(1)..)?, Some(close))
        }
        _ => (text, None),
    };
    let mut left = body;
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut listed = false;
    loop {
        let (item, after) = element(left, kind)?;
        items.push(item);
        match separator(after) {
            Some(behind) => {
                // "…, the default is …" ends the list.
                if element(behind, kind).is_none() && closes(after) {
                    left = after;
                    break;
                }
                listed = true;
                left = behind;
            }
            None => {
                left = after;
                break;
            }
        }
    }
    if let Some(close) = close {
        left = left.trim_start_matches([' ', '*', '`']).strip_prefix(close)?;
        left = left.trim_start_matches('`');
        // Two numbers in brackets are the ends of a range.
        if items.len() <= 2 && items.iter().all(|item| token::is_integer(&item.value)) {
            return None;
        }
    }
    let ended = closes(left);
    let sign = sentence_end(left.trim_start()).unwrap_or(0);
    let spaces = left.len().saturating_sub(left.trim_start().len());
    let length = text.len().saturating_sub(left.len()).saturating_add(if sign > 0 {
        spaces.saturating_add(sign)
    } else {
        0
    });
    let all_marked =
        items.iter().all(|item| item.marked || item.value.bytes().all(|byte| byte.is_ascii_digit()));
    let loud =
        items.iter().all(|item| item.marked || !item.value.bytes().any(|byte| byte.is_ascii_lowercase()));
    let wide = text.chars().any(is_wide_letter);
    let clear = colon || all_marked || (listed && (loud || wide));
    let material = items.iter().any(|item| !item.marked && token::is_material(&item.value));
    let whole = sentence_end(left.trim_start()).is_some();
    let alone = items.first().is_some_and(|item| single(item, kind) && (whole || (item.marked && ended)));
    let enough = items.len() >= 2 || alone;
    (ended && clear && enough && !material).then_some(List { items, length })
}

/// `**3**, **4** and **5**: other` means the same for each.
pub(super) fn together<'a>(content: &'a str, kind: ValueKind) -> Option<Vec<Item<'a>>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut left = content;
    loop {
        let (item, after) = element(left, kind)?;
        if !item.marked && kind != ValueKind::Integer {
            return None;
        }
        items.push(item);
        match separator(after) {
            Some(behind) => left = behind,
            None => {
                left = after;
                break;
            }
        }
    }
    let meaning = item::separator(left.trim_start())?;
    for item in &mut items {
        item.meaning = meaning;
    }
    (items.len() >= 2).then_some(items)
}

/// Whether one value alone says that there is no other.
fn single(item: &Item<'_>, kind: ValueKind) -> bool {
    let shouted =
        !item.value.bytes().any(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    kind == ValueKind::String && (item.marked || !shouted)
}

/// One value, with a remark in brackets.
fn element(text: &str, kind: ValueKind) -> Option<(Item<'_>, &str)> {
    let text = text.trim_start();
    let (value, emphasized, mut left) =
        match marked(text).filter(|(inner, _)| token::value(inner.trim_matches('`'), kind).is_some()) {
            Some((inner, after)) => (inner.trim_matches('`'), true, after),
            None => {
                let text = text.trim_start_matches(['*', '`']);
                let length = text.find(|letter| !token::is_part(letter)).unwrap_or(text.len());
                let mut value = text.get(..length)?;
                while value.ends_with(['.', ':']) {
                    value = value.get(..value.len().saturating_sub(1))?;
                }
                if kind == ValueKind::Boolean
                    && let Some((first, _)) = value.split_once(['/', '|'])
                {
                    value = first;
                }
                let after = text.get(value.len()..)?;
                let stars = after.len().saturating_sub(after.trim_start_matches('*').len());
                // A row of stars masks the rest of an ID.
                if stars >= 3 || after.starts_with("\\*") {
                    return None;
                }
                (value, false, after.trim_start_matches(['*', '`']))
            }
        };
    let value = token::value(value, kind)?;
    let mut item = Item { value, marked: emphasized, separated: true, default: false, meaning: "" };
    let remark = left.trim_start();
    if remark.starts_with(['(', '（'])
        && let Some((inner, after)) = bracketed(remark)
    {
        item.default = is_default_mark(inner);
        item.meaning = if item.default { "" } else { inner };
        left = after;
    }
    Some((item, left))
}

/// What comes after the sign or word between two values.
fn separator(text: &str) -> Option<&str> {
    let trimmed = text.trim_start_matches([' ', '*', '`']);
    let mut left = trimmed;
    let sign = [",", "，", "、", ";", "；", "/", "|"].iter().find_map(|sign| left.strip_prefix(sign));
    if let Some(after) = sign {
        left = after.trim_start();
    }
    let word = ["or ", "and ", "以及", "或者", "或", "和", "及", "与"]
        .iter()
        .find_map(|word| left.strip_prefix(word));
    if let Some(after) = word {
        left = after.trim_start();
    }
    (sign.is_some() || word.is_some()).then_some(left)
}

/// Whether a list ends here.
fn closes(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "默认",
        "缺省",
        "单位",
        "不区分",
        "区分",
        "表示",
        "当前",
        "目前",
        "即",
        "代表",
        "default",
        "the default",
        "and the default",
        "unit",
        "which ",
    ];
    let text = text.trim_start_matches([' ', '*']);
    if sentence_end(text).is_some() || text.starts_with([')', '）']) {
        return true;
    }
    let behind = text.trim_start_matches([',', '，', ' ', '。']).to_ascii_lowercase();
    behind.len() < text.len() && WORDS.iter().any(|word| behind.starts_with(word))
}
