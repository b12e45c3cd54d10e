//! No secret is ever printed: a marker stands in every secret, and must not appear in anything that is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "canary/calls.rs"]
mod calls;
#[path = "canary/mod.rs"]
mod canary;
#[path = "canary/settings.rs"]
mod settings;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
#[path = "canary/tracing.rs"]
mod traces;
#[path = "support/variety.rs"]
mod variety;
