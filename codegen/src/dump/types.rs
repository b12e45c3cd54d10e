use crate::model::{Definitions, Enumeration, Scalar, Type};

/// The enumeration of a value, or of the values in a list or map.
pub(super) fn enumeration<'a>(definitions: &'a Definitions, kind: &Type) -> Option<&'a Enumeration> {
    match kind {
        Type::Enumeration(id) => definitions.enumeration(*id),
        Type::List(inner) | Type::Map(inner) => enumeration(definitions, inner),
        Type::Scalar(_) | Type::Object(_) | Type::Shared(_) => None,
    }
}

/// The name of the struct that a value is, or that the values in a list or map are.
pub(super) fn object<'a>(definitions: &'a Definitions, kind: &'a Type) -> Option<&'a str> {
    match kind {
        Type::Object(shape) => definitions.shape(*shape).map(|shape| shape.name.as_str()),
        Type::Shared(shared) => Some(shared.name.as_str()),
        Type::List(inner) | Type::Map(inner) => object(definitions, inner),
        Type::Scalar(_) | Type::Enumeration(_) => None,
    }
}

/// The type in the words of the spec language.
pub(super) fn word(definitions: &Definitions, kind: &Type) -> String {
    match kind {
        Type::Scalar(scalar) => scalar_word(*scalar).to_owned(),
        Type::Enumeration(id) => {
            let scalar =
                definitions.enumeration(*id).map_or(Scalar::String, |enumeration| enumeration.scalar);
            scalar_word(scalar).to_owned()
        }
        Type::Object(_) | Type::Shared(_) => "object".to_owned(),
        Type::List(inner) => format!("array<{}>", word(definitions, inner)),
        Type::Map(inner) => format!("map<{}>", word(definitions, inner)),
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
        Scalar::Object => "object",
        Scalar::Any => "any",
        Scalar::Bytes => "binary",
    }
}
