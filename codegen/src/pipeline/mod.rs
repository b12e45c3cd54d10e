//! The stages in their order: what all front ends call.
//!
//! [`load`] goes from the spec folder to the model and collects every problem on the way; [`Loaded::resolve`] stops if one of them is an error
//! and keeps the wanted operations; [`emit`] makes the files. None of them writes anything.

mod emit;
mod load;
mod select;

pub use emit::emit;
pub use load::{Loaded, Resolved, examine, load};
