use super::document::Disagreement;
use super::field::{Field, Parameter};
use super::flatten;
use super::paging::{Asynchronous, Pagination};
use super::reply::Reply;
use crate::model::{self, Operation as Model};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Operation<'a> {
    name: &'a str,
    module: &'a str,
    summary: &'a str,
    description: Option<&'a str>,
    kind: &'static str,
    methods: Vec<&'static str>,
    path: Option<&'a str>,
    security: Vec<&'static str>,
    streams: bool,
    deprecated: Option<&'a str>,
    authorization: Option<Authorization<'a>>,
    parameters: Vec<Parameter<'a>>,
    reply: Reply<'a>,
    fields: Vec<Field<'a>>,
    pagination: Option<Pagination<'a>>,
    asynchronous: Option<Asynchronous<'a>>,
    samples: Vec<Sample<'a>>,
    errors: Vec<ErrorCode<'a>>,
    sources: Vec<Source<'a>>,
    history: Vec<Change<'a>>,
}

impl<'a> Operation<'a> {
    pub(super) fn of(operation: &'a Model) -> Self {
        Self {
            name: &operation.name,
            module: operation.module.as_str(),
            summary: &operation.summary,
            description: operation.description.as_deref(),
            kind: operation.kind.as_str(),
            methods: operation.methods.iter().map(|method| method.as_str()).collect(),
            path: operation.path.as_deref(),
            security: operation.security.iter().map(|security| security.as_str()).collect(),
            streams: operation.streams,
            deprecated: operation.deprecated.as_deref(),
            authorization: operation.authorization.as_ref().and_then(Authorization::of),
            parameters: flatten::parameters(operation),
            reply: Reply::of(operation),
            fields: flatten::fields(operation),
            pagination: operation.pagination.as_ref().map(Pagination::of),
            asynchronous: operation.asynchronous.as_ref().map(Asynchronous::of),
            samples: operation
                .samples
                .iter()
                .map(|model::Sample { title, body, departs }| Sample { title, body, departs })
                .collect(),
            errors: operation.errors.iter().map(ErrorCode::of).collect(),
            sources: operation.sources.iter().map(Source::of).collect(),
            history: operation
                .history
                .iter()
                .map(|model::Change { date, summary }| Change { date, summary })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Authorization<'a> {
    action: &'a str,
    access_level: &'a str,
    resources: Vec<Resource<'a>>,
    condition_keys: &'a [String],
    associated_operations: &'a [String],
    disagreements: Vec<Disagreement<'a>>,
}

#[derive(Serialize)]
struct Resource<'a> {
    r#type: &'a str,
    name: &'a str,
    mandatory: bool,
}

impl<'a> Authorization<'a> {
    fn of(authorization: &'a model::Authorization) -> Option<Self> {
        let model::Authorization::Ram(ram) = authorization else { return None };
        let resources = ram.resources.iter();
        Some(Self {
            action: &ram.action,
            access_level: &ram.access_level,
            resources: resources
                .map(|resource| Resource {
                    r#type: &resource.kind,
                    name: &resource.name,
                    mandatory: resource.mandatory,
                })
                .collect(),
            condition_keys: &ram.condition_keys,
            associated_operations: &ram.associated_operations,
            disagreements: Disagreement::all(&ram.disagrees),
        })
    }
}

#[derive(Serialize)]
struct Sample<'a> {
    title: &'a str,
    body: &'a str,
    departs: &'a [String],
}

#[derive(Serialize)]
struct ErrorCode<'a> {
    status: Option<u16>,
    code: &'a str,
    message: &'a str,
    description: Option<&'a str>,
}

impl<'a> ErrorCode<'a> {
    fn of(error: &'a model::ErrorCode) -> Self {
        let model::ErrorCode { status, code, message, description } = error;
        Self { status: *status, code, message, description: description.as_deref() }
    }
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    url: Option<&'a str>,
    updated: Option<&'a str>,
    machine_translated: bool,
    supplies: &'a [String],
}

impl<'a> Source<'a> {
    fn of(source: &'a model::Source) -> Self {
        let model::Source { title, url, updated, machine_translated, supplies } = source;
        Self {
            title,
            url: url.as_deref(),
            updated: updated.as_deref(),
            machine_translated: *machine_translated,
            supplies,
        }
    }
}

#[derive(Serialize)]
struct Change<'a> {
    date: &'a str,
    summary: &'a str,
}
