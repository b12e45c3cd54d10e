//! What happens before and after the transport, as pure functions.

use super::caller::Caller;
use super::signed_request::SignedRequest;
use crate::credentials::Credentials;
use crate::date::iso8601;
use crate::endpoint::Endpoint;
use crate::error::{self, Error, ErrorBuilder, ErrorKind, Result};
use crate::operation::Descriptor;
use crate::sign::{self, Algorithm, Canonical};
use crate::transport::{Body, TransportError, TransportErrorKind};
use crate::wire::Unsigned;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, USER_AGENT};
use http::response::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use std::borrow::Cow;
use std::time::{Duration, SystemTime};

const NONCE: HeaderName = HeaderName::from_static("x-acs-signature-nonce");

/// More headers than most requests have, so that their map need not grow.
const HEADERS: usize = 16;

/// What differs between two attempts of one call.
pub(super) struct Attempt<'a> {
    pub(super) caller: &'a Caller,
    pub(super) now: SystemTime,
    pub(super) nonce: &'a str,
    pub(super) repetition: Option<Repetition>,
}

/// What went before an attempt that is not the first.
#[derive(Clone, Copy)]
pub(super) struct Repetition {
    /// How many attempts failed.
    pub(super) retries: u32,
    /// The wait since the last of them.
    pub(super) delay: Duration,
}

/// What is the same for all calls to an endpoint that want one kind of answer.
pub(super) struct Surroundings<'a> {
    pub(super) endpoint: &'a Endpoint,
    pub(super) user_agent: &'a HeaderValue,
    pub(super) accept: &'static str,
    pub(super) algorithm: Algorithm,
}

/// Completes and signs a request (`docs/wire.md`, "Request headers").
///
/// # Errors
/// [`ErrorKind::Credentials`]: they are empty, or hold characters that a header cannot carry.
pub(super) fn prepare(
    operation: &'static Descriptor,
    unsigned: &Unsigned,
    surroundings: &Surroundings<'_>,
    attempt: &Attempt<'_>,
) -> Result<SignedRequest> {
    let algorithm = surroundings.algorithm;
    let payload_hash = sign::payload_hash(algorithm, &unsigned.body);
    // What somebody who is no holder of a key adds to the query is added to a copy.
    let mut unsigned = Cow::Borrowed(unsigned);
    let mut headers = HeaderMap::with_capacity(HEADERS);
    let date = iso8601(attempt.now);
    let plain = [
        (HOST, surroundings.endpoint.authority.as_str()),
        (const { HeaderName::from_static("x-acs-action") }, operation.name()),
        (const { HeaderName::from_static("x-acs-version") }, operation.product().version()),
        (const { HeaderName::from_static("x-acs-date") }, date.as_str()),
        (NONCE, attempt.nonce),
        (const { HeaderName::from_static("x-acs-content-sha256") }, payload_hash.as_str()),
        (ACCEPT, surroundings.accept),
    ];
    for (name, value) in plain {
        put(&mut headers, name, value, false)?;
    }
    headers.insert(USER_AGENT, surroundings.user_agent.clone());
    // Replaces `accept` and `user-agent` where one of them is a parameter; the others cannot be.
    headers.extend(unsigned.headers.clone());
    if let Some(content_type) = unsigned.content_type {
        put(&mut headers, CONTENT_TYPE, content_type, false)?;
    }
    if let Some(Repetition { retries, delay }) = attempt.repetition {
        headers.insert("x-acs-retry-attempts", HeaderValue::from(retries));
        let milliseconds = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
        headers.insert("x-acs-retry-delay", HeaderValue::from(milliseconds));
    }
    identify(operation, attempt.caller, &mut headers, &mut unsigned)?;

    let (method, path, query) = (unsigned.method.as_str(), unsigned.path.as_str(), unsigned.query());
    let mut canonical = None;
    if let Caller::Key(credentials) = attempt.caller {
        let form = canonical.insert(Canonical::new(method, path, &query, &headers, &payload_hash));
        let secret = credentials.access_key_secret().expose();
        let authorization = sign::sign(algorithm, form, credentials.access_key_id(), secret)
            .map_err(|error| unusable("the access key secret cannot be used").source(error).build())?;
        put(&mut headers, AUTHORIZATION, &authorization, true)?;
    }

    let mut address = format!("{}{path}", surroundings.endpoint);
    if !query.is_empty() {
        address.push('?');
        address.push_str(&query);
    }
    let mut request =
        Request::builder().method(method).uri(address).body(unsigned.body.clone()).map_err(|error| {
            // The address itself stays out of the message: it holds the parameters.
            let message =
                format!("the request has no valid address ({error}); a shorter list of parameters may help");
            Error::builder(ErrorKind::Request).message(message).source(error).build()
        })?;
    *request.headers_mut() = headers;
    // For transports that look at requests: what of them is secret, for one, is a fact of the operation.
    request.extensions_mut().insert(operation);
    Ok(SignedRequest::new(request, canonical, algorithm))
}

/// Says who calls, but for the signature.
fn identify(
    operation: &Descriptor,
    caller: &Caller,
    headers: &mut HeaderMap,
    unsigned: &mut Cow<'_, Unsigned>,
) -> Result<()> {
    let is_rpc = operation.path_template().is_none();
    match caller {
        Caller::Anonymous if is_rpc => unsigned.to_mut().add_query("Format", "json"),
        Caller::Anonymous => {}
        Caller::Key(credentials) => {
            name_provider(credentials, headers)?;
            check_key(credentials, headers)?;
        }
        Caller::Bearer(credentials) => {
            name_provider(credentials, headers)?;
            let token = credentials.bearer_token().map(|token| token.expose()).unwrap_or_default();
            if token.is_empty() {
                return Err(unusable("the bearer token is empty").build());
            }
            put(headers, const { HeaderName::from_static("x-acs-bearer-token") }, token, true)?;
            if is_rpc {
                unsigned.to_mut().add_query("SignatureType", "BEARERTOKEN");
            } else {
                put(
                    headers,
                    const { HeaderName::from_static("x-acs-signature-type") },
                    "BEARERTOKEN",
                    false,
                )?;
            }
        }
    }
    Ok(())
}

fn name_provider(credentials: &Credentials, headers: &mut HeaderMap) -> Result<()> {
    let provider = credentials.provider_name();
    if provider.is_empty() {
        return Ok(());
    }
    put(headers, const { HeaderName::from_static("x-acs-credentials-provider") }, provider, false)
}

/// Checks an access key and, for a temporary one, adds the two headers that name it.
fn check_key(credentials: &Credentials, headers: &mut HeaderMap) -> Result<()> {
    let id = credentials.access_key_id();
    let id_is_plain = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',');
    if !id_is_plain {
        return Err(
            unusable("the access key id is empty or holds a blank, a comma or a control character").build()
        );
    }
    if credentials.access_key_secret().is_empty() {
        return Err(unusable("the access key secret is empty").build());
    }
    if let Some(token) = credentials.security_token() {
        put(headers, const { HeaderName::from_static("x-acs-accesskey-id") }, id, true)?;
        put(headers, const { HeaderName::from_static("x-acs-security-token") }, token.expose(), true)?;
    }
    Ok(())
}

fn unusable(message: &str) -> ErrorBuilder {
    Error::builder(ErrorKind::Credentials).message(message)
}

/// Sets a header. A sensitive value is left out when headers are printed.
fn put(headers: &mut HeaderMap, name: HeaderName, value: &str, sensitive: bool) -> Result<()> {
    let mut header = HeaderValue::from_str(value).map_err(|error| {
        // Date, action and the like are made here; a nonce comes from the configuration, the rest from a provider.
        let from_configuration = name == NONCE || name == HOST;
        let kind = if from_configuration { ErrorKind::Configuration } else { ErrorKind::Credentials };
        let message = format!("the value for `{name}` holds a character that a header cannot carry");
        Error::builder(kind).message(message).source(error).build()
    })?;
    header.set_sensitive(sensitive);
    headers.insert(name, header);
    Ok(())
}

/// An answer with a success status, or the error that it is.
///
/// Only the status decides: a `Code` in a successful reply is data (`docs/wire.md`, "Success replies").
///
/// # Errors
/// [`ErrorKind::Service`].
pub(super) fn classify(response: Response<Bytes>) -> Result<Response<Bytes>> {
    if response.status().is_success() { Ok(response) } else { Err(error::service(response)) }
}

/// The error of an exchange without an answer.
pub(super) fn no_answer(endpoint: &Endpoint, error: TransportError) -> Error {
    broken_off(endpoint, error).build()
}

fn broken_off(endpoint: &Endpoint, error: TransportError) -> ErrorBuilder {
    let (kind, message) = match error.kind() {
        TransportErrorKind::Timeout => {
            (ErrorKind::Timeout, format!("{endpoint} did not answer in time: {error}"))
        }
        TransportErrorKind::Connect | TransportErrorKind::Certificate => {
            (ErrorKind::Connect, format!("no connection to {endpoint}: {error}"))
        }
        TransportErrorKind::Refused => (ErrorKind::Request, error.to_string()),
        TransportErrorKind::Other | TransportErrorKind::TooLong => {
            (ErrorKind::Transport, format!("the exchange with {endpoint} broke off: {error}"))
        }
    };
    Error::builder(kind).message(message).source(error)
}

/// The error of an answer whose body did not arrive: what did arrive stays with it.
pub(super) fn no_body(endpoint: &Endpoint, head: &Parts, error: TransportError) -> Error {
    let builder = if error.kind() == TransportErrorKind::TooLong {
        let message = format!("the answer cannot be read: {error}");
        Error::builder(ErrorKind::Decode).message(message).source(error)
    } else {
        broken_off(endpoint, error)
    };
    builder
        .status(head.status.as_u16())
        .request_id(error::request_id(&head.headers).unwrap_or_default())
        .headers(head.headers.clone())
        .build()
}

/// The error of a call whose time is over. `limit` is that of the whole call, `head` what there is of an answer.
pub(super) fn too_late(endpoint: &Endpoint, limit: Duration, head: Option<(u16, Option<String>)>) -> Error {
    let message = format!("{endpoint} did not answer in time: the call did not end within {limit:?}");
    let builder = Error::builder(ErrorKind::Timeout).message(message);
    match head {
        Some((status, request_id)) => {
            builder.status(status).request_id(request_id.unwrap_or_default()).build()
        }
        None => builder.build(),
    }
}

/// The error of a call whose time is over before anything was sent.
pub(super) fn no_credentials(limit: Duration) -> Error {
    let message = format!("the provider of the credentials did not answer in time: it had {limit:?}");
    Error::builder(ErrorKind::Timeout).message(message).build()
}

pub(super) fn is_json(response: &Response<Body>) -> bool {
    is_json_type(response.headers())
}

pub(super) fn is_json_type(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.trim_start().to_ascii_lowercase().starts_with("application/json")
}
