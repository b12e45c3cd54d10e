//! Decoding of replies, beside serde derive, miniserde and a parser that keeps nothing.

mod checksum;
mod decoders;
mod derived;
pub(crate) mod emitted;
mod open;
pub(crate) mod replies;
mod run;

pub(crate) use derived::{for_miniserde, for_serde};
pub(crate) use run::run;
