use super::locate::Found;
use crate::spec::raw::{
    Field, Item, Operation, Parameter, ParameterStyle, Position, SharedShape, Type, Value,
};

/// The facts of something that a correction can change; those that it does not have are absent.
#[derive(Default)]
pub(super) struct Slots<'a> {
    /// What it is, for messages.
    pub(super) what: &'static str,
    pub(super) kind: Option<KindSlot<'a>>,
    pub(super) required: Option<&'a mut bool>,
    pub(super) values: Option<&'a mut Vec<Value>>,
    pub(super) deprecated: Option<&'a mut Option<String>>,
    pub(super) sensitive: Option<&'a mut bool>,
    pub(super) description: Option<&'a mut Option<String>>,
    pub(super) position: Option<&'a mut Position>,
    pub(super) style: Option<&'a mut Option<ParameterStyle>>,
}

/// A type with what belongs to it.
pub(super) struct KindSlot<'a> {
    pub(super) kind: &'a mut Type,
    pub(super) fields: &'a mut Vec<Field>,
    pub(super) shape: &'a mut Option<String>,
    pub(super) items: &'a mut Option<Box<Item>>,
}

impl<'a> Slots<'a> {
    /// `None` where what was found is no longer there.
    pub(super) fn of(found: Found<'a>) -> Option<Self> {
        Some(match found {
            Found::Operation(Operation { description, deprecated, .. }) => Self {
                what: "an operation",
                description: Some(description),
                deprecated: Some(deprecated),
                ..Self::default()
            },
            Found::Shape(SharedShape { description, .. }) => {
                Self { what: "a shared shape", description: Some(description), ..Self::default() }
            }
            Found::Reply(reply) => {
                // So that there is a place for another one.
                let kind = reply.kind.get_or_insert(Type::Object);
                Self {
                    what: "a reply",
                    kind: Some(KindSlot {
                        kind,
                        fields: &mut reply.fields,
                        shape: &mut reply.shape,
                        items: &mut reply.items,
                    }),
                    description: Some(&mut reply.description),
                    ..Self::default()
                }
            }
            Found::Item(Item { kind, description, fields, shape, items, .. }) => Self {
                what: "an item",
                kind: Some(KindSlot { kind, fields, shape, items }),
                description: Some(description),
                ..Self::default()
            },
            Found::Parameter(list, index) => Self::parameter(list.get_mut(index)?),
            Found::Field(list, index) => Self::field(list.get_mut(index)?),
        })
    }

    fn parameter(parameter: &'a mut Parameter) -> Self {
        let Parameter { kind, fields, shape, items, .. } = parameter;
        Self {
            what: "a parameter",
            kind: Some(KindSlot { kind, fields, shape, items }),
            required: Some(&mut parameter.required),
            values: Some(&mut parameter.values),
            deprecated: Some(&mut parameter.deprecated),
            sensitive: Some(&mut parameter.sensitive),
            description: Some(&mut parameter.description),
            position: Some(&mut parameter.position),
            style: Some(&mut parameter.style),
        }
    }

    fn field(field: &'a mut Field) -> Self {
        let Field { kind, fields, shape, items, .. } = field;
        Self {
            what: "a field",
            kind: Some(KindSlot { kind, fields, shape, items }),
            required: Some(&mut field.required),
            values: Some(&mut field.values),
            deprecated: Some(&mut field.deprecated),
            sensitive: Some(&mut field.sensitive),
            description: Some(&mut field.description),
            ..Self::default()
        }
    }
}
