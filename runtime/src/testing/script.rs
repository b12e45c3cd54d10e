use super::plan::Plan;
use super::script_state::{Entry, State};
use super::{Matcher, Paused, Recorded, Rule, late};
use crate::io::Scheduler;
use crate::operation::Operation;
use crate::transport::{Body, Timeouts, Transport, TransportError};
use crate::{BoxFuture, Config, Credentials};
use bytes::Bytes;
use http::{Request, Response};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// A service in a test: rules say what it answers to which calls. Clones share everything.
///
/// Make a client from [`config`](Self::config), whatever its product is, and give it to the code under test. Nothing
/// leaves the process and nothing waits: time is that of [`clock`](Self::clock). See the [module](super) for an
/// example.
#[derive(Clone, Default)]
pub struct Script {
    state: Arc<Mutex<State>>,
    clock: Paused,
}

/// The time of day at which a script begins: 2026-01-01T00:00:00Z.
const BEGINNING: Duration = Duration::from_secs(1_767_225_600);

/// 9999-12-31T23:59:59Z: later dates do not fit their form, and much later ones no clock.
const END: Duration = Duration::from_secs(253_402_300_799);

/// The time of day so long after the beginning.
fn date(elapsed: Duration) -> SystemTime {
    let since = BEGINNING.saturating_add(elapsed).min(END);
    SystemTime::UNIX_EPOCH.checked_add(since).unwrap_or(SystemTime::UNIX_EPOCH)
}

impl Script {
    /// A script without rules: every call is refused.
    pub fn new() -> Self {
        Self::default()
    }

    /// A configuration for clients of any product: invented credentials and endpoint, this script as the transport, and
    /// its clock.
    pub fn config(&self) -> Config {
        let clock = self.clock.clone();
        Config::new("example", Credentials::new("example-id", "example-secret"))
            .endpoint("endpoint.example")
            .transport(self.clone())
            .clock(move || date(clock.elapsed()))
    }

    /// A rule for the calls of one operation that `matcher` takes: [`Any`](super::Any), a request of which some fields
    /// are set, or [`matching`](super::matching) with a closure. Say next what it answers.
    ///
    /// Of several rules that take a call the one that was made first and has an answer left gives it. A call that no
    /// rule takes is an error of kind [`ErrorKind::Request`](crate::ErrorKind::Request) that says which rules there are.
    pub fn on<R: Operation>(&self, matcher: impl Into<Matcher<R>>) -> Rule<R> {
        let Matcher { takes, says, .. } = matcher.into();
        let mut state = self.state();
        let index = state.rules.len();
        let (plan, requests) = (Plan::default(), Vec::new());
        state.rules.push(Entry { operation: R::DESCRIPTOR, takes, says, plan, requests });
        drop(state);
        Rule::new(self.clone(), index)
    }

    /// The clock that passes for clients of this script.
    pub fn clock(&self) -> &Paused {
        &self.clock
    }

    /// Every request so far, in order; also those that no rule took.
    pub fn requests(&self) -> Vec<Recorded> {
        self.state().requests.clone()
    }

    /// Checks that every answer was given, the last one of a rule at least once, and that every call had one.
    ///
    /// # Errors
    /// What is left and what was refused, one per line.
    pub fn check_done(&self) -> Result<(), String> {
        let left = self.state().left();
        if left.is_empty() { Ok(()) } else { Err(left.join("\n")) }
    }

    /// As [`check_done`](Self::check_done), for the end of a test.
    ///
    /// # Panics
    /// Something is left, or was refused.
    #[track_caller]
    pub fn assert_done(&self) {
        let outcome = self.check_done();
        assert!(outcome.is_ok(), "{}", outcome.err().unwrap_or_default());
    }

    pub(super) fn plan(&self, index: usize, change: impl FnOnce(&mut Plan)) {
        if let Some(rule) = self.state().rules.get_mut(index) {
            change(&mut rule.plan);
        }
    }

    pub(super) fn requests_of(&self, index: usize) -> Vec<Recorded> {
        self.state().rules.get(index).map(|rule| rule.requests.clone()).unwrap_or_default()
    }

    pub(super) fn next_request_id(&self) -> String {
        let mut state = self.state();
        state.request_ids += 1;
        format!("00000000-0000-0000-0000-{:012}", state.request_ids)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let (answer, after) = self.state().answer(Recorded::new(request, timeouts));
        Box::pin(async move {
            late::arrive(&self.clock, timeouts, after).await?;
            answer.give()
        })
    }

    /// Waits take no time.
    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        Some(Arc::new(self.clock.clone()))
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Script")
            .field("rules", &state.rules.len())
            .field("requests", &state.requests.len())
            .finish_non_exhaustive()
    }
}
