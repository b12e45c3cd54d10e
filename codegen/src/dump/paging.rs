use crate::model;
use serde::Serialize;

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
}

impl<'a> Asynchronous<'a> {
    pub(super) fn of(asynchronous: &'a model::Asynchronous) -> Self {
        let model::Asynchronous { operation, interval, attempts } = asynchronous;
        Self { operation, interval: *interval, attempts: *attempts }
    }
}
