use super::facts::{field, is_scalar};
use super::kind::Context;
use crate::import::metadata::{Parameter, ParameterStyle, Position};
use crate::spec::raw;

/// One request parameter.
pub(super) fn parameter(parameter: &Parameter, context: &mut Context<'_>) -> raw::Parameter {
    let field = field(&parameter.name, &parameter.schema, context);
    let position = match parameter.position {
        Position::Query => raw::Position::Query,
        Position::FormData => raw::Position::FormData,
        Position::Body => raw::Position::Body,
        Position::Path => raw::Position::Path,
        Position::Header => raw::Position::Header,
        Position::Host => raw::Position::Host,
    };
    // Elsewhere there is one way only to write a value.
    let has_style =
        matches!(position, raw::Position::Query | raw::Position::FormData) && !is_scalar(field.kind);
    let style = parameter.style.filter(|_| has_style).and_then(style);
    raw::Parameter {
        name: field.name,
        kind: field.kind,
        position,
        style,
        required: field.required || position == raw::Position::Path,
        default: field.default,
        example: field.example,
        values: field.values,
        enumeration: None,
        constraints: field.constraints,
        deprecated: field.deprecated,
        sensitive: field.sensitive,
        file_url: field.file_url,
        description: field.description,
        notes: field.notes,
        disagrees: Vec::new(),
        rust_name: None,
        type_name: None,
        fields: field.fields,
        shape: field.shape,
        items: field.items,
    }
}

fn style(style: ParameterStyle) -> Option<raw::ParameterStyle> {
    match style {
        ParameterStyle::Json => Some(raw::ParameterStyle::Json),
        ParameterStyle::Simple => Some(raw::ParameterStyle::Simple),
        ParameterStyle::RepeatList => Some(raw::ParameterStyle::RepeatList),
        ParameterStyle::Flat => Some(raw::ParameterStyle::Flat),
        // Operations with such a body are not imported.
        ParameterStyle::Xml => None,
    }
}
