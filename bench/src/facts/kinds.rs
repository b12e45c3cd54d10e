use alicloud_codegen::model::{Enumeration, Scalar, Wire};
use openapiv3::{
    AnySchema, BooleanType, IntegerFormat, IntegerType, NumberFormat, NumberType, Schema, SchemaData,
    SchemaKind, StringFormat, StringType, VariantOrUnknownOrEmpty,
};

use super::text;

/// The component of an enumeration: closed, since OpenAPI knows no other.
pub(super) fn enumerated(enumeration: &Enumeration) -> Schema {
    let values = enumeration.variants.iter().map(|variant| &variant.value);
    let kind = match enumeration.wire {
        Wire::Text => openapiv3::Type::String(StringType {
            enumeration: values.cloned().map(Some).collect(),
            ..StringType::default()
        }),
        Wire::Integer => openapiv3::Type::Integer(IntegerType {
            format: VariantOrUnknownOrEmpty::Item(match enumeration.scalar {
                Scalar::Integer => IntegerFormat::Int32,
                _ => IntegerFormat::Int64,
            }),
            enumeration: values.map(|value| value.parse().ok()).collect(),
            ..IntegerType::default()
        }),
    };
    let description = text::enumeration(enumeration.description.as_ref(), &enumeration.variants);
    Schema {
        schema_data: SchemaData { description, ..SchemaData::default() },
        schema_kind: SchemaKind::Type(kind),
    }
}

/// The type of a single value.
pub(super) fn of_scalar(scalar: Scalar) -> SchemaKind {
    use VariantOrUnknownOrEmpty::Item as Format;
    let integer = |format| IntegerType { format: Format(format), ..IntegerType::default() };
    let number = |format| NumberType { format: Format(format), ..NumberType::default() };
    SchemaKind::Type(match scalar {
        Scalar::String => openapiv3::Type::String(StringType::default()),
        Scalar::Integer => openapiv3::Type::Integer(integer(IntegerFormat::Int32)),
        Scalar::Long => openapiv3::Type::Integer(integer(IntegerFormat::Int64)),
        Scalar::Float => openapiv3::Type::Number(number(NumberFormat::Float)),
        Scalar::Double => openapiv3::Type::Number(number(NumberFormat::Double)),
        Scalar::Boolean => openapiv3::Type::Boolean(BooleanType::default()),
        Scalar::Bytes => openapiv3::Type::String(StringType {
            format: Format(StringFormat::Byte),
            ..StringType::default()
        }),
        Scalar::Object | Scalar::Any => return SchemaKind::Any(AnySchema::default()),
    })
}

/// A type of which nothing is said.
pub(super) fn plain(schema_kind: SchemaKind) -> Schema {
    Schema { schema_data: SchemaData::default(), schema_kind }
}
