//! What happens before and after the transport, as pure functions.

use crate::credentials::Credentials;
use crate::endpoint::Endpoint;
use crate::error::{self, Error, ErrorKind, Result};
use crate::operation::Descriptor;
use crate::sign::{self, Canonical};
use crate::transport::{TransportError, TransportErrorKind};
use crate::wire::Unsigned;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use std::time::SystemTime;

/// Path of every RPC request.
const PATH: &str = "/";

const NONCE: HeaderName = HeaderName::from_static("x-acs-signature-nonce");

/// What differs between two attempts of one call.
pub(super) struct Attempt<'a> {
    pub(super) credentials: &'a Credentials,
    pub(super) now: SystemTime,
    pub(super) nonce: &'a str,
}

/// Completes and signs a request (`docs/wire.md`, "Request headers").
///
/// # Errors
/// [`ErrorKind::Credentials`]: they are empty, or hold characters that a header cannot carry.
pub(super) fn prepare(
    operation: &Descriptor,
    unsigned: &Unsigned,
    endpoint: &Endpoint,
    user_agent: &HeaderValue,
    attempt: &Attempt<'_>,
) -> Result<Request<Bytes>> {
    let credentials = attempt.credentials;
    let payload_hash = sign::payload_hash(&unsigned.body);
    let mut headers = HeaderMap::new();
    let date = sign::iso8601(attempt.now);
    let plain = [
        (HOST, endpoint.authority.as_str()),
        (HeaderName::from_static("x-acs-action"), operation.name()),
        (HeaderName::from_static("x-acs-version"), operation.product().version()),
        (HeaderName::from_static("x-acs-date"), date.as_str()),
        (NONCE, attempt.nonce),
        (HeaderName::from_static("x-acs-content-sha256"), payload_hash.as_str()),
        (ACCEPT, "application/json"),
    ];
    for (name, value) in plain {
        put(&mut headers, name, value, false)?;
    }
    let provider = credentials.provider_name();
    if !provider.is_empty() {
        put(&mut headers, HeaderName::from_static("x-acs-credentials-provider"), provider, false)?;
    }
    if let Some(content_type) = unsigned.content_type {
        put(&mut headers, CONTENT_TYPE, content_type, false)?;
    }
    headers.insert(USER_AGENT, user_agent.clone());
    identify(credentials, &mut headers)?;

    let method = unsigned.method.as_str();
    let canonical = Canonical::new(method, PATH, &unsigned.query, &headers, &payload_hash);
    let secret = credentials.access_key_secret().expose();
    let authorization = sign::sign(&canonical, credentials.access_key_id(), secret)
        .map_err(|error| unusable("the access key secret cannot be used").source(error).build())?;
    put(&mut headers, AUTHORIZATION, &authorization, true)?;

    let mut address = format!("{endpoint}{PATH}");
    if !unsigned.query.is_empty() {
        address.push('?');
        address.push_str(&unsigned.query);
    }
    let mut request =
        Request::builder().method(method).uri(address).body(unsigned.body.clone()).map_err(|error| {
            // The address itself stays out of the message: it holds the parameters.
            let message =
                format!("the request has no valid address ({error}); a shorter list of parameters may help");
            Error::builder(ErrorKind::Request).message(message).source(error).build()
        })?;
    *request.headers_mut() = headers;
    Ok(request)
}

/// Checks the credentials and, for temporary ones, adds the two headers that name them.
fn identify(credentials: &Credentials, headers: &mut HeaderMap) -> Result<()> {
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
        put(headers, HeaderName::from_static("x-acs-accesskey-id"), id, false)?;
        put(headers, HeaderName::from_static("x-acs-security-token"), token.expose(), true)?;
    }
    Ok(())
}

fn unusable(message: &str) -> error::ErrorBuilder {
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
    let (kind, message) = match error.kind() {
        TransportErrorKind::Timeout => {
            (ErrorKind::Timeout, format!("{endpoint} did not answer in time: {error}"))
        }
        TransportErrorKind::Connect => (ErrorKind::Connect, format!("no connection to {endpoint}: {error}")),
        TransportErrorKind::Other => {
            (ErrorKind::Transport, format!("the exchange with {endpoint} broke off: {error}"))
        }
    };
    Error::builder(kind).message(message).source(error).build()
}
