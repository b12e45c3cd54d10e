use std::iter::Peekable;
use std::str::Chars;

/// Indents a JSON text. Nothing else changes: members stay in their order and numbers keep their digits. What could move
/// a terminal's cursor is escaped.
pub(super) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len().saturating_mul(2));
    let mut depth = 0_usize;
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => string(&mut letters, &mut out),
            '{' | '[' => {
                out.push(letter);
                skip_blanks(&mut letters);
                if let Some(end) = letters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth = depth.saturating_add(1);
                    new_line(depth, &mut out);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(depth, &mut out);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                new_line(depth, &mut out);
            }
            ':' => out.push_str(": "),
            blank if blank.is_ascii_whitespace() => {}
            other => out.push(other),
        }
    }
    out
}

fn string(letters: &mut Peekable<Chars<'_>>, out: &mut String) {
    out.push('"');
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                out.push(letter);
                out.extend(letters.next());
            }
            '"' => break,
            letter if is_hidden(letter) => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
}

/// Controls, what ends lines elsewhere, and the marks that reorder what is read.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn skip_blanks(letters: &mut Peekable<Chars<'_>>) {
    while letters.next_if(char::is_ascii_whitespace).is_some() {}
}

fn new_line(depth: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use super::pretty;
    use serde_json::{Value, json};

    #[test]
    fn it_indents_as_serde_does() {
        let value = json!({
            "list": [1, 2.5, -3, true, null, [], {}, [[]], "a\"b\\ \n {[,:]}"],
            "nested": {"map": {"k": "v"}, "none": null},
        });
        let expected = serde_json::to_string_pretty(&value).unwrap_or_default();
        assert_eq!(pretty(&value.to_string()), expected);
        assert_eq!(pretty(&expected), expected);
        assert_eq!(pretty(" \n[ ]\t"), "[]");
    }

    #[test]
    fn digits_order_and_doubles_stay() {
        let text = r#"{"b":123456789012345678901234567890,"a":1.10,"b":1e5}"#;
        let expected = "{\n  \"b\": 123456789012345678901234567890,\n  \"a\": 1.10,\n  \"b\": 1e5\n}";
        assert_eq!(pretty(text), expected);
    }

    #[test]
    fn terminals_are_safe() {
        let value = Value::from("\u{9b}2J\u{7f}\u{202e}x\u{1b}");
        let shown = pretty(&value.to_string());
        assert_eq!(shown, r#""\u009b2J\u007f\u202ex\u001b""#);
        assert_eq!(serde_json::from_str::<Value>(&shown).ok(), Some(value));
    }
}
