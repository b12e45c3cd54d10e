//! What a stream of events yields.

use crate::record::Report;
use crate::wire::RawEvent;
use std::fmt;
use std::ops::Deref;
use std::time::Duration;

/// One event of a stream: a reply, with what came around it. It dereferences to the reply.
#[derive(Clone)]
pub struct Event<T> {
    pub(crate) value: T,
    pub(crate) raw: RawEvent,
    pub(crate) report: Report,
}

impl<T> Event<T> {
    /// The event's name, where it has one.
    pub fn name(&self) -> Option<&str> {
        self.raw.name.as_deref()
    }

    /// The latest id of the stream.
    pub fn id(&self) -> Option<&str> {
        self.raw.id.as_deref()
    }

    /// How long to wait before connecting again, where the event says so.
    pub fn retry(&self) -> Option<Duration> {
        self.raw.retry
    }

    /// The data exactly as it arrived.
    pub fn text(&self) -> &str {
        &self.raw.data
    }

    /// Where the event departed from its documentation.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The reply alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Event<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Event<T> {
    /// The raw data stays out: only the reply knows which of its fields are sensitive.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("value", &self.value)
            .field("name", &self.name())
            .field("id", &self.id())
            .field("report", &self.report)
            .finish_non_exhaustive()
    }
}
