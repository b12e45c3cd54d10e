use super::request::Request;
use super::state::{PATIENCE, Plan, State};
use super::turn::Turn;
use crate::BoxFuture;
use crate::credentials::{Credentials, CredentialsProvider};
use crate::error::Error;
use crate::io::{Io, within};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a caller waits for new credentials where the present ones are still valid.
const SHORT_PATIENCE: Duration = Duration::from_secs(5);

/// Keeps the credentials of another provider until shortly before they expire (`docs/wire.md`, "Refresh").
///
/// However many calls are made at once, one request is under way. In the last 15 minutes it is made on the side, and
/// callers get what is there; in the last 3 minutes they wait for it, but no longer than 5 seconds. Credentials of a life
/// of less than half an hour are renewed in its second half. If a request fails or takes too long, credentials that are
/// still valid stay in use, and there is a pause before the next request. Credentials that do not expire are kept until
/// the service refuses them.
///
/// A request does not end with the call that it is made for: if that is dropped or reaches its time limit, the request
/// goes on as a task of the [`Io`]'s scheduler, for two minutes at most, and the next call has its outcome.
///
/// The providers of this crate that ask a server have one inside. Put it around your own:
///
/// ```
/// use alicloud_runtime::credentials::Refreshing;
/// use alicloud_runtime::io::Io;
/// use alicloud_runtime::{BoxFuture, Config, Credentials, CredentialsProvider, Error};
/// use std::time::Duration;
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl CredentialsProvider for Vault {
///     fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
///         // Asked once an hour and not for every call.
///         let expiration = io.now() + Duration::from_secs(3600);
///         Box::pin(async move { Ok(Credentials::new("key-id", "key secret").with_expiration(expiration)) })
///     }
/// }
///
/// let config = Config::new("ap-southeast-1", Refreshing::new(Vault));
/// # let _ = config;
/// ```
pub struct Refreshing<P> {
    shared: Arc<Shared<P>>,
}

pub(super) struct Shared<P> {
    pub(super) source: P,
    state: Mutex<State>,
}

impl<P> Shared<P> {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody waits for this request any longer who has something to use.
    pub(super) fn mark_late(&self, id: u64, io: &Io) {
        let mut state = self.state();
        state.mark_late(id, io.elapsed());
        let waiting = state.take_waiting();
        drop(state);
        waiting.into_iter().for_each(|(_, waker)| waker.wake());
    }
}

impl<P: CredentialsProvider> Refreshing<P> {
    /// Keeps the credentials of `source`, which is asked for new ones each time that it is asked at all.
    pub fn new(source: P) -> Self {
        Self { shared: Arc::new(Shared { source, state: Mutex::default() }) }
    }

    /// The provider that is asked.
    pub fn source(&self) -> &P {
        &self.shared.source
    }
}

impl<P: CredentialsProvider + Clone> Refreshing<P> {
    /// The same with another source, and without what was kept.
    pub(in crate::credentials) fn changed(&self, change: impl FnOnce(&mut P)) -> Self {
        let mut source = self.shared.source.clone();
        change(&mut source);
        Self::new(source)
    }
}

impl<P: CredentialsProvider + 'static> CredentialsProvider for Refreshing<P> {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let shared = &self.shared;
            let mut waited = None;
            loop {
                let plan = shared.state().plan(io.now(), io.elapsed(), waited);
                match plan {
                    Plan::Use(credentials) => return Ok(credentials),
                    Plan::UseAndFetch(credentials, id) => {
                        Request::new(shared, io, id, true).detach();
                        return Ok(credentials);
                    }
                    Plan::Fetch(id, false) => return Request::new(shared, io, id, false).await,
                    Plan::Fetch(id, true) => {
                        let request = Request::new(shared, io, id, true);
                        if io.scheduler().is_parallel() {
                            // The transport may block, and then no time limit can end the wait here.
                            request.detach();
                            continue;
                        }
                        if let Some(outcome) = within(request, io.scheduler(), SHORT_PATIENCE).await {
                            return outcome;
                        }
                    }
                    Plan::Wait(id, has_kept) => {
                        let limit = if has_kept { SHORT_PATIENCE } else { PATIENCE };
                        let turn = Turn::new(&shared.state, id, has_kept);
                        let is_over = within(turn, io.scheduler(), limit).await.is_some();
                        waited = Some(id);
                        match (is_over, has_kept) {
                            (true, _) => {}
                            (false, true) => shared.mark_late(id, io),
                            // Whoever should drive it may be gone.
                            (false, false) => shared.state().abandon(id),
                        }
                    }
                    Plan::Fail(error) => return Err(error),
                }
            }
        })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.shared.state().forget(credentials);
        self.shared.source.refuse(credentials);
    }
}

impl<P> Clone for Refreshing<P> {
    /// The clone shares what is kept.
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared) }
    }
}

impl<P: fmt::Debug> fmt::Debug for Refreshing<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shared.source.fmt(f)
    }
}
