use super::caller::{self, Caller};
use super::exchange::{self, Attempt, Repetition, Surroundings};
use super::observe;
use super::signed_request::SignedRequest;
use super::start::Start;
use crate::credentials::Credentials;
use crate::error::{self, Result};
use crate::io::{self, Io};
use crate::retry::RetryPolicy;
use crate::transport::{Body, Timeouts};
use http::Response;
use std::time::Duration;
use tracing::Instrument;

/// What is wanted of a successful answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// All of it.
    Whole,
    /// Its headers; the body may still be to come.
    Events,
}

impl Want {
    fn accept(self) -> &'static str {
        match self {
            Self::Whole => "application/json",
            Self::Events => "text/event-stream",
        }
    }
}

/// A successful answer.
pub(super) struct Answer {
    pub(super) response: Response<Body>,
    pub(super) attempts: u32,
}

/// One call on its way through its attempts.
#[derive(Default)]
pub(super) struct Progress {
    pub(super) attempts: u32,
    /// How many requests were sent.
    sent: u32,
    /// The wait before the attempt to come.
    delay: Duration,
    pub(super) is_clock_corrected: bool,
    pub(super) is_renewed: bool,
    /// What the latest attempt was signed with.
    pub(super) used: Option<Credentials>,
    /// What the latest attempt has got of an answer: status and request id.
    head: Option<(u16, Option<String>)>,
}

impl Start {
    /// Makes the call, and makes it again where that is safe and can help (`docs/wire.md`, "Retry").
    pub(super) async fn run(&self, io: &Io, want: Want) -> Result<Answer> {
        let started = io.elapsed();
        let limit = match self.options.get().timeout {
            Some(timeout) => Some(timeout).filter(|timeout| !timeout.is_zero()),
            None => self.core.timeouts.total,
        };
        let policy: &dyn RetryPolicy = self.options.get().retry.as_deref().unwrap_or(&*self.core.retry);
        let mut progress = Progress::default();
        loop {
            let left = limit.map(|limit| limit.saturating_sub(io.elapsed().saturating_sub(started)));
            let sent = progress.sent;
            progress.attempts += 1;
            progress.head = None;
            let span = observe::attempt(self, progress.attempts);
            let attempt = self.attempt(io, want, left, &mut progress).instrument(span.clone());
            let outcome = match left {
                Some(left) => io::within(attempt, io.scheduler(), left).await,
                None => Some(attempt.await),
            };
            let outcome = outcome.unwrap_or_else(|| {
                let limit = limit.unwrap_or_default();
                Err(if progress.sent == sent {
                    exchange::no_credentials(limit)
                } else {
                    exchange::too_late(&self.endpoint, limit, progress.head.take())
                })
            });
            let error = match outcome {
                Ok(response) => {
                    self.core.budget.succeeded(progress.attempts > 1);
                    observe::succeeded(&span, &response);
                    return Ok(Answer { response, attempts: progress.attempts });
                }
                Err(error) => error,
            };
            observe::failed(&span, &error);
            let left = limit.map(|limit| limit.saturating_sub(io.elapsed().saturating_sub(started)));
            let delay = self.decide(io, policy, &error, left, &mut progress).await;
            if let Some(delay) = delay {
                progress.delay = delay;
                io.sleep(delay).await;
            }
            // Waits may last longer than they should, and asking for other credentials takes its time too.
            let is_over = limit.is_some_and(|limit| io.elapsed().saturating_sub(started) >= limit);
            if delay.is_none() || is_over {
                return Err(error.after(progress.sent));
            }
        }
    }

    /// One exchange: ask for credentials, sign, send, tell errors from replies.
    async fn attempt(
        &self,
        io: &Io,
        want: Want,
        left: Option<Duration>,
        progress: &mut Progress,
    ) -> Result<Response<Body>> {
        let repetition = (progress.attempts > 1)
            .then(|| Repetition { retries: progress.attempts - 1, delay: progress.delay });
        let signed = self.sign(io, want, repetition, &mut progress.used).await?;
        let timeouts = match want {
            Want::Whole => Timeouts { total: left, ..self.core.timeouts },
            // A stream may last; that nothing arrives for a while is limited nevertheless.
            Want::Events => Timeouts { total: None, ..self.core.timeouts },
        };
        progress.sent += 1;
        let response = io.send(signed.into_request(), timeouts).await.map_err(|error| {
            let error = exchange::no_answer(&self.endpoint, error);
            progress.sent -= u32::from(error.is_local());
            error
        })?;
        if want == Want::Events && response.status().is_success() && !exchange::is_json(&response) {
            return Ok(response);
        }
        let (parts, body) = response.into_parts();
        if body.as_whole().is_none() {
            progress.head = Some((parts.status.as_u16(), error::request_id(&parts.headers)));
        }
        let body = match body.collect(self.core.body_limit).await {
            Ok(body) => body,
            Err(error) => return Err(exchange::no_body(&self.endpoint, &parts, error)),
        };
        Ok(exchange::classify(Response::from_parts(parts, body))?.map(Body::from))
    }

    /// The request of one attempt, completed and signed. Tells the credentials that it was signed with.
    pub(super) async fn sign(
        &self,
        io: &Io,
        want: Want,
        repetition: Option<Repetition>,
        used: &mut Option<Credentials>,
    ) -> Result<SignedRequest> {
        let caller = self.caller(io).await?;
        if let Caller::Key(credentials) | Caller::Bearer(credentials) = &caller {
            *used = Some(credentials.clone());
        }
        let nonce = (self.core.nonce)()?;
        let attempt = Attempt { caller: &caller, now: self.core.now(io), nonce: &nonce, repetition };
        let surroundings = Surroundings {
            endpoint: &self.endpoint,
            user_agent: &self.core.user_agent,
            accept: want.accept(),
            algorithm: self.core.algorithm,
        };
        exchange::prepare(self.operation, &self.unsigned, &surroundings, &attempt)
    }

    /// Who makes the call. Nobody is asked for credentials that are not needed.
    async fn caller(&self, io: &Io) -> Result<Caller> {
        if !caller::needs_credentials(self.operation) {
            return Ok(Caller::Anonymous);
        }
        Caller::admit(self.operation, self.core.credentials.credentials(io).await?)
    }
}
