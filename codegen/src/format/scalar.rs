use std::fmt::Write;

/// A text as a YAML scalar on one line, in canonical form.
///
/// Plain where YAML 1.1 and 1.2 both read it as this text and nobody would take it for something else; in quotes otherwise.
/// Quotes are double, unless the text has double quotes or backslashes itself and single ones spare the escapes.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let has_escapes = text.contains(['"', '\\']);
    if has_escapes && !text.contains('\'') && !text.chars().any(needs_escape) {
        return format!("'{text}'");
    }
    double_quoted(text)
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        let code = u32::from(character);
        // Writing to a string cannot fail.
        let _ = match character {
            '"' => write!(quoted, "\\\""),
            '\\' => write!(quoted, "\\\\"),
            '\n' => write!(quoted, "\\n"),
            '\t' => write!(quoted, "\\t"),
            _ if needs_escape(character) && code <= 0xffff => write!(quoted, "\\u{code:04x}"),
            _ if needs_escape(character) => write!(quoted, "\\U{code:08x}"),
            _ => write!(quoted, "{character}"),
        };
    }
    quoted.push('"');
    quoted
}

/// Whether a character cannot be seen, or not be told from a space.
pub(super) fn needs_escape(character: char) -> bool {
    match character {
        ' ' => false,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' => true,
        _ => character.is_whitespace() || character.is_control(),
    }
}

/// Whether a text needs no quotes. Stricter than YAML: what holds no letter (numbers, dates, `0, 1`) and what holds brackets
/// is quoted even where YAML could do without.
fn is_plain(text: &str) -> bool {
    const INDICATORS: &[char] =
        &['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`'];
    text.chars().any(char::is_alphabetic)
        && !text.starts_with(INDICATORS)
        && !text.starts_with([' ', '.'])
        && !text.ends_with([' ', ':'])
        && !text.contains(['[', ']', '{', '}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(needs_escape)
        && !is_word(text)
        && !is_number(text)
        && !is_time(text)
}

/// Words that one of the YAML versions takes for null or a truth value.
fn is_word(text: &str) -> bool {
    const WORDS: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Numbers that have a letter: hexadecimal, octal, binary, with an exponent.
fn is_number(text: &str) -> bool {
    let text = text.replace('_', "").to_ascii_lowercase();
    let text = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let based = |prefix: &str, radix: u32| {
        let digits = text.strip_prefix(prefix);
        digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix)))
    };
    let has_digit = text.starts_with(|first: char| first.is_ascii_digit());
    based("0x", 16) || based("0o", 8) || based("0b", 2) || (has_digit && text.parse::<f64>().is_ok())
}

/// Points in time that have a letter: `2024-05-20T12:00:00Z`.
fn is_time(text: &str) -> bool {
    let mut numbers = text.splitn(3, '-');
    let mut is_next = |longest: usize| {
        let digits = numbers.next().map(|part| part.bytes().take_while(u8::is_ascii_digit).count());
        digits.is_some_and(|digits| (1..=longest).contains(&digits))
    };
    is_next(4) && is_next(2) && is_next(2)
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn texts_that_read_as_they_are_stay_plain() {
        for text in [
            "cn-hangzhou",
            "F5CF78A7-30AA-59DB-847F-13EE3AE7****",
            "0B48AB3C-***-B9270EF46038",
            "yundun-sas:GetAuthSummary",
            "https://example.com/a?b=c#d",
            "It's Lin's `cup`, and \"hers\"",
            "shop-17",
            "none",
            "1e3x",
            "0xG",
            "地域",
            "30 days",
        ] {
            assert_eq!(scalar(text), text);
        }
    }

    #[test]
    fn texts_that_look_like_something_else_are_quoted() {
        for text in [
            "",
            " ",
            "10",
            "-1",
            "0, 1",
            "0123",
            "1_000",
            "1e3",
            "1E-3",
            "1.5e+3",
            "0x1F",
            "0o17",
            "0b11",
            ".5",
            ".inf",
            "-.INF",
            ".nan",
            "12:30:45",
            "2018-12-03",
            "2024-05-20T12:00:00Z",
            "2024-5-2t1:00:00",
            "null",
            "~",
            "No",
            "yes",
            "ON",
            "off",
            "y",
            "N",
            "true",
            "False",
            "=",
            "<<",
            "*",
            "&a",
            "!tag",
            "- a",
            "-a",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "[a]",
            "{a: b}",
            "^shop-[0-9]+$",
            "@a",
            "`a`",
            "%a",
            "| a",
            "> a",
            "'a'",
            " a",
            "a ",
            "---",
            "...a",
        ] {
            let expected = if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") };
            assert_eq!(scalar(text), expected);
        }
    }

    #[test]
    fn quotes_are_those_that_need_fewer_escapes() {
        assert_eq!(scalar(r#"{"a": 1}"#), r#"'{"a": 1}'"#);
        assert_eq!(scalar(r"[\d]"), r"'[\d]'");
        assert_eq!(scalar(r#"{"a": 'b'}"#), r#""{\"a\": 'b'}""#);
        assert_eq!(scalar("a\nb\t\"c\""), r#""a\nb\t\"c\"""#);
        assert_eq!(scalar("a\u{a0}b\u{200b}"), r#""a\u00a0b\u200b""#);
    }
}
