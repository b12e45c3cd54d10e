use super::exponent::exponent;
use super::generation::{Generated, generate};
use crate::compile::{self, Figures, Mode};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::filesystem;
use crate::fresh::Fresh;
use crate::section::{Chart, Goal, Section, Table};

/// How many operations.
const COUNTS: [u32; 6] = [100, 200, 400, 800, 1600, 3000];
/// Above this exponent, a cost is not called linear.
const LINEAR: f64 = 1.1;

/// What is measured, in the order of [`seconds`].
const NAMES: [&str; 3] = ["generation", "check", "dev build"];
/// The columns of the table. The system's part of generation depends on where files are made, and no goal is about it alone.
const COLUMNS: [&str; 5] = ["operations", "generation", "the system's part of it", "check", "dev build"];

/// How it is measured.
const METHOD: &str = "\
Crates of 100 to 3,000 operations of Security Center: the first by name of the imported ones, and above 921 all of them again, as further products, \
since a product has equal enumerations once; so the sizes above 921 are several products. \
Generation is the whole process, each time into a new folder; none is deleted before all is measured, since ext4 goes through inodes that were \
deleted lately for each file that it makes; sizes take turns. \
Compiling is that of the crate alone, measured as in the section on it, but once for each size: a program pays for what it calls. \
The exponent is that of the power of the number of operations that is nearest to the figures, by least squares in logarithms: 1 is linear, and what costs \
the same at any size draws it below 1.";

/// Measures how costs grow with the number of operations.
///
/// # Errors
///
/// There is no place to generate into. What cannot be measured is skipped.
pub(crate) fn run(context: &Context) -> Result<Section> {
    // What is compiled here is compared with nothing else, and grows with what is measured.
    let once = Context { rounds: 1, ..context.clone() };
    let mut lines: Vec<(String, Vec<(f64, f64)>)> = NAMES.map(|name| (name.to_owned(), Vec::new())).to_vec();
    let mut rows = Vec::new();
    let mut skipped = Vec::new();
    let fresh = Fresh::new(context)?;
    // All before anything is compiled: cargo deletes files.
    for (count, generated) in generate(context, &fresh, COUNTS) {
        let measured = generated.and_then(|generated| Ok((seconds(&once, count, &generated)?, generated)));
        let (seconds, generated) = match measured {
            Ok(measured) => measured,
            Err(error) => {
                eprintln!("  {count} operations: {error}");
                skipped.push(format!("{count} operations: {}", error.reason()));
                continue;
            }
        };
        let [generation, check, dev] = seconds.map(|seconds| format!("{seconds:.2}"));
        let system = format!("{:.2}", generated.system.median());
        rows.push(vec![count.to_string(), generation, system, check, dev]);
        for ((_, points), seconds) in lines.iter_mut().zip(seconds) {
            points.push((f64::from(count), seconds));
        }
    }
    let exponents: Vec<Option<f64>> = lines.iter().map(|(_, points)| exponent(points)).collect();
    let charts = if rows.is_empty() { Vec::new() } else { vec![chart(lines)] };
    let [generation, check, dev] = [0, 1, 2].map(|line| {
        let exponent = exponents.get(line).copied().flatten();
        exponent.map_or_else(String::new, |value| format!("{value:.3}"))
    });
    rows.push(vec!["exponent".to_owned(), generation, String::new(), check, dev]);
    Ok(Section {
        title: "Growth".to_owned(),
        method: format!("{METHOD} Generated crates were written to {}.", filesystem::kind(&context.out)),
        tables: vec![Table {
            caption: "CPU seconds by the number of operations".to_owned(),
            columns: COLUMNS.map(str::to_owned).to_vec(),
            rows,
        }],
        charts,
        goals: vec![goal(exponents.into_iter().collect::<Option<Vec<f64>>>().filter(|_| skipped.is_empty()))],
        skipped,
        ..Section::default()
    })
}

/// CPU seconds of each of the [`NAMES`].
fn seconds(context: &Context, count: u32, generated: &Generated) -> Result<[f64; NAMES.len()]> {
    let operations = usize::try_from(count).unwrap_or_default();
    let folder = compile::generated(context, &generated.specs, operations)?;
    let figures = Figures::measure(context, "growth", operations, &folder, None, &[Mode::Check, Mode::Dev])?;
    let missing = || Error::new("a way to compile was not measured");
    let library = |mode| figures.pair(mode).map(|pair| pair.library.cpu.median()).ok_or_else(missing);
    Ok([generated.cpu.median(), library(Mode::Check)?, library(Mode::Dev)?])
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
    let named = exponents.map(|exponents| exponents.into_iter().zip(NAMES));
    let largest = named.and_then(|named| named.max_by(|(one, _), (other, _)| one.total_cmp(other)));
    Goal {
        goal: format!("Cost is linear from 100 to 3,000 operations: no exponent above {LINEAR}"),
        measured: largest.map_or_else(
            || "not measured".to_owned(),
            |(largest, name)| format!("the largest is {largest:.3} ({name})"),
        ),
        reached: largest.map(|(largest, _)| largest <= LINEAR),
    }
}

#[cfg(test)]
mod tests {
    use super::goal;

    #[test]
    fn the_goal_says_what_grows_fastest() {
        let said = |exponents| {
            let goal = goal(exponents);
            (goal.measured, goal.reached)
        };
        let largest = |text: &str, reached| (format!("the largest is {text}"), Some(reached));
        assert_eq!(said(Some(vec![1.0, 1.187, 1.1])), largest("1.187 (check)", false));
        assert_eq!(said(Some(vec![1.1, 0.9, 1.0])), largest("1.100 (generation)", true));
        assert_eq!(said(Some(vec![0.9, 0.9, 1.2])), largest("1.200 (dev build)", false));
        assert_eq!(said(None), ("not measured".to_owned(), None));
    }
}
