//! The text of `BENCHMARKS.md`.

use super::results::{Outcome, Run};
use super::text::{cell, grid, line, table};

const INTRODUCTION: &str = "What the generator, the code that it emits and the runtime cost, beside what people use today. Everything \
    here was measured and written by one command, `cargo run --release -p alicloud-bench`. Figures are medians, and after `±` stands \
    half of the distance between the smallest and the largest sample. CPU time counts a process and everything that it started. Ratios \
    are those of one run. A goal that was missed stands here with its figure.";

/// The document. `areas` are the names of all areas, so that what is missing can be named.
pub(super) fn markdown(outcomes: &[Outcome], areas: &[&str]) -> String {
    let mut parts = vec!["# Benchmarks".to_owned(), INTRODUCTION.to_owned(), "## Goals".to_owned()];
    parts.push(goals(outcomes));
    parts.push("## Run".to_owned());
    parts.push(runs(outcomes));
    let is_missing = |area: &&&str| outcomes.iter().all(|outcome| outcome.area != ***area);
    let missing: Vec<&str> = areas.iter().filter(is_missing).copied().collect();
    if !missing.is_empty() {
        parts.push(format!("Not measured, so that none of their goals is listed: {}.", missing.join(", ")));
    }
    let is_one_run = distinct(outcomes).len() < 2;
    for outcome in outcomes {
        section(outcome, is_one_run, &mut parts);
    }
    parts.join("\n\n").replace("\n\n\n", "\n\n") + "\n"
}

fn goals(outcomes: &[Outcome]) -> String {
    let mut rows = Vec::new();
    for goal in outcomes.iter().flat_map(|outcome| &outcome.section.goals) {
        let reached = match goal.reached {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "not measured",
        };
        rows.push(vec![goal.goal.clone(), goal.measured.clone(), reached.to_owned()]);
    }
    if rows.is_empty() {
        return "No goal was measured.".to_owned();
    }
    grid(&["Goal", "Measured", "Reached"].map(str::to_owned), &rows, |_| false)
}

/// The runs that the sections are of, each once.
fn distinct(outcomes: &[Outcome]) -> Vec<&Run> {
    let mut runs: Vec<&Run> = Vec::new();
    for Outcome { run, .. } in outcomes {
        if !runs.contains(&run) {
            runs.push(run);
        }
    }
    runs
}

fn runs(outcomes: &[Outcome]) -> String {
    let runs = distinct(outcomes);
    let mut rows = Vec::new();
    for run in &runs {
        let titles = outcomes.iter().filter(|outcome| outcome.run == **run);
        let titles: Vec<&str> = titles.map(|outcome| outcome.section.title.as_str()).collect();
        let titles = if runs.len() > 1 { titles.join(", ") } else { "all".to_owned() };
        let machine = &run.machine;
        let facts = [&machine.processor, &machine.cores, &machine.memory, &machine.kernel, &machine.compiler];
        let settings = run.settings.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        let mut row = vec![run.date.clone(), run.id.clone(), titles, settings];
        row.extend(facts.map(Clone::clone));
        rows.push(row);
    }
    let names = ["Date", "Run", "Sections", "Settings", "Processor", "Cores", "Memory", "Kernel", "Compiler"];
    let table = grid(&names.map(str::to_owned), &rows, |_| false);
    if runs.len() < 2 {
        return table;
    }
    format!(
        "**The sections below are of {} different runs.** Figures of one may not be held against those of another.\n\n{table}",
        runs.len()
    )
}

fn section(outcome: &Outcome, is_one_run: bool, parts: &mut Vec<String>) {
    let section = &outcome.section;
    parts.push(format!("## {}", section.title));
    if !is_one_run {
        parts.push(format!("Of the run `{}`.", outcome.run.id));
    }
    parts.push(section.method.trim().to_owned());
    if !section.versions.is_empty() {
        let versions: Vec<String> =
            section.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
        parts.push(format!("Versions: {}.", cell(&versions.join(", "))));
    }
    parts.extend(section.tables.iter().map(table));
    for chart in &section.charts {
        let caption = cell(chart.caption.trim_end_matches('.')).replace(['[', ']'], "");
        parts.push(format!("**{caption}**\n\n![{caption}](bench/charts/{}.svg)", chart.name));
    }
    if !section.skipped.is_empty() {
        let lines: Vec<String> =
            section.skipped.iter().map(|text| format!("- Skipped: {}", line(text))).collect();
        parts.push(lines.join("\n"));
    }
    parts.retain(|part| !part.is_empty());
}
