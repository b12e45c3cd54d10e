//! Bars from the left, so that long names can be read.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::scale::{Scale, number};
use super::style::{Failure, GRID, WIDTH, colour, letters, width};
use crate::section::Chart;

const BAR: i32 = 22;
const GAP: i32 = 10;
const BELOW: i32 = 52;

/// A picture with one bar for each line, of which the first point counts.
pub(super) fn draw(chart: &Chart) -> Result<String, Failure> {
    let values: Vec<(&str, f64)> =
        chart.lines.iter().filter_map(|(name, points)| Some((name.as_str(), points.first()?.1))).collect();
    let scale = Scale::new(values.iter().map(|(_, value)| *value), chart.logarithmic);
    let count = i32::try_from(values.len())?;
    let end = GAP + count * (BAR + GAP);
    let names = values.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
    // Beside the longest bar its number has to find room.
    let (left, right) = ((names + 16).min(400), i32::try_from(WIDTH)? - 80);
    let mut svg = String::new();
    {
        let area =
            SVGBackend::with_string(&mut svg, (WIDTH, u32::try_from(end + BELOW)?)).into_drawing_area();
        area.fill(&WHITE)?;
        for tick in &scale.ticks {
            let x = scale.pixel(*tick, left, right);
            area.draw(&PathElement::new(vec![(x, GAP / 2), (x, end)], GRID))?;
            area.draw(&Text::new(number(*tick), (x, end + 6), letters(HPos::Center, VPos::Top)))?;
        }
        for (index, (name, value)) in values.iter().enumerate() {
            let top = GAP + i32::try_from(index)? * (BAR + GAP);
            let (x, middle) = (scale.pixel(*value, left, right), top + BAR / 2);
            area.draw(&Rectangle::new([(left, top), (x, top + BAR)], colour(index).filled()))?;
            area.draw(&Text::new(*name, (left - 8, middle), letters(HPos::Right, VPos::Center)))?;
            area.draw(&Text::new(number(*value), (x + 6, middle), letters(HPos::Left, VPos::Center)))?;
        }
        area.draw(&PathElement::new(vec![(left, GAP / 2), (left, end)], BLACK))?;
        let below = (i32::midpoint(left, right), end + 28);
        area.draw(&Text::new(chart.y.as_str(), below, letters(HPos::Center, VPos::Top)))?;
        area.present()?;
    }
    Ok(svg)
}
