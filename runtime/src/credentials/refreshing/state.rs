use super::kept::{Age, Kept};
use crate::credentials::{Credentials, failure};
use crate::error::Error;
use std::task::Waker;
use std::time::{Duration, SystemTime};

/// The wait after a first failure; it doubles with every further one.
const PAUSE: Duration = Duration::from_secs(1);

/// The longest wait between two failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How long a caller waits for the request of another one before it makes its own, and how long a request has before one
/// more is made. It is longer than the exchange of an OAuth token may take, which must not be made twice.
pub(super) const PATIENCE: Duration = Duration::from_secs(25);

/// What all callers of one cache share. It reads no clock itself.
#[derive(Default)]
pub(super) struct State {
    kept: Option<Kept>,
    /// The request that callers wait for.
    fetching: Option<Fetching>,
    /// The request that those do not wait for who have something to use.
    late: Option<u64>,
    /// The request on the side, for which nobody waits.
    aside: Option<u64>,
    latest: u64,
    /// What those hear who waited for a request that failed.
    failure: Option<(u64, Error)>,
    failures: u32,
    /// No request before this time, as long as there is something to use.
    next_try: Duration,
    waiting: Vec<(u64, Waker)>,
    latest_key: u64,
}

struct Fetching {
    id: u64,
    began: Duration,
}

/// What a caller does next.
pub(super) enum Plan {
    /// Take these.
    Use(Credentials),
    /// Take these and make this request on the side.
    UseAndFetch(Credentials, u64),
    /// Make this request. With `true` there is something to use if it takes too long.
    Fetch(u64, bool),
    /// Wait for this request of somebody else; the same.
    Wait(u64, bool),
    /// The request that was waited for failed.
    Fail(Error),
}

impl State {
    /// `waited` is the request that the caller has waited for before.
    pub(super) fn plan(&mut self, now: SystemTime, elapsed: Duration, waited: Option<u64>) -> Plan {
        let mut has_kept = false;
        if let Some(kept) = &self.kept {
            // A longer pause was counted by another clock: a provider may serve blocking calls and others.
            let pause = self.next_try.saturating_sub(elapsed);
            let is_pausing = !pause.is_zero() && pause <= LONGEST_PAUSE;
            match kept.age(now) {
                Age::Soft if !is_pausing && self.fetching.is_none() && self.aside.is_none() => {
                    let credentials = kept.credentials.clone();
                    let id = self.number();
                    self.aside = Some(id);
                    return Plan::UseAndFetch(credentials, id);
                }
                Age::Fresh | Age::Soft => return Plan::Use(kept.credentials.clone()),
                Age::Hard if is_pausing => return Plan::Use(kept.credentials.clone()),
                Age::Hard => has_kept = true,
                Age::Expired => {}
            }
        }
        if let (Some(waited), Some((failed, error))) = (waited, &self.failure)
            && waited == *failed
        {
            return Plan::Fail(failure::copy(error));
        }
        match &self.fetching {
            // One that is late, although there is no pause, was counted by another clock.
            Some(request)
                if elapsed.saturating_sub(request.began) < PATIENCE
                    && self.is_awaited(request.id, has_kept) =>
            {
                Plan::Wait(request.id, has_kept)
            }
            // A request on the side does not count: whoever should drive it may be gone.
            _ => {
                let id = self.number();
                self.fetching = Some(Fetching { id, began: elapsed });
                Plan::Fetch(id, has_kept)
            }
        }
    }

    /// Takes the outcome of a request. Credentials that are still valid are better than an error.
    pub(super) fn finish(
        &mut self,
        id: u64,
        outcome: Result<Credentials, Error>,
        now: SystemTime,
        elapsed: Duration,
    ) -> Result<Credentials, Error> {
        self.abandon(id);
        match outcome {
            Ok(credentials) => {
                // An earlier request may end later.
                if self.kept.as_ref().is_none_or(|kept| kept.id < id) {
                    self.kept = Some(Kept::new(credentials.clone(), id, now));
                    self.failures = 0;
                    self.next_try = Duration::ZERO;
                }
                Ok(credentials)
            }
            Err(error) => {
                let factor = 1_u32.checked_shl(self.failures).unwrap_or(u32::MAX);
                self.next_try = elapsed.saturating_add(PAUSE.saturating_mul(factor).min(LONGEST_PAUSE));
                self.failures = self.failures.saturating_add(1);
                match self.kept.as_ref().filter(|kept| kept.age(now) != Age::Expired) {
                    Some(kept) => Ok(kept.credentials.clone()),
                    None => {
                        self.failure = Some((id, failure::copy(&error)));
                        Err(error)
                    }
                }
            }
        }
    }

    /// A request will have no outcome.
    pub(super) fn abandon(&mut self, id: u64) {
        self.fetching.take_if(|fetching| fetching.id == id);
        self.aside.take_if(|aside| *aside == id);
    }

    /// A request takes longer than one waits for it who has something to use. It goes on, and until it ends or may be
    /// made again nobody else waits for it.
    pub(super) fn mark_late(&mut self, id: u64, elapsed: Duration) {
        if self.is_fetching(id) {
            self.late = Some(id);
            self.next_try = elapsed.saturating_add(PATIENCE);
        }
    }

    /// These are not given out again.
    pub(super) fn forget(&mut self, refused: &Credentials) {
        if self.kept.as_ref().is_some_and(|kept| kept.credentials.has_keys_of(refused)) {
            self.kept = None;
            self.next_try = Duration::ZERO;
        }
    }

    /// Whether one has to wait for this request, with something to use or without.
    pub(super) fn is_awaited(&self, id: u64, has_kept: bool) -> bool {
        self.is_fetching(id) && !(has_kept && self.late == Some(id))
    }

    fn is_fetching(&self, id: u64) -> bool {
        self.fetching.as_ref().is_some_and(|fetching| fetching.id == id)
    }

    /// Has `waker` woken after the next outcome. `key` is the place of one who waits.
    pub(super) fn register(&mut self, key: &mut Option<u64>, waker: &Waker) {
        let key = *key.get_or_insert_with(|| {
            self.latest_key += 1;
            self.latest_key
        });
        match self.waiting.iter_mut().find(|(taken, _)| *taken == key) {
            Some((_, known)) => known.clone_from(waker),
            None => self.waiting.push((key, waker.clone())),
        }
    }

    pub(super) fn leave(&mut self, key: u64) {
        self.waiting.retain(|(taken, _)| *taken != key);
    }

    /// Everybody who waits. Wake them when the state is free again.
    pub(super) fn take_waiting(&mut self) -> Vec<(u64, Waker)> {
        std::mem::take(&mut self.waiting)
    }

    fn number(&mut self) -> u64 {
        self.latest += 1;
        self.latest
    }
}
