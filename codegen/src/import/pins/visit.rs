use crate::spec::raw::{Field, Item, Operation, Parameter, SharedShape, Type, Value};

/// The parts of a spec that have names in Rust.
pub(super) trait Visitor {
    /// The fields of one struct: wire name and identifier of each.
    fn fields(&mut self, key: &str, fields: &mut [Named<'_>]);
    /// A struct. `names` are the wire names from the root to it.
    fn object(&mut self, key: &str, names: &[String], type_name: &mut Option<String>);
    /// A list of values that becomes an enumeration.
    fn values(&mut self, key: &str, names: &[String], list: List<'_>);
}

/// A field or parameter.
pub(super) struct Named<'a> {
    pub(super) wire: &'a str,
    pub(super) rust_name: &'a mut Option<String>,
}

/// A list of valid values.
pub(super) struct List<'a> {
    pub(super) kind: Type,
    pub(super) values: &'a mut Vec<Value>,
    pub(super) enumeration: &'a mut Option<String>,
}

/// Whether a list of values of this type becomes an enumeration.
fn is_enumerable(kind: Type) -> bool {
    matches!(kind, Type::String | Type::Integer | Type::Long)
}

/// Goes through the parameters of an operation.
pub(super) fn request(operation: &mut Operation, visitor: &mut dyn Visitor) {
    let parameters = &mut operation.parameters;
    let mut named: Vec<Named<'_>> = parameters
        .iter_mut()
        .map(|Parameter { name, rust_name, .. }| Named { wire: name, rust_name })
        .collect();
    visitor.fields("", &mut named);
    for parameter in parameters {
        let part = Part {
            kind: parameter.kind,
            values: &mut parameter.values,
            enumeration: &mut parameter.enumeration,
            type_name: &mut parameter.type_name,
            fields: &mut parameter.fields,
            items: parameter.items.as_deref_mut(),
        };
        member(part, parameter.name.clone(), std::slice::from_ref(&parameter.name), visitor);
    }
}

/// Goes through the reply of an operation.
pub(super) fn reply(operation: &mut Operation, visitor: &mut dyn Visitor) {
    let Some(reply) = &mut operation.reply else { return };
    // A root that is no object becomes the field `body`.
    let mut root = None;
    let mut named: Vec<Named<'_>> = Vec::new();
    if reply.kind.is_some() && reply.fields.is_empty() && reply.shape.is_none() {
        named.push(Named { wire: BODY, rust_name: &mut root });
    }
    let all = reply.fields.iter_mut().chain(&mut reply.headers);
    named.extend(all.map(|Field { name, rust_name, .. }| Named { wire: name, rust_name }));
    visitor.fields("", &mut named);
    if let Some(items) = reply.items.as_deref_mut() {
        let kind = reply.kind.unwrap_or(Type::Object);
        item(items, kind, BODY.to_owned(), &[BODY.to_owned()], visitor);
    }
    for field in reply.fields.iter_mut().chain(&mut reply.headers) {
        one(field, "", &[], visitor);
    }
}

/// The field of a reply whose root is no object.
const BODY: &str = "body";

/// Goes through a shared shape.
pub(super) fn shape(shape: &mut SharedShape, visitor: &mut dyn Visitor) {
    fields(&mut shape.fields, "", std::slice::from_ref(&shape.name), visitor);
}

struct Part<'a> {
    kind: Type,
    values: &'a mut Vec<Value>,
    enumeration: &'a mut Option<String>,
    type_name: &'a mut Option<String>,
    fields: &'a mut Vec<Field>,
    items: Option<&'a mut Item>,
}

fn fields(fields: &mut [Field], key: &str, names: &[String], visitor: &mut dyn Visitor) {
    let named = fields.iter_mut().map(|Field { name, rust_name, .. }| Named { wire: name, rust_name });
    visitor.fields(key, &mut named.collect::<Vec<_>>());
    for field in fields {
        one(field, key, names, visitor);
    }
}

fn one(field: &mut Field, key: &str, names: &[String], visitor: &mut dyn Visitor) {
    let separator = if key.is_empty() { "" } else { "." };
    let key = format!("{key}{separator}{}", field.name);
    let names: Vec<String> = names.iter().chain([&field.name]).cloned().collect();
    let part = Part {
        kind: field.kind,
        values: &mut field.values,
        enumeration: &mut field.enumeration,
        type_name: &mut field.type_name,
        fields: &mut field.fields,
        items: field.items.as_deref_mut(),
    };
    member(part, key, &names, visitor);
}

fn member(part: Part<'_>, key: String, names: &[String], visitor: &mut dyn Visitor) {
    let Part { kind, values, enumeration, type_name, fields: inner, items } = part;
    // An array lists the values of its items.
    let (listed, around) = match (kind, items.as_deref()) {
        (Type::Array, Some(item)) => (item.kind, stepped(names)),
        _ => (kind, names.to_vec()),
    };
    if !values.is_empty() && is_enumerable(listed) {
        visitor.values(&key, &around, List { kind: listed, values, enumeration });
    }
    if !inner.is_empty() {
        visitor.object(&key, names, type_name);
        fields(inner, &key, names, visitor);
    }
    if let Some(items) = items {
        item(items, kind, key, names, visitor);
    }
}

/// What an array or map of type `kind` holds.
fn item(item_of: &mut Item, kind: Type, key: String, names: &[String], visitor: &mut dyn Visitor) {
    let mark = if kind == Type::Map { "{}" } else { "[]" };
    let key = format!("{key}{mark}");
    let names = stepped(names);
    if !item_of.fields.is_empty() {
        visitor.object(&key, &names, &mut item_of.type_name);
        fields(&mut item_of.fields, &key, &names, visitor);
    }
    let kind = item_of.kind;
    if let Some(inner) = item_of.items.as_deref_mut() {
        item(inner, kind, key, &names, visitor);
    }
}

/// A list is named in the plural or ends in `List`; one item is neither, as the generator has it.
fn stepped(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    if let Some(last) = names.last_mut()
        && let Some(stem) = last.strip_suffix("List")
        && !stem.is_empty()
    {
        *last = stem.to_owned();
    }
    names
}
