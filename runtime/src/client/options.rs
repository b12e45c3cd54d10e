use crate::error::{Error, ErrorKind, Result};
use crate::retry::RetryPolicy;
use crate::transport::within_reason;
use crate::wire::{self, Unsigned};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What one call does differently from the others of its client.
///
/// ```
/// use alicloud_runtime::CallOptions;
/// use alicloud_runtime::retry::Backoff;
/// use std::time::Duration;
///
/// let options = CallOptions::new().timeout(Duration::from_secs(90)).retry(Backoff::never()).region("cn-shanghai");
/// # let _ = options;
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CallOptions {
    /// Most calls have none, and every call has a place for them.
    set: Option<Box<Options>>,
}

#[derive(Clone, Default)]
pub(super) struct Options {
    headers: Vec<(String, String)>,
    query: Vec<(String, String)>,
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<Arc<dyn RetryPolicy>>,
    pub(super) region: Option<String>,
    pub(super) endpoint: Option<String>,
}

static NONE: Options = Options {
    headers: Vec::new(),
    query: Vec::new(),
    timeout: None,
    retry: None,
    region: None,
    endpoint: None,
};

impl CallOptions {
    /// No difference.
    pub const fn new() -> Self {
        Self { set: None }
    }

    /// Sends a header, signed if its name begins with `x-acs-`. It takes the place of a header parameter of this name.
    /// Headers that the client makes itself are refused when the call is made.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set().headers.push((name.into(), value.into()));
        self
    }

    /// Adds a pair to the query, in the place of those of a parameter of this name. A `ClientToken` makes a write safe to
    /// repeat, as the parameter does.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set().query.push((name.into(), value.into()));
        self
    }

    /// Limits the whole call, repetitions included; zero is no limit. See
    /// [`Config::total_timeout`](crate::Config::total_timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.set().timeout = Some(within_reason(timeout));
        self
    }

    /// Decides about repetitions in the place of the client's policy.
    pub fn retry(mut self, policy: impl RetryPolicy + 'static) -> Self {
        self.set().retry = Some(Arc::new(policy));
        self
    }

    /// Calls the endpoint of another region. An endpoint that the client was given is no longer used.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.set().region = Some(region.into());
        self
    }

    /// Calls this endpoint; see [`Config::endpoint`](crate::Config::endpoint).
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.set().endpoint = Some(endpoint.into());
        self
    }

    fn set(&mut self) -> &mut Options {
        self.set.get_or_insert_default()
    }

    pub(super) fn get(&self) -> &Options {
        self.set.as_deref().unwrap_or(&NONE)
    }
}

impl Options {
    /// Puts headers and query into a request.
    pub(super) fn apply(&self, request: &mut Unsigned) -> Result<()> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            headers.append(checked_name(name)?, checked_value(name, value)?);
        }
        for name in headers.keys() {
            request.headers.remove(name);
        }
        request.headers.extend(headers);
        request.replace_query(&self.query);
        Ok(())
    }
}

fn checked_name(name: &str) -> Result<HeaderName> {
    let unusable = |why: &str| {
        let message = format!("header `{}` of the call's options {why}", name.escape_debug());
        Error::local(ErrorKind::Request, message)
    };
    let checked = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable("is no name of a header"))?;
    if wire::is_reserved(&checked) {
        return Err(unusable("is one that only the client itself sets"));
    }
    Ok(checked)
}

fn checked_value(name: &str, value: &str) -> Result<HeaderValue> {
    wire::given_header(value).ok_or_else(|| {
        let message =
            format!("header `{name}` of the call's options holds a character that no header can carry");
        Error::local(ErrorKind::Request, message)
    })
}

impl fmt::Debug for CallOptions {
    /// Shows names of headers and of the query, and no values: any of them may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = self.get();
        let names = |pairs: &[(String, String)]| pairs.iter().map(|pair| pair.0.clone()).collect::<Vec<_>>();
        f.debug_struct("CallOptions")
            .field("headers", &names(&options.headers))
            .field("query", &names(&options.query))
            .field("timeout", &options.timeout)
            .field("retry", &options.retry)
            .field("region", &options.region)
            .field("endpoint", &options.endpoint.as_deref().map(crate::endpoint::printable))
            .finish()
    }
}
