//! Facts about values.

use super::super::raw::{Loose, RawSchema};
use super::super::{FindingKind, Kind, Limits, Schema};
use super::context::Context;
use super::place::Place;
use super::values::Values;
use std::collections::HashSet;

/// Takes everything but the kind out of a schema.
///
/// `told` are the schemas of the second document whose texts are about the same, the closest first.
pub(super) fn facts<'a>(
    raw: &mut RawSchema<'_>,
    told: [Option<&'a RawSchema<'a>>; 2],
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Schema {
    context.report_twice(place, &raw.twice);
    context.report_twice(place, &raw.value_titles.twice);
    let mut values = Values { context, place };
    let description = values.text("description", &raw.description);
    let title = values.text("title", &raw.title);
    values.structure("enumValueTitles", "an object", raw.value_titles.found);
    let example = values.literal("example", std::mem::take(&mut raw.example));
    Schema {
        description: merge(values.context, description, told, |schema| &schema.description),
        title: merge(values.context, title, told, |schema| &schema.title),
        example: example.map(|example| example.trim().to_owned()).filter(|example| !example.is_empty()),
        required: values.flag("required", &raw.required),
        default: values.literal("default", std::mem::take(&mut raw.default)),
        values: listed(&mut values, std::mem::take(&mut raw.enumeration)),
        value_titles: titles(&mut values, raw, told),
        limits: limits(&mut values, raw),
        deprecated: values.flag("deprecated", &raw.deprecated),
        read_only: values.flag("readOnly", &raw.read_only),
        file_url: values.flag("isFileTransferUrl", &raw.file_url),
        list_wrapper: values.flag("itemNode", &raw.list_wrapper),
        ..Schema::new(Kind::Any)
    }
}

/// A text, or what the second document has for it.
fn merge<'a>(
    context: &Context<'a>,
    original: Option<String>,
    told: [Option<&'a RawSchema<'a>>; 2],
    text: impl Fn(&'a RawSchema<'a>) -> &'a Loose<'a>,
) -> Option<String> {
    let Some(prose) = &context.prose else { return original };
    let mut own = told.into_iter().flatten().map(text);
    let own = own.find(|text| super::prose::plain(text).is_some());
    prose.text(original, own)
}

fn listed(values: &mut Values<'_, '_, '_>, enumeration: Loose<'_>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut twice = Vec::new();
    let mut listed = values.list("enum", enumeration);
    listed.retain(|value| {
        let fresh = seen.insert(value.clone());
        if !fresh {
            twice.push(value.clone());
        }
        fresh
    });
    for value in twice {
        let text = format!("`enum` lists {value:?} twice");
        values.context.report(values.place, FindingKind::EnumValueTwice, text);
    }
    listed
}

fn titles<'a>(
    values: &mut Values<'_, 'a, '_>,
    raw: &mut RawSchema<'_>,
    told: [Option<&'a RawSchema<'a>>; 2],
) -> Vec<(String, String)> {
    let entries = std::mem::take(&mut raw.value_titles.entries);
    if entries.is_empty() {
        return Vec::new();
    }
    let tables: Vec<_> = told.into_iter().flatten().map(|schema| schema.value_titles.table()).collect();
    entries
        .into_iter()
        .map(|(value, label)| {
            let original = values.text("enumValueTitles", &label);
            let own = tables.iter().find_map(|table| table.get(&value));
            let label = match &values.context.prose {
                Some(prose) => prose.text(original, own),
                None => original,
            };
            (value.into_owned(), label.unwrap_or_default())
        })
        .collect()
}

fn limits(values: &mut Values<'_, '_, '_>, raw: &mut RawSchema<'_>) -> Limits {
    let mut minimum = bound(values, "minimum", std::mem::take(&mut raw.minimum));
    let mut maximum = bound(values, "maximum", std::mem::take(&mut raw.maximum));
    Limits {
        exclusive_minimum: exclusive(values, "exclusiveMinimum", &raw.exclusive_minimum, &mut minimum),
        exclusive_maximum: exclusive(values, "exclusiveMaximum", &raw.exclusive_maximum, &mut maximum),
        minimum,
        maximum,
        min_length: values.count("minLength", &raw.min_length),
        max_length: values.count("maxLength", &raw.max_length),
        min_items: values.count("minItems", &raw.min_items),
        max_items: values.count("maxItems", &raw.max_items),
        pattern: values.literal("pattern", std::mem::take(&mut raw.pattern)).filter(|text| !text.is_empty()),
    }
}

fn bound(values: &mut Values<'_, '_, '_>, key: &str, value: Loose<'_>) -> Option<String> {
    let bound = values.literal(key, value)?;
    let bound = bound.trim();
    if bound.parse::<f64>().is_ok_and(f64::is_finite) {
        return Some(bound.to_owned());
    }
    if !bound.is_empty() {
        let text = format!("`{key}` is no number: {bound:?}");
        values.context.report(values.place, FindingKind::ValueType, text);
    }
    None
}

/// Whether a bound itself is excluded. Newer dialects of the format give the bound here.
fn exclusive(
    values: &mut Values<'_, '_, '_>,
    key: &str,
    value: &Loose<'_>,
    bound: &mut Option<String>,
) -> bool {
    match value {
        Loose::Number(number) if bound.is_none() => {
            *bound = Some(number.to_string());
            let text = format!("`{key}` is a number; taken for the bound itself");
            values.context.report(values.place, FindingKind::ValueType, text);
            true
        }
        _ => values.flag(key, value),
    }
}
