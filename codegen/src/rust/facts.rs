use super::docs::{Docs, code, line};
use super::links::Links;
use crate::model::{Constraints, Member, Place, Scalar, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The one doc comment of a field: what it is, its values where no enumeration has them, example, default, remarks.
pub(super) fn member(member: &Member, links: Links<'_>) -> Docs {
    let mut docs = Docs::default().prose(member.description.as_deref(), links);
    if member.description.is_none() {
        docs = docs.paragraph(format!("{}.", code(&member.wire)));
    }
    let says_kind = member.kind == Type::Scalar(Scalar::Boolean)
        && member.values.iter().all(|value| value.meaning.is_none());
    if !member.values.is_empty() && !says_kind && !has_enumeration(&member.kind) {
        let values: Vec<String> = member.values.iter().map(value).collect();
        docs = docs.aside_prose(Some(&format!("Values: {}.", values.join(", "))), links);
    }
    if let Some(item) = &member.item
        && let Some(name) = &item.name
    {
        docs = docs.aside(&format!("The documentation calls an item {}.", code(name)));
    }
    let facts: Vec<String> = facts(member);
    if !facts.is_empty() {
        docs = docs.aside(&facts.join(" "));
    }
    for note in &member.notes {
        docs = docs.aside_prose(Some(note), links);
    }
    for sentence in disagreements(member) {
        docs = docs.aside(&sentence);
    }
    docs
}

/// One sentence per documented form, whatever departs from it.
fn disagreements(member: &Member) -> Vec<String> {
    let mut sentences: Vec<(&str, Vec<String>)> = Vec::new();
    for disagreement in &member.disagrees {
        let place = match disagreement.place {
            // It stands right before this.
            Place::Example if member.example.as_deref() == Some(&disagreement.observed) => None,
            Place::Sample => Some("the sample reply shows"),
            Place::Example => Some("the example is"),
            Place::Values => Some("the listed values are"),
            Place::Text => Some("the text says"),
        };
        let part = match place {
            Some(place) => format!("{place} {}", code(&disagreement.observed)),
            None => "the example differs".to_owned(),
        };
        match sentences.iter_mut().find(|(documented, _)| *documented == disagreement.documented) {
            Some((_, parts)) => parts.push(part),
            None => sentences.push((&disagreement.documented, vec![part])),
        }
    }
    let sentence = |(documented, parts): (&str, Vec<String>)| {
        format!("Documented as {}; {}.", code(documented), parts.join(", "))
    };
    sentences.into_iter().map(sentence).collect()
}

/// `#[deprecated]` with its note.
pub(super) fn deprecated(note: Option<&str>) -> Option<TokenStream> {
    note.map(|note| {
        // rustdoc takes it for Markdown.
        let note = line(note);
        quote!(#[deprecated = #note])
    })
}

fn facts(member: &Member) -> Vec<String> {
    let mut facts = Vec::new();
    if member.required {
        facts.push("Required.".to_owned());
    }
    if let Some(default) = &member.default {
        facts.push(format!("Default: {}.", code(default)));
    }
    facts.extend(member.constraints.as_ref().and_then(limits));
    // Every request has another id, and the default is an example.
    let says = |example: &&String| member.wire != "RequestId" && member.default.as_ref() != Some(*example);
    if let Some(example) = member.example.as_ref().filter(says) {
        facts.push(format!("Example: {}.", code(example)));
    }
    if member.file_url {
        facts.push(
            "The address of a file; official SDKs can upload a stream for it, here pass a URL.".to_owned(),
        );
    }
    if member.sensitive {
        facts.push("Never printed.".to_owned());
    }
    facts
}

fn value(value: &crate::model::Value) -> String {
    match &value.meaning {
        Some(meaning) => format!("{} ({})", code(&value.value), meaning.trim_end_matches('.')),
        None => code(&value.value),
    }
}

/// Documented limits as a sentence.
pub(super) fn limits(constraints: &Constraints) -> Option<String> {
    let range = |what: &str, low: Option<String>, high: Option<String>| match (low, high) {
        (Some(low), Some(high)) if low == high => Some(format!("{what} {low}")),
        (Some(low), Some(high)) => Some(format!("{what} {low} to {high}")),
        (Some(low), None) => Some(format!("{what} at least {low}")),
        (None, Some(high)) => Some(format!("{what} at most {high}")),
        (None, None) => None,
    };
    let text = |number: Option<u64>| number.map(|number| number.to_string());
    let limits: Vec<String> = [
        range("value", constraints.minimum.clone(), constraints.maximum.clone()),
        range("length", text(constraints.min_length), text(constraints.max_length)),
        range("items", text(constraints.min_items), text(constraints.max_items)),
        constraints.pattern.as_ref().map(|pattern| format!("pattern {}", code(pattern))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!limits.is_empty()).then(|| format!("Limits: {}.", limits.join(", ")))
}

fn has_enumeration(kind: &Type) -> bool {
    super::types::any(kind, &|kind| matches!(kind, Type::Enumeration(_)))
}
