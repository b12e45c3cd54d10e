//! What emitted code costs those who compile it, and what it adds to their programs.

mod area;
mod artifact;
mod build;
mod figures;
mod goals;
mod lines;
mod made;
mod mode;
mod programs;
mod registry;
mod tables;
mod workspace;

pub(crate) use area::run;
pub(crate) use figures::Figures;
pub(crate) use made::generated;
pub(crate) use mode::Mode;
