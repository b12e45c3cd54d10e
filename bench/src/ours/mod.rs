//! Our generator, and a program that calls what it emits.

mod calls;
mod command;
mod required;

pub(crate) use calls::calls;
pub(crate) use command::{binary, command};
