use super::kind::{Context, Lowered, kind, resolve};
use super::{limits, secret, values};
use crate::import::metadata::Schema;
use crate::import::prose;
use crate::spec::raw::{self, Type};

/// A member of an object, or a parameter without its position.
pub(super) fn field(name: &str, schema: &Schema, context: &mut Context<'_>) -> raw::Field {
    let schema = resolve(schema, context.document);
    let Lowered { kind, fields, shape, mut items } = kind(&schema, context);
    // What an array lists are the values of its items.
    let listed = match (kind, items.as_deref()) {
        (Type::Array, Some(item)) => item.kind,
        _ => kind,
    };
    let found = values::find(&schema, listed, context);
    let description = found.rest.as_deref().map(|rest| prose::clean(rest, &*context));
    let description = description.filter(|text| !text.is_empty()).or_else(|| title(&schema, name, context));
    if let (Some(rest), Some(item)) = (&found.rest_of_items, items.as_deref_mut()) {
        item.description = Some(prose::clean(rest, &*context)).filter(|text| !text.is_empty());
    }
    let mut notes = Vec::new();
    let default = default(&schema, found.default, kind, &found.values, &mut notes);
    let constraints = limits::limits(&schema, kind, found.minimum, found.maximum);
    raw::Field {
        name: name.to_owned(),
        kind,
        required: schema.required,
        default,
        example: schema.example.clone().filter(|_| is_scalar(kind) || items.is_some()),
        values: found.values,
        enumeration: None,
        constraints,
        deprecated: schema.deprecated.then(|| "Should not be used any more.".to_owned()),
        sensitive: kind == Type::String && secret::is_secret(name),
        file_url: schema.file_url && kind == Type::String,
        description,
        notes,
        disagrees: Vec::new(),
        rust_name: None,
        type_name: None,
        fields,
        shape,
        items,
    }
}

/// The description of a schema, else its title.
pub(super) fn description(schema: &Schema, name: &str, context: &Context<'_>) -> Option<String> {
    let text = schema.description.as_deref().map(|text| prose::clean(text, context));
    text.filter(|text| !text.is_empty()).or_else(|| title(schema, name, context))
}

/// Titles are labels for people, or names of types inside the service, which tell nobody anything.
fn title(schema: &Schema, name: &str, context: &Context<'_>) -> Option<String> {
    let title = schema.title.as_deref()?;
    let is_label = title.contains(' ') || !title.is_ascii();
    let is_type = title.contains(['<', '{', '$']) || title.ends_with("Response") || title == name;
    let text = prose::clean(title, context);
    (is_label && !is_type && !text.is_empty()).then_some(text)
}

pub(super) fn is_scalar(kind: Type) -> bool {
    matches!(kind, Type::String | Type::Integer | Type::Long | Type::Float | Type::Double | Type::Boolean)
}

/// Whether a text is a value of a type, as `check` will ask.
pub(super) fn is_of(kind: Type, text: &str) -> bool {
    match kind {
        Type::Integer => text.parse::<i32>().is_ok(),
        Type::Long => text.parse::<i64>().is_ok(),
        Type::Float | Type::Double => {
            text.parse::<f64>().is_ok_and(f64::is_finite)
                && text.ends_with(|last: char| last.is_ascii_digit())
        }
        Type::Boolean => matches!(text, "true" | "false"),
        _ => true,
    }
}

/// A default that is no value of its type, or not listed, becomes a remark: it cannot be a fact.
fn default(
    schema: &Schema,
    in_prose: Option<String>,
    kind: Type,
    values: &[raw::Value],
    notes: &mut Vec<String>,
) -> Option<String> {
    let text = schema.default.clone().or(in_prose)?;
    let text = match kind {
        Type::Boolean => text.to_ascii_lowercase(),
        _ => text,
    };
    if !is_scalar(kind) || text.is_empty() || text == "null" {
        return None;
    }
    let is_listed = values.is_empty() || values.iter().any(|value| value.value == text);
    if is_of(kind, &text) && is_listed {
        return Some(text);
    }
    let is_short = text.len() <= 80 && !text.contains(['`', '\n']);
    notes.extend(is_short.then(|| format!("The documentation gives `{text}` as the default.")));
    None
}
