use super::ValueKind;
use super::item::marked;
use super::lines::{Line, Marker};
use super::prose::{clause_start, is_absence, is_conditional, places, sentence_end, sentence_start};
use super::token;
use std::ops::Range;

/// A sentence that tells the default.
#[derive(Clone, Debug)]
pub(super) struct Default {
    pub(super) value: String,
    /// Whether the word can also say that there is no default.
    pub(super) nothing: bool,
    /// Where its words begin: the text before can be read without them.
    pub(super) start: usize,
    /// What can go, where the words say nothing else.
    pub(super) spare: Option<Range<usize>>,
}

/// The sentences that tell the default. `names` are values with spaces, which only the list of values tells.
pub(super) fn find(lines: &[Line<'_>], kind: ValueKind, names: &[&str]) -> Vec<Default> {
    let mut found = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        // The end of "default" begins with a letter that is not frequent.
        for (at, word) in places(line.content, &["fault", "默认", "缺省"]) {
            let begin = if word.is_ascii() { at.saturating_sub(2) } else { at };
            if word.is_ascii()
                && !line.content.get(begin..at).is_some_and(|letters| letters.eq_ignore_ascii_case("de"))
            {
                continue;
            }
            found.extend(read(line, begin, at.saturating_add(word.len()), kind, names));
        }
    }
    found
}

fn read(line: &Line<'_>, begin: usize, after: usize, kind: ValueKind, names: &[&str]) -> Option<Default> {
    let content = line.content;
    let before = content.get(..begin)?;
    let wide = !content.get(begin..after)?.is_ascii();
    let said = content.get(after..)?;
    let said = if wide { after_wide_words(said) } else { after_words(said) }?;
    let (text, emphasized, left) =
        match names.iter().find_map(|name| Some((*name, said.trim_start().strip_prefix(name)?))) {
            Some((name, left)) => (name, false, left),
            None => value_text(said)?,
        };
    let value = if names.contains(&text) { text.to_owned() } else { token::value(text, kind)? };
    if !ends(left, kind) {
        return None;
    }
    let sentence = sentence_start(before);
    let clause = clause_start(before);
    let condition = before.get(sentence..)?;
    let own = before.get(clause..)?.trim().trim_matches('*').trim().to_ascii_lowercase();
    let conditional = is_conditional(condition) && !is_absence(condition);
    let below = line.marker != Marker::None && !before.trim().trim_matches('*').is_empty();
    if conditional || below || !is_own(&own) {
        return None;
    }
    let end = line.at.saturating_add(content.len().saturating_sub(left.trim_start().len()));
    let (from, whole) = if condition.trim().trim_matches('*').trim().to_ascii_lowercase() == own {
        (sentence, true)
    } else {
        (before.get(..clause)?.trim_end_matches([' ', ',', '，', '：', ':']).len(), false)
    };
    let parts = content.get(from..begin)?.contains(['(', '（', '：']) && !whole;
    let from = line.at.saturating_add(from);
    let spare = sentence_end(left.trim_start())
        .filter(|_| !parts && !is_conditional(condition))
        .map(|sign| from..if whole { end.saturating_add(sign) } else { end });
    let nothing = kind == ValueKind::String && !emphasized && stands_for_nothing(&value);
    Some(Default { value, nothing, start: from, spare })
}

/// What stands after "default" up to the value.
fn after_words(said: &str) -> Option<&str> {
    if let Some(value) = said.strip_prefix("s to ") {
        return Some(value);
    }
    let mut left = said.trim_start_matches('*');
    for word in [" Value", " value", " of this parameter", " for this parameter", " setting"] {
        left = left.strip_prefix(word).unwrap_or(left);
    }
    left = left.trim_start_matches('*');
    let spaced = left.trim_start();
    if let Some(value) = spaced.strip_prefix([':', '：']) {
        return Some(value);
    }
    let value = left.strip_prefix(" is")?;
    let value = value.strip_prefix(" set to").unwrap_or(value);
    value.strip_prefix(':').or_else(|| value.strip_prefix(' '))
}

fn after_wide_words(said: &str) -> Option<&str> {
    let mut left = said;
    left = left.strip_prefix("取值").or_else(|| left.strip_prefix('值')).unwrap_or(left);
    if left.trim_start_matches(['*', ' ']).starts_with(['为', '是', '：', ':']) {
        left = left.trim_start_matches(['*', ' ']);
    }
    let mut introduced = false;
    for sign in ['为', '是', '：', ':'] {
        if let Some(value) = left.strip_prefix(sign) {
            introduced = true;
            left = value.trim_start_matches(' ');
        }
    }
    let direct = left.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '`' | '*'))
        || left.starts_with("true")
        || left.starts_with("false");
    (introduced || direct).then_some(left)
}

/// The text of a value, whether it is emphasized, and what follows.
fn value_text(said: &str) -> Option<(&str, bool, &str)> {
    let said = said.trim_start();
    if let Some((inner, after)) = marked(said) {
        return Some((inner.trim_matches('`').trim_end_matches('.'), true, after));
    }
    let said = said.trim_start_matches('*').trim_start();
    let length = said.find(|letter| !token::is_part(letter)).unwrap_or(said.len());
    let text = said.get(..length)?.trim_end_matches(['.', ':']);
    Some((text, false, said.get(text.len()..)?.trim_start_matches('*')))
}

/// Whether the value is complete: nothing follows that could be a unit or the rest of a name.
fn ends(left: &str, kind: ValueKind) -> bool {
    const COUNTS: &[&str] = &["条", "个", "台", "次"];
    let left = if kind == ValueKind::Integer {
        COUNTS.iter().find_map(|word| left.trim_start().strip_prefix(word)).unwrap_or(left)
    } else {
        left
    };
    let trimmed = left.trim_start();
    sentence_end(trimmed).is_some()
        || trimmed.starts_with([',', '，', ')', '）', '（', '(', ';', '；'])
        || (trimmed.starts_with('>') && trimmed.len() < left.len())
}

/// Whether the words before leave this parameter as the owner.
fn is_own(words: &str) -> bool {
    matches!(
        words,
        "" | "the"
            | "and the"
            | "and"
            | "with the"
            | "with a"
            | "its"
            | "该参数"
            | "参数"
            | "此参数"
            | "该值"
            | "该参数的"
            | "系统"
            | "则"
            | "其"
            | "则该参数"
            | "该字段"
            | "其中"
            | "并且"
            | "且"
            | "则系统"
            | "this parameter"
            | "the system"
    )
}

fn stands_for_nothing(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "null" | "none" | "empty" | "n/a" | "-" | "no" | "nil")
}
