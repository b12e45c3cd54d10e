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
