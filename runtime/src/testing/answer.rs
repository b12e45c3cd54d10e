use super::chunks::Chunks;
use crate::transport::{Body, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

/// An answer that can be given again and again.
#[derive(Clone)]
pub(super) enum Answer {
    /// A body that is there at once.
    Whole(Response<Bytes>),
    /// A body that comes in pieces.
    Chunks(Response<Vec<Bytes>>),
    /// No answer.
    Failure(TransportErrorKind, String),
    /// It never comes.
    Never,
}

const JSON: &str = "application/json;charset=utf-8";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-acs-request-id");

impl Answer {
    /// A JSON answer with the request id that every gateway sends. A number that is no HTTP status turns into 200.
    pub(super) fn json(status: u16, body: impl Into<Bytes>, request_id: &str) -> Self {
        Self::Whole(response(status, JSON, request_id, body.into()))
    }

    /// An answer of events.
    pub(super) fn events(events: Vec<Bytes>, request_id: &str) -> Self {
        Self::Chunks(response(200, "text/event-stream", request_id, events))
    }

    /// Adds headers to an answer that has some.
    pub(super) fn with_headers(mut self, headers: HeaderMap) -> Self {
        match &mut self {
            Self::Whole(response) => response.headers_mut().extend(headers),
            Self::Chunks(response) => response.headers_mut().extend(headers),
            Self::Failure(..) | Self::Never => {}
        }
        self
    }

    /// Gives the answer.
    pub(super) fn give(self) -> Result<Response<Body>, TransportError> {
        match self {
            Self::Whole(response) => Ok(response.map(Body::whole)),
            Self::Chunks(response) => {
                Ok(response.map(|chunks| Body::chunks(Chunks::new(chunks.into_iter().map(Ok)))))
            }
            Self::Failure(kind, message) => Err(TransportError::new(kind, message)),
            Self::Never => Err(TransportError::timeout("nothing came")),
        }
    }
}

fn response<B>(status: u16, content_type: &'static str, request_id: &str, body: B) -> Response<B> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(request_id) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert(REQUEST_ID, request_id);
    }
    response
}
