//! Help for tests: a transport that plays a script, an executor without a runtime, a check of sample replies.

mod block_on;
mod chunks;
mod config;
mod json;
mod recorded;
mod restore;
mod sample;
mod scripted;

pub use block_on::block_on;
pub use config::config;
pub use recorded::Recorded;
pub use restore::restore;
pub use sample::{check_reply, check_sample};
pub use scripted::Scripted;
