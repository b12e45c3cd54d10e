use crate::event::Event;
use crate::operation::Operation;
use crate::record::Report;
use crate::response::{Around, Response};
use crate::wire::{self, RawEvent};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// A response as a call returns it, for code that takes one: status 200, request id `example`, no headers, no departures,
/// one attempt. Change it with the methods of [`ResponseBuilder`], then [`build`](ResponseBuilder::build).
///
/// ```
/// # #[derive(Default)]
/// # struct Reply { count: Option<i32> }
/// # alicloud_runtime::record! { Reply { count: Integer = 0: "Count" } }
/// use alicloud_runtime::testing::response;
///
/// let mut reply = Reply::default();
/// reply.count = Some(3);
/// let response = response(reply).request_id("R-1").build();
/// assert_eq!((response.count, response.request_id()), (Some(3), "R-1"));
/// ```
pub fn response<T>(value: T) -> ResponseBuilder<T> {
    let around = Around {
        request_id: "example".to_owned(),
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        report: Report::default(),
        body: Bytes::new(),
        attempts: 1,
    };
    ResponseBuilder(Response { value: Box::new(value), around: Box::new(around) })
}

/// Makes a [`Response`]; see [`response`].
#[derive(Clone)]
#[must_use = "call `build`"]
pub struct ResponseBuilder<T>(Response<T>);

impl<T> ResponseBuilder<T> {
    /// Request id.
    pub fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.0.around.request_id = request_id.into();
        self
    }

    /// HTTP status; a number that is none changes nothing.
    pub fn status(mut self, status: u16) -> Self {
        self.0.around.status = StatusCode::from_u16(status).unwrap_or(self.0.around.status);
        self
    }

    /// Adds an HTTP header; what no header can be changes nothing.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.0.around.headers.append(name, value);
        }
        self
    }

    /// Where the reply departed from its documentation. [`record::decode`](crate::record::decode) of a reply that does
    /// makes one.
    pub fn report(mut self, report: Report) -> Self {
        self.0.around.report = report;
        self
    }

    /// Raw body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.0.around.body = body.into();
        self
    }

    /// How many requests were sent for it.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.0.around.attempts = attempts;
        self
    }

    /// The response.
    pub fn build(self) -> Response<T> {
        self.0
    }
}

impl<T> std::fmt::Debug for ResponseBuilder<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResponseBuilder")
            .field("request_id", &self.0.around.request_id)
            .finish_non_exhaustive()
    }
}

/// An event as a stream yields it, decoded from its data.
///
/// # Errors
/// The data is not what the operation's events are at all.
pub fn event<R: Operation>(
    name: Option<&str>,
    data: &str,
) -> Result<Event<R::Reply>, crate::record::Mismatch> {
    let mut value = R::Reply::default();
    let body = Bytes::copy_from_slice(data.as_bytes());
    let parts = wire::Parts { status: StatusCode::OK, headers: &HeaderMap::new(), body: &body };
    let report = wire::read(R::DESCRIPTOR, &mut value, &parts)?;
    let raw = RawEvent { name: name.map(str::to_owned), data: data.to_owned(), ..RawEvent::default() };
    Ok(Event { value, raw, report })
}
