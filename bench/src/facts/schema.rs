use std::collections::BTreeMap;

use alicloud_codegen::model::{Definitions, Item, Member, Scalar, Shape, Shared, Type};
use openapiv3::{AdditionalProperties, ArrayType, ObjectType, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::Value;

use super::kinds::{enumerated, of_scalar, plain};
use super::names::Names;
use super::text;
use crate::error::{Error, Result};

/// Component of each shared shape, by module and type name.
pub(super) type SharedNames = BTreeMap<(String, String), String>;

/// The types of one module with the names of their components.
pub(super) struct Schemas<'a> {
    definitions: &'a Definitions,
    shapes: Vec<String>,
    enumerations: Vec<String>,
    shared: &'a SharedNames,
}

impl<'a> Schemas<'a> {
    /// Names the components of a module: `prefix` with the name of the type.
    pub(super) fn new(
        definitions: &'a Definitions,
        prefix: &str,
        shared: &'a SharedNames,
        names: &mut Names,
    ) -> Self {
        let mut take = |name: &str| names.take(&format!("{prefix}{name}"));
        let shapes = definitions.shapes.iter().map(|shape| take(shape.name.as_str())).collect();
        let enumerations = definitions.enumerations.iter().map(|known| take(known.name.as_str())).collect();
        Self { definitions, shapes, enumerations, shared }
    }

    /// The same with references to shared shapes.
    pub(super) fn referring_to(self, shared: &'a SharedNames) -> Self {
        Self { shared, ..self }
    }

    /// The component of a shape, by its index.
    pub(super) fn name(&self, shape: usize) -> Result<&str> {
        self.shapes.get(shape).map(String::as_str).ok_or_else(|| Error::new("a shape that is not there"))
    }

    /// The components of all enumerations.
    pub(super) fn enumerations(&self) -> impl Iterator<Item = (String, Schema)> {
        let listed = self.enumerations.iter().cloned().zip(&self.definitions.enumerations);
        listed.map(|(name, enumeration)| (name, enumerated(enumeration)))
    }

    /// An object with these members.
    pub(super) fn object<'m>(
        &self,
        description: Option<String>,
        members: impl Iterator<Item = &'m Member>,
    ) -> Result<Schema> {
        let mut object = ObjectType::default();
        for member in members {
            if member.required {
                object.required.push(member.wire.clone());
            }
            object.properties.insert(member.wire.clone(), boxed(self.member(member)?));
        }
        let schema_data = SchemaData { description, ..SchemaData::default() };
        Ok(Schema { schema_data, schema_kind: SchemaKind::Type(openapiv3::Type::Object(object)) })
    }

    /// The component of a struct.
    pub(super) fn shape(&self, shape: &Shape) -> Result<Schema> {
        self.object(shape.description.clone(), shape.members.iter())
    }

    /// A member's type with all that is said of it.
    pub(super) fn member(&self, member: &Member) -> Result<ReferenceOr<Schema>> {
        let schema_data = SchemaData {
            description: description_of(member),
            example: example_of(member),
            deprecated: member.deprecated.is_some(),
            ..SchemaData::default()
        };
        Ok(described(self.kind(&member.kind, member.item.as_ref())?, schema_data))
    }

    /// A type, alone.
    pub(super) fn kind(&self, kind: &Type, item: Option<&Item>) -> Result<ReferenceOr<Schema>> {
        let inner = |inner: &Type| -> Result<ReferenceOr<Schema>> {
            let schema_data = SchemaData {
                description: item.and_then(|item| item.description.clone()),
                example: item.and_then(|item| item.example.as_ref()).map(|text| example(text, inner)),
                ..SchemaData::default()
            };
            Ok(match self.kind(inner, None)? {
                // A struct is described with its component.
                reference @ ReferenceOr::Reference { .. } if matches!(inner, Type::Object(_)) => reference,
                schema => described(schema, schema_data),
            })
        };
        Ok(match kind {
            Type::Scalar(scalar) => ReferenceOr::Item(plain(of_scalar(*scalar))),
            Type::Enumeration(id) => reference(self.enumerations.get(id.0))?,
            Type::Object(id) => reference(self.shapes.get(id.0))?,
            Type::Shared(Shared { name, module, .. }) => {
                reference(self.shared.get(&(module.to_string(), name.to_string())))?
            }
            Type::List(of) => ReferenceOr::Item(plain(SchemaKind::Type(openapiv3::Type::Array(ArrayType {
                items: Some(boxed(inner(of)?)),
                min_items: None,
                max_items: None,
                unique_items: false,
            })))),
            Type::Map(of) => {
                ReferenceOr::Item(plain(SchemaKind::Type(openapiv3::Type::Object(ObjectType {
                    additional_properties: Some(AdditionalProperties::Schema(Box::new(inner(of)?))),
                    ..ObjectType::default()
                }))))
            }
        })
    }
}

/// All that is said of a member. What values mean is said at their enumeration where there is one.
pub(super) fn description_of(member: &Member) -> Option<String> {
    text::member(member, !is_enumeration(&member.kind))
}

/// The example of a member in its type.
pub(super) fn example_of(member: &Member) -> Option<Value> {
    member.example.as_ref().map(|text| example(text, &member.kind))
}

fn is_enumeration(kind: &Type) -> bool {
    match kind {
        Type::Enumeration(_) => true,
        Type::List(inner) | Type::Map(inner) => is_enumeration(inner),
        Type::Scalar(_) | Type::Object(_) | Type::Shared(_) => false,
    }
}

/// A reference to a component.
pub(super) fn reference_to(component: &str) -> ReferenceOr<Schema> {
    ReferenceOr::ref_(&format!("#/components/schemas/{component}"))
}

fn reference(component: Option<&String>) -> Result<ReferenceOr<Schema>> {
    component.map(|name| reference_to(name)).ok_or_else(|| Error::new("a type that is not there"))
}

/// An example of the type; as text where it is none.
fn example(text: &str, kind: &Type) -> Value {
    if matches!(kind, Type::Scalar(Scalar::String | Scalar::Bytes)) {
        return Value::from(text);
    }
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// The schema with what is said of it. Keys beside a reference count for nothing in OpenAPI 3.0.
fn described(schema: ReferenceOr<Schema>, schema_data: SchemaData) -> ReferenceOr<Schema> {
    match schema {
        ReferenceOr::Reference { .. } if schema_data == SchemaData::default() => schema,
        ReferenceOr::Reference { .. } => {
            ReferenceOr::Item(Schema { schema_data, schema_kind: SchemaKind::AllOf { all_of: vec![schema] } })
        }
        ReferenceOr::Item(schema) => ReferenceOr::Item(Schema { schema_data, ..schema }),
    }
}

fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}
