use super::facts::{is_of, is_scalar};
use super::kind::Context;
use crate::import::metadata::{Kind, Schema};
use crate::import::values::{self, Found, ValueKind};
use crate::spec::raw::{Type, Value};
use std::collections::HashSet;

/// Longer values are texts, and no names.
const LONGEST: usize = 64;

/// What description and lists say about the values of a member.
#[derive(Default)]
pub(super) struct Values {
    pub(super) values: Vec<Value>,
    pub(super) default: Option<String>,
    pub(super) minimum: Option<String>,
    pub(super) maximum: Option<String>,
    /// The description without what became values.
    pub(super) rest: Option<String>,
    /// The same of an array's items, where the list stands there.
    pub(super) rest_of_items: Option<String>,
}

/// Collects the valid values: those of the schema's own list, else those that labels are given for, else those of the prose. Labels and prose
/// tell what they mean. `kind` is the type that they are values of.
pub(super) fn find(schema: &Schema, kind: Type, context: &mut Context<'_>) -> Values {
    let text = schema.description.as_deref();
    let Some(wanted) = value_kind(kind) else {
        return Values { rest: text.map(str::to_owned), ..Values::default() };
    };
    let prose = text.map(|text| values::find(text, wanted));
    // An array's list stands at the array, or at its items.
    let (own, titles) = match &schema.kind {
        Kind::Array(items) if schema.values.is_empty() && schema.value_titles.is_empty() => {
            (&items.values, &items.value_titles)
        }
        _ => (&schema.values, &schema.value_titles),
    };
    let declared = declared(own, titles, kind);
    if declared.is_empty() {
        let mut values = prose.map(|found| of_prose(found, kind)).unwrap_or_default();
        if let (Kind::Array(items), true) = (&schema.kind, values.values.is_empty())
            && let Some(text) = &items.description
        {
            let inner = of_prose(values::find(text, wanted), kind);
            if !inner.values.is_empty() {
                values = Values { values: inner.values, rest_of_items: inner.rest, ..values };
            }
        }
        context.values_found += usize::from(!values.values.is_empty());
        return values;
    }
    let meanings: Vec<_> = prose.iter().flat_map(|found| &found.values).collect();
    let values = declared.into_iter().map(|(value, label)| {
        let said = meanings.iter().find(|found| found.value == value);
        let meaning = label.or_else(|| said.and_then(|found| found.meaning.clone()));
        let name = said.and_then(|found| found.name.clone());
        Value { name, meaning, value, documented: None }
    });
    let values: Vec<_> = values.collect();
    // A list in prose that says no more than the values do is not said twice.
    let is_said = prose.as_ref().is_some_and(|found| {
        !found.values.is_empty()
            && found.values.iter().all(|found| values.iter().any(|value| value.value == found.value))
    });
    let rest = match &prose {
        Some(found) if is_said => Some(found.rest.clone()),
        _ => text.map(str::to_owned),
    };
    let (default, minimum, maximum) =
        prose.map(|found| (found.default, found.minimum, found.maximum)).unwrap_or_default();
    Values { values: named(values), default, minimum, maximum, rest, rest_of_items: None }
}

fn of_prose(found: Found, kind: Type) -> Values {
    let values = found.values.into_iter().map(|found| Value {
        value: found.value,
        meaning: found.meaning,
        name: found.name,
        documented: None,
    });
    let values: Vec<_> = values.filter(|value| is_of(kind, &value.value)).collect();
    Values {
        values: named(values),
        default: found.default,
        minimum: found.minimum,
        maximum: found.maximum,
        rest: Some(found.rest),
        rest_of_items: None,
    }
}

/// Names that are given to several values help nobody.
fn named(mut values: Vec<Value>) -> Vec<Value> {
    let mut seen = HashSet::new();
    for value in &mut values {
        if value.name.as_ref().is_some_and(|name| !seen.insert(name.to_ascii_lowercase())) {
            value.name = None;
        }
    }
    values
}

/// The values that are declared as such, with their labels. None where one of them is no value of the type, or is too long for a name.
fn declared(own: &[String], titles: &[(String, String)], kind: Type) -> Vec<(String, Option<String>)> {
    let label = |value: &str| {
        let title = titles.iter().find(|(key, _)| key.trim() == value);
        title.and_then(|(_, label)| meaning(label, value))
    };
    let listed: Vec<&str> = if own.is_empty() {
        titles.iter().map(|(key, _)| key.trim()).collect()
    } else {
        own.iter().map(|value| value.trim()).collect()
    };
    let fits = |value: &&str| is_of(kind, value) && value.len() <= LONGEST && !value.contains('\n');
    if !listed.iter().all(fits) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let once = listed.into_iter().filter(|value| seen.insert(*value));
    once.map(|value| (value.to_owned(), label(value))).collect()
}

/// A label as a short phrase; one that only repeats its value says nothing.
fn meaning(label: &str, value: &str) -> Option<String> {
    let line = label.lines().next()?.trim().trim_end_matches(['.', '。', ';', '；', ',', '，']);
    let short: String = line.chars().take(120).collect();
    let short = short.replace('`', "'").trim().to_owned();
    (!short.is_empty() && !short.eq_ignore_ascii_case(value)).then_some(short)
}

fn value_kind(kind: Type) -> Option<ValueKind> {
    match kind {
        Type::String => Some(ValueKind::String),
        Type::Integer | Type::Long => Some(ValueKind::Integer),
        Type::Boolean => Some(ValueKind::Boolean),
        kind if is_scalar(kind) => None,
        _ => None,
    }
}
