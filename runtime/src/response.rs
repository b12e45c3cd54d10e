//! What a call returns.

use crate::record::Report;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::ops::Deref;

/// A reply, with what came around it. It dereferences to the reply.
#[derive(Clone)]
pub struct Response<T> {
    /// In a box, so that no caller moves a large reply about, and no future has to hold one.
    pub(crate) value: Box<T>,
    pub(crate) around: Box<Around>,
}

/// What came around a reply. The same type for all replies, so that what is done with it is compiled once.
#[derive(Clone)]
pub(crate) struct Around {
    pub(crate) request_id: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) report: Report,
    pub(crate) body: Bytes,
    pub(crate) attempts: u32,
}

impl<T> Response<T> {
    /// Request id, from the header or else from the body; empty when neither has one.
    pub fn request_id(&self) -> &str {
        &self.around.request_id
    }

    /// HTTP status.
    pub fn status(&self) -> u16 {
        self.around.status.as_u16()
    }

    /// HTTP headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.around.headers
    }

    /// Where the reply departed from its documentation.
    pub fn report(&self) -> &Report {
        &self.around.report
    }

    /// The raw body, exactly as it arrived.
    pub fn body(&self) -> &Bytes {
        &self.around.body
    }

    /// How many requests were sent for it: one, unless attempts failed before.
    pub fn attempts(&self) -> u32 {
        self.around.attempts
    }

    /// The reply alone.
    pub fn into_inner(self) -> T {
        *self.value
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    /// Headers and raw body stay out: only the reply knows which of its fields are sensitive.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("value", &self.value)
            .field("request_id", &self.around.request_id)
            .field("status", &self.status())
            .field("report", &self.around.report)
            .finish_non_exhaustive()
    }
}
