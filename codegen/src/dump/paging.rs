use crate::model;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Pagination<'a> {
    by: &'static str,
    parameter: &'a str,
    size: Option<&'a str>,
    items: &'a str,
    total: Option<&'a str>,
    next: Option<&'a str>,
}

impl<'a> Pagination<'a> {
    pub(super) fn of(pagination: &'a model::Pagination) -> Self {
        let model::Pagination { by, parameter, size, items, total, next } = pagination;
        Self {
            by: by.as_str(),
            parameter,
            size: size.as_deref(),
            items,
            total: total.as_deref(),
            next: next.as_deref(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Asynchronous<'a> {
    operation: &'a str,
    interval: Option<u32>,
    attempts: Option<u32>,
    from_request: Vec<Filled<'a>>,
    from_reply: Vec<Filled<'a>>,
    status: Option<&'a str>,
    done: &'a [String],
    failed: &'a [String],
}

/// A parameter of the operation that is asked, and where its value comes from.
#[derive(Serialize)]
struct Filled<'a> {
    parameter: &'a str,
    from: &'a str,
}

impl<'a> Filled<'a> {
    fn all(pairs: &'a BTreeMap<String, String>) -> Vec<Self> {
        pairs.iter().map(|(parameter, from)| Self { parameter, from }).collect()
    }
}

impl<'a> Asynchronous<'a> {
    pub(super) fn of(asynchronous: &'a model::Asynchronous) -> Self {
        let model::Asynchronous {
            operation,
            interval,
            attempts,
            from_request,
            from_reply,
            status,
            done,
            failed,
        } = asynchronous;
        Self {
            operation,
            interval: *interval,
            attempts: *attempts,
            from_request: Filled::all(from_request),
            from_reply: Filled::all(from_reply),
            status: status.as_deref(),
            done,
            failed,
        }
    }
}
