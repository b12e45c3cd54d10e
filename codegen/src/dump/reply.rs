use super::field::Field;
use super::flatten;
use crate::model::{Operation, ReplyBody};
use serde::Serialize;

/// Status of success where the spec says nothing else.
const OK: u16 = 200;

#[derive(Serialize)]
pub(super) struct Reply<'a> {
    title: Option<&'a str>,
    description: Option<&'a str>,
    status: u16,
    body: &'static str,
    headers: Vec<Field<'a>>,
}

impl<'a> Reply<'a> {
    pub(super) fn of(operation: &'a Operation) -> Self {
        let shape = operation.shape(Operation::REPLY);
        Self {
            title: operation.reply_title.as_deref(),
            description: shape.and_then(|shape| shape.description.as_deref()),
            status: operation.status.unwrap_or(OK),
            body: match operation.reply_body {
                ReplyBody::Object => "object",
                ReplyBody::Payload => "json",
                ReplyBody::Text => "text",
                ReplyBody::Bytes => "bytes",
                ReplyBody::Empty => "none",
            },
            headers: flatten::headers(operation),
        }
    }
}
