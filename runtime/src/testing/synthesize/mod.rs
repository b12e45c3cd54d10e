//! Values that fit a type, made from a seed.

mod dice;
mod filler;
mod manner;
mod request;
mod texts;
mod values;

pub use values::{synthesize, synthesize_request};
