use super::build::Build;
use super::figures::{Figures, Pair};
use super::mode::Mode;
use super::programs::{ALL, Programs};
use crate::section::{Chart, Table};

/// What stands where nothing was measured.
const NONE: &str = "–";

/// CPU time of the crates and of the programs.
pub(super) fn times(all: &[Figures]) -> Vec<Table> {
    let cells = |of: &dyn Fn(&Figures, &Pair) -> String| -> Vec<Vec<String>> {
        all.iter()
            .map(|figures| {
                let modes = Mode::ALL.iter().map(|mode| {
                    figures.pair(*mode).map_or_else(|| NONE.to_owned(), |pair| of(figures, pair))
                });
                row(figures, modes)
            })
            .collect()
    };
    let milliseconds = |figures: &Figures, build: &Build| {
        let each = figures.each_ms(&build.cpu);
        let runs = build.cpu.0.len();
        if runs > 1 { format!("{} of {runs}", each.text(1)) } else { each.text(1) }
    };
    let library = |figures: &Figures, pair: &Pair| milliseconds(figures, &pair.library);
    let program = |figures: &Figures, pair: &Pair| {
        pair.program.as_ref().map_or_else(|| NONE.to_owned(), |program| milliseconds(figures, program))
    };
    let both = |figures: &Figures, pair: &Pair| {
        pair.both().map_or_else(|| NONE.to_owned(), |both| format!("{:.1}", figures.each(both * 1000.0)))
    };
    let table = |caption: &str, rows| Table {
        caption: caption.to_owned(),
        columns: columns(&["check, ms", "dev, ms", "release, ms"]),
        rows,
    };
    vec![
        table("CPU time for one operation: the crate alone", cells(&library)),
        table(
            "CPU time for one operation: a program that calls every operation, without the crate",
            cells(&program),
        ),
        table("CPU time for one operation: crate and program together", cells(&both)),
    ]
}

/// How long the source is, and how large what comes of it.
pub(super) fn weights(all: &[Figures]) -> Table {
    let rows = all.iter().map(|figures| {
        let peak = |mode| figures.pair(mode).map_or_else(|| NONE.to_owned(), |pair| mega(pair.library.peak));
        row(
            figures,
            [
                format!("{:.0}", figures.each(float(figures.lines.all))),
                format!("{:.0}", figures.each(float(figures.lines.code))),
                figures.library.map_or_else(
                    || NONE.to_owned(),
                    |bytes| format!("{:.1}", figures.each(float(bytes)) / 1024.0),
                ),
                peak(Mode::Check),
                peak(Mode::Release),
                figures.program.map_or_else(|| NONE.to_owned(), mega),
            ]
            .into_iter(),
        )
    });
    Table {
        caption: "Weight: lines and bytes for one operation, memory and size of the whole".to_owned(),
        columns: columns(&[
            "lines",
            "without comments and empty lines",
            "rlib, KiB",
            "peak of check, MiB",
            "peak of release, MiB",
            "program, MiB",
        ]),
        rows: rows.collect(),
    }
}

/// The sizes of programs on crates of ours, and what an operation adds.
pub(super) fn sizes(programs: &Programs) -> Vec<Table> {
    let rows = programs
        .bytes
        .iter()
        .map(|((there, called), bytes)| vec![there.to_string(), called.to_string(), bytes.to_string()]);
    let sizes = Table {
        caption: "Size of stripped release programs on crates of ours".to_owned(),
        columns: ["operations in the crate", "operations called", "bytes"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    let added = [
        ("called, from 3 to 100 of 100", (100, 3), (100, 100), 97),
        ("called, from 3 to 921 of 921", (ALL, 3), (ALL, ALL), ALL - 3),
        ("only there, from 3 to 100 with 3 called", (3, 3), (100, 3), 97),
        ("only there, from 3 to 921 with 3 called", (3, 3), (ALL, 3), ALL - 3),
        ("only there, from 3 to 921 with none called", (3, 0), (ALL, 0), ALL - 3),
    ];
    let rows = added.into_iter().filter_map(|(name, from, to, operations)| {
        let from = programs.of(from.0, from.1)?;
        let to = programs.of(to.0, to.1)?;
        Some(vec![name.to_owned(), format!("{:.1}", (float(to) - float(from)) / float(operations))])
    });
    let added = Table {
        caption: "What one operation adds to a stripped release program".to_owned(),
        columns: ["an operation that is", "bytes"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    vec![sizes, added]
}

/// Bars of the crates alone in check, and of crate and program together in the other modes.
pub(super) fn charts(all: &[Figures]) -> Vec<Chart> {
    let chart = |mode: Mode, caption: &str, of: &dyn Fn(&Figures) -> Option<f64>| Chart {
        name: format!("compile-{}", mode.name()),
        caption: caption.to_owned(),
        x: String::new(),
        y: "CPU ms for one operation".to_owned(),
        logarithmic: true,
        lines: all
            .iter()
            .filter_map(|figures| {
                let name = format!("{}, {}", figures.name, figures.operations);
                Some((name, vec![(0.0, figures.each(of(figures)? * 1000.0))]))
            })
            .collect(),
    };
    let both = |mode| move |figures: &Figures| figures.pair(mode)?.both();
    let mut charts = vec![
        chart(Mode::Check, "cargo check: the crate alone", &|figures| {
            Some(figures.pair(Mode::Check)?.library.cpu.median())
        }),
        chart(Mode::Dev, "Dev build: the crate and a program that calls every operation", &both(Mode::Dev)),
        chart(
            Mode::Release,
            "Release build: the crate and a program that calls every operation",
            &both(Mode::Release),
        ),
    ];
    charts.retain(|chart| !chart.lines.is_empty());
    charts
}

fn columns(more: &[&str]) -> Vec<String> {
    ["crate", "operations"].iter().chain(more).map(|name| (*name).to_owned()).collect()
}

fn row(figures: &Figures, more: impl Iterator<Item = String>) -> Vec<String> {
    [figures.name.clone(), figures.operations.to_string()].into_iter().chain(more).collect()
}

fn mega(bytes: u64) -> String {
    format!("{:.1}", float(bytes) / 1024.0 / 1024.0)
}

/// Counts here are far below what a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn float(count: impl TryInto<u64>) -> f64 {
    count.try_into().map_or(f64::NAN, |count: u64| count as f64)
}
