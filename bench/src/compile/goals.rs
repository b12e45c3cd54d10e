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
            same_size(all, progenitor).and_then(|(ours, other)| Some((check(ours)?, check(other)?))),
        ),
        cheaper(
            "`cargo check` of the crate for one operation at least 20 times cheaper than of Google's crate",
            20.0,
            largest(all, OURS)
                .zip(largest(all, google))
                .and_then(|(ours, other)| Some((check(ours)?, check(other)?))),
        ),
        cheaper(
            "Dev build of crate and calling program for one operation at least 6 times cheaper than with progenitor",
            6.0,
            same_size(all, progenitor).and_then(|(ours, other)| Some((dev(ours)?, dev(other)?))),
        ),
        cheaper(
            "Release build of crate and calling program for one operation at least 6 times cheaper than with progenitor",
            6.0,
            same_size(all, progenitor).and_then(|(ours, other)| Some((release(ours)?, release(other)?))),
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

/// A goal of so many times less, with our seconds and those of the other.
fn cheaper(goal: &str, times: f64, seconds: Option<(f64, f64)>) -> Goal {
    let ratio = seconds.map(|(ours, other)| other / ours);
    Goal {
        goal: goal.to_owned(),
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
