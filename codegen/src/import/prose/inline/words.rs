//! Words that are code without being marked so: placeholders, generics, patterns, JSON.

use super::print::is_safe;
use super::span::Span;

/// The longest piece of code that is not marked.
const LONGEST: usize = 200;

/// A text as text and code.
///
/// A word that would need escapes becomes code, as far as it can be seen where it begins and ends.
pub(super) fn words(text: String) -> Vec<Span> {
    if is_safe(&text) && !text.contains("://") {
        return vec![Span::Text(text)];
    }
    let mut spans = Vec::new();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_graphic()) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let before = plain.chars().next_back();
        let (word, after) = from.split_at_checked(length(from)).unwrap_or((from, ""));
        rest = after;
        let core = core(word);
        match is_code(core, before, after.chars().next()) {
            true => {
                let start = word.find(core).unwrap_or_default();
                plain.push_str(word.get(..start).unwrap_or_default());
                spans.push(Span::Text(std::mem::take(&mut plain)));
                spans.push(Span::Code(core.to_owned()));
                plain.push_str(word.get(start + core.len()..).unwrap_or_default());
            }
            false => plain.push_str(word),
        }
    }
    plain.push_str(rest);
    spans.push(Span::Text(plain));
    spans
}

/// How long the word is that `text` begins with: brackets hold it together across spaces.
fn length(text: &str) -> usize {
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if matches!(letter, '[' | '{' | '<')
            && let Some(group) = text.get(at..).and_then(group)
        {
            at += group;
            continue;
        }
        if !letter.is_ascii_graphic() || letter == '`' && at > 0 {
            break;
        }
        at += 1;
        if letter == '`' {
            break;
        }
    }
    at
}

/// How long the group in brackets is that `text` begins with, if it looks like code.
fn group(text: &str) -> Option<usize> {
    let data = text.starts_with('{') || text.starts_with("[\"") || text.starts_with("[{");
    let mut depth = 0_usize;
    let mut spaces = 0_usize;
    for (at, letter) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match letter {
            '[' | '{' => depth += 1,
            '<' if text.starts_with('<') => depth += 1,
            ']' | '}' => depth = depth.checked_sub(1)?,
            '>' if text.starts_with('<') => depth = depth.checked_sub(1)?,
            '`' => return None,
            ' ' => spaces += 1,
            _ if !data && !letter.is_ascii() => return None,
            _ => {}
        }
        if depth == 0 {
            let inner = text.get(1..at)?;
            let is_list =
                inner.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '"' | '\''));
            let is_code = data || spaces == 0 || text.starts_with('[') && is_list && spaces < 6 || spaces < 3;
            return is_code.then_some(at + 1);
        }
    }
    None
}

/// A word without the marks of the sentence around it.
fn core(word: &str) -> &str {
    let mut core = word;
    loop {
        let before = core;
        core = core.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        for (open, close) in [('(', ')'), ('"', '"'), ('\'', '\'')] {
            let inner = core.strip_prefix(open).and_then(|core| core.strip_suffix(close));
            core = inner.filter(|inner| !inner.is_empty() && is_balanced(inner)).unwrap_or(core);
        }
        // The end or the beginning of a remark in parentheses.
        if !is_balanced(core) {
            let shorter = core.strip_suffix(')').or_else(|| core.strip_prefix('('));
            core = shorter.filter(|core| is_balanced(core) && !core.is_empty()).unwrap_or(core);
        }
        if core == before {
            return core;
        }
    }
}

fn is_code(core: &str, before: Option<char>, after: Option<char>) -> bool {
    let is_address = core.contains("https://") || core.contains("http://");
    if core.is_empty() || core.contains('`') && !is_address {
        return false;
    }
    if is_address {
        return true;
    }
    // Next to letters without spaces, a mark can still mean nothing.
    let alone = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let lonely =
        core.chars().all(|letter| matches!(letter, '*' | '_' | '~' | '\\')) && alone(before) && alone(after);
    !lonely && core.len() <= LONGEST && !is_safe(core) && is_balanced(core)
}

fn is_balanced(text: &str) -> bool {
    let mut open = Vec::new();
    for letter in text.chars() {
        match letter {
            '[' => open.push(']'),
            '{' => open.push('}'),
            '(' => open.push(')'),
            ']' | '}' | ')' if open.pop() != Some(letter) => return false,
            _ => {}
        }
    }
    open.is_empty()
}
