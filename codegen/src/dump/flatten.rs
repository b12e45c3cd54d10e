use super::field::{Field, Parameter};
use crate::model::{Definitions, Operation, ShapeId, Type};

/// The reply's fields: each is followed by its members.
pub(super) fn fields(operation: &Operation) -> Vec<Field<'_>> {
    let mut list = Vec::new();
    collect(&operation.definitions, Operation::REPLY, &mut list);
    list
}

/// A shared shape's fields: each is followed by its members. Shared shapes inside it are named and not repeated.
pub(super) fn shape(definitions: &Definitions, shape: ShapeId) -> Vec<Field<'_>> {
    let mut list = Vec::new();
    collect(definitions, shape, &mut list);
    list
}

/// The request's parameters: each is followed by its members, which travel with it.
pub(super) fn parameters(operation: &Operation) -> Vec<Parameter<'_>> {
    let definitions = &operation.definitions;
    let mut list = Vec::new();
    let members =
        operation.shape(Operation::REQUEST).map(|request| request.members.as_slice()).unwrap_or_default();
    for (member, parameter) in members.iter().zip(&operation.parameters) {
        let mut fields = vec![Field::of(definitions, member)];
        nested(definitions, &member.kind, &mut fields);
        let styles = std::iter::once(parameter.style).chain(std::iter::repeat(None));
        let travels = |(field, style)| Parameter::of(field, parameter.position, style);
        list.extend(fields.into_iter().zip(styles).map(travels));
    }
    list
}

fn collect<'a>(definitions: &'a Definitions, shape: ShapeId, list: &mut Vec<Field<'a>>) {
    let members = definitions.shape(shape).map(|shape| shape.members.as_slice()).unwrap_or_default();
    for member in members {
        list.push(Field::of(definitions, member));
        nested(definitions, &member.kind, list);
    }
}

fn nested<'a>(definitions: &'a Definitions, kind: &Type, list: &mut Vec<Field<'a>>) {
    match kind {
        Type::Object(shape) => collect(definitions, *shape, list),
        Type::List(inner) | Type::Map(inner) => nested(definitions, inner, list),
        Type::Scalar(_) | Type::Enumeration(_) | Type::Shared(_) => {}
    }
}
