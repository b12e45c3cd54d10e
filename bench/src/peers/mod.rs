//! The generators that ours is measured beside, each used as its documentation tells.

mod emitted;
mod oas3_gen;
mod openapi_generator;
mod peer;
mod progenitor;
pub(crate) mod program;

pub(crate) use peer::Peer;
