use alicloud_runtime::CredentialsProvider;
use alicloud_runtime::retry::Backoff;
use alicloud_sdk::{Config, Error, sas};
use alicloud_tests::operations::Probe;
use std::time::Duration;

/// How a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Async,
    Blocking,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Read,
    Write,
}

impl Effect {
    pub(crate) fn operation(self) -> &'static str {
        match self {
            Self::Read => "GetAuthSummary",
            Self::Write => "Probe",
        }
    }
}

/// Waits between attempts are as good as none, and an answer that comes at all comes in time.
pub(crate) fn config(endpoint: &str, keys: impl CredentialsProvider + 'static) -> Config {
    Config::new("cn-shanghai", keys)
        .endpoint(endpoint)
        .retry(Backoff::default().base(Duration::from_millis(1)))
}

/// Request id and attempts of a reply.
pub(crate) type Outcome = Result<(String, u32), Error>;

pub(crate) fn call(client: &sas::Client, mode: Mode, effect: Effect) -> Outcome {
    let probe = Probe { v: Some("1".to_owned()), reserved: None };
    match effect {
        Effect::Read => finish(client.get_auth_summary().send(), mode),
        Effect::Write => finish(client.send(&probe), mode),
    }
}

fn finish<T>(pending: alicloud_runtime::Pending<T>, mode: Mode) -> Outcome {
    let response = match mode {
        Mode::Blocking => pending.blocking(),
        Mode::Async => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(pending)
        }
    };
    response.map(|response| (response.request_id().to_owned(), response.attempts()))
}
