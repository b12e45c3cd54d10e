use super::field::{Field, Parameter};
use crate::model::{Operation, ShapeId, Type};

/// The reply's fields: each is followed by its members.
pub(super) fn fields(operation: &Operation) -> Vec<Field<'_>> {
    let mut list = Vec::new();
    collect(operation, Operation::REPLY, &mut list);
    list
}

/// The request's parameters: each is followed by its members, which travel with it.
pub(super) fn parameters(operation: &Operation) -> Vec<Parameter<'_>> {
    let mut list = Vec::new();
    let members =
        operation.shape(Operation::REQUEST).map(|request| request.members.as_slice()).unwrap_or_default();
    for (member, parameter) in members.iter().zip(&operation.parameters) {
        let mut fields = vec![Field::of(operation, member)];
        nested(operation, &member.kind, &mut fields);
        let styles = std::iter::once(parameter.style).chain(std::iter::repeat(None));
        let travels = |(field, style)| Parameter::of(field, parameter.position, style);
        list.extend(fields.into_iter().zip(styles).map(travels));
    }
    list
}

fn collect<'a>(operation: &'a Operation, shape: ShapeId, list: &mut Vec<Field<'a>>) {
    let members = operation.shape(shape).map(|shape| shape.members.as_slice()).unwrap_or_default();
    for member in members {
        list.push(Field::of(operation, member));
        nested(operation, &member.kind, list);
    }
}

fn nested<'a>(operation: &'a Operation, kind: &Type, list: &mut Vec<Field<'a>>) {
    match kind {
        Type::Object(shape) => collect(operation, *shape, list),
        Type::List(inner) | Type::Map(inner) => nested(operation, inner, list),
        Type::Scalar(_) | Type::Enumeration(_) => {}
    }
}
