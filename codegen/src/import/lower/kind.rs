use super::facts::field;
use crate::import::metadata::{Document, Kind, Schema};
use crate::import::prose::Links;
use crate::spec::raw;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the parts of a document need to know of the whole, and what is counted on the way.
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    /// Components that something refers to, and that become shared shapes.
    pub(super) used: BTreeSet<String>,
    pub(super) values_found: usize,
    pub(super) samples_left_out: usize,
}

impl<'a> Context<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, used: BTreeSet::new(), values_found: 0, samples_left_out: 0 }
    }
}

impl Links for Context<'_> {
    /// Whether a name looks like that of an operation: several words that each begin with a capital letter.
    ///
    /// Which operations there are does not matter. The generator links those that it emits, and a text does not change when another
    /// operation comes or goes.
    fn is_operation(&self, name: &str) -> bool {
        let mut before = ' ';
        let mut words = 0_usize;
        for letter in name.chars() {
            words =
                words.saturating_add(usize::from(before.is_ascii_uppercase() && letter.is_ascii_lowercase()));
            before = letter;
        }
        words > 1
            && name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric())
    }
}

/// What the type of a schema is in the spec language.
pub(super) struct Lowered {
    pub(super) kind: raw::Type,
    pub(super) fields: Vec<raw::Field>,
    pub(super) shape: Option<String>,
    pub(super) items: Option<Box<raw::Item>>,
}

impl Lowered {
    fn of(kind: raw::Type) -> Self {
        Self { kind, fields: Vec::new(), shape: None, items: None }
    }
}

/// A schema with references resolved to what is no type of its own: scalars, lists, maps and other names.
pub(super) fn resolve<'s>(schema: &'s Schema, document: &Document) -> Cow<'s, Schema> {
    let Kind::Reference(name) = &schema.kind else { return Cow::Borrowed(schema) };
    match document.components.get(name) {
        Some(component) if !component.is_shape() => {
            Cow::Owned(beside(schema, resolve(&component.schema, document).into_owned()))
        }
        _ => Cow::Borrowed(schema),
    }
}

/// The facts beside a reference come before those of what it refers to.
fn beside(reference: &Schema, target: Schema) -> Schema {
    let own = reference.clone();
    Schema {
        kind: target.kind,
        description: own.description.or(target.description),
        title: own.title.or(target.title),
        example: own.example.or(target.example),
        required: own.required || target.required,
        default: own.default.or(target.default),
        values: if own.values.is_empty() { target.values } else { own.values },
        value_titles: if own.value_titles.is_empty() { target.value_titles } else { own.value_titles },
        limits: if own.limits == Default::default() { target.limits } else { own.limits },
        deprecated: own.deprecated || target.deprecated,
        read_only: own.read_only || target.read_only,
        file_url: own.file_url || target.file_url,
        list_wrapper: own.list_wrapper || target.list_wrapper,
        format: own.format.or(target.format),
    }
}

/// The type of a schema that is resolved.
pub(super) fn kind(schema: &Schema, context: &mut Context<'_>) -> Lowered {
    match &schema.kind {
        Kind::String => Lowered::of(raw::Type::String),
        Kind::Binary => Lowered::of(raw::Type::Binary),
        Kind::Byte => Lowered::of(raw::Type::Byte),
        Kind::Int32 => Lowered::of(raw::Type::Integer),
        Kind::Int64 => Lowered::of(raw::Type::Long),
        Kind::Float => Lowered::of(raw::Type::Float),
        Kind::Double => Lowered::of(raw::Type::Double),
        Kind::Boolean => Lowered::of(raw::Type::Boolean),
        Kind::Any => Lowered::of(raw::Type::Any),
        Kind::BareObject => Lowered::of(raw::Type::Object),
        Kind::Object(properties) => {
            let fields = properties.iter().map(|property| field(&property.name, &property.schema, context));
            Lowered { fields: fields.collect(), ..Lowered::of(raw::Type::Object) }
        }
        Kind::Reference(name) => {
            context.used.insert(name.clone());
            Lowered { shape: Some(name.clone()), ..Lowered::of(raw::Type::Object) }
        }
        Kind::Map(values) => {
            Lowered { items: Some(Box::new(item(values, context))), ..Lowered::of(raw::Type::Map) }
        }
        Kind::Array(items) => {
            Lowered { items: Some(Box::new(item(items, context))), ..Lowered::of(raw::Type::Array) }
        }
    }
}

fn item(schema: &Schema, context: &mut Context<'_>) -> raw::Item {
    let schema = resolve(schema, context.document);
    let Lowered { kind, fields, shape, items } = kind(&schema, context);
    let description = super::facts::description(&schema, "", context);
    let is_scalar = super::facts::is_scalar(kind);
    raw::Item {
        name: None,
        kind,
        example: schema.example.clone().filter(|_| is_scalar),
        description,
        type_name: None,
        fields,
        shape,
        items,
    }
}
