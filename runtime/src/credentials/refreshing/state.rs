use super::kept::{Age, Kept};
use crate::credentials::{Credentials, failure};
use crate::error::Error;
use std::task::Waker;
use std::time::{Duration, SystemTime};

/// The wait after a first failure; it doubles with every further one.
const PAUSE: Duration = Duration::from_secs(1);

/// The longest wait between two failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What all callers of one cache share. It reads no clock itself.
#[derive(Default)]
pub(super) struct State {
    kept: Option<Kept>,
    /// The request that callers wait for.
    fetching: Option<u64>,
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

/// What a caller does next.
pub(super) enum Plan {
    /// Take these.
    Use(Credentials),
    /// Take these and make this request on the side.
    UseAndFetch(Credentials, u64),
    /// Make this request.
    Fetch(u64),
    /// Wait for this request of somebody else.
    Wait(u64),
    /// The request that was waited for failed.
    Fail(Error),
}

impl State {
    /// `waited` is the request that the caller has already waited for. If it is still under way, it takes too long, and
    /// the caller makes a new one.
    pub(super) fn plan(&mut self, now: SystemTime, elapsed: Duration, waited: Option<u64>) -> Plan {
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
                Age::Hard | Age::Expired => {}
            }
        }
        if let (Some(waited), Some((failed, error))) = (waited, &self.failure)
            && waited == *failed
        {
            return Plan::Fail(failure::copy(error));
        }
        match self.fetching {
            Some(id) if waited != Some(id) => Plan::Wait(id),
            // A request on the side does not count: whoever should drive it may be gone.
            _ => {
                let id = self.number();
                self.fetching = Some(id);
                Plan::Fetch(id)
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
        self.fetching = self.fetching.filter(|fetching| *fetching != id);
        self.aside = self.aside.filter(|aside| *aside != id);
    }

    /// These are not given out again.
    pub(super) fn forget(&mut self, refused: &Credentials) {
        if self.kept.as_ref().is_some_and(|kept| kept.credentials.has_keys_of(refused)) {
            self.kept = None;
            self.next_try = Duration::ZERO;
        }
    }

    pub(super) fn is_fetching(&self, id: u64) -> bool {
        self.fetching == Some(id)
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
