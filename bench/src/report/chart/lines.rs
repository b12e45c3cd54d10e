//! Lines over two axes.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::scale::{Scale, number};
use super::style::{Failure, GRID, WIDTH, colour, letters, width};
use crate::section::Chart;

/// Above the axes stands the name of the vertical one.
const TOP: i32 = 40;
const HEIGHT: i32 = 380;
const BELOW: i32 = 56;
const ROW: i32 = 22;

/// A picture with all lines and their points, and a legend on the right.
pub(super) fn draw(chart: &Chart) -> Result<String, Failure> {
    let points = || chart.lines.iter().flat_map(|(_, points)| points);
    let mut xs: Vec<f64> = points().map(|(x, _)| *x).collect();
    xs.sort_by(f64::total_cmp);
    xs.dedup();
    let mut across = Scale::new(xs.iter().copied(), chart.logarithmic);
    if xs.len() <= 8 {
        across = across.with_ticks(xs);
    }
    let up = Scale::new(points().map(|(_, y)| *y), chart.logarithmic);
    let names = chart.lines.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
    let labels = up.ticks.iter().map(|tick| width(&number(*tick))).max().unwrap_or_default();
    let (left, right) = (labels + 22, i32::try_from(WIDTH)? - (names + 60).min(400));
    let bottom = TOP + HEIGHT;
    let mut svg = String::new();
    {
        let area =
            SVGBackend::with_string(&mut svg, (WIDTH, u32::try_from(bottom + BELOW)?)).into_drawing_area();
        area.fill(&WHITE)?;
        for tick in &up.ticks {
            let y = up.pixel(*tick, bottom, TOP);
            area.draw(&PathElement::new(vec![(left, y), (right, y)], GRID))?;
            area.draw(&Text::new(number(*tick), (left - 8, y), letters(HPos::Right, VPos::Center)))?;
        }
        for tick in &across.ticks {
            let x = across.pixel(*tick, left, right);
            area.draw(&PathElement::new(vec![(x, TOP), (x, bottom)], GRID))?;
            area.draw(&Text::new(number(*tick), (x, bottom + 8), letters(HPos::Center, VPos::Top)))?;
        }
        area.draw(&PathElement::new(vec![(left, TOP), (left, bottom), (right, bottom)], BLACK))?;
        area.draw(&Text::new(chart.y.as_str(), (8, 10), letters(HPos::Left, VPos::Top)))?;
        let below = (i32::midpoint(left, right), bottom + 30);
        area.draw(&Text::new(chart.x.as_str(), below, letters(HPos::Center, VPos::Top)))?;
        for (index, (name, points)) in chart.lines.iter().enumerate() {
            let colour = colour(index);
            let mut points = points.clone();
            points.sort_by(|one, other| one.0.total_cmp(&other.0));
            let pixel = |(x, y): &(f64, f64)| (across.pixel(*x, left, right), up.pixel(*y, bottom, TOP));
            let pixels: Vec<(i32, i32)> = points.iter().map(pixel).collect();
            area.draw(&PathElement::new(pixels.clone(), colour.stroke_width(2)))?;
            for at in pixels {
                area.draw(&Circle::new(at, 4, colour.filled()))?;
            }
            let y = TOP + ROW / 2 + i32::try_from(index)? * ROW;
            area.draw(&PathElement::new(vec![(right + 16, y), (right + 40, y)], colour.stroke_width(3)))?;
            area.draw(&Text::new(name.as_str(), (right + 48, y), letters(HPos::Left, VPos::Center)))?;
        }
        area.present()?;
    }
    Ok(svg)
}
