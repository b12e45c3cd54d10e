//! Keeps credentials until shortly before they expire, and renews them once for all callers.

mod cache;
mod kept;
mod request;
mod state;
mod ticket;
mod turn;

pub use cache::Refreshing;
