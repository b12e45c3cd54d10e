use super::json;
use crate::spec::raw::{Type, Value};

/// Whether a text is a value of a type, spelled as JSON spells it. Texts for objects, arrays, maps and `any`
/// are not looked into.
pub(super) fn is_of(kind: Type, text: &str) -> bool {
    match kind {
        Type::String | Type::Object | Type::Array | Type::Map | Type::Any | Type::Binary | Type::Byte => true,
        Type::Boolean => matches!(text, "true" | "false"),
        Type::Integer | Type::Long | Type::Float | Type::Double => {
            // JSON's own parser would let white space pass.
            text.trim() == text
                && serde_json::from_str(text)
                    .is_ok_and(|number: serde_json::Number| json::number_is_of(kind, &number))
        }
    }
}

/// Whether values of a type can be listed.
pub(super) fn is_scalar(kind: Type) -> bool {
    match kind {
        Type::String | Type::Integer | Type::Long | Type::Float | Type::Double | Type::Boolean => true,
        Type::Object | Type::Array | Type::Map | Type::Any | Type::Binary | Type::Byte => false,
    }
}

/// Whether listed values of a type become the variants of an enumeration.
pub(super) fn is_enumerable(kind: Type) -> bool {
    matches!(kind, Type::String | Type::Integer | Type::Long)
}

/// Whether a type is one of the numbers.
pub(super) fn is_number(kind: Type) -> bool {
    matches!(kind, Type::Integer | Type::Long | Type::Float | Type::Double)
}

/// Whether a text is among the valid values. A list with values that are not of the type says nothing, so with it everything is valid, as
/// without values.
pub(super) fn is_listed(kind: Type, values: &[Value], text: &str) -> bool {
    values.is_empty()
        || values.iter().any(|value| value.value == text)
        || values.iter().any(|value| !is_of(kind, &value.value))
}

/// All valid values in one line, as disagreements record them.
pub(super) fn joined(values: &[Value]) -> String {
    values.iter().map(|value| value.value.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_range() {
        assert!(is_of(Type::Integer, "2147483647"));
        assert!(!is_of(Type::Integer, "2147483648"));
        assert!(is_of(Type::Integer, "-1"));
        assert!(is_of(Type::Long, "1669824000000"));
        assert!(!is_of(Type::Long, "9223372036854775808"));
        assert!(is_of(Type::Double, "1e3"));
        assert!(!is_of(Type::Long, "1.0"));
        for text in ["", " 1", "1 ", "007", "+1", "1_000", "0x1F", "true", "Required", "NaN"] {
            assert!(!is_of(Type::Integer, text), "{text}");
            assert!(!is_of(Type::Double, text), "{text}");
        }
    }

    #[test]
    fn truth_values_are_two() {
        assert!(is_of(Type::Boolean, "true"));
        assert!(is_of(Type::Boolean, "false"));
        for text in ["0", "1", "True", "yes", ""] {
            assert!(!is_of(Type::Boolean, text), "{text}");
        }
    }

    #[test]
    fn texts_and_collections_are_not_looked_into() {
        for kind in [Type::String, Type::Object, Type::Array, Type::Map, Type::Any] {
            assert!(is_of(kind, "F5CF78A7-****"));
        }
    }
}
