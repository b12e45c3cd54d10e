use super::prose::{bracketed, is_default_mark, is_wide, is_wide_letter};
use super::{ValueKind, token};

/// Where a value stands; the less its surroundings tell, the stricter the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In an item with a list marker.
    Item,
    /// At the beginning of a line or a sentence.
    Bare,
}

/// One value with what is said about it.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    pub(super) value: String,
    /// Bold, code or in quotation marks.
    pub(super) marked: bool,
    /// Whether a sign or a word separates it from its meaning.
    pub(super) separated: bool,
    pub(super) default: bool,
    pub(super) meaning: &'a str,
}

/// What an item of a list is.
pub(super) enum Parsed<'a> {
    Value(Item<'a>),
    /// It stands for nothing being sent.
    Nothing,
    Prose,
}

pub(super) fn parse(content: &str, kind: ValueKind, place: Place) -> Parsed<'_> {
    let content = content.trim();
    if stands_for_nothing(content) {
        return Parsed::Nothing;
    }
    let (content, default) = match bracketed(content).filter(|(inner, _)| is_default_mark(inner)) {
        Some((_, after)) => (after.trim_start(), true),
        None => (content, false),
    };
    let item = match marked(content) {
        Some((inner, after)) => of_marked(inner, after, kind),
        None => of_plain(content, kind, place),
    };
    item.map_or(Parsed::Prose, |mut item| {
        item.default |= default;
        Parsed::Value(item)
    })
}

fn stands_for_nothing(content: &str) -> bool {
    let text = content.trim_start_matches(['*', '`', '"']);
    [
        "空：",
        "空:",
        "空字符串",
        "空值",
        "不填",
        "不传",
        "不设置",
        "为空",
        "留空",
        "Empty:",
        "empty:",
        "Left empty",
        "Not specified",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

/// A value between signs, and what follows.
pub(super) fn marked(text: &str) -> Option<(&str, &str)> {
    for (open, close) in [
        ("**`", "`**"),
        ("**", "**"),
        ("*", "*"),
        ("``", "``"),
        ("`", "`"),
        ("\"", "\""),
        ("“", "”"),
        ("'", "'"),
    ] {
        let Some(inner) = text.strip_prefix(open) else { continue };
        let (inner, after) = inner.split_once(close)?;
        return (!inner.contains(['\n', '*']) && !inner.trim().is_empty()).then_some((inner.trim(), after));
    }
    None
}

fn of_marked<'a>(inner: &'a str, after: &'a str, kind: ValueKind) -> Option<Item<'a>> {
    // The separator, the meaning or a remark may be inside.
    if let Some((value, meaning)) = inner.split_once(['：']).or_else(|| inner.split_once(": ")) {
        let value = value_of(value, kind, true)?;
        let meaning = if meaning.trim().is_empty() { after } else { meaning };
        return Some(Item { value, marked: true, separated: true, default: false, meaning });
    }
    if let Some(value) = inner.strip_suffix(':') {
        let value = value_of(value, kind, true)?;
        return Some(Item { value, marked: true, separated: true, default: false, meaning: after });
    }
    let (value, remark) = match inner.find(['(', '（']) {
        Some(at) => {
            (inner.get(..at)?, bracketed(inner.get(at..)?).filter(|(_, rest)| rest.trim().is_empty())?.0)
        }
        None => (inner, ""),
    };
    let value = value_of(value, kind, true)?;
    let mut item = tail(value, after, kind, true)?;
    if is_default_mark(remark) {
        item.default = true;
    } else if !remark.is_empty() && item.meaning.trim().is_empty() {
        item.meaning = remark;
        item.separated = true;
    }
    Some(item)
}

fn of_plain(content: &str, kind: ValueKind, place: Place) -> Option<Item<'_>> {
    let end = plain_end(content, kind);
    let text = content.get(..end)?.trim();
    let after = content.get(end..)?;
    let text = if after.trim().is_empty() { text.trim_end_matches(['.', ';', ',']) } else { text };
    let value = value_of(text, kind, false)?;
    if place == Place::Bare && (value.contains(' ') || token::is_material(&value) || is_heading(&value)) {
        return None;
    }
    let mut item = tail(value, after, kind, false)?;
    let named = item.value.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
        || item.value.contains('_');
    if item.value.contains(' ') && !named {
        return None;
    }
    item.marked = false;
    Some(item)
}

fn is_heading(value: &str) -> bool {
    matches!(
        value,
        "Note"
            | "Notes"
            | "Default"
            | "Example"
            | "Examples"
            | "Unit"
            | "Description"
            | "If"
            | "When"
            | "For"
            | "The"
            | "This"
            | "You"
            | "See"
            | "Warning"
            | "Important"
            | "Maximum"
            | "Minimum"
            | "Format"
            | "Type"
    )
}

fn value_of(text: &str, kind: ValueKind, marked: bool) -> Option<String> {
    let text = text.trim().trim_matches('`').trim();
    token::value(text, kind).or_else(|| {
        let name = kind == ValueKind::String && token::is_name(text);
        let unmarked = !marked && text.split(' ').count() > 4;
        (name && !unmarked).then(|| text.to_owned())
    })
}

/// Where the value ends in an item without emphasis.
fn plain_end(content: &str, kind: ValueKind) -> usize {
    let mut letters = content.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = content.get(at.saturating_add(letter.len_utf8())..).unwrap_or_default();
        let next = letters.peek().map(|(_, next)| *next);
        let so_far = content.get(..at).unwrap_or_default();
        let number = kind != ValueKind::String && token::value(so_far.trim(), kind).is_some();
        let ends = match letter {
            '：' | '（' | '(' | '，' | '。' | '；' | '–' | '—' | '、' => true,
            ':' => {
                number
                    || next
                        .is_none_or(|next| next.is_whitespace() || is_wide(next) || matches!(next, '*' | '`'))
            }
            ',' | ';' => next.is_none_or(char::is_whitespace),
            '.' => next.is_some_and(char::is_whitespace),
            '-' => !so_far.is_empty() && (number || next.is_some_and(is_wide_letter)),
            '=' => number || next.is_some_and(is_wide_letter),
            _ if letter.is_whitespace() => {
                separator(after.trim_start()).is_some() || after.trim_start().starts_with(is_wide_letter)
            }
            _ => is_wide_letter(letter),
        };
        if ends {
            return at;
        }
    }
    content.len()
}

/// What comes after a sign or a word that separates a value from its meaning.
pub(super) fn separator(text: &str) -> Option<&str> {
    const SIGNS: &[&str] = &["：", ":", "——", "—", "–", "--", "-", "=", "表示", "代表", "意为"];
    const WORDS: &[&str] = &["indicates", "means", "specifies", "represents", "stands for", "is for"];
    if let Some(after) = WORDS.iter().find_map(|word| text.strip_prefix(word)) {
        return after.starts_with([' ', ':']).then_some(after);
    }
    SIGNS.iter().find_map(|sign| text.strip_prefix(sign))
}

/// Reads what follows a value; `None` where it continues a sentence.
fn tail<'a>(value: String, after: &'a str, kind: ValueKind, marked: bool) -> Option<Item<'a>> {
    let direct = after.starts_with(is_wide_letter);
    let mut left = after.trim_start();
    let mut item = Item { value, marked, separated: true, default: false, meaning: "" };
    if let Some((inner, behind)) = bracketed(left).filter(|_| left.starts_with(['(', '（', '['])) {
        let behind = behind.trim_start();
        let ends = behind.trim_matches(['。', '.', ';', '；', ',', '，', ' ']).is_empty();
        if is_default_mark(inner) {
            item.default = true;
            left = behind;
        } else if ends && (marked || !item.value.contains(' ')) {
            item.meaning = inner;
            return Some(item);
        } else {
            // A remark before the meaning.
            left = behind;
        }
    }
    if left.is_empty() {
        return Some(item);
    }
    if let Some(meaning) = separator(left) {
        item.meaning = meaning;
        return Some(item);
    }
    let first = left.chars().next()?;
    let behind = left.get(first.len_utf8()..).unwrap_or_default();
    match first {
        '。' | '.' | '；' | ';' => item.meaning = behind,
        '，' | ',' if !continues(behind) => item.meaning = behind,
        _ if is_wide_letter(first) && !continues(left) && (marked || !direct) => {
            // A number before a unit is a quantity.
            if direct && kind == ValueKind::Integer {
                return None;
            }
            item.separated = false;
            item.meaning = left;
        }
        // Words without a sign: a name and its translation, if another script begins in them.
        _ if marked && left.chars().any(is_wide_letter) && after.starts_with(' ') && !continues(left) => {
            item.meaning = left
        }
        _ => return None,
    }
    Some(item)
}

/// Whether what follows a value is another value, or the rest of a sentence about it.
fn continues(text: &str) -> bool {
    let text = text.trim_start();
    marked(text).is_some()
        || [
            "或", "和", "、", "及", "与", "以及", "时", "的", "到", "至", "等", "or ", "and ", "个", "参数",
            "字段", "为", "是",
        ]
        .iter()
        .any(|word| text.starts_with(word))
}
