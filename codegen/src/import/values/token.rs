use super::ValueKind;
use super::prose::has_word;

/// Letters of a value.
const LONGEST: usize = 64;

/// Words of a value with spaces.
const MOST_WORDS: usize = 6;

/// Words that sentences and headings have, and values do not.
const PROSE: &[&str] = &[
    "or",
    "and",
    "if",
    "when",
    "is",
    "are",
    "the",
    "protocol",
    "set",
    "to",
    "for",
    "of",
    "not",
    "default",
    "only",
    "this",
    "that",
    "must",
    "can",
    "be",
    "you",
    "by",
    "in",
    "at",
    "a",
    "an",
    "etc",
    "value",
    "values",
    "valid",
    "each",
    "format",
    "timestamp",
];

/// What texts consist of. A list of such words describes characters and kinds, not values.
const MATERIAL: &[&str] = &[
    "letters",
    "digits",
    "integers",
    "integer",
    "numbers",
    "number",
    "characters",
    "hyphens",
    "underscores",
    "strings",
    "string",
    "uppercase",
    "lowercase",
    "periods",
    "dashes",
    "etc",
    "and",
    "or",
    "json",
    "url",
    "uuid",
    "id",
    "ids",
    "arn",
    "the",
    "any",
    "see",
];

/// The value as it is on the wire, where the text is one of the type.
pub(super) fn value(text: &str, kind: ValueKind) -> Option<String> {
    match kind {
        ValueKind::Integer => is_integer(text).then(|| text.to_owned()),
        ValueKind::Boolean => {
            let lower = text.to_ascii_lowercase();
            (lower == "true" || lower == "false").then_some(lower)
        }
        ValueKind::String => is_token(text).then(|| text.to_owned()),
    }
}

pub(super) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<i64>().is_ok()
}

/// Whether a letter may be part of a value.
pub(super) fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '_' | '-' | '.' | '/' | ':' | '+' | '#' | '@' | '=' | '!' | '%' | '&')
}

fn is_token(text: &str) -> bool {
    text.len() <= LONGEST
        && text.chars().all(is_part)
        && text.chars().any(|letter| letter.is_ascii_alphanumeric())
        && !text.ends_with([':', '.', '=', '!', '&'])
        && !text.starts_with([':', '&', '='])
        && !text.contains("..")
        && !text.contains("://")
        && !is_moment_or_address(text)
}

/// Dates, times and network addresses stand for many values.
fn is_moment_or_address(text: &str) -> bool {
    let date = text.split('-').count() == 3 && text.starts_with(|first: char| first.is_ascii_digit()) && {
        text.split('-').next().is_some_and(|year| year.len() == 4 && is_integer(year))
    };
    let address = text.split('.').filter(|part| part.bytes().any(|byte| byte.is_ascii_digit())).count() == 4;
    let time = text.contains(':') && text.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
    let port = text.contains('/')
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '/' | '-'));
    date || address || time || port
}

/// Whether a text with spaces reads as a name and not as a sentence.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<_> = text.split(' ').collect();
    let lower = text.to_ascii_lowercase();
    words.len() >= 2
        && words.len() <= MOST_WORDS
        && words.iter().all(|word| is_token(word))
        && !PROSE.iter().any(|word| has_word(&lower, word))
}

/// Whether a word tells what texts consist of, or of which kind they are.
pub(super) fn is_material(word: &str) -> bool {
    MATERIAL.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether a value is two numbers with a dash: it stands for what is between them.
pub(super) fn is_range(value: &str) -> bool {
    value.split_once('-').is_some_and(|(first, last)| is_integer(first) && is_integer(last))
}

/// Whether a value is a region: those of a description are never all.
pub(super) fn is_region(value: &str) -> bool {
    const AREAS: &[&str] = &["cn-", "ap-", "us-", "eu-", "me-", "na-", "sa-"];
    AREAS.iter().any(|area| value.starts_with(area))
        && value.split('-').count() >= 2
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
