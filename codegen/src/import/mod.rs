//! The official metadata, made into spec files.
//!
//! A document is read into a form without its slips ([`metadata`]), becomes specs ([`lower`]), is corrected
//! ([`corrections`]), records where it contradicts itself ([`settle`]), keeps the names of an earlier import ([`pins`])
//! and is written ([`write`](mod@write)). Its texts become clean Markdown ([`prose`]), and the valid values in them facts
//! ([`values`]).

pub mod corrections;
#[cfg(feature = "cli")]
pub mod fetch;
mod imported;
pub mod lower;
pub mod metadata;
mod parallel;
pub mod pins;
pub mod prose;
#[cfg(feature = "cli")]
pub mod report;
#[cfg(feature = "cli")]
pub mod run;
mod settle;
pub mod values;
pub mod write;

pub use imported::Imported;
pub use settle::settle;
