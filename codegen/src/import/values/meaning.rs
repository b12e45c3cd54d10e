use super::prose::{bracketed, has_wide, is_default_mark, is_wide, places};
use crate::naming;

/// Words of a meaning that becomes a name.
const MOST_WORDS: usize = 4;

/// The first sentence of what is said about a value: plain text, without its full stop.
pub(super) fn clean(raw: &str, value: &str) -> Option<String> {
    let mut left = raw;
    for _ in 0..3 {
        let (sentence, after) = first_sentence(left);
        let text = polish(&plain(sentence));
        if is_default_mark(&text) || text.is_empty() {
            left = after;
            continue;
        }
        return (!is_reference(&text) && !text.eq_ignore_ascii_case(value)).then_some(text);
    }
    None
}

/// Whether the text about a value says that it is the default.
pub(super) fn marks_default(raw: &str) -> bool {
    if places(raw, &["fault", "默认", "缺省"]).is_empty() {
        return false;
    }
    let mut left = raw.split('\n').next().unwrap_or_default();
    for (at, letter) in raw.char_indices() {
        let brackets =
            raw.get(at..).filter(|_| matches!(letter, '(' | '（' | '[' | '【')).and_then(bracketed);
        if brackets.is_some_and(|(inner, _)| is_default_mark(inner)) {
            return true;
        }
    }
    while !left.is_empty() {
        let (sentence, after) = first_sentence(left);
        let last = sentence.rsplit(['，', ',']).next().unwrap_or_default();
        if is_default_mark(sentence) || is_default_mark(last) {
            return true;
        }
        left = after;
    }
    false
}

/// The variant's name that a short English meaning gives to a number.
pub(super) fn name(meaning: &str) -> Option<String> {
    let text = meaning.split(['(', '（']).next().unwrap_or_default().trim();
    let words: Vec<_> = text.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let letters = words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let short = !words.is_empty() && words.len() <= MOST_WORDS && letters;
    let article = words.len() > 1
        && words.first().is_some_and(|word| matches!(*word, "The" | "the" | "A" | "a" | "An" | "an"));
    let text = if article { text.split_once(' ')?.1 } else { text };
    let name = short.then(|| naming::type_name(text)).flatten()?;
    Some(name.as_str().to_owned())
}

/// The sentence up to its end, and what comes after.
fn first_sentence(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match letter {
            '(' | '（' => {
                depth = depth.saturating_add(1);
                false
            }
            ')' | '）' => {
                depth = depth.saturating_sub(1);
                false
            }
            '\n' => true,
            '。' | '！' | '；' => depth == 0,
            ';' | '!' => depth == 0 && next.is_none_or(char::is_whitespace),
            '.' => {
                depth == 0
                    && next.is_none_or(|next| next.is_whitespace() || is_wide(next) || next == '*')
                    && !is_abbreviation(text.get(..at).unwrap_or_default())
            }
            _ => false,
        };
        if ends {
            let after = at.saturating_add(letter.len_utf8());
            return (text.get(..at).unwrap_or(text), text.get(after..).unwrap_or_default());
        }
    }
    (text, "")
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '（', ',']).next().unwrap_or_default();
    matches!(word, "e.g" | "i.e" | "etc" | "vs" | "approx" | "incl")
}

/// Without emphasis and links, white space as single spaces.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut left = text.trim();
    while let Some(letter) = left.chars().next() {
        let after = left.get(letter.len_utf8()..).unwrap_or_default();
        match letter {
            '[' => {
                if let Some((label, behind)) = link(left) {
                    out.push_str(&plain(label));
                    left = behind;
                    continue;
                }
                out.push(letter);
            }
            '*' => {
                let stars = left.len().saturating_sub(left.trim_start_matches('*').len());
                if stars >= 2 {
                    left = left.trim_start_matches('*');
                    continue;
                }
                out.push(letter);
            }
            '\\' if after.starts_with('*') => {}
            _ if letter.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.push(letter),
        }
        left = after;
    }
    out
}

/// Label of a Markdown link, and what comes after it.
fn link(text: &str) -> Option<(&str, &str)> {
    let (label, after) = bracketed(text)?;
    let (_, behind) = after.starts_with('(').then(|| bracketed(after)).flatten()?;
    Some((label, behind))
}

/// Without remarks on the default, introducing verbs and signs at the edges.
fn polish(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut left = text;
    while let Some(letter) = left.chars().next() {
        let mark = bracketed(left).filter(|(inner, _)| is_default_mark(inner));
        left = match mark {
            Some((_, after)) => after,
            None => {
                out.push(letter);
                left.get(letter.len_utf8()..).unwrap_or_default()
            }
        };
    }
    let mut text = edges(&out);
    if let Some((before, last)) = text.rsplit_once(['，', ','])
        && is_default_mark(last)
    {
        text = edges(before);
    }
    for verb in [
        "which ",
        "indicates that ",
        "Indicates that ",
        "indicates ",
        "specifies that ",
        "means that ",
        "means ",
        "that ",
        "表示",
        "代表",
    ] {
        if let Some(after) = text.strip_prefix(verb).filter(|after| !after.trim().is_empty()) {
            text = edges(after);
        }
    }
    for word in [" and", " or"] {
        text = edges(text.strip_suffix(word).unwrap_or(text));
    }
    match bracketed(text) {
        Some((inner, "")) if !inner.trim().is_empty() => edges(inner).to_owned(),
        _ => text.to_owned(),
    }
}

fn edges(text: &str) -> &str {
    let text =
        text.trim_start_matches([' ', '.', ',', ':', '：', '，', '、', '。', '；', ';', '-', '–', '—']);
    text.trim_end_matches([' ', '.', ',', ':', '：', '，', '、', '。', '；', ';', '-', '–', '—', '|', '\\'])
}

fn is_reference(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with("for more information")
        || lower.starts_with("see ")
        || (has_wide(text)
            && ["更多信息", "详情", "请参见", "参见", "具体请"].iter().any(|word| text.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::{clean, marks_default, name};

    #[test]
    fn one_phrase_remains() {
        for (raw, expected) in [
            ("The disk is *2x* **fast**. More follows.", Some("The disk is *2x* fast")),
            ("see the [guide](~~12~~)", None),
            ("the [slow](~~12~~) way;", Some("the slow way")),
            ("表示停用。其余省略", Some("停用")),
            ("默认值。启用；", Some("启用")),
            ("（已停用）", Some("已停用")),
            ("Chinese (default)", Some("Chinese")),
            ("works with e.g. Linux (v. 2)", Some("works with e.g. Linux (v. 2)")),
            ("X.", None),
        ] {
            assert_eq!(clean(raw, "x").as_deref(), expected, "{raw}");
        }
    }

    #[test]
    fn default_marks() {
        for raw in ["yes (default)", "简体中文。默认值。", "是，默认", "No. This is the default value."]
        {
            assert!(marks_default(raw), "{raw}");
        }
        for raw in ["By default, it is on", "the default mode", "使用默认设置"] {
            assert!(!marks_default(raw), "{raw}");
        }
    }

    #[test]
    fn names_of_numbers() {
        for (meaning, expected) in [
            ("high-risk", Some("HighRisk")),
            ("disk (storage)", Some("Disk")),
            ("the task has been deleted", None),
            ("停用", None),
            ("level 3", None),
        ] {
            assert_eq!(name(meaning).as_deref(), expected, "{meaning}");
        }
    }
}
