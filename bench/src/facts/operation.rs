use alicloud_codegen::model::{ErrorCode, Member, Operation, Position, ReplyBody, Scalar, Type};
use openapiv3::{
    ExternalDocumentation, MediaType, Parameter, ParameterData, ParameterSchemaOrContent, PathItem,
    QueryStyle, ReferenceOr, RequestBody, Response, Responses, StatusCode,
};

use super::document::{Components, ERROR};
use super::names::Names;
use super::schema::{Schemas, SharedNames, description_of, example_of, reference_to};
use super::text;
use crate::error::{Error, Result};

/// The classes of statuses of failures.
const FAILURES: [u16; 2] = [4, 5];

/// The class of a documented error. One without a status is the caller's.
fn class(error: &ErrorCode) -> u16 {
    if error.status.is_some_and(|status| status >= 500) { 5 } else { 4 }
}

/// An operation as a path of its own, with its types put among the components.
pub(super) fn path(
    operation: &Operation,
    shared: &SharedNames,
    names: &mut Names,
    components: &mut Components,
) -> Result<(String, PathItem)> {
    let schemas = Schemas::new(&operation.definitions, &operation.name, shared, names);
    let reply = reply(operation, &schemas, components)?;
    let nested = operation.definitions.shapes.iter().enumerate().skip(2);
    for (index, shape) in nested {
        components.add(schemas.name(index)?.to_owned(), schemas.shape(shape)?);
    }
    for (name, schema) in schemas.enumerations() {
        components.add(name, schema);
    }
    let mut responses = Responses::default();
    let success = StatusCode::Code(operation.status.unwrap_or(200));
    responses.responses.insert(success, ReferenceOr::Item(reply));
    for failing in FAILURES {
        let errors = operation.errors.iter().filter(|error| class(error) == failing);
        let failure = response(text::errors(errors), Some(reference_to(ERROR)));
        responses.responses.insert(StatusCode::Range(failing), ReferenceOr::Item(failure));
    }
    let mut made = openapiv3::Operation {
        operation_id: Some(operation.name.clone()),
        summary: Some(operation.summary.clone()),
        description: text::operation(operation.description.as_ref(), operation.deprecated.as_ref()),
        deprecated: operation.deprecated.is_some(),
        external_docs: documentation(operation),
        responses,
        ..openapiv3::Operation::default()
    };
    request(operation, &schemas, names, components, &mut made)?;
    let item = PathItem { post: Some(made), ..PathItem::default() };
    Ok((format!("/{}", operation.name), item))
}

fn documentation(operation: &Operation) -> Option<ExternalDocumentation> {
    let source = operation.sources.iter().find_map(|source| Some((&source.title, source.url.clone()?)));
    source.map(|(title, url)| ExternalDocumentation {
        description: Some(title.clone()),
        url,
        extensions: Default::default(),
    })
}

/// Parameters of the query string, if a query string can hold them; all others are members of a JSON body.
fn request(
    operation: &Operation,
    schemas: &Schemas<'_>,
    names: &mut Names,
    components: &mut Components,
    made: &mut openapiv3::Operation,
) -> Result<()> {
    let Some(shape) = operation.shape(Operation::REQUEST) else { return Ok(()) };
    let mut body: Vec<&Member> = Vec::new();
    for (member, parameter) in shape.members.iter().zip(&operation.parameters) {
        match parameter.position {
            Position::Query if is_flat(&member.kind) => {
                made.parameters.push(ReferenceOr::Item(query(member, schemas)?));
            }
            Position::Query | Position::FormData | Position::Body => body.push(member),
            Position::Path | Position::Header | Position::Host => return Err(unknown(operation)),
        }
    }
    if operation.path.is_some() {
        return Err(unknown(operation));
    }
    if body.is_empty() {
        return Ok(());
    }
    let name = names.take(&format!("{}Body", operation.name));
    let required = body.iter().any(|member| member.required);
    components.add(name.clone(), schemas.object(shape.description.clone(), body.into_iter())?);
    made.request_body = Some(ReferenceOr::Item(RequestBody {
        content: json(reference_to(&name)),
        required,
        ..Default::default()
    }));
    Ok(())
}

fn query(member: &Member, schemas: &Schemas<'_>) -> Result<Parameter> {
    let parameter_data = ParameterData {
        name: member.wire.clone(),
        description: description_of(member),
        required: member.required,
        deprecated: member.deprecated.is_some().then_some(true),
        format: ParameterSchemaOrContent::Schema(schemas.kind(&member.kind, member.item.as_ref())?),
        example: example_of(member),
        examples: Default::default(),
        explode: None,
        extensions: Default::default(),
    };
    Ok(Parameter::Query {
        parameter_data,
        allow_reserved: false,
        style: QueryStyle::default(),
        allow_empty_value: None,
    })
}

fn is_flat(kind: &Type) -> bool {
    match kind {
        Type::Enumeration(_) => true,
        Type::Scalar(scalar) => !matches!(scalar, Scalar::Object | Scalar::Any | Scalar::Bytes),
        Type::List(inner) => !matches!(**inner, Type::List(_)) && is_flat(inner),
        Type::Object(_) | Type::Shared(_) | Type::Map(_) => false,
    }
}

fn reply(operation: &Operation, schemas: &Schemas<'_>, components: &mut Components) -> Result<Response> {
    let shape = operation.shape(Operation::REPLY).ok_or_else(|| unknown(operation))?;
    let of_body = shape.members.len().saturating_sub(operation.reply_headers);
    let description = operation.reply_title.clone().or_else(|| shape.description.clone());
    let description = description.unwrap_or_else(|| "The reply.".to_owned());
    let schema = match operation.reply_body {
        ReplyBody::Object => {
            let name = schemas.name(Operation::REPLY.0)?;
            let members = shape.members.iter().take(of_body);
            components.add(name.to_owned(), schemas.object(shape.description.clone(), members)?);
            Some(reference_to(name))
        }
        ReplyBody::Payload => shape.members.first().map(|member| schemas.member(member)).transpose()?,
        ReplyBody::Empty => None,
        ReplyBody::Text | ReplyBody::Bytes => return Err(unknown(operation)),
    };
    Ok(response(description, schema))
}

fn response(description: String, schema: Option<ReferenceOr<openapiv3::Schema>>) -> Response {
    Response { description, content: schema.map(json).unwrap_or_default(), ..Response::default() }
}

fn json(schema: ReferenceOr<openapiv3::Schema>) -> openapiv3::Content {
    [("application/json".to_owned(), MediaType { schema: Some(schema), ..MediaType::default() })].into()
}

fn unknown(operation: &Operation) -> Error {
    let name = &operation.name;
    Error::new(format!(
        "{name}: only operations that are called by name and answer with JSON have a form here"
    ))
}
