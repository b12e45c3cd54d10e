//! Calls that only start something: asking until it has ended.

mod carry;
mod finished;
mod status;
mod waiting;

pub use finished::Finished;
pub use waiting::Waiting;
