//! A server on this machine that sends bytes as they are given: also those that no HTTP library would send.

mod authority;
mod connection;
mod reply;
mod request;
mod server;
mod step;

pub use authority::Authority;
pub use reply::{gzip, json, reply};
pub use request::Request;
pub use server::Server;
pub use step::Step;
