//! Parameters that fill placeholders.

use super::super::{FindingKind, Kind, Parameter, Position, Schema};
use super::context::Context;
use super::place::Place;
use super::template::{Piece, Template};

/// Makes values of the query that are written as placeholders parameters of the query.
pub(super) fn bind(
    template: &Template,
    parameters: &mut Vec<Parameter>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) {
    for (key, name) in &template.bound {
        let has = |parameters: &[Parameter], wanted: &str| {
            parameters.iter().any(|one| one.position == Position::Query && one.name == wanted)
        };
        if has(parameters, key) {
            continue;
        }
        let own = parameters
            .iter_mut()
            .find(|one| one.name == *name && matches!(one.position, Position::Path | Position::Query));
        match own {
            Some(parameter) => {
                parameter.position = Position::Query;
                parameter.name.clone_from(key);
            }
            None => {
                let text = format!("no parameter fills `{key}={{{name}}}`; a required text was added");
                context.report(place, FindingKind::PlaceholderFree, text);
                parameters.push(text_parameter(key, Position::Query));
            }
        }
    }
}

/// Gives every placeholder a parameter in the path.
pub(super) fn fill(
    template: &mut Template,
    parameters: &mut Vec<Parameter>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) {
    for piece in &mut template.pieces {
        let (Piece::Name(name) | Piece::Rest(name)) = piece else { continue };
        if parameters.iter().any(|one| one.position == Position::Path && one.name == *name) {
            continue;
        }
        let text = match meant(name, parameters) {
            Some(parameter) => {
                parameter.position = Position::Path;
                parameter.style = None;
                let text =
                    format!("the placeholder `{{{name}}}` is filled by the parameter {:?}", parameter.name);
                name.clone_from(&parameter.name);
                text
            }
            None => {
                parameters.push(text_parameter(name, Position::Path));
                format!("no parameter fills `{{{name}}}`; a required text was added")
            }
        };
        context.report(place, FindingKind::PlaceholderFree, text);
    }
}

/// The parameter that is meant by a placeholder: one of its name elsewhere, or the only one in the path whose
/// name differs by case alone.
fn meant<'a>(name: &str, parameters: &'a mut [Parameter]) -> Option<&'a mut Parameter> {
    let elsewhere = parameters.iter().position(|one| {
        let movable = matches!(one.position, Position::Query | Position::FormData | Position::Header);
        one.name == name && movable && !is_compound(&one.schema.kind)
    });
    let mut alike = parameters
        .iter()
        .enumerate()
        .filter(|(_, one)| one.position == Position::Path && one.name.eq_ignore_ascii_case(name));
    let alike = alike.next().filter(|_| alike.next().is_none()).map(|(at, _)| at);
    parameters.get_mut(elsewhere.or(alike)?)
}

fn text_parameter(name: &str, position: Position) -> Parameter {
    let schema = Schema { required: true, ..Schema::new(Kind::String) };
    Parameter { name: name.to_owned(), position, style: None, schema }
}

/// Drops parameters in the path that no placeholder is for. All others are required and scalars.
pub(super) fn settle(
    template: &Template,
    parameters: &mut Vec<Parameter>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) {
    let place = &Place::Part(place, "parameters");
    parameters.retain_mut(|parameter| {
        if parameter.position != Position::Path {
            return true;
        }
        let place = &Place::Member(place, &parameter.name);
        if !template.names(&parameter.name) {
            let text = "the path has no placeholder for it; left out";
            context.report(place, FindingKind::PathParameterFree, text);
            return false;
        }
        parameter.schema.required = true;
        if is_compound(&parameter.schema.kind) {
            context.report(place, FindingKind::Malformed, "a path holds only scalars; taken for a text");
            parameter.schema.kind = Kind::String;
        }
        true
    });
}

fn is_compound(kind: &Kind) -> bool {
    matches!(kind, Kind::Object(_) | Kind::Map(_) | Kind::Array(_) | Kind::BareObject)
}
