//! The explanations of all codes: complete, true, and the same as the page in `docs/`.

#![allow(clippy::unwrap_used)]

mod memory;

use alicloud_codegen::diagnostics::explain::{self, Example, GROUPS};
use alicloud_codegen::diagnostics::{Diagnostics, codes};
use std::fs;

fn report(example: &Example) -> Diagnostics {
    memory::examine(&example.folder())
}

fn ids(report: &Diagnostics) -> Vec<&'static str> {
    report.sorted().iter().map(|problem| problem.code.id).collect()
}

#[test]
fn every_code_is_explained_once_and_in_order() {
    let explained: Vec<_> =
        GROUPS.iter().flat_map(|group| group.explanations).map(|explanation| explanation.code.id).collect();
    let all: Vec<_> = codes::ALL.iter().map(|code| code.id).collect();
    assert_eq!(explained, all);
}

#[test]
fn a_wrong_example_is_reported_with_its_code_alone() {
    for code in codes::ALL {
        let report = report(&explain::of(*code).unwrap().wrong);
        assert_eq!(ids(&report), [code.id], "{}", report.render_plain());
    }
}

#[test]
fn a_right_example_has_no_problem() {
    for code in codes::ALL {
        let report = report(&explain::of(*code).unwrap().right);
        assert!(report.is_empty(), "{}: {}", code.id, report.render_plain());
    }
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut numbers: Vec<_> = codes::ALL.iter().map(|code| code.id.split_at(1).1).collect();
    assert!(numbers.iter().all(|number| number.len() == 4 && number.parse::<u16>().is_ok()));
    assert!(numbers.is_sorted(), "{numbers:?}");
    numbers.dedup();
    assert_eq!(numbers.len(), codes::ALL.len(), "a number is given out twice");
}

#[test]
fn the_page_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/diagnostics.md");
    let page = fs::read_to_string(path).unwrap_or_default();
    let same = page == explain::page();
    assert!(same, "run `cargo run -p alicloud-codegen -- explain --markdown > docs/diagnostics.md`");
}
