//! From files in memory to a folder: writes only what differs, and removes only what is the generator's own.
//!
//! [`compare`] looks and changes nothing; [`write()`] acts on what it found. A file without the generator's header is never overwritten and
//! never removed, and no symbolic link below the folder is followed.

mod areas;
mod atomic;
mod compare;
mod folder;
mod obstacle;
mod orphans;
mod outcome;
pub(crate) mod record;
mod write;

pub(crate) use atomic::write as write_atomic;
pub use compare::compare;
pub use obstacle::{Obstacle, Reason};
pub use outcome::{Drift, Outcome, Stale};
pub use write::write;
