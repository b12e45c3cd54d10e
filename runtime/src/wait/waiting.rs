use super::carry;
use super::status::{self, Status};
use crate::BoxFuture;
use crate::client::{CallOptions, Client};
use crate::error::{Error, ErrorKind, Result};
use crate::io::Io;
use crate::operation::{LongRunning, Operation, Poll};
use crate::record::Node;
use crate::response::Response;
use std::fmt;
use std::future::IntoFuture;
use std::time::Duration;

/// The time between two questions where neither spec nor caller says one.
const INTERVAL: Duration = Duration::from_secs(2);
/// How long to go on asking where neither says how often.
const LIMIT: Duration = Duration::from_secs(600);

/// A call that starts something, and the wait for its end: await it, or call [`blocking`](Self::blocking). The outcome
/// is the answer that said that the work is done.
///
/// The first question follows the call at once; what happens between two is a plain wait. Dropping it stops the asking
/// and not the work.
#[must_use = "nothing is started until it is awaited"]
pub struct Waiting<R: LongRunning> {
    client: Client,
    request: R,
    options: CallOptions,
    interval: Option<Duration>,
    limit: Option<Duration>,
}

impl<R: LongRunning> Waiting<R> {
    pub(crate) fn new(client: Client, request: R, options: CallOptions) -> Self {
        Self { client, request, options, interval: None, limit: None }
    }

    /// Waits so long between two questions. By default as long as the spec says, else 2 seconds.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = Some(interval);
        self
    }

    /// Gives up after so long. By default after as many questions as the spec says, else after 10 minutes.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Starts the work and waits for its end on this thread, without an async runtime; see
    /// [`Pending::blocking`](crate::Pending::blocking).
    ///
    /// # Errors
    /// As when awaited.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(self) -> Result<Response<<R::Polled as Operation>::Reply>> {
        let io = self.client.blocking_io()?;
        crate::io::block_on(self.run(io))
    }

    async fn run(self, io: Io) -> Result<Response<<R::Polled as Operation>::Reply>> {
        let Some(facts) = R::DESCRIPTOR.polling() else {
            let message = "the operation does not say how to find out whether its work has ended";
            return Err(Error::local(ErrorKind::Request, message).during(R::DESCRIPTOR));
        };
        let started = self.client.send_with(&self.request, self.options.clone()).with_io(&io).await?;
        let mut asked = R::Polled::default();
        carry::fill(facts, &mut asked, Node::Record(&self.request), Node::Record(&*started))
            .map_err(|error| error.during(R::DESCRIPTOR))?;
        let pace = Pace::new(facts, self.interval, self.limit);
        let began = io.elapsed();
        let mut questions = 0;
        loop {
            let answer = self.client.send_with(&asked, self.options.clone()).with_io(&io).await?;
            questions += 1;
            match status::read(facts, Node::Record(&*answer)) {
                Status::Done => return Ok(answer),
                Status::Failed(status) => {
                    return Err(failed(facts, &status, answer.request_id()).during(R::DESCRIPTOR));
                }
                Status::Open(status) => {
                    if pace.is_over(questions, io.elapsed().saturating_sub(began)) {
                        return Err(too_late(facts, &status, questions).during(R::DESCRIPTOR));
                    }
                }
            }
            io.sleep(pace.interval).await;
        }
    }
}

/// How often to ask.
struct Pace {
    interval: Duration,
    questions: Option<u32>,
    limit: Option<Duration>,
}

impl Pace {
    fn new(facts: &Poll, interval: Option<Duration>, limit: Option<Duration>) -> Self {
        let documented = Some(facts.interval()).filter(|interval| !interval.is_zero());
        let questions = Some(facts.attempts()).filter(|attempts| *attempts > 0 && limit.is_none());
        Self {
            interval: interval.or(documented).unwrap_or(INTERVAL),
            questions,
            limit: limit.or(questions.is_none().then_some(LIMIT)),
        }
    }

    /// Whether there is no time for another question.
    fn is_over(&self, questions: u32, elapsed: Duration) -> bool {
        self.questions.is_some_and(|most| questions >= most)
            || self.limit.is_some_and(|limit| elapsed.saturating_add(self.interval) > limit)
    }
}

fn failed(facts: &Poll, status: &str, request_id: &str) -> Error {
    let message = format!(
        "the work was started and has failed: `{}` of `{}` is `{}`",
        facts.status_path(),
        facts.operation(),
        status.escape_debug()
    );
    Error::builder(ErrorKind::Failed).message(message).request_id(request_id).build()
}

fn too_late(facts: &Poll, status: &str, questions: u32) -> Error {
    let message = format!(
        "the work was started and has not ended: `{}` of `{}` is `{}` after {questions} questions",
        facts.status_path(),
        facts.operation(),
        status.escape_debug()
    );
    Error::builder(ErrorKind::Timeout).message(message).build()
}

impl<R: LongRunning> IntoFuture for Waiting<R> {
    type Output = Result<Response<<R::Polled as Operation>::Reply>>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let io = self.client.awaited_io()?;
            self.run(io).await
        })
    }
}

impl<R: LongRunning> fmt::Debug for Waiting<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting").field("operation", &R::DESCRIPTOR.name()).finish_non_exhaustive()
    }
}
