//! Help for tests: a transport that plays a script, an executor without a runtime, a check of sample replies.

mod block_on;
mod config;
mod json;
mod recorded;
mod sample;
mod scripted;

pub use block_on::block_on;
pub use config::config;
pub use recorded::Recorded;
pub use sample::check_sample;
pub use scripted::Scripted;
