//! Values of known keys, whatever JSON type they have.

use super::super::FindingKind;
use super::super::raw::{Found, Loose, Record};
use super::context::Context;
use super::place::Place;
use super::prose;

/// Reads values of the keys of one object.
pub(super) struct Values<'c, 'a, 'p> {
    /// Where findings go.
    pub(super) context: &'c mut Context<'a>,
    /// The object's place.
    pub(super) place: &'p Place<'p>,
}

impl Values<'_, '_, '_> {
    fn odd(&mut self, key: &str, expected: &str, value: &Loose<'_>) {
        let found = match value {
            Loose::Null => "nothing",
            Loose::Bool(_) => "a truth value",
            Loose::Number(_) => "a number",
            Loose::Text(_) => "a text",
            Loose::List(_) => "a list",
            Loose::Map(_) => "an object",
        };
        let text = format!("`{key}` should be {expected} and is {found}");
        self.context.report(self.place, FindingKind::ValueType, text);
    }

    /// Reports a member that should be an object or a list.
    pub(super) fn structure(&mut self, key: &str, expected: &str, found: Found) {
        if matches!(found, Found::True | Found::False | Found::Other) {
            let text = format!("`{key}` should be {expected}; left out");
            self.context.report(self.place, FindingKind::ValueType, text);
        }
    }

    /// Reports a member that should be an object, and keys that it holds twice. Whether there is anything in it.
    pub(super) fn record(&mut self, key: &str, record: &impl Record) -> bool {
        self.structure(key, "an object", record.found());
        self.context.report_twice(self.place, record.twice());
        record.found() == Found::Expected
    }

    /// A text for people, trimmed; none where it is blank. Lists of texts become lines.
    pub(super) fn text(&mut self, key: &str, value: &Loose<'_>) -> Option<String> {
        if !matches!(value, Loose::Null | Loose::Text(_)) {
            self.odd(key, "a text", value);
        }
        prose::plain(value).map(Into::into)
    }

    /// The text of a scalar as it is written, also if it is empty. Lists and objects become their JSON.
    pub(super) fn literal(&mut self, key: &str, value: Loose<'_>) -> Option<String> {
        match value {
            Loose::Null => None,
            Loose::List(_) | Loose::Map(_) => {
                self.odd(key, "a text", &value);
                Some(value.to_string())
            }
            _ => value.into_scalar().map(Into::into),
        }
    }

    /// A truth value, also as text or number; false where it is none.
    pub(super) fn flag(&mut self, key: &str, value: &Loose<'_>) -> bool {
        match value {
            Loose::Null => return false,
            Loose::Bool(value) => return *value,
            _ => self.odd(key, "a truth value", value),
        }
        match value {
            Loose::Text(text) => text.trim().eq_ignore_ascii_case("true") || text.trim() == "1",
            Loose::Number(number) => number.as_f64().is_some_and(|number| number != 0.0),
            _ => false,
        }
    }

    /// A number that counts something, also as text; none where it is none.
    pub(super) fn count(&mut self, key: &str, value: &Loose<'_>) -> Option<u64> {
        let count = match value {
            Loose::Null => return None,
            Loose::Number(number) => number.as_u64(),
            Loose::Text(text) => {
                let count = text.trim().parse().ok();
                self.odd(key, "a number", value);
                return count;
            }
            _ => None,
        };
        if count.is_none() {
            self.odd(key, "a whole number that is not negative", value);
        }
        count
    }

    /// The scalars of a list as texts, as they are written. A scalar alone is a list of one.
    pub(super) fn list(&mut self, key: &str, value: Loose<'_>) -> Vec<String> {
        match value {
            Loose::Null => Vec::new(),
            Loose::List(elements) => {
                let mut texts = Vec::with_capacity(elements.len());
                for element in elements {
                    if matches!(element, Loose::List(_) | Loose::Map(_)) {
                        self.odd(&format!("{key}[]"), "a scalar", &element);
                    }
                    texts.extend(element.into_scalar().map(String::from));
                }
                texts
            }
            _ => {
                self.odd(key, "a list", &value);
                value.into_scalar().map(String::from).into_iter().collect()
            }
        }
    }

    /// The words of a list, trimmed, each once.
    pub(super) fn words(&mut self, key: &str, value: Loose<'_>) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for word in self.list(key, value) {
            let word = word.trim();
            if !word.is_empty() && !words.iter().any(|other| other == word) {
                words.push(word.to_owned());
            }
        }
        words
    }
}
