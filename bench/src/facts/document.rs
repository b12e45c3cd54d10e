use alicloud_codegen::model::Model;
use openapiv3::{Info, OpenAPI, ReferenceOr, Schema, SchemaKind, Server, StringType};

use super::names::Names;
use super::operation;
use super::schema::{Schemas, SharedNames};
use crate::error::{Error, Result};

/// The component that every failed call answers with.
pub(super) const ERROR: &str = "Error";

/// The components of a document.
#[derive(Default)]
pub(super) struct Components(openapiv3::Components);

impl Components {
    /// Adds a component under a name that was handed out.
    pub(super) fn add(&mut self, name: String, schema: Schema) {
        self.0.schemas.insert(name, ReferenceOr::Item(schema));
    }
}

/// The OpenAPI document of a model of one product.
///
/// All peers get the same document, in a form that all of them take:
///
/// - An operation is a path of its own name, called with POST, in which the service takes all of them. Its parameters are
///   those of the query string where they are scalars or lists of scalars; all others are members of one JSON body.
/// - Each struct and enumeration is a component, named after its operation. OpenAPI knows no open enumerations, so these
///   are closed.
/// - A description holds what OpenAPI has no key for: what values mean, notes, reasons. Defaults and limits are
///   there too, see [`text::member`](super::text::member).
/// - The documented error codes are described at the responses `4XX` and `5XX`, whose type is the same everywhere. (One of
///   the peers takes the response `default` for one of success.)
///
/// Left out is what peers have no use for: samples, authorization, history, pages, and how lists are written.
///
/// # Errors
///
/// There is more than one product, or an operation that is called by its path or answers with something else than JSON.
pub(super) fn document(model: &Model) -> Result<OpenAPI> {
    let [product] = model.products.as_slice() else {
        return Err(Error::new("a document describes one product"));
    };
    let mut names = Names::default();
    let mut components = Components::default();
    components.add(names.take(ERROR), failure());
    let mut shared = SharedNames::new();
    let none = SharedNames::new();
    let mut modules = Vec::new();
    for shapes in &product.shared {
        let prefix = if shapes.sent { "Sent" } else { "" };
        let named = Schemas::new(&shapes.definitions, prefix, &none, &mut names);
        for (index, shape) in shapes.definitions.shapes.iter().enumerate() {
            let key = (shapes.definitions.module.to_string(), shape.name.to_string());
            shared.insert(key, named.name(index)?.to_owned());
        }
        modules.push((named, shapes));
    }
    for (named, shapes) in modules {
        let named = named.referring_to(&shared);
        for (index, shape) in shapes.definitions.shapes.iter().enumerate() {
            components.add(named.name(index)?.to_owned(), named.shape(shape)?);
        }
        for (name, schema) in named.enumerations() {
            components.add(name, schema);
        }
    }
    let mut made = OpenAPI {
        openapi: "3.0.3".to_owned(),
        info: Info {
            title: product.title.clone(),
            description: product.description.clone(),
            version: product.version.clone(),
            ..Info::default()
        },
        servers: product.endpoints.iter().map(|(region, host)| server(region, host)).collect(),
        ..OpenAPI::default()
    };
    for known in &product.operations {
        let (path, item) = operation::path(known, &shared, &mut names, &mut components)?;
        made.paths.paths.insert(path, ReferenceOr::Item(item));
    }
    made.components = Some(components.0);
    Ok(made)
}

fn server(region: &str, host: &str) -> Server {
    Server { url: format!("https://{host}"), description: Some(region.to_owned()), ..Server::default() }
}

/// What the service answers when a call fails.
fn failure() -> Schema {
    let text = || {
        let kind = SchemaKind::Type(openapiv3::Type::String(StringType::default()));
        ReferenceOr::Item(Box::new(Schema { schema_data: Default::default(), schema_kind: kind }))
    };
    let names = ["Code", "Message", "RequestId", "HostId", "Recommend"];
    let object = openapiv3::ObjectType {
        properties: names.into_iter().map(|name| (name.to_owned(), text())).collect(),
        ..Default::default()
    };
    Schema { schema_data: Default::default(), schema_kind: SchemaKind::Type(openapiv3::Type::Object(object)) }
}
