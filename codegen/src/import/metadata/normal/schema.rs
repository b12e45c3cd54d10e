//! Schemas.

use super::super::raw::{Found, RawSchema, SchemaBox};
use super::super::{FindingKind, Kind, Property, Schema};
use super::context::Context;
use super::facts::facts;
use super::kind::{Declared, declared, meaningless, scalar};
use super::place::Place;
use super::prose;
use super::values::Values;
use std::borrow::Cow;

/// Where a schema stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// It is the whole of a body: a body parameter or the root of a reply.
    Body,
    /// Anywhere else.
    Inner,
}

/// Reads a schema; `told` is the schema of the second document at the same place.
pub(super) fn schema<'a>(
    mut raw: SchemaBox<'_>,
    told: Option<&'a RawSchema<'a>>,
    site: Site,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Schema {
    if raw.found != Found::Expected {
        context.report(place, FindingKind::TypeMissing, "it has no schema; taken for \"any\"");
        return Schema::new(Kind::Any);
    }
    let target = told.and_then(|told| context.prose.as_ref()?.follow(told));
    if let Some(name) = prose::reference(&raw).map(str::to_owned) {
        let mut schema = facts(&mut raw, [told, None], place, context);
        if let (Some(told), None) = (told, target) {
            context.spell_out(&name, told);
        }
        schema.kind = reference(name, &raw, place, context);
        return schema;
    }
    let declared = declared(&mut Values { context, place }, &raw);
    let mut schema = facts(&mut raw, [told, target], place, context);
    context.report_twice(place, &raw.properties.twice);
    let mut values = Values { context, place };
    values.structure("properties", "an object", raw.properties.found);
    let members = target.or(told);
    (schema.kind, schema.format) = match declared {
        Declared::Object => (object(raw, members, place, context), None),
        Declared::Array => (array(raw, members, place, context), None),
        _ => {
            let kind = scalar(&mut values, declared, &raw, site);
            misplaced(&mut values, declared, &raw, [true, true, true]);
            kind
        }
    };
    schema
}

/// Reports members that are none of the declared type: `properties`, `additionalProperties` and `items`.
fn misplaced(values: &mut Values<'_, '_, '_>, declared: Declared, raw: &RawSchema<'_>, check: [bool; 3]) {
    let map = raw.values.as_ref().is_some_and(|values| values.found != Found::False);
    let present = [!raw.properties.entries.is_empty(), map, raw.items.is_some()];
    let keys = ["properties", "additionalProperties", "items"];
    for ((key, present), check) in keys.into_iter().zip(present).zip(check) {
        if present && check {
            let text = format!("{:?} has no `{key}`; left out", declared.as_str());
            values.context.report(values.place, FindingKind::Malformed, text);
        }
    }
}

fn reference(name: String, raw: &RawSchema<'_>, place: &Place<'_>, context: &mut Context<'_>) -> Kind {
    if raw.reference.is_null() {
        context.report(place, FindingKind::ReferenceKey, "`ref` should be `$ref`");
    }
    if context.has_component(&name) {
        return Kind::Reference(name);
    }
    let text = format!("there is no component {name:?}; taken for any value");
    context.report(place, FindingKind::ReferenceDangling, text);
    Kind::BareObject
}

fn object<'a>(
    mut raw: SchemaBox<'_>,
    told: Option<&'a RawSchema<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Kind {
    let mut values = Values { context, place };
    misplaced(&mut values, Declared::Object, &raw, [false, false, true]);
    meaningless(&mut values, Declared::Object, raw.format.as_text());
    let map = raw.values.take().filter(|values| values.found != Found::False);
    if raw.properties.entries.is_empty() {
        let Some(map) = map else { return Kind::BareObject };
        let told = told.and_then(|told| told.values.as_deref());
        return Kind::Map(Box::new(element(map, told, &Place::Values(place), context)));
    }
    if map.is_some() {
        let text = "it has both `properties` and `additionalProperties`; the properties count";
        context.report(place, FindingKind::PropertiesAndMap, text);
    }
    properties(std::mem::take(&mut raw.properties.entries), told, place, context)
}

fn properties<'a>(
    entries: Vec<(Cow<'_, str>, SchemaBox<'_>)>,
    told: Option<&'a RawSchema<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Kind {
    let table = told.map(|told| told.properties.table());
    let mut properties = Vec::with_capacity(entries.len());
    for (name, raw) in entries {
        if name.is_empty() {
            context.report(place, FindingKind::NameMissing, "a property without a name; left out");
            continue;
        }
        let told = table.as_ref().and_then(|table| table.get(&name)).map(|told| &**told);
        let schema = schema(raw, told, Site::Inner, &Place::Member(place, &name), context);
        properties.push(Property { name: name.into_owned(), schema });
    }
    if properties.is_empty() { Kind::BareObject } else { Kind::Object(properties) }
}

fn array<'a>(
    mut raw: SchemaBox<'_>,
    told: Option<&'a RawSchema<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Kind {
    let mut values = Values { context, place };
    // Properties beside no type of elements can only be those of the elements.
    let of_elements = raw.items.is_none() && !raw.properties.entries.is_empty();
    misplaced(&mut values, Declared::Array, &raw, [!of_elements, true, false]);
    meaningless(&mut values, Declared::Array, raw.format.as_text());
    let place = &Place::Elements(place);
    let element = match raw.items.take() {
        Some(items) => element(items, told.and_then(|told| told.items.as_deref()), place, context),
        None if of_elements => {
            let text = "\"array\" has `properties`; taken for its elements'";
            context.report(place, FindingKind::Malformed, text);
            let entries = std::mem::take(&mut raw.properties.entries);
            Schema::new(properties(entries, told, place, context))
        }
        None => {
            context.report(place, FindingKind::ItemsMissing, "it has no `items`; any value is an element");
            Schema::new(Kind::Any)
        }
    };
    Kind::Array(Box::new(element))
}

/// Elements of a list or values of a map: `true` and an object without members stand for any value.
fn element<'a>(
    raw: SchemaBox<'_>,
    told: Option<&'a RawSchema<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Schema {
    if raw.found == Found::True || is_blank(&raw) {
        return Schema::new(Kind::Any);
    }
    schema(raw, told, Site::Inner, place, context)
}

/// Whether a schema says nothing at all.
pub(super) fn is_blank(raw: &RawSchema<'_>) -> bool {
    raw.found == Found::Expected
        && raw.kind.is_null()
        && prose::reference(raw).is_none()
        && raw.properties.found == Found::Nothing
        && raw.values.is_none()
        && raw.items.is_none()
        && raw.enumeration.is_null()
        && raw.value_titles.found == Found::Nothing
        && raw.description.is_null()
        && raw.title.is_null()
        && raw.example.is_null()
}
