//! Colours and fonts, the same in all pictures.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A failure to draw.
pub(super) type Failure = Box<dyn std::error::Error>;

/// Width of all pictures.
pub(super) const WIDTH: u32 = 860;

/// Size of letters, as plotters counts it: some 13 pixels.
pub(super) const SIZE: u32 = 16;

/// The grey of lines behind the figures.
pub(super) const GRID: RGBColor = RGBColor(222, 222, 222);

/// Colours that people tell apart who see fewer of them, dark enough on white (after Okabe and Ito).
const COLOURS: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(170, 51, 119),
    RGBColor(117, 112, 16),
    RGBColor(86, 86, 86),
    RGBColor(51, 34, 136),
];

/// The colour of a line or bar.
pub(super) fn colour(index: usize) -> RGBColor {
    COLOURS.get(index % COLOURS.len()).copied().unwrap_or(BLACK)
}

/// Letters that end or begin at a point, or stand in the middle over it.
pub(super) fn letters(horizontal: HPos, vertical: VPos) -> TextStyle<'static> {
    ("sans-serif", SIZE).into_font().color(&BLACK).pos(Pos::new(horizontal, vertical))
}

/// About the width of a text: a browser has the font, and here is none to ask.
pub(super) fn width(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX / 16).saturating_mul(15) / 2
}
