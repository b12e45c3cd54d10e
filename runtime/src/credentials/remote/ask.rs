use crate::credentials::secret_json::{SecretJson, text};
use crate::date;
use crate::io::{Io, within};
use crate::transport::{Timeouts, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode};
use std::fmt::Write;
use std::time::{Duration, SystemTime};

/// The most bytes of an answer.
const LONGEST: usize = 1 << 16;

/// The wait before a second request.
const PAUSE: Duration = Duration::from_millis(200);

/// A server that gives out credentials, and how to ask it (`docs/wire.md`, "Remote credentials").
pub(in crate::credentials) struct Server<'a> {
    /// As messages call it.
    pub(in crate::credentials) name: &'a str,
    pub(in crate::credentials) timeouts: Timeouts,
    pub(in crate::credentials) repeat: Repeat,
}

/// When a request is made a second time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::credentials) enum Repeat {
    /// Where it was answered, and the answer says that the server is busy or broken.
    Busy,
    /// Where it was certainly not received.
    NotReceived,
    /// After every failure that can pass.
    Temporary,
}

/// A complete answer.
pub(in crate::credentials) struct Answer {
    pub(in crate::credentials) status: StatusCode,
    pub(in crate::credentials) body: Bytes,
    /// When it was given, by the server's clock.
    pub(in crate::credentials) date: Option<SystemTime>,
}

impl<'a> Server<'a> {
    /// With the limits that hold for all but the metadata service.
    pub(in crate::credentials) fn new(name: &'a str, repeat: Repeat) -> Self {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        Self {
            name,
            timeouts: Timeouts { connect: seconds(5), read: seconds(10), total: seconds(15) },
            repeat,
        }
    }

    /// Sends a request and waits for the whole answer, whatever its status is.
    ///
    /// # Errors
    /// There was none.
    pub(in crate::credentials) async fn ask(
        &self,
        io: &Io,
        request: &Request<Bytes>,
    ) -> Result<Answer, TransportError> {
        let first = self.once(io, request).await;
        let again = match (self.repeat, &first) {
            (Repeat::Busy | Repeat::Temporary, Ok(answer)) => {
                answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS
            }
            (Repeat::Temporary, Err(error)) => {
                !matches!(error.kind(), TransportErrorKind::TooLong | TransportErrorKind::Refused)
            }
            (Repeat::NotReceived, Err(error)) => error.kind() == TransportErrorKind::Connect,
            (Repeat::NotReceived, Ok(_)) | (Repeat::Busy, Err(_)) => false,
        };
        if !again {
            return first;
        }
        io.sleep(PAUSE).await;
        self.once(io, request).await
    }

    /// As [`ask`](Self::ask), with JSON in an answer of status 200 as the only success.
    ///
    /// # Errors
    /// What happened instead, without anything of the answer but a code and a message.
    pub(in crate::credentials) async fn ask_for_json(
        &self,
        io: &Io,
        request: &Request<Bytes>,
    ) -> Result<(SecretJson, Answer), String> {
        let answer = self.ask(io, request).await.map_err(|error| self.silence(&error))?;
        if answer.status != StatusCode::OK {
            return Err(self.refusal(&answer));
        }
        let json = SecretJson::parse(&answer.body)
            .map_err(|mistake| format!("{} answered with {mistake}", self.name))?;
        Ok((json, answer))
    }

    async fn once(&self, io: &Io, request: &Request<Bytes>) -> Result<Answer, TransportError> {
        let exchange = async {
            let (parts, body) = io.send(request.clone(), self.timeouts).await?.into_parts();
            let body = body.collect(LONGEST).await.map_err(too_long)?;
            Ok(Response::from_parts(parts, body))
        };
        let response = match self.timeouts.total {
            Some(total) => {
                within(exchange, io.scheduler(), total).await.unwrap_or_else(|| Err(late(total)))?
            }
            None => exchange.await?,
        };
        let date = response.headers().get(http::header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(date::parse_http);
        Ok(Answer { status: response.status(), date, body: response.into_body() })
    }

    /// There was no answer.
    pub(in crate::credentials) fn silence(&self, error: &TransportError) -> String {
        let name = self.name;
        match error.kind() {
            TransportErrorKind::Connect => format!("{name} cannot be reached: {error}"),
            TransportErrorKind::Timeout => format!("{name} did not answer in time: {error}"),
            _ => {
                format!("the exchange with {name} broke off: {error}")
            }
        }
    }

    /// The answer is another than the one asked for.
    pub(in crate::credentials) fn refusal(&self, answer: &Answer) -> String {
        let mut message = format!("{} answered with status {}", self.name, answer.status.as_u16());
        // Anything else of the body may be a secret.
        if let Ok(json) = SecretJson::parse(&answer.body) {
            let first = |names: &[&str]| names.iter().find_map(|name| text(&json, name)).map(shortened);
            let told = [
                first(&["Code", "code", "ErrorCode", "error"]),
                first(&["Message", "message", "ErrorMessage", "error_description"]),
            ];
            for part in told.into_iter().flatten() {
                let _ = write!(message, ": {part}");
            }
        }
        message
    }
}

/// The limit is another than that of calls.
fn too_long(error: TransportError) -> TransportError {
    match error.kind() {
        TransportErrorKind::TooLong => TransportError::new(
            TransportErrorKind::TooLong,
            format!("the answer is longer than {LONGEST} bytes"),
        ),
        _ => error,
    }
}

fn late(total: Duration) -> TransportError {
    TransportError::timeout(format!("no complete answer came within {total:?}"))
}

fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

/// A request with these headers. What is secret of them is marked so.
///
/// # Errors
/// The address or a header is not possible; which one, and never its value.
pub(in crate::credentials) fn request(
    method: http::Method,
    address: &str,
    headers: &[(&'static str, &str)],
    body: impl Into<Bytes>,
) -> Result<Request<Bytes>, String> {
    let mut request = Request::new(body.into());
    *request.method_mut() = method;
    *request.uri_mut() = address.parse().map_err(|_| "its address is no address".to_owned())?;
    for (name, value) in headers {
        let mut header = HeaderValue::from_str(value)
            .map_err(|_| format!("the value for `{name}` holds a character that a header cannot carry"))?;
        header.set_sensitive(*name == "authorization" || name.ends_with("token"));
        request.headers_mut().insert(*name, header);
    }
    Ok(request)
}
