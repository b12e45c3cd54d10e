//! Texts of the second document.

use super::super::Language;
use super::super::raw::{Loose, RawDocument, RawSchema};
use std::borrow::Cow;
use std::collections::HashMap;

/// The second document, as far as texts are taken from it.
pub(super) struct Prose<'a> {
    /// The document.
    pub(super) document: &'a RawDocument<'a>,
    /// Its language.
    pub(super) language: Language,
    components: HashMap<&'a str, &'a RawSchema<'a>>,
}

/// How many references are followed one after another.
const HOPS: usize = 16;

impl<'a> Prose<'a> {
    /// Prepares a document for taking texts from it.
    pub(super) fn new(document: &'a RawDocument<'a>) -> Self {
        let schemas = &document.components.schemas.entries;
        let named = schemas.iter().filter(|(name, _)| !name.trim().is_empty());
        let components = named.map(|(name, schema)| (name.as_ref(), &**schema)).collect();
        Self { document, language: language(document), components }
    }

    /// Its component of a name.
    pub(super) fn component(&self, name: &str) -> Option<&'a RawSchema<'a>> {
        self.components.get(name).copied()
    }

    /// The schema that a reference comes to in the end; none where it is no reference or leads nowhere.
    pub(super) fn follow(&self, schema: &'a RawSchema<'a>) -> Option<&'a RawSchema<'a>> {
        let mut target = self.component(reference(schema)?)?;
        for _ in 0..HOPS {
            match reference(target) {
                None => return Some(target),
                Some(name) => target = self.component(name)?,
            }
        }
        None
    }

    /// The text to take for an original one: its own unless it is blank or was not translated.
    pub(super) fn text(&self, original: Option<String>, own: Option<&Loose<'_>>) -> Option<String> {
        let Some(own) = own.and_then(plain) else { return original };
        match original {
            Some(original) if self.language == Language::English && is_chinese(&own) => Some(original),
            _ => Some(own.into_owned()),
        }
    }
}

/// Name of the component that a schema refers to.
pub(super) fn reference<'a>(schema: &'a RawSchema<'_>) -> Option<&'a str> {
    let written = schema.reference.as_text().or_else(|| misspelt(schema))?;
    Some(component_name(written))
}

/// A reference in a key that is meant to be `$ref`.
pub(super) fn misspelt<'a>(schema: &'a RawSchema<'_>) -> Option<&'a str> {
    schema.misspelt.as_text().filter(|text| text.starts_with("#/"))
}

/// Name of a component in a reference to it.
fn component_name(reference: &str) -> &str {
    let reference = reference.trim();
    reference.strip_prefix("#/components/schemas/").unwrap_or(reference)
}

/// The text of a value that should be one, without white space around it; none where it is blank.
pub(super) fn plain<'a>(value: &'a Loose<'_>) -> Option<Cow<'a, str>> {
    match value {
        Loose::Text(text) => {
            let text = trimmed(text);
            (!text.is_empty()).then_some(Cow::Borrowed(text))
        }
        Loose::List(elements) => {
            let lines: Vec<_> = elements.iter().filter_map(plain).collect();
            (!lines.is_empty()).then(|| Cow::Owned(lines.join("\n")))
        }
        Loose::Bool(_) | Loose::Number(_) => Some(Cow::Owned(value.to_string())),
        Loose::Null | Loose::Map(_) => None,
    }
}

/// A text without white space and byte order marks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

/// Whether a text is Chinese with at most names and examples in Latin letters: one letter in five is. Texts
/// that were translated have far fewer left.
pub(super) fn is_chinese(text: &str) -> bool {
    let (mut chinese, mut latin) = (0_usize, 0_usize);
    for character in text.chars() {
        match character {
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => chinese += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ => {}
        }
    }
    chinese > 0 && chinese * 4 >= latin
}

/// The language that most summaries and descriptions of operations are in.
fn language(document: &RawDocument<'_>) -> Language {
    let texts = document.apis.entries.iter().flat_map(|(_, api)| {
        let parameters = api.parameters.elements.iter().map(|parameter| &parameter.schema.description);
        [&api.summary, &api.description].into_iter().chain(parameters)
    });
    let (mut chinese, mut all) = (0_usize, 0_usize);
    for text in texts.filter_map(plain) {
        all += 1;
        chinese += usize::from(is_chinese(&text));
    }
    if chinese * 2 > all { Language::Chinese } else { Language::English }
}
