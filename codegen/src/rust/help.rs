use super::facts::limits;
use super::file::note;
use crate::model::{Definitions, Member, Operation, Product, Scalar, Shape, Type};
use serde::Serialize;

/// How deep the members of an object are told.
const DEEPEST: usize = 6;

/// The texts of a product for the command line: one line of JSON for the product, then one for each operation.
///
/// They are data and no code, so that they cost the compiler nothing; the program reads the one line that it needs.
pub(super) fn help(product: &Product, spec: &str, hash: &str) -> String {
    let first = ProductLine {
        comment: note(spec, hash),
        title: &product.title,
        description: product.description.as_deref(),
        documentation: product.documentation.as_deref(),
    };
    let operations = product.operations.iter().map(|operation| line(&operation_line(product, operation)));
    std::iter::once(line(&first)).chain(operations).collect()
}

/// Texts and lists of texts always have a JSON form.
fn line(value: &impl Serialize) -> String {
    format!("{}\n", serde_json::to_string(value).unwrap_or_default())
}

#[derive(Serialize)]
struct ProductLine<'a> {
    comment: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<&'a str>,
}

/// The name comes first: that is how a line is found.
#[derive(Serialize)]
struct OperationLine<'a> {
    name: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Parameter<'a>>,
}

#[derive(Serialize)]
struct Parameter<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    secret: bool,
    /// Type of a list's items, where they are single values.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<Value<'a>>,
    /// The members of objects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<&'a str>,
}

#[derive(Serialize)]
struct Field {
    path: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

fn operation_line<'a>(product: &'a Product, operation: &'a Operation) -> OperationLine<'a> {
    let members =
        operation.shape(Operation::REQUEST).map(|shape| shape.members.as_slice()).unwrap_or_default();
    OperationLine {
        name: &operation.name,
        summary: &operation.summary,
        description: operation.description.as_deref(),
        deprecated: operation.deprecated.as_deref(),
        documentation: operation.sources.iter().find_map(|source| source.url.as_deref()),
        parameters: members.iter().map(|member| parameter(product, &operation.definitions, member)).collect(),
    }
}

fn parameter<'a>(product: &'a Product, definitions: &'a Definitions, member: &'a Member) -> Parameter<'a> {
    let item = match &member.kind {
        Type::List(inner) => scalar(definitions, inner),
        _ => None,
    };
    let mut fields = Vec::new();
    Fields { product, found: &mut fields, within: Vec::new() }.of(definitions, &member.kind, "", 0);
    Parameter {
        name: &member.wire,
        text: text(member),
        default: member.default.as_deref(),
        example: member.example.as_deref(),
        limits: member.constraints.as_ref().and_then(limits),
        deprecated: member.deprecated.as_deref(),
        secret: member.sensitive,
        item,
        values: values(definitions, member),
        fields,
    }
}

fn text(member: &Member) -> Option<String> {
    let paragraphs: Vec<&str> = member
        .description
        .iter()
        .chain(&member.notes)
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// The values that the documentation lists, also those of a list's items.
fn values<'a>(definitions: &'a Definitions, member: &'a Member) -> Vec<Value<'a>> {
    let mut kind = &member.kind;
    while let Type::List(inner) | Type::Map(inner) = kind {
        kind = inner;
    }
    let own =
        member.values.iter().map(|value| Value { value: &value.value, meaning: value.meaning.as_deref() });
    match kind {
        Type::Enumeration(id) if member.values.is_empty() => {
            let variants =
                definitions.enumeration(*id).map(|found| found.variants.as_slice()).unwrap_or_default();
            let value = |variant: &'a crate::model::Variant| Value {
                value: &variant.value,
                meaning: variant.meaning.as_deref(),
            };
            variants.iter().map(value).collect()
        }
        _ => own.collect(),
    }
}

fn scalar(definitions: &Definitions, kind: &Type) -> Option<&'static str> {
    let scalar = match kind {
        Type::Scalar(scalar) => *scalar,
        Type::Enumeration(id) => definitions.enumeration(*id)?.scalar,
        _ => return None,
    };
    Some(match scalar {
        Scalar::String => "string",
        Scalar::Integer => "integer",
        Scalar::Long => "long",
        Scalar::Float => "float",
        Scalar::Double => "double",
        Scalar::Boolean => "boolean",
        Scalar::Object => "object",
        Scalar::Any => "any JSON",
        Scalar::Bytes => "bytes",
    })
}

/// Collects the members of objects, outermost first.
struct Fields<'a, 'f> {
    product: &'a Product,
    found: &'f mut Vec<Field>,
    /// The shared shapes that this place is in: a shape can stand in itself.
    within: Vec<&'a str>,
}

impl<'a> Fields<'a, '_> {
    fn of(&mut self, definitions: &'a Definitions, kind: &'a Type, path: &str, depth: usize) {
        if depth >= DEEPEST {
            return;
        }
        match kind {
            Type::List(inner) => self.of(definitions, inner, &format!("{path}[]"), depth),
            Type::Map(inner) => self.of(definitions, inner, &format!("{path}{{}}"), depth),
            Type::Object(id) => self.members(definitions, definitions.shape(*id), path, depth),
            Type::Shared(shared) if self.within.contains(&shared.wire.as_str()) => {}
            Type::Shared(shared) => {
                let mut all = self.product.shared.iter();
                let shapes = all.find(|shapes| shapes.definitions.module == shared.module);
                let Some(shapes) = shapes else { return };
                let id = shapes.named.iter().find(|(wire, _)| *wire == shared.wire).map(|(_, id)| *id);
                let shape = id.and_then(|id| shapes.definitions.shape(id));
                self.within.push(&shared.wire);
                self.members(&shapes.definitions, shape, path, depth);
                self.within.pop();
            }
            Type::Scalar(_) | Type::Enumeration(_) => {}
        }
    }

    fn members(&mut self, definitions: &'a Definitions, shape: Option<&'a Shape>, path: &str, depth: usize) {
        for member in shape.into_iter().flat_map(|shape| &shape.members) {
            let separator = if path.is_empty() { "" } else { "." };
            let path = format!("{path}{separator}{}", member.wire);
            let text = field_text(definitions, member);
            let kind = name(definitions, &member.kind);
            self.found.push(Field { path: path.clone(), kind, text });
            self.of(definitions, &member.kind, &path, depth.saturating_add(1));
        }
    }
}

/// One line: what it is, whether it has to be there, and its documented values.
fn field_text(definitions: &Definitions, member: &Member) -> Option<String> {
    let item = || member.item.as_ref().and_then(|item| item.description.as_ref());
    let first = |text: &String| text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let about = member.description.as_ref().or_else(item).map(first);
    let values: Vec<&str> = values(definitions, member).iter().map(|value| value.value).collect();
    let sentences = [
        member.required.then(|| "Required.".to_owned()),
        about,
        (!values.is_empty()).then(|| format!("Values: {}.", values.join(", "))),
    ];
    let sentences: Vec<String> =
        sentences.into_iter().flatten().filter(|sentence| !sentence.is_empty()).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn name(definitions: &Definitions, kind: &Type) -> String {
    match kind {
        Type::List(inner) => format!("list of {}", name(definitions, inner)),
        Type::Map(inner) => format!("map of {}", name(definitions, inner)),
        Type::Object(_) | Type::Shared(_) => "object".to_owned(),
        Type::Scalar(_) | Type::Enumeration(_) => scalar(definitions, kind).unwrap_or_default().to_owned(),
    }
}
