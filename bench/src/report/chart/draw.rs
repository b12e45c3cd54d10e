use super::{bars, lines};
use crate::error::{Error, Result};
use crate::section::Chart;

/// The picture.
///
/// # Errors
///
/// There is nothing to show, a number has no place on the axis, or the name is no file's name.
pub(crate) fn svg(chart: &Chart) -> Result<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if chart.name.is_empty() || !chart.name.chars().all(is_plain) {
        return Err(Error::new("its name is no name of a file"));
    }
    let points = || chart.lines.iter().flat_map(|(_, points)| points);
    if chart.lines.is_empty() || chart.lines.iter().any(|(_, points)| points.is_empty()) {
        return Err(Error::new("a line has no points"));
    }
    let numbers = points().flat_map(|(x, y)| if chart.x.is_empty() { vec![*y] } else { vec![*x, *y] });
    let bound = if chart.logarithmic { f64::MIN_POSITIVE } else { 0.0 };
    if let Some(number) = numbers.into_iter().find(|number| !number.is_finite() || *number < bound) {
        return Err(Error::new(format!("{number} has no place on its axis")));
    }
    let drawn = if chart.x.is_empty() { bars::draw(chart) } else { lines::draw(chart) };
    drawn.map_err(|error| Error::new(error.to_string()))
}
