use alicloud_runtime::credentials::{Credentials, CredentialsProvider};
use alicloud_runtime::io::{Io, Scheduler};
use alicloud_runtime::testing::{Recorded, Scripted, block_on};
use alicloud_runtime::{BoxFuture, Error, ErrorKind};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// 2026-01-02T03:04:05Z
pub const NOW: u64 = 1_767_323_045;

/// A time of day that stands still until it is set.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mutex<SystemTime>>);

impl Clock {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(UNIX_EPOCH + Duration::from_secs(NOW))))
    }

    pub fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }

    pub fn advance(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }
}

/// A scripted transport with a clock that the test sets.
pub struct Outside {
    pub transport: Scripted,
    pub clock: Clock,
    pub io: Io,
}

impl Outside {
    pub fn new(transport: Scripted) -> Self {
        let clock = Clock::new();
        let (paused, time) = (transport.clock().clone(), clock.clone());
        let io = Io::new(transport.clone(), paused, move || time.now());
        Self { transport, clock, io }
    }

    pub fn ask(&self, provider: &dyn CredentialsProvider) -> Result<Credentials, Error> {
        block_on(provider.credentials(&self.io))
    }

    /// The message of the error that it must be.
    pub fn refusal(&self, provider: &dyn CredentialsProvider) -> String {
        let error = self.ask(provider).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        let line = error.to_string();
        assert!(!line.contains('\n'), "{line}");
        for text in [&line, &format!("{error:?}"), &format!("{error:#?}")] {
            assert!(!text.contains("hunter2"), "a secret is shown: {text}");
        }
        error.message().to_owned()
    }

    pub fn requests(&self) -> Vec<Recorded> {
        self.transport.requests()
    }
}

/// Time that never passes by itself, so that nothing is ever given up.
#[derive(Clone, Debug, Default)]
pub struct Still;

impl Scheduler for Still {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn spawn(&self, _: BoxFuture<'static, ()>) {}
}

/// The keys of credentials: id, secret, token.
pub fn keys(credentials: &Credentials) -> (&str, &str, &str) {
    let token = credentials.security_token().map_or("", |token| token.expose());
    (credentials.access_key_id(), credentials.access_key_secret().expose(), token)
}

/// The answer of a server with keys that end in `number` and expire so many seconds after [`NOW`].
pub fn answer(number: u32, seconds: u64) -> String {
    let expiration = expiration(seconds);
    format!(
        r#"{{"Code":"Success","AccessKeyId":"id{number}","AccessKeySecret":"hunter2-{number}","SecurityToken":"hunter2-token{number}","Expiration":"{expiration}"}}"#
    )
}

/// [`NOW`] and so many seconds, as servers write it. Within one day.
pub fn expiration(seconds: u64) -> String {
    let second = NOW % 86_400 + seconds;
    let (day, second) = (2 + second / 86_400, second % 86_400);
    format!("2026-01-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}
