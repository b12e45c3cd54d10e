use super::scope::below;
use crate::source::Step;
use crate::spec::raw::{
    Constraints, Disagreement, Field, Item, Operation, Parameter, ParameterStyle, Position, Reply,
    SharedShape, Type, Value,
};

/// Where a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Parameter,
    RequestField,
    /// The reply as a whole; has no name on the wire.
    ReplyRoot,
    ReplyField,
    /// A header of the reply.
    ReplyHeader,
    /// In a shared shape, which requests and replies may use.
    SharedField,
    /// What an array or map holds; has no name on the wire.
    Item,
}

/// A parameter, a field or an item, with all that the rules need of it.
#[derive(Clone, Debug)]
pub(super) struct Member<'a> {
    /// Where it is in its file.
    pub(super) path: Vec<Step>,
    pub(super) role: Role,
    /// Name on the wire; of an item, what its array or map is called.
    pub(super) name: &'a str,
    pub(super) kind: Type,
    pub(super) position: Option<Position>,
    pub(super) style: Option<ParameterStyle>,
    pub(super) required: bool,
    pub(super) default: Option<&'a str>,
    pub(super) example: Option<&'a str>,
    pub(super) values: &'a [Value],
    pub(super) enumeration: Option<&'a str>,
    pub(super) constraints: Option<&'a Constraints>,
    pub(super) disagrees: &'a [Disagreement],
    pub(super) rust_name: Option<&'a str>,
    pub(super) type_name: Option<&'a str>,
    pub(super) file_url: bool,
    pub(super) fields: &'a [Field],
    pub(super) shape: Option<&'a str>,
    pub(super) items: Option<&'a Item>,
}

impl Member<'_> {
    /// Type of the values that it lists: of its items, if it is an array.
    pub(super) fn value_kind(&self) -> Option<Type> {
        match self.kind {
            Type::Array => self.items.map(|item| item.kind),
            kind => Some(kind),
        }
    }
}

/// All members of an operation in document order, nested ones behind their parent.
pub(super) fn of(operation: &Operation) -> Vec<Member<'_>> {
    let mut all = Vec::new();
    for (index, parameter) in operation.parameters.iter().enumerate() {
        let member = of_parameter(parameter, vec!["parameters".into(), index.into()]);
        add(member, Role::RequestField, &mut all);
    }
    if let Some(reply) = &operation.reply {
        for (index, header) in reply.headers.iter().enumerate() {
            let path = vec!["reply".into(), "headers".into(), index.into()];
            add(of_field(header, Role::ReplyHeader, path), Role::ReplyField, &mut all);
        }
        add(of_reply(reply), Role::ReplyField, &mut all);
    }
    all
}

/// All members of a shared shape, as [`of`].
pub(super) fn of_shape(shape: &SharedShape) -> Vec<Member<'_>> {
    let mut all = Vec::new();
    add_fields(&shape.fields, &[], Role::SharedField, &mut all);
    all
}

fn add<'a>(member: Member<'a>, inner: Role, all: &mut Vec<Member<'a>>) {
    let path = member.path.clone();
    let Member { fields, items, name, .. } = member;
    all.push(member);
    add_fields(fields, &path, inner, all);
    if let Some(item) = items {
        add(of_item(item, name, below(&path, ["items".into()])), inner, all);
    }
}

fn add_fields<'a>(fields: &'a [Field], path: &[Step], role: Role, all: &mut Vec<Member<'a>>) {
    for (index, field) in fields.iter().enumerate() {
        add(of_field(field, role, below(path, ["fields".into(), index.into()])), role, all);
    }
}

fn of_parameter(parameter: &Parameter, path: Vec<Step>) -> Member<'_> {
    Member {
        path,
        role: Role::Parameter,
        name: &parameter.name,
        kind: parameter.kind,
        position: Some(parameter.position),
        style: parameter.style,
        required: parameter.required,
        default: parameter.default.as_deref(),
        example: parameter.example.as_deref(),
        values: &parameter.values,
        enumeration: parameter.enumeration.as_deref(),
        constraints: parameter.constraints.as_ref(),
        disagrees: &parameter.disagrees,
        rust_name: parameter.rust_name.as_deref(),
        type_name: parameter.type_name.as_deref(),
        file_url: parameter.file_url,
        fields: &parameter.fields,
        shape: parameter.shape.as_deref(),
        items: parameter.items.as_deref(),
    }
}

fn of_field(field: &Field, role: Role, path: Vec<Step>) -> Member<'_> {
    Member {
        path,
        role,
        name: &field.name,
        kind: field.kind,
        position: None,
        style: None,
        required: field.required,
        default: field.default.as_deref(),
        example: field.example.as_deref(),
        values: &field.values,
        enumeration: field.enumeration.as_deref(),
        constraints: field.constraints.as_ref(),
        disagrees: &field.disagrees,
        rust_name: field.rust_name.as_deref(),
        type_name: field.type_name.as_deref(),
        file_url: field.file_url,
        fields: &field.fields,
        shape: field.shape.as_deref(),
        items: field.items.as_deref(),
    }
}

fn of_item<'a>(item: &'a Item, name: &'a str, path: Vec<Step>) -> Member<'a> {
    Member {
        path,
        role: Role::Item,
        name,
        kind: item.kind,
        position: None,
        style: None,
        required: false,
        default: None,
        example: item.example.as_deref(),
        values: &[],
        enumeration: None,
        constraints: None,
        disagrees: &[],
        rust_name: None,
        type_name: item.type_name.as_deref(),
        file_url: false,
        fields: &item.fields,
        shape: item.shape.as_deref(),
        items: item.items.as_deref(),
    }
}

fn of_reply(reply: &Reply) -> Member<'_> {
    Member {
        path: vec!["reply".into()],
        role: Role::ReplyRoot,
        name: "reply",
        kind: reply.root(),
        position: None,
        style: None,
        required: false,
        default: None,
        example: None,
        values: &[],
        enumeration: None,
        constraints: None,
        disagrees: &[],
        rust_name: None,
        type_name: None,
        file_url: false,
        fields: &reply.fields,
        shape: reply.shape.as_deref(),
        items: reply.items.as_deref(),
    }
}
