use super::Scalar;
use crate::spec::raw;

/// The scalar of a type; `None` where it has parts.
pub(super) fn scalar(kind: raw::Type) -> Option<Scalar> {
    Some(match kind {
        raw::Type::Object | raw::Type::Array | raw::Type::Map => return None,
        raw::Type::String => Scalar::String,
        raw::Type::Integer => Scalar::Integer,
        raw::Type::Long => Scalar::Long,
        raw::Type::Float => Scalar::Float,
        raw::Type::Double => Scalar::Double,
        raw::Type::Boolean => Scalar::Boolean,
        raw::Type::Any => Scalar::Any,
        raw::Type::Binary | raw::Type::Byte => Scalar::Bytes,
    })
}
