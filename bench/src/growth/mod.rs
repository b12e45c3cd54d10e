//! How costs grow with the number of operations.

mod area;
mod exponent;
mod generation;

pub(crate) use area::run;
