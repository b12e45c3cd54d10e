//! The cost of a call, beside clients written by hand on the same HTTP stacks and beside hyper alone.

mod by_hand;
#[cfg(test)]
mod headers_tests;
mod ours;
mod parameters;
mod run;
mod server;
mod sign;

pub(crate) use run::run;
pub(crate) use server::serve;
