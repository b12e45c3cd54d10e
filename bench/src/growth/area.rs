use super::exponent::exponent;
use crate::compile::{self, Figures, Mode};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::section::{Chart, Goal, Section, Table};
use crate::stats::Samples;

/// How many operations.
const COUNTS: [u32; 6] = [100, 200, 400, 800, 1600, 3000];
/// Above this exponent, a cost is not called linear.
const LINEAR: f64 = 1.1;
/// How often each generation is measured at most. Each is into an empty folder.
const GENERATIONS: usize = 3;

/// What is measured, in the order of [`seconds`].
const NAMES: [&str; 3] = ["generation", "check", "dev build"];

/// How it is measured.
const METHOD: &str = "\
Crates of 100 to 3,000 operations of Security Center: the first by name of the imported ones, and above 921 all of them again, as further products, \
since a product has equal enumerations once. \
Generation is the whole process, written into an empty folder. Compiling is that of the crate alone, measured as in the section on it: a program pays for what it calls. \
The exponent is that of the power of the number of operations that is nearest to the figures, by least squares in logarithms: 1 is linear, and what costs \
the same at any size draws it below 1.";

/// Measures how costs grow with the number of operations.
///
/// # Errors
///
/// None: what cannot be measured is skipped.
pub(crate) fn run(context: &Context) -> Result<Section> {
    // What is compiled here is compared with nothing else, and grows with what is measured.
    let once = Context { rounds: 1, ..context.clone() };
    let mut lines: Vec<(String, Vec<(f64, f64)>)> = NAMES.map(|name| (name.to_owned(), Vec::new())).to_vec();
    let mut rows = Vec::new();
    let mut skipped = Vec::new();
    for count in COUNTS {
        let seconds = match seconds(&once, count, context.rounds.min(GENERATIONS)) {
            Ok(seconds) => seconds,
            Err(error) => {
                eprintln!("  {count} operations: {error}");
                skipped.push(format!("{count} operations: {}", error.reason()));
                continue;
            }
        };
        let cells = seconds.iter().map(|seconds| format!("{seconds:.2}"));
        rows.push([count.to_string()].into_iter().chain(cells).collect());
        for ((_, points), seconds) in lines.iter_mut().zip(seconds) {
            points.push((f64::from(count), seconds));
        }
    }
    let exponents: Vec<Option<f64>> = lines.iter().map(|(_, points)| exponent(points)).collect();
    let charts = if rows.is_empty() { Vec::new() } else { vec![chart(lines)] };
    let cells =
        exponents.iter().map(|exponent| exponent.map_or_else(String::new, |value| format!("{value:.3}")));
    rows.push(["exponent".to_owned()].into_iter().chain(cells).collect());
    Ok(Section {
        title: "Growth".to_owned(),
        method: METHOD.to_owned(),
        tables: vec![Table {
            caption: "CPU seconds by the number of operations".to_owned(),
            columns: ["operations"].iter().chain(&NAMES).map(|name| (*name).to_owned()).collect(),
            rows,
        }],
        charts,
        goals: vec![goal(exponents.into_iter().collect::<Option<Vec<f64>>>().filter(|_| skipped.is_empty()))],
        skipped,
        ..Section::default()
    })
}

/// CPU seconds of each of the [`NAMES`].
fn seconds(context: &Context, count: u32, generations: usize) -> Result<[f64; NAMES.len()]> {
    let operations = usize::try_from(count).unwrap_or_default();
    let mut generation = Samples::default();
    let (mut folder, mut cost) = compile::generated(context, operations)?;
    generation.0.push(cost.cpu.as_secs_f64());
    while generation.0.len() < generations {
        (folder, cost) = compile::generated(context, operations)?;
        generation.0.push(cost.cpu.as_secs_f64());
    }
    let figures = Figures::measure(context, "growth", operations, &folder, None, &[Mode::Check, Mode::Dev])?;
    let missing = || Error::new("a way to compile was not measured");
    let library = |mode| figures.pair(mode).map(|pair| pair.library.cpu.median()).ok_or_else(missing);
    Ok([generation.median(), library(Mode::Check)?, library(Mode::Dev)?])
}

fn chart(lines: Vec<(String, Vec<(f64, f64)>)>) -> Chart {
    Chart {
        name: "growth".to_owned(),
        caption: "CPU time by the number of operations".to_owned(),
        x: "operations".to_owned(),
        y: "CPU seconds".to_owned(),
        logarithmic: true,
        lines,
    }
}

/// The goal, held against the exponents of everything that is measured, at all sizes.
fn goal(exponents: Option<Vec<f64>>) -> Goal {
    let largest = exponents.map(|exponents| exponents.into_iter().fold(f64::NEG_INFINITY, f64::max));
    Goal {
        goal: format!("Cost is linear from 100 to 3,000 operations: no exponent above {LINEAR}"),
        measured: largest
            .map_or_else(|| "not measured".to_owned(), |largest| format!("the largest is {largest:.3}")),
        reached: largest.map(|largest| largest <= LINEAR),
    }
}
