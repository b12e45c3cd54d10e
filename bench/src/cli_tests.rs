#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "these are tests")]

use super::{Area, Arguments, run};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::section::{Goal, Section};
use clap::{CommandFactory, Parser};
use std::fs;
use std::path::Path;

fn context(folder: &Path) -> Context {
    let context = Context::of_tests(&folder.join("root"));
    fs::create_dir_all(&context.work).unwrap();
    context
}

/// Runs the command, and gives its error's text and the report.
fn command(
    line: &[&str],
    context: &Context,
    measure: fn(Area, &Context) -> Result<Section>,
) -> (String, String) {
    let arguments = Arguments::try_parse_from([&["alicloud-bench"], line].concat()).unwrap();
    let error = run(&arguments, context, measure).map_or_else(|error| error.to_string(), |()| String::new());
    (error, fs::read_to_string(context.root.join("BENCHMARKS.md")).unwrap_or_default())
}

fn good(area: Area, _: &Context) -> Result<Section> {
    let goals = vec![Goal {
        goal: format!("the goal of {}", area.name()),
        measured: "1 ms".to_owned(),
        reached: Some(area != Area::Calls),
    }];
    Ok(Section { title: format!("About {}", area.name()), goals, ..Section::default() })
}

fn bad_in_compile(area: Area, context: &Context) -> Result<Section> {
    match area {
        Area::Compile => {
            Err(Error::new(format!("{}/x failed: 1\nerror: nothing is there", context.work.display())))
        }
        _ => good(area, context),
    }
}

#[test]
fn the_command_line_is_sound() {
    Arguments::command().debug_assert();
    for wrong in [&["--rounds", "0"][..], &["--only", "weather"], &["--only", "calls", "--report-only"]] {
        assert!(Arguments::try_parse_from([&["alicloud-bench"], wrong].concat()).is_err(), "{wrong:?}");
    }
    assert!(Arguments::try_parse_from(["alicloud-bench", "serve"]).unwrap().command.is_some());
}

#[test]
fn all_areas_are_measured_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let context = context(folder.path());
    let (error, report) = command(&[], &context, good);
    assert_eq!(error, "");
    for area in Area::ALL {
        let answer = if area == Area::Calls { "**no**" } else { "yes" };
        assert!(report.contains(&format!("| the goal of {} | 1 ms | {answer} |", area.name())), "{report}");
        assert!(context.work.join(format!("results/{}.json", area.name())).is_file());
    }
    assert!(!report.contains("Not measured") && !report.contains("different runs"), "{report}");
    assert!(report.contains("| all | `--rounds 1` |"), "{report}");
    let (_, report) = command(&["--out", "anywhere"], &context, good);
    let kind = crate::filesystem::kind(&context.out);
    assert!(report.contains(&format!("| all | `--rounds 1`, `--out` on {kind} |")), "{report}");
}

#[test]
fn an_area_that_fails_becomes_a_line_and_the_others_stand() {
    let folder = tempfile::tempdir().unwrap();
    let (error, report) = command(&[], &context(folder.path()), bad_in_compile);
    assert_eq!(error, "not measured: compile");
    assert!(
        report.contains("## Compile\n\n- Skipped: the whole area: error: nothing is there\n"),
        "{report}"
    );
    assert!(report.contains("the goal of growth") && !report.contains("the goal of compile"), "{report}");
}

#[test]
fn earlier_results_are_reported_when_asked_for_and_as_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let context = context(folder.path());
    assert_eq!(command(&["--report-only"], &context, good).0, "no results are kept");
    assert_eq!(command(&["--only", "decode", "--only", "calls"], &context, good).0, "");
    // As if it had been another day.
    let path = context.work.join("results/calls.json");
    let kept = fs::read_to_string(&path).unwrap();
    let mut other: serde_json::Value = serde_json::from_str(&kept).unwrap();
    other["run"]["id"] = "2001-02-03T04:05:06Z".into();
    other["run"]["date"] = "2001-02-03".into();
    // Nor did it tell what was chosen.
    other["run"].as_object_mut().unwrap().remove("settings").unwrap();
    fs::write(&path, other.to_string()).unwrap();

    let (_, report) = command(&["--only", "decode"], &context, good);
    assert!(report.contains("About decode") && !report.contains("About calls"), "{report}");
    assert!(report.contains("listed: generation, compile, calls, growth.\n"), "{report}");

    let (_, report) = command(&["--report-only"], &context, bad_in_compile);
    assert!(report.contains("**The sections below are of 2 different runs.**"), "{report}");
    assert!(report.contains("| 2001-02-03 | 2001-02-03T04:05:06Z | About calls | unknown |"), "{report}");
    assert!(report.contains("## About calls\n\nOf the run `2001-02-03T04:05:06Z`.\n"), "{report}");
}
