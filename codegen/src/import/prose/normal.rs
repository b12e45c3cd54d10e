//! Characters that look like others, or like nothing.

use std::borrow::Cow;

/// Only line feeds break lines and only spaces part words, and nothing is invisible.
pub(super) fn characters(text: &str) -> Cow<'_, str> {
    let is_odd = |letter: char| letter != '\n' && character(letter) != Some(letter);
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => out.push('\n'),
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\t' => out.push_str("    "),
            _ => out.extend(character(letter)),
        }
    }
    Cow::Owned(out)
}

/// What a letter within a line becomes.
pub(super) fn character(letter: char) -> Option<char> {
    match letter {
        ' '..='~' => Some(letter),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' => None,
        _ if letter.is_control() => None,
        _ if letter.is_whitespace() => Some(' '),
        _ => Some(letter),
    }
}
