//! A folder with one mistake of each kind: one run shows all of them, each once and at its place.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use alicloud_codegen::diagnostics::codes;
use serde_json::Value;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Where each mistake of `at_once/spec` is: code, file, line and column. Line 0 stands for a problem that has no place in a text.
const MISTAKES: &[(&str, &str, u64, u64)] = &[
    ("E0702", "demo/2024-01-01/get_allow.yaml", 15, 11),
    ("E0107", "demo/2024-01-01/get_deep.yaml", 14, 137),
    ("E0101", "demo/2024-01-01/get_encoding.yaml", 2, 23),
    ("N0601", "demo/2024-01-01/get_rules.yaml", 2, 24),
    ("E0501", "demo/2024-01-01/get_rules.yaml", 6, 11),
    ("E0502", "demo/2024-01-01/get_rules.yaml", 7, 17),
    ("E0302", "demo/2024-01-01/get_rules.yaml", 13, 11),
    ("E0303", "demo/2024-01-01/get_rules.yaml", 19, 11),
    ("E0304", "demo/2024-01-01/get_rules.yaml", 22, 11),
    ("E0401", "demo/2024-01-01/get_rules.yaml", 28, 14),
    ("E0406", "demo/2024-01-01/get_rules.yaml", 32, 14),
    ("E0402", "demo/2024-01-01/get_rules.yaml", 36, 16),
    ("E0407", "demo/2024-01-01/get_rules.yaml", 40, 12),
    ("W0408", "demo/2024-01-01/get_rules.yaml", 45, 14),
    ("E0409", "demo/2024-01-01/get_rules.yaml", 50, 16),
    ("E0411", "demo/2024-01-01/get_rules.yaml", 55, 5),
    ("W0412", "demo/2024-01-01/get_rules.yaml", 60, 16),
    ("E0405", "demo/2024-01-01/get_rules.yaml", 71, 21),
    ("W0410", "demo/2024-01-01/get_rules.yaml", 72, 13),
    ("E0404", "demo/2024-01-01/get_rules.yaml", 81, 18),
    ("E0701", "demo/2024-01-01/get_rules.yaml", 88, 11),
    ("E0703", "demo/2024-01-01/get_rules.yaml", 91, 13),
    ("E0403", "demo/2024-01-01/get_sample.yaml", 16, 7),
    ("E0104", "demo/2024-01-01/get_structure.yaml", 2, 10),
    ("E0204", "demo/2024-01-01/get_structure.yaml", 3, 7),
    ("E0105", "demo/2024-01-01/get_structure.yaml", 10, 5),
    ("E0202", "demo/2024-01-01/get_structure.yaml", 11, 5),
    ("E0203", "demo/2024-01-01/get_structure.yaml", 16, 15),
    ("E0201", "demo/2024-01-01/get_structure.yaml", 17, 5),
    ("E0108", "demo/2024-01-01/get_structure.yaml", 19, 3),
    ("E0109", "demo/2024-01-01/get_structure.yaml", 23, 20),
    ("E0106", "demo/2024-01-01/get_structure.yaml", 24, 3),
    ("E0102", "demo/2024-01-01/get_syntax.yaml", 2, 25),
    ("E0301", "demo/2024-01-01/get_twin_copy.yaml", 1, 7),
    ("E0103", "demo/2024-01-01/get_two.yaml", 14, 1),
    ("E0503", "demo/2024-01-01/product.yaml", 11, 16),
    ("W0505", "demo/2024-01-01/product.yaml", 12, 3),
    ("E0305", "demo/2025-01-01/get_shapes.yaml", 16, 14),
    ("E0504", "demo/2025-01-01/product.yaml", 5, 9),
    ("E0307", "demo/2025-01-01/shapes/thing_copy.yaml", 1, 7),
    ("W0306", "demo/2025-01-01/shapes/unused.yaml", 1, 7),
    ("E0801", "demo/2026-01-01/corrections.yaml", 5, 16),
    ("E0901", "demo/2026-01-01/get_malformed.yaml", 5, 7),
    ("E0902", "demo/2026-01-01/get_without_path.yaml", 1, 7),
    ("E0903", "demo/2026-01-01/update_request.yaml", 5, 7),
    ("E0904", "demo/2026-01-01/update_request.yaml", 8, 5),
    ("E0905", "demo/2026-01-01/update_request.yaml", 13, 15),
    ("E0906", "demo/2026-01-01/update_request.yaml", 18, 11),
    ("E0907", "demo/2026-01-01/update_request.yaml", 22, 11),
    ("E0908", "demo/2026-01-01/update_request.yaml", 26, 11),
    ("E0909", "demo/2026-01-01/update_request.yaml", 33, 10),
    ("E0910", "demo/2026-01-01/update_request.yaml", 35, 14),
    ("E0911", "demo/2026-01-01/update_request.yaml", 37, 13),
    ("E0206", "later/2030-01-01/product.yaml", 1, 11),
    ("E0205", "lonely/2024-01-01", 0, 0),
];

#[test]
fn all_mistakes_are_shown_in_one_run_and_nothing_else() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alicloud-codegen"));
    command
        .args(["check", "--format", "json"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/at_once"));
    let start = Instant::now();
    let output = command.output().unwrap();
    let took = start.elapsed();
    let figures = format!("one run with {} mistakes: {} ms\n", MISTAKES.len(), took.as_millis());
    io::stderr().write_all(figures.as_bytes()).unwrap();

    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found: Vec<_> = report["problems"].as_array().unwrap().iter().map(place).collect();
    let expected: Vec<_> = MISTAKES
        .iter()
        .map(|(code, file, line, column)| (*code, format!("spec/{file}"), *line, *column))
        .collect();
    assert_eq!(found, expected);
    // No more than a guard against a hang: a busy machine must not fail.
    assert!(took < Duration::from_secs(30), "{took:?}");
}

fn place(problem: &Value) -> (&str, String, u64, u64) {
    let number = |key: &str| problem[key].as_u64().unwrap_or(0);
    (
        problem["code"].as_str().unwrap(),
        problem["file"].as_str().unwrap().to_owned(),
        number("line"),
        number("column"),
    )
}

#[test]
fn no_code_is_left_out() {
    for code in codes::ALL {
        let count = MISTAKES.iter().filter(|(id, ..)| *id == code.id).count();
        assert_eq!(count, 1, "mistakes with the code {}", code.id);
    }
}
