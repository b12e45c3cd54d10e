//! Calls that only start something: asking until it has ended.

mod carry;
mod status;
#[cfg(test)]
mod tests;
mod waiting;

pub use waiting::Waiting;
