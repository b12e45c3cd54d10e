//! How costs grow with the number of operations.

mod area;
mod exponent;

pub(crate) use area::run;
