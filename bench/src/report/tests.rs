#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "these are tests")]

use super::machine::{self, Machine};
use super::results::{Outcome, Run, Settings};
use super::{chart, text, write};
use crate::context::Context;
use crate::section::{Chart, Goal, Section, Table};
use std::fs;
use std::path::Path;

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

fn growth() -> Chart {
    let operations = [100.0, 200.0, 400.0, 800.0, 1600.0, 3000.0];
    let line = |name: &str, by: f64| (name.to_owned(), operations.map(|x| (x, by * x)).to_vec());
    Chart {
        name: "growth".to_owned(),
        caption: "CPU time over the number of operations.".to_owned(),
        x: "Operations".to_owned(),
        y: "CPU time in seconds".to_owned(),
        logarithmic: true,
        lines: vec![line("generation", 0.001), line("cargo check", 0.0071), line("release build", 0.0108)],
    }
}

fn bars(is_logarithmic: bool) -> Chart {
    let bar = |name: &str, value: f64| (name.to_owned(), vec![(0.0, value)]);
    Chart {
        name: "generation".to_owned(),
        caption: "CPU time of generating [921] operations".to_owned(),
        y: "CPU time in seconds".to_owned(),
        logarithmic: is_logarithmic,
        lines: vec![
            bar("alicloud", 1.1),
            bar("alicloud, nothing changed", 0.043),
            bar("progenitor", 6.71),
            bar("oas3-gen <&>", 1.5),
            bar("openapi-generator", 15.25),
        ],
        ..Chart::default()
    }
}

fn outcomes() -> Vec<Outcome> {
    let machine = Machine {
        processor: "Example CPU @ 2.00GHz".to_owned(),
        cores: "2".to_owned(),
        memory: "24.0 GiB".to_owned(),
        kernel: "Linux 6.1.0".to_owned(),
        compiler: "rustc 1.95.0".to_owned(),
    };
    let (id, date) = ("2030-01-02T03:04:05Z".to_owned(), "2030-01-02".to_owned());
    let settings = Some(Settings { rounds: 5, out: Some("tmpfs".to_owned()) });
    let run = Run { id, date, machine, settings };
    let goal = |goal: &str, measured: &str, reached| Goal {
        goal: goal.to_owned(),
        measured: measured.to_owned(),
        reached,
    };
    let generation = Section {
        title: "Generation".to_owned(),
        method: "Each program generates from the same facts.\n\nNothing else runs.\n".to_owned(),
        tables: vec![Table {
            caption: "CPU seconds.".to_owned(),
            columns: texts(["Generator", "3", "100", "921"]),
            rows: vec![
                texts(["alicloud", "0.01", "0.13 ±2 %", "1.10 ±4 %"]),
                texts(["a | b", "0.4", "line\nbreak"]),
            ],
        }],
        charts: vec![bars(true)],
        goals: vec![
            goal("921 operations: at least 4x less CPU than progenitor", "6.1x", Some(true)),
            goal("no more CPU than oas3-gen", "1.2x", Some(false)),
            goal("second run under 100 ms", "not measured", None),
        ],
        skipped: texts(["openapi-generator: no Java here\nwith a trace", &format!("x{}", "y".repeat(500))]),
        versions: vec![
            ("progenitor".to_owned(), "0.11.0".to_owned()),
            ("oas3-gen".to_owned(), "0.24".to_owned()),
        ],
    };
    let growth = Section { title: "Growth".to_owned(), charts: vec![growth()], ..Section::default() };
    let outcome = |area: &str, section| Outcome { area: area.to_owned(), run: run.clone(), section };
    vec![outcome("generation", generation), outcome("growth", growth)]
}

fn golden(assert: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(assert);
}

#[test]
fn sections_become_markdown_and_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let charts = folder.path().join("bench/charts");
    fs::create_dir_all(&charts).unwrap();
    fs::write(charts.join("of_last_year.svg"), "").unwrap();
    write(&Context::of_tests(folder.path()), &outcomes(), &["generation", "compile", "growth"]).unwrap();
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert_eq!(fs::read_dir(&charts).unwrap().count(), 2);
    golden(|| insta::assert_snapshot!("report", read("BENCHMARKS.md")));
    for name in ["generation", "growth"] {
        let svg = read(&format!("bench/charts/{name}.svg"));
        golden(|| insta::assert_binary_snapshot!(&format!("{name}.svg"), svg.into_bytes()));
    }
}

#[test]
fn bars_from_zero() {
    let svg = chart::svg(&bars(false)).unwrap();
    golden(|| insta::assert_binary_snapshot!("bars_from_zero.svg", svg.into_bytes()));
}

/// What makes a chart one that cannot be drawn.
type Spoil = fn(&mut Chart);

#[test]
fn a_chart_that_cannot_be_drawn_is_named_and_the_rest_is_written() {
    let cases: [(&str, Spoil); 4] = [
        ("no name of a file", |chart| chart.name = "a/b".to_owned()),
        ("no points", |chart| chart.lines[1].1.clear()),
        ("0 has no place", |chart| chart.lines[1].1[0].0 = 0.0),
        ("NaN has no place", |chart| chart.lines[1].1[0].1 = f64::NAN),
    ];
    for (reason, spoil) in cases {
        let folder = tempfile::tempdir().unwrap();
        let mut outcomes = outcomes();
        spoil(&mut outcomes[1].section.charts[0]);
        let error = write(&Context::of_tests(folder.path()), &outcomes, &[]).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
        let report = fs::read_to_string(folder.path().join("BENCHMARKS.md")).unwrap();
        assert!(report.contains("## Growth\n\n- Skipped: the chart `"), "{report}");
        assert!(folder.path().join("bench/charts/generation.svg").exists());
    }
    let folder = tempfile::tempdir().unwrap();
    let mut empty = outcomes();
    empty[1].section.charts[0].lines.clear();
    write(&Context::of_tests(folder.path()), &empty, &[]).unwrap();
    assert!(!folder.path().join("bench/charts/growth.svg").exists());
    let mut twice = outcomes();
    twice[1].section.charts[0].name = "generation".to_owned();
    let error = write(&Context::of_tests(folder.path()), &twice, &[]).unwrap_err().to_string();
    assert!(error.contains("another chart has this name"), "{error}");
}

#[test]
fn places_of_a_machine_do_not_show() {
    let mut context = Context::of_tests(Path::new("/some/where"));
    context.corpus = Some("/some/corpus".into());
    context.out = "/dev/shm/mine".into();
    let text =
        "a /some/where/target/bench/x, /some/where/y, /some/corpus/z, /dev/shm/mine/a, / and /some/other";
    let shown = super::write::without_places(text.to_owned(), &context);
    assert_eq!(shown, "a <work>/x, ./y, <corpus>/z, <out>/a, / and /some/other");
}

#[test]
fn a_place_does_not_show_where_a_line_is_cut_in_its_middle() {
    let folder = tempfile::tempdir().unwrap();
    let context = Context::of_tests(folder.path());
    let mut outcomes = outcomes();
    let place = context.work.display().to_string();
    // All places where the cut could be, with what stands before it.
    for before in 240 - place.len()..240 {
        outcomes[0].section.skipped = vec![format!("{}{place}/file is missing", "x".repeat(before))];
        write(&context, &outcomes, &[]).unwrap();
        let report = fs::read_to_string(folder.path().join("BENCHMARKS.md")).unwrap();
        let start: String = place.chars().take(6).collect();
        assert!(!report.contains(&format!("x{start}")), "{before}: {report}");
    }
}

#[test]
fn a_machine_is_read_from_what_its_system_tells() {
    let cpuinfo = "processor\t: 0\nmodel name\t: Example  CPU @ 2.00GHz\nflags\t: a b\n";
    assert_eq!(machine::processor(cpuinfo).as_deref(), Some("Example CPU @ 2.00GHz"));
    assert_eq!(machine::processor("processor\t: 0\n"), None);
    assert_eq!(machine::memory("MemTotal:       25165824 kB\nMemFree: 1 kB\n").as_deref(), Some("24.0 GiB"));
    assert_eq!(machine::memory("MemTotal: much\n"), None);
}

#[test]
fn cells_and_lines_stay_one_line() {
    assert_eq!(text::cell("a | b\n  c"), "a \\| b c");
    assert_eq!(text::line("first\nsecond"), "first");
    assert_eq!(text::line(&"é".repeat(300)), format!("{}...", "é".repeat(240)));
}
