//! Charts as SVG. Texts stay texts, so that no font of this machine is in them.

mod bars;
mod draw;
mod lines;
mod scale;
mod style;

pub(super) use draw::svg;
