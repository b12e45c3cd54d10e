//! From a request's values to the bytes on the wire, and from those of an answer to a reply, without I/O.

mod body;
mod dynamic;
mod flatten;
mod form;
mod header;
mod host;
mod number;
mod path;
mod percent;
#[cfg(test)]
mod position_tests;
mod reply;
mod request;
mod sse;
#[cfg(test)]
mod sse_tests;
#[cfg(test)]
mod tests;

pub(crate) use reply::{Parts, read};
pub(crate) use request::{Unsigned, from_json, from_record};
pub(crate) use sse::{Parser as Sse, RawEvent};
