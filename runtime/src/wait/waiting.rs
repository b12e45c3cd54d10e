use super::Finished;
use super::carry;
use super::status::{self, Status};
use crate::BoxFuture;
use crate::client::{CallOptions, Client};
use crate::error::{Error, ErrorKind, Result};
use crate::io::{self, Io};
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

/// A call that starts something, and the wait for its end: await it, or call [`blocking`](Self::blocking).
///
/// The first question follows the call at once; what happens between two is a plain wait. Dropping it stops the asking
/// and not the work. To be able to take the wait up again, make the call itself first and give its reply to
/// [`started`](Self::started).
#[must_use = "nothing is started until it is awaited"]
pub struct Waiting<R: LongRunning> {
    client: Client,
    request: R,
    options: CallOptions,
    started: Option<R::Reply>,
    interval: Option<Duration>,
    limit: Option<Duration>,
}

type Answer<R> = Response<<<R as LongRunning>::Polled as Operation>::Reply>;

impl<R: LongRunning> Waiting<R> {
    pub(crate) fn new(client: Client, request: R, options: CallOptions) -> Self {
        Self { client, request, options, started: None, interval: None, limit: None }
    }

    /// Waits for the end of work that this reply says was started, and starts nothing.
    pub fn started(mut self, reply: R::Reply) -> Self {
        self.started = Some(reply);
        self
    }

    /// Waits so long between two questions. By default as long as the spec says, else 2 seconds.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = Some(interval);
        self
    }

    /// Gives up after so long, an answer that is on its way included. By default after as many questions as the spec says, else after 10 minutes.
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
    pub fn blocking(self) -> Result<Finished<R>> {
        let io = self.client.blocking_io()?;
        crate::io::block_on(self.run(io))
    }

    async fn run(mut self, io: Io) -> Result<Finished<R>> {
        let Some(facts) = R::DESCRIPTOR.polling() else {
            let message = "the operation does not say how to find out whether its work has ended";
            return Err(Error::local(ErrorKind::Request, message).during(R::DESCRIPTOR));
        };
        let started = match self.started.take() {
            Some(reply) => reply,
            None => {
                let call = self.client.send_with(&self.request, self.options.clone());
                call.with_io(&io).await?.into_inner()
            }
        };
        let mut asked = R::Polled::default();
        carry::fill(facts, &mut asked, Node::Record(&self.request), Node::Record(&started))
            .map_err(|error| error.during(R::DESCRIPTOR))?;
        let last = self.ask(facts, &asked, &io).await?;
        Ok(Finished { started, last })
    }

    /// Asks until the work is done.
    async fn ask(&self, facts: &Poll, asked: &R::Polled, io: &Io) -> Result<Answer<R>> {
        let pace = Pace::new(facts, self.interval, self.limit);
        let began = io.elapsed();
        let mut questions = 0;
        loop {
            let call = self.client.send_with(asked, self.options.clone()).with_io(io);
            let left = pace.left(io.elapsed().saturating_sub(began));
            let answer = match left {
                Some(left) => io::within(call, io.scheduler(), left).await,
                None => Some(call.await),
            };
            let Some(answer) = answer else { return Err(no_answer(facts, questions).during(R::DESCRIPTOR)) };
            let answer = answer
                .map_err(|error| error.behind("the work was started, but asking for its end failed"))?;
            questions += 1;
            match status::read(facts, Node::Record(&*answer)) {
                Status::Done => return Ok(answer),
                Status::Failed(status) => {
                    return Err(failed(facts, &status, answer.request_id()).during(R::DESCRIPTOR));
                }
                Status::Open(status) => {
                    if pace.is_over(questions, io.elapsed().saturating_sub(began)) {
                        let error = too_late(facts, &status, questions, answer.request_id());
                        return Err(error.during(R::DESCRIPTOR));
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

    /// How much time there is for an answer; `None` where only the questions are counted.
    fn left(&self, elapsed: Duration) -> Option<Duration> {
        self.limit.map(|limit| limit.saturating_sub(elapsed))
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

fn no_answer(facts: &Poll, questions: u32) -> Error {
    let message = format!(
        "the work was started and is not known to have ended: `{}` did not answer in time, after {questions} answers",
        facts.operation()
    );
    Error::builder(ErrorKind::Timeout).message(message).build()
}

fn too_late(facts: &Poll, status: &str, questions: u32, request_id: &str) -> Error {
    let message = format!(
        "the work was started and has not ended: `{}` of `{}` is `{}` after {questions} questions",
        facts.status_path(),
        facts.operation(),
        status.escape_debug()
    );
    Error::builder(ErrorKind::Timeout).message(message).request_id(request_id).build()
}

impl<R: LongRunning> IntoFuture for Waiting<R> {
    type Output = Result<Finished<R>>;
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
