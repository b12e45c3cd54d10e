//! What generation costs: processor time, time that passes, memory, and how much comes out.

mod area;
mod generator;
mod goals;
mod output;
mod tables;

pub(crate) use area::run;
