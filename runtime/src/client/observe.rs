//! What a call tells `tracing` (`docs/tracing.md`): names of OpenTelemetry's conventions, no parameter, no body, no secret.

use super::attempts::Answer;
use super::start::Start;
use crate::error::{self, Error, Result};
use crate::transport::Body;
use http::Response;
use tracing::Span;
use tracing::field::Empty;

/// The span of one request that is sent for a call.
pub(super) fn attempt(start: &Start, number: u32) -> Span {
    tracing::info_span!(
        "alicloud.attempt",
        otel.kind = "client",
        http.request.method = start.unsigned.method.as_str(),
        http.request.resend_count = number - 1,
        server.address = start.endpoint.authority.as_str(),
        http.response.status_code = Empty,
        alibaba_cloud.request_id = Empty,
        error.type = Empty,
    )
}

/// What a call has come to, after all its attempts.
pub(super) fn ended(span: &Span, outcome: &Result<Answer>) {
    match outcome {
        Ok(answer) => succeeded(span, &answer.response),
        Err(error) => failed(span, error),
    }
}

pub(super) fn succeeded(span: &Span, response: &Response<Body>) {
    if span.is_disabled() {
        return;
    }
    span.record("http.response.status_code", response.status().as_u16());
    if let Some(request_id) = error::request_id(response.headers()) {
        span.record("alibaba_cloud.request_id", request_id);
    }
}

pub(super) fn failed(span: &Span, error: &Error) {
    if span.is_disabled() {
        return;
    }
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status);
    }
    if let Some(request_id) = error.request_id() {
        span.record("alibaba_cloud.request_id", request_id);
    }
    // A code of the service, else the kind: both from short lists, as the convention asks.
    match error.code() {
        Some(code) => span.record("error.type", code),
        None => span.record("error.type", tracing::field::debug(error.kind())),
    };
}
