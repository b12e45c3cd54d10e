//! From sources to a spec folder: gets the documents, reads, corrects and writes them, each on its own.

mod document;
mod identity;
mod options;
mod prepare;
mod progress;
mod start;
mod verify;

pub use options::Import;
pub use progress::{Progress, Silent};
pub use start::run;
