use super::field::{Field, Parameter};
use crate::model::{Definitions, Member, Operation, ShapeId, Type};

/// The fields of the reply's body: each is followed by its members.
pub(super) fn fields(operation: &Operation) -> Vec<Field<'_>> {
    list(&operation.definitions, reply(operation).0)
}

/// The headers of the reply.
pub(super) fn headers(operation: &Operation) -> Vec<Field<'_>> {
    list(&operation.definitions, reply(operation).1)
}

/// Members of the reply that come from its body, and those that come from its headers.
fn reply(operation: &Operation) -> (&[Member], &[Member]) {
    let members = operation.shape(Operation::REPLY).map(|reply| reply.members.as_slice()).unwrap_or_default();
    let body = members.len().saturating_sub(operation.reply_headers);
    members.split_at_checked(body).unwrap_or_default()
}

/// A shared shape's fields: each is followed by its members. Shared shapes inside it are named and not repeated.
pub(super) fn shape(definitions: &Definitions, shape: ShapeId) -> Vec<Field<'_>> {
    list(definitions, members(definitions, shape))
}

fn list<'a>(definitions: &'a Definitions, members: &'a [Member]) -> Vec<Field<'a>> {
    let mut list = Vec::new();
    collect(definitions, members, &mut list);
    list
}

fn members(definitions: &Definitions, shape: ShapeId) -> &[Member] {
    definitions.shape(shape).map(|shape| shape.members.as_slice()).unwrap_or_default()
}

/// The request's parameters: each is followed by its members, which travel with it.
pub(super) fn parameters(operation: &Operation) -> Vec<Parameter<'_>> {
    let definitions = &operation.definitions;
    let mut list = Vec::new();
    let members = members(definitions, Operation::REQUEST);
    for (member, parameter) in members.iter().zip(&operation.parameters) {
        let field = Field::of(definitions, member);
        let mut fields = vec![if parameter.untyped { field.untyped() } else { field }];
        nested(definitions, &member.kind, &mut fields);
        let styles = std::iter::once(parameter.style).chain(std::iter::repeat(None));
        let travels = |(field, style)| Parameter::of(field, parameter.position, style);
        list.extend(fields.into_iter().zip(styles).map(travels));
    }
    list
}

fn collect<'a>(definitions: &'a Definitions, members: &'a [Member], list: &mut Vec<Field<'a>>) {
    for member in members {
        list.push(Field::of(definitions, member));
        nested(definitions, &member.kind, list);
    }
}

fn nested<'a>(definitions: &'a Definitions, kind: &Type, list: &mut Vec<Field<'a>>) {
    match kind {
        Type::Object(shape) => collect(definitions, members(definitions, *shape), list),
        Type::List(inner) | Type::Map(inner) => nested(definitions, inner, list),
        Type::Scalar(_) | Type::Enumeration(_) | Type::Shared(_) => {}
    }
}
