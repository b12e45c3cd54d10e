//! The files of a report.

use std::fs;
use std::path::Path;

use super::chart;
use super::markdown::markdown;
use super::results::Outcome;
use crate::context::Context;
use crate::error::{Error, Result};

/// Writes `BENCHMARKS.md` and its charts, and removes charts that it does not show.
///
/// # Errors
///
/// A file cannot be written; or a chart cannot be drawn, and then everything else was written.
pub(crate) fn write(context: &Context, outcomes: &[Outcome], areas: &[&str]) -> Result<()> {
    let mut outcomes = outcomes.to_vec();
    let folder = context.root.join("bench").join("charts");
    fs::create_dir_all(&folder)?;
    clear(&folder)?;
    let mut problems = Vec::new();
    let mut names = Vec::new();
    for section in outcomes.iter_mut().map(|outcome| &mut outcome.section) {
        // Before lines are cut: half of a place would be no place that is known.
        for line in &mut section.skipped {
            *line = without_places(std::mem::take(line), context);
        }
        let mut drawn = Vec::new();
        // Where all was skipped there is nothing to show, and the reasons stand in the section.
        let charts = std::mem::take(&mut section.charts).into_iter().filter(|chart| !chart.lines.is_empty());
        for one in charts {
            match chart::svg(&one).and_then(|svg| unique(&mut names, &one.name).map(|()| svg)) {
                Ok(svg) => {
                    fs::write(folder.join(format!("{}.svg", one.name)), svg)?;
                    drawn.push(one);
                }
                Err(error) => {
                    let problem = format!("the chart `{}`: {error}", one.name);
                    section.skipped.push(problem.clone());
                    problems.push(problem);
                }
            }
        }
        section.charts = drawn;
    }
    let text = without_places(markdown(&outcomes, areas), context);
    fs::write(context.root.join("BENCHMARKS.md"), text)?;
    if problems.is_empty() { Ok(()) } else { Err(Error::new(problems.join("\n"))) }
}

fn unique(names: &mut Vec<String>, name: &str) -> Result<()> {
    if names.iter().any(|there| there == name) {
        return Err(Error::new("another chart has this name"));
    }
    names.push(name.to_owned());
    Ok(())
}

fn clear(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "svg") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Errors name files, and where those lie on a machine is of no use elsewhere.
pub(super) fn without_places(mut text: String, context: &Context) -> String {
    let home = std::env::home_dir().unwrap_or_default();
    // The longest first: the work folder mostly lies in the repository, and that in somebody's home.
    let corpus = context.corpus.clone().unwrap_or_default();
    let places = [
        (&context.work, "<work>"),
        (&context.out, "<out>"),
        (&corpus, "<corpus>"),
        (&context.root, "."),
        (&home, "~"),
    ];
    let mut places = places.map(|(path, name)| (path.to_string_lossy().into_owned(), name));
    places.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    // One letter is a drive or the root, which every path begins with.
    for (path, name) in places.iter().filter(|(path, _)| path.len() > 2) {
        text = text.replace(path.as_str(), name);
    }
    text
}
