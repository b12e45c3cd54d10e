use alicloud_runtime::CredentialsProvider;
use alicloud_sdk::{Config, Credentials, ErrorKind};
use alicloud_tests::raw::{Authority, Request, Step};
use std::sync::Arc;

/// The request id that every answer of these servers has, unless it is about answers without one.
pub(crate) const ID: &str = "0A1B2C3D";

/// The steps of the server for one attempt, which are counted from zero.
pub(crate) type Respond = fn(&Request, usize) -> Vec<Step>;

/// One thing that goes wrong, and what a call has to come to.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    /// `None`: nobody listens.
    pub(crate) respond: Option<Respond>,
    pub(crate) authority: Option<Authority>,
    pub(crate) read: Option<Expected>,
    pub(crate) write: Option<Expected>,
    pub(crate) keys: fn() -> Arc<dyn CredentialsProvider>,
    pub(crate) configure: fn(Config) -> Config,
    /// Looks at the requests of one call.
    pub(crate) check: fn(&[Request]),
}

#[derive(Clone, Copy)]
pub(crate) struct Expected {
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    /// A part of the error's line.
    pub(crate) text: &'static str,
    /// Whether the error names the request.
    pub(crate) has_id: bool,
}

#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    Reply,
    Failure(ErrorKind),
}

pub(crate) fn reply(attempts: u32) -> Expected {
    Expected { outcome: Outcome::Reply, attempts, text: "", has_id: false }
}

/// An error without a request id.
pub(crate) fn nameless(kind: ErrorKind, attempts: u32, text: &'static str) -> Expected {
    Expected { outcome: Outcome::Failure(kind), attempts, text, has_id: false }
}

/// An error that names the request.
pub(crate) fn failure(kind: ErrorKind, attempts: u32, text: &'static str) -> Expected {
    Expected { has_id: true, ..nameless(kind, attempts, text) }
}

impl Fault {
    pub(crate) fn new(name: &'static str, respond: Respond) -> Self {
        Self {
            name,
            respond: Some(respond),
            authority: None,
            read: None,
            write: None,
            keys: || Arc::new(Credentials::new("id", "secret")),
            configure: |config| config,
            check: |_| {},
        }
    }

    /// What a call that only reads comes to, and one that changes something.
    pub(crate) fn comes_to(mut self, read: Expected, write: Expected) -> Self {
        (self.read, self.write) = (Some(read), Some(write));
        self
    }

    /// Where both come to the same.
    pub(crate) fn always(self, expected: Expected) -> Self {
        self.comes_to(expected, expected)
    }

    pub(crate) fn keys(mut self, keys: fn() -> Arc<dyn CredentialsProvider>) -> Self {
        self.keys = keys;
        self
    }

    pub(crate) fn configured(mut self, configure: fn(Config) -> Config) -> Self {
        self.configure = configure;
        self
    }

    pub(crate) fn checked(mut self, check: fn(&[Request])) -> Self {
        self.check = check;
        self
    }
}
