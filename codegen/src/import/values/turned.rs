use super::ValueKind;
use super::item::Item;
use super::prose::{bracketed, has_wide, is_default_mark};
use super::token;

/// Items that name the meaning first: `Repair task: REPAIR`. All of them must, with values that cannot be meanings.
pub(super) fn read<'a>(contents: &[&'a str]) -> Option<Vec<Item<'a>>> {
    let items: Option<Vec<_>> = contents.iter().map(|content| item(content)).collect();
    items.filter(|items| items.len() >= 2 && items.iter().any(|item| is_phrase(item.meaning)))
}

/// Whether an item reads as if it named the meaning first.
pub(super) fn is_one(content: &str) -> bool {
    item(content).is_some_and(|item| is_phrase(item.meaning))
}

fn is_phrase(meaning: &str) -> bool {
    meaning.trim().contains(' ') || has_wide(meaning)
}

fn item(content: &str) -> Option<Item<'_>> {
    let (meaning, value) = content.split_once('：').or_else(|| content.split_once(": "))?;
    let value = value.trim().trim_end_matches(['.', '。', ';', '；']);
    let code =
        value.len() >= 3 && value.bytes().skip(1).any(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let marked = meaning.contains(['*', '`']) || value.contains(['*', '`']);
    if !code || marked {
        return None;
    }
    let remark = meaning.find(['(', '（']).and_then(|at| bracketed(meaning.get(at..)?));
    let value = token::value(value, ValueKind::String)?;
    let default = remark.is_some_and(|(inner, _)| is_default_mark(inner));
    Some(Item { value, marked: false, separated: true, default, meaning })
}
