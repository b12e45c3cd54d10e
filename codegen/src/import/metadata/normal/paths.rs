//! Paths of operations, and the parameters that fill them.

use super::super::raw::Loose;
use super::super::{Call, FindingKind, Parameter, Position, Style};
use super::context::Context;
use super::place::Place;
use super::placeholders;
use super::template::{Piece, Template, is_name};
use super::values::Values;
use std::collections::HashSet;

/// Decides how an operation is called, and makes path and parameters agree.
pub(super) fn call(
    path: &Loose<'_>,
    style: &Style,
    parameters: &mut Vec<Parameter>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Call {
    let path = Values { context, place }.text("path", path);
    let by_action = match style {
        Style::Rpc => true,
        Style::Roa => false,
        Style::V3 => path.is_none(),
    };
    if by_action {
        without_path(path.as_deref(), parameters, place, context);
        return Call::Action;
    }
    let path = match path {
        Some(path) if path.starts_with('/') => path,
        Some(path) => {
            context.report(
                place,
                FindingKind::PathForm,
                format!("the path {path:?} does not start with `/`"),
            );
            format!("/{path}")
        }
        None => {
            context.report(place, FindingKind::PathMissing, "it has no path; taken for `/`");
            "/".to_owned()
        }
    };
    let mut template = Template::parse(&path);
    if !template.forms.is_empty() {
        let forms = template.forms.join(" and ");
        let text = format!("the path {path:?} has {forms}; read as {:?}", template.to_string());
        context.report(place, FindingKind::PathForm, text);
    }
    if template.star {
        star(&mut template, parameters, place, context);
    }
    placeholders::bind(&template, parameters, place, context);
    placeholders::fill(&mut template, parameters, place, context);
    placeholders::settle(&template, parameters, place, context);
    Call::Path(template.to_string())
}

/// An operation that is called by name has neither a path nor parameters in one.
fn without_path(
    path: Option<&str>,
    parameters: &mut Vec<Parameter>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) {
    if let Some(path) = path.filter(|path| *path != "/") {
        let text = format!("it is called by name; the path {path:?} is not used");
        context.report(place, FindingKind::PathUnused, text);
    }
    let place = &Place::Part(place, "parameters");
    let of_query = parameters.iter().filter(|one| one.position == Position::Query);
    let of_query: HashSet<String> = of_query.map(|one| one.name.clone()).collect();
    parameters.retain_mut(|parameter| {
        if parameter.position != Position::Path {
            return true;
        }
        let text = "there is no path to hold it; it goes to the query";
        context.report(&Place::Member(place, &parameter.name), FindingKind::PathParameterFree, text);
        parameter.position = Position::Query;
        !of_query.contains(&parameter.name)
    });
}

/// A path that ends in `/*`. One parameter without a placeholder is the path as a whole; else the end of the
/// path is a parameter of its own.
fn star(template: &mut Template, parameters: &[Parameter], place: &Place<'_>, context: &mut Context<'_>) {
    let free = parameters
        .iter()
        .filter(|parameter| parameter.position == Position::Path && !template.names(&parameter.name))
        .map(|parameter| parameter.name.clone());
    let free: Vec<String> = free.collect();
    let name = match free.as_slice() {
        [name] if is_name(name) => {
            let text = format!("the path {:?} is what the parameter {name:?} holds", template.to_string());
            context.report(place, FindingKind::PathWhole, text);
            template.pieces.clear();
            name.clone()
        }
        _ => {
            template.pop_star();
            rest_name(parameters)
        }
    };
    template.pieces.push(Piece::Rest(name));
}

/// A name for the rest of a path that no parameter has.
fn rest_name(parameters: &[Parameter]) -> String {
    let mut name = "rest".to_owned();
    while parameters.iter().any(|parameter| parameter.name == name) {
        name.push_str("_of_path");
    }
    name
}
