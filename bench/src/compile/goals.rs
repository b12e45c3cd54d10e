use super::figures::Figures;
use super::mode::Mode;
use super::programs::{ALL, Programs};
use crate::section::Goal;

/// How our figures are called.
pub(super) const OURS: &str = "ours";

/// The goals of compiling, held against these figures.
pub(super) fn times(all: &[Figures], progenitor: &str, google: &str) -> Vec<Goal> {
    let check = |figures: &Figures| Some(figures.each(figures.pair(Mode::Check)?.library.cpu.median()));
    let dev = |figures: &Figures| Some(figures.each(figures.pair(Mode::Dev)?.both()?));
    let release = |figures: &Figures| Some(figures.each(figures.pair(Mode::Release)?.both()?));
    vec![
        cheaper(
            "`cargo check` of the crate for one operation at least 8 times cheaper than of progenitor's output",
            8.0,
            same_size(all, progenitor),
            check,
        ),
        cheaper(
            "`cargo check` of the crate for one operation at least 20 times cheaper than of Google's crate",
            20.0,
            largest(all, OURS).zip(largest(all, google)),
            check,
        ),
        cheaper(
            "Dev build of crate and calling program for one operation at least 6 times cheaper than with progenitor",
            6.0,
            same_size(all, progenitor),
            dev,
        ),
        cheaper(
            "Release build of crate and calling program for one operation at least 6 times cheaper than with progenitor",
            6.0,
            same_size(all, progenitor),
            release,
        ),
    ]
}

/// The goal of sizes, held against these programs.
#[allow(clippy::cast_precision_loss, reason = "sizes of programs are far below what a float holds exactly")]
pub(super) fn size(programs: Option<&Programs>) -> Goal {
    let sizes = programs.and_then(|programs| Some((programs.of(3, 3)?, programs.of(ALL, 3)?)));
    let more = sizes.map(|(few, all)| (all as f64 / few as f64 - 1.0) * 100.0);
    Goal {
        goal: "A program that calls 3 of 921 operations is within 5 % of the stripped size of one on a crate of only those 3"
            .to_owned(),
        measured: sizes.zip(more).map_or_else(not_measured, |((few, all), more)| {
            format!("{all} bytes against {few}: {more:+.2} %")
        }),
        reached: more.map(|more| more.abs() <= 5.0),
    }
}

/// A goal of so many times less, by the seconds of our figures and those of the other. It says how many operations they have: what
/// one operation costs differs from size to size.
fn cheaper(
    goal: &str,
    times: f64,
    pair: Option<(&Figures, &Figures)>,
    of: impl Fn(&Figures) -> Option<f64>,
) -> Goal {
    let seconds = pair.and_then(|(ours, other)| Some((of(ours)?, of(other)?)));
    let judged =
        pair.filter(|_| seconds.is_some()).map(|(ours, other)| match (ours.operations, other.operations) {
            (ours, other) if ours == other => format!(" (judged at {ours} operations of both)"),
            (ours, other) => format!(" (judged at {ours} operations of ours and {other} of the other)"),
        });
    let ratio = seconds.map(|(ours, other)| other / ours);
    Goal {
        goal: format!("{goal}{}", judged.unwrap_or_default()),
        measured: seconds.zip(ratio).map_or_else(not_measured, |((ours, other), ratio)| {
            format!("{:.1} ms against {:.1} ms: {ratio:.1} times", ours * 1000.0, other * 1000.0)
        }),
        reached: ratio.map(|ratio| ratio >= times),
    }
}

fn not_measured() -> String {
    "not measured".to_owned()
}

/// Our figures and those of another at the largest number of operations that both have.
fn same_size<'a>(all: &'a [Figures], other: &str) -> Option<(&'a Figures, &'a Figures)> {
    let ours = all.iter().filter(|figures| figures.name == OURS);
    let pairs = ours.filter_map(|ours| {
        let same = |figures: &&Figures| figures.name == other && figures.operations == ours.operations;
        Some((ours, all.iter().find(same)?))
    });
    pairs.max_by_key(|(ours, _)| ours.operations)
}

fn largest<'a>(all: &'a [Figures], name: &str) -> Option<&'a Figures> {
    all.iter().filter(|figures| figures.name == name).max_by_key(|figures| figures.operations)
}

#[cfg(test)]
#[path = "goals_tests.rs"]
mod tests;
