use super::answer::Answer;
use super::encode_reply::{encode, encode_event};
use super::{Recorded, Script};
use crate::operation::{Operation, Streaming};
use crate::transport::{TransportError, TransportErrorKind};
use bytes::Bytes;
use serde_json::json;
use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

/// What a [`Script`] answers to some calls of one operation, and the calls that it took.
///
/// Answers are given in the order in which they were added, each of them once, and the last one again and again.
/// [`times`](Self::times) says how often an answer is given; after the last one of such a list the rule takes no more
/// calls. Every request counts, those of repeated attempts too.
pub struct Rule<R> {
    script: Script,
    index: usize,
    of: PhantomData<fn(R)>,
}

impl<R: Operation> Rule<R> {
    pub(super) fn new(script: Script, index: usize) -> Self {
        Self { script, index, of: PhantomData }
    }

    /// Answers with this reply, encoded as the service would. A reply without a request id comes with a made-up one in
    /// the header.
    pub fn reply(self, reply: R::Reply) -> Self {
        let answer = encode(R::DESCRIPTOR, &reply, &self.request_id());
        self.add(answer.unwrap_or_else(unusable))
    }

    /// Answers with this status and text, whatever it is. A number that is no HTTP status turns into 200.
    pub fn json(self, status: u16, text: impl Into<String>) -> Self {
        let answer = Answer::json(status, text.into(), &self.request_id());
        self.add(answer)
    }

    /// Answers with an error of the service.
    pub fn error(self, status: u16, code: &str, message: &str) -> Self {
        let request_id = self.request_id();
        let body = json!({ "RequestId": request_id, "Code": code, "Message": message }).to_string();
        self.add(Answer::json(status, body, &request_id))
    }

    /// Gives no answer but this failure.
    pub fn fail(self, error: TransportError) -> Self {
        self.add(Answer::Failure(error.kind(), error.to_string()))
    }

    /// Never answers: the call ends with its timeouts, and does not end without any.
    pub fn hang(self) -> Self {
        self.add(Answer::Never)
    }

    /// Answers with a stream of these events.
    pub fn events(self, events: impl IntoIterator<Item = R::Reply>) -> Self
    where
        R: Streaming,
    {
        let events: Result<Vec<Bytes>, String> =
            events.into_iter().map(|event| encode_event(R::DESCRIPTOR, &event)).collect();
        let answer = events.map(|events| Answer::events(events, &self.request_id()));
        self.add(answer.unwrap_or_else(unusable))
    }

    /// Lets the answer that was added last come so much later, in the time of [`Script::clock`]. One that comes later
    /// than the call's timeouts is a timeout.
    pub fn delay(self, delay: Duration) -> Self {
        self.script.plan(self.index, |plan| plan.delay(delay));
        self
    }

    /// Gives the answer that was added last so often.
    pub fn times(self, times: usize) -> Self {
        self.script.plan(self.index, |plan| plan.times(times));
        self
    }

    /// Gives the answer that was added last once: `times(1)`.
    pub fn once(self) -> Self {
        self.times(1)
    }

    /// How many requests the rule took.
    pub fn calls(&self) -> usize {
        self.requests().len()
    }

    /// The requests that the rule took, in order.
    pub fn requests(&self) -> Vec<Recorded> {
        self.script.requests_of(self.index)
    }

    fn add(self, answer: Answer) -> Self {
        self.script.plan(self.index, |plan| plan.add(answer));
        self
    }

    fn request_id(&self) -> String {
        self.script.next_request_id()
    }
}

/// A slip of the test, told by the call that meets it.
fn unusable(problem: String) -> Answer {
    Answer::Failure(TransportErrorKind::Refused, format!("the script cannot answer: {problem}"))
}

impl<R> Clone for Rule<R> {
    fn clone(&self) -> Self {
        Self { script: self.script.clone(), index: self.index, of: PhantomData }
    }
}

impl<R: Operation> fmt::Debug for Rule<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule")
            .field("operation", &R::DESCRIPTOR.name())
            .field("calls", &self.calls())
            .finish_non_exhaustive()
    }
}
