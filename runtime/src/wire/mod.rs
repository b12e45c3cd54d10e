//! From a request's values to the bytes on the wire, without I/O.

mod dynamic;
mod flatten;
mod form;
mod number;
mod percent;
mod rpc;
#[cfg(test)]
mod tests;

pub(crate) use rpc::{Unsigned, from_json, from_record};
