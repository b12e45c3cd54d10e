//! From a request's values to the bytes on the wire, and from those of an answer to a reply, without I/O.

mod body;
mod client_token;
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
#[cfg(feature = "test-util")]
mod written;

pub(crate) use header::{given as given_header, is_reserved};
pub(crate) use reply::{Parts, read};
pub(crate) use request::{Unsigned, from_json, from_record};
pub(crate) use sse::{Parser as Sse, RawEvent};
#[cfg(feature = "test-util")]
pub(crate) use written::{Written, write_one};
