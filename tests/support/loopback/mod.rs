//! A server on this machine that verifies every request and answers from a script.

mod answer;
mod connection;
mod server;

pub use answer::Answer;
pub use server::Server;
