//! Rules on where parameters stand in the request.

use super::cause::Cause;
use super::headers;
use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::{Operation, ParameterStyle, Position, Type};

/// Rules on the parameters of an operation together.
pub(super) fn operation(operation: &Operation, scope: &mut Scope<'_>) {
    let at = |position| {
        let parameters = operation.parameters.iter().enumerate();
        parameters.filter(move |(_, parameter)| parameter.position == position).map(|(index, _)| index)
    };
    let mut bodies = at(Position::Body);
    let Some(body) = bodies.next() else { return };
    for second in bodies {
        let problem = Diagnostic::new(codes::TWO_BODIES, "the request has two bodies")
            .help("keep one `position: body`; what several parameters make up together is one object");
        let problem = scope.also(problem, &place(body), "the first one");
        scope.report(&place(second), "the second one", problem);
    }
    if let Some(form) = at(Position::FormData).next() {
        let problem = Diagnostic::new(codes::TWO_BODIES, "the request has a body and a form")
            .help("a form is sent as the body, so there can only be one of the two: correct the positions");
        let problem = scope.also(problem, &place(form), "the form");
        scope.report(&place(body), "the body", problem);
    }
}

fn place(parameter: usize) -> [Step; 3] {
    ["parameters".into(), parameter.into(), "position".into()]
}

/// Rules on one member.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    bytes(member, scope);
    if member.role == Role::ReplyHeader {
        single(member, "a header of the reply", scope);
        headers::name(member, scope);
    }
    let Some(position) = member.position else { return };
    match position {
        Position::Path => single(member, "a part of the path", scope),
        Position::Host => single(member, "a label of the host", scope),
        Position::Header => headers::parameter(member, scope),
        Position::Query | Position::FormData | Position::Body => {}
    }
    style(member, position, scope);
}

/// Bytes have no form inside JSON, and none in a query.
fn bytes(member: &Member<'_>, scope: &mut Scope<'_>) {
    let is_whole = member.role == Role::ReplyRoot || member.position == Some(Position::Body);
    if matches!(member.kind, Type::Binary | Type::Byte) && !is_whole {
        let message = format!("`{}` is of type {}, and no whole body", member.name, member.kind.as_str());
        let problem = Diagnostic::new(codes::TYPE_AGAINST_POSITION, message)
            .help("bytes are a parameter with `position: body` or the root of a reply; write `type: string`, if they are encoded as text here");
        against_type(member, "only part of a body", problem, scope);
    }
}

/// What has one place in a text must be one value.
fn single(member: &Member<'_>, what: &str, scope: &mut Scope<'_>) {
    // Bytes are reported above.
    if !typed::is_scalar(member.kind) && !matches!(member.kind, Type::Binary | Type::Byte) {
        let message = format!("`{}` is {what}, and of type {}", member.name, member.kind.as_str());
        let problem = Diagnostic::new(codes::TYPE_AGAINST_POSITION, message)
            .help("write the type of a single value, such as `string`, or correct where it stands");
        against_type(member, "no single value", problem, scope);
    }
}

fn style(member: &Member<'_>, position: Position, scope: &mut Scope<'_>) {
    let Some(style) = member.style.filter(|_| !typed::is_scalar(member.kind)) else { return };
    let fits = match position {
        Position::Query | Position::FormData => true,
        Position::Header => matches!(style, ParameterStyle::Json | ParameterStyle::Simple),
        // A single value is asked for there.
        Position::Path | Position::Host => return,
        Position::Body => false,
    };
    if !fits {
        let (message, help) = match position {
            Position::Body => {
                ("a body has no `style`".to_owned(), "delete it: bodies are JSON documents, or bytes")
            }
            _ => (
                format!("`{}` cannot be written in a header", style.as_str()),
                "write `json` or `simple`, or delete it: headers hold one text",
            ),
        };
        let problem = Diagnostic::new(codes::KEY_DOES_NOT_FIT, message).help(help);
        let problem = scope.also(problem, &below(&member.path, ["position".into()]), "the position");
        scope.report(&below(&member.path, ["style".into()]), "", problem);
    }
}

pub(super) fn against_type(member: &Member<'_>, label: &str, problem: Diagnostic, scope: &mut Scope<'_>) {
    let problem = scope.also(problem, &below(&member.path, ["position".into()]), "the position");
    let mark = scope.file.place(&below(&member.path, ["type".into()])).mark;
    scope.because(Cause::type_of(&member.path), problem.at(&scope.file.source, mark, label));
}
