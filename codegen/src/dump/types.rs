use crate::model::{Enumeration, Operation, Scalar, Type};

/// The enumeration of a value, or of the values in a list or map.
pub(super) fn enumeration<'a>(operation: &'a Operation, kind: &Type) -> Option<&'a Enumeration> {
    match kind {
        Type::Enumeration(id) => operation.enumeration(*id),
        Type::List(inner) | Type::Map(inner) => enumeration(operation, inner),
        Type::Scalar(_) | Type::Object(_) => None,
    }
}

/// The type in the words of the spec language.
pub(super) fn word(operation: &Operation, kind: &Type) -> String {
    match kind {
        Type::Scalar(scalar) => scalar_word(*scalar).to_owned(),
        Type::Enumeration(id) => {
            let scalar = operation.enumeration(*id).map_or(Scalar::String, |enumeration| enumeration.scalar);
            scalar_word(scalar).to_owned()
        }
        Type::Object(_) => "object".to_owned(),
        Type::List(inner) => format!("array<{}>", word(operation, inner)),
        Type::Map(inner) => format!("map<{}>", word(operation, inner)),
    }
}

fn scalar_word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "string",
        Scalar::Integer => "integer",
        Scalar::Long => "long",
        Scalar::Float => "float",
        Scalar::Double => "double",
        Scalar::Boolean => "boolean",
        Scalar::Any => "any",
    }
}
