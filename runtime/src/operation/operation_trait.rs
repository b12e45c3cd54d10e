use super::Descriptor;
use crate::record::Record;

/// A request type: what to send, and what comes back.
pub trait Operation: Record + Default {
    /// Type of the reply's body.
    type Reply: Record + Default;

    /// The operation's facts. Its parameters are the fields of the request type, index by index.
    const DESCRIPTOR: &'static Descriptor;
}

/// An operation that can answer as a stream of events, each of the shape of the reply.
///
/// Its descriptor says so too ([`Descriptor::events`]).
pub trait Streaming: Operation {}

/// An operation that answers page by page. Its descriptor says how ([`Descriptor::pages`]).
pub trait Paged: Operation {}

/// A paged operation whose items can be taken out of a reply.
pub trait PagedItems: Paged {
    /// One item.
    type Item: Send + Unpin + 'static;

    /// The items of one page.
    fn into_items(reply: Self::Reply) -> Vec<Self::Item>;
}

/// An operation that only starts something. Its descriptor says how to find out whether it has ended
/// ([`Descriptor::poll`]).
pub trait LongRunning: Operation {
    /// The operation that is asked.
    type Polled: Operation;
}
