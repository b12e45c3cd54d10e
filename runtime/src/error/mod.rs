//! One error type, one pointer wide.

mod builder;
mod display;
mod error_type;
mod kind;
mod reply;
mod retryable;
mod snippet;
#[cfg(test)]
mod tests;
mod xml;

pub use builder::ErrorBuilder;
pub use error_type::{Error, Result};
pub use kind::ErrorKind;

pub(crate) use reply::{request_id, service};
