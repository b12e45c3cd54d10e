//! Calls of a real service, recorded once and answered from the recording ever after. No secret gets into it.

mod content;
mod difference;
mod entry;
mod events;
mod file;
mod names;
mod recorder;
mod redaction;
mod replay;
mod reply_entry;
mod request_entry;
mod tape;
mod tee;

pub use recorder::Recorder;
pub use replay::Replay;
