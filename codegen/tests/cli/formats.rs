//! `check` for other programs, and what it makes of warnings and notes.

use crate::sandbox::{PRODUCT, Sandbox};
use alicloud_codegen::diagnostics::codes;
use serde_json::{Value, json};

const OPERATION: &str = "get_check_sale.yaml";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// One note: a tag in a summary.
fn with_a_note() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(&format!("{PRODUCT}/{OPERATION}"), "\nsummary: ", "\nsummary: \"<b>\" #");
    sandbox
}

/// The note, and a warning: a region that nobody knows.
fn with_a_warning() -> Sandbox {
    let sandbox = with_a_note();
    sandbox.edit(&format!("{PRODUCT}/product.yaml"), "  cn-hangzhou:", "  cn-hangzou:");
    sandbox
}

/// Both, and an error with two places.
fn with_an_error() -> Sandbox {
    let sandbox = with_a_warning();
    sandbox.edit(&format!("{PRODUCT}/{OPERATION}"), "\nkind: read\n", "\nkind: read\nkind: write\n");
    sandbox
}

#[test]
fn json_is_one_object_whatever_was_found() {
    let none = json(&Sandbox::new().good(&["check", "--format", "json"]));
    assert_eq!(none, json!({ "format": 1, "errors": 0, "warnings": 0, "notes": 0, "problems": [] }));

    let sandbox = with_an_error();
    let ended = sandbox.run(&["check", "--format", "json"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    let report = json(&ended.out);
    // The file with the error could not be read, so it has no note.
    assert_eq!((&report["errors"], &report["warnings"], &report["notes"]), (&json!(1), &json!(1), &json!(0)));
    let text = sandbox.read(&format!("{PRODUCT}/{OPERATION}"));
    let line = text.lines().position(|line| line == "kind: write").unwrap() + 1;
    let expected = json!({
        "code": "E0105",
        "severity": "error",
        "title": "key given twice in one mapping",
        "message": "`kind` is given twice",
        "file": format!("{PRODUCT}/{OPERATION}"),
        "line": line,
        "column": 1,
        "end_line": line,
        "end_column": 5,
        "label": "second time",
        "labels": [{
            "file": format!("{PRODUCT}/{OPERATION}"),
            "line": line - 1,
            "column": 1,
            "end_line": line - 1,
            "end_column": 5,
            "text": "first time",
        }],
        "notes": [],
        "helps": ["keep one of the two"],
    });
    assert_eq!(report["problems"][0], expected);
}

#[test]
fn a_problem_without_a_place_has_null_lines() {
    let sandbox = Sandbox::new();
    sandbox.write("spec/astray.yaml", "name: X\n");
    let report = json(&sandbox.run(&["check", "--format", "json"]).out);
    let problem = &report["problems"][0];
    assert_eq!((&problem["file"], &problem["line"]), (&json!("spec/astray.yaml"), &Value::Null));
}

#[test]
fn sarif_has_rules_results_and_regions() {
    let ended = with_an_error().run(&["check", "--format", "sarif"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    let log = json(&ended.out);
    assert_eq!((&log["version"], &log["runs"].as_array().unwrap().len()), (&json!("2.1.0"), &1));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), codes::ALL.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
        assert!(result["message"]["text"].as_str().unwrap().contains("\nhelp: "));
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].as_str().unwrap().starts_with(PRODUCT));
        let region = &place["region"];
        assert_eq!(region["startLine"], region["endLine"]);
        assert!(region["startColumn"].as_u64() < region["endColumn"].as_u64());
    }
    assert_eq!(results[0]["relatedLocations"][0]["message"]["text"], "first time");
    assert!(results[1].get("relatedLocations").is_none());

    let none = json(&Sandbox::new().good(&["check", "--format", "sarif"]));
    assert_eq!(none["runs"][0]["results"], json!([]));
}

#[test]
fn warnings_and_notes_are_printed_and_do_not_fail() {
    let sandbox = with_a_warning();
    for command in ["check", "generate"] {
        let ended = sandbox.run(&[command]);
        assert_eq!(ended.code, Some(0), "{command}: {}", ended.err);
        for part in ["note[N0601]: ", "warning[W0505]: ", "did you mean `cn-hangzhou`?"] {
            assert!(ended.err.contains(part), "{command}: {}", ended.err);
        }
        assert!(
            ended.err.ends_with("2 problems in 2 files: 1 warning, 1 note\n"),
            "{command}: {}",
            ended.err
        );
        assert!(!ended.out.is_empty(), "{command}");
    }
    assert!(sandbox.path("generated-sdk/src/lib.rs").exists());
}

#[test]
fn denied_warnings_are_errors_and_notes_never_are() {
    let ended = with_a_warning().run(&["check", "--deny", "warnings"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert!(ended.err.contains("error[W0505]: ") && ended.err.contains("note[N0601]: "), "{}", ended.err);

    let report = with_a_warning().run(&["check", "--deny", "warnings", "--format", "json"]);
    assert_eq!((report.code, &json(&report.out)["errors"]), (Some(1), &json!(1)));

    let ended = with_a_note().run(&["check", "--deny", "warnings"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "3 operations of 1 product, no errors\n"));
    assert_eq!(
        Sandbox::new().good(&["check", "--deny", "warnings"]),
        "3 operations of 1 product, no errors\n"
    );
}

#[test]
fn an_allowed_warning_is_not_even_printed() {
    let sandbox = with_a_warning();
    let product = format!("{PRODUCT}/product.yaml");
    let allowed = sandbox.read(&product) + "\nallow:\n  - code: W0505\n    reason: It is new.\n";
    sandbox.write(&product, &allowed);
    let ended = sandbox.run(&["check", "--deny", "warnings"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(!ended.err.contains("W0505"), "{}", ended.err);
}
