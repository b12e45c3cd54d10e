//! Every diagnostic as people see it. A case is `ui/<code>-<slug>.yaml`, one operation of the product in
//! `ui/base`, or a folder `ui/<code>-<slug>/`, whose files replace or join those of `ui/base`; a case with
//! folders of its own stands alone. What is reported is in the `.snap` beside it.

#![allow(clippy::unwrap_used)]

mod memory;

use alicloud_codegen::diagnostics::{Diagnostics, codes, explain};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const FOLDER: &str = "demo/2024-01-01";

#[test]
fn reports_look_as_recorded() {
    for case in cases() {
        let report = report(&case).render_plain();
        insta::with_settings!({ snapshot_path => "ui", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name(&case), report);
        });
    }
}

#[test]
fn every_code_has_an_explanation_and_a_case_that_reports_it() {
    let cases = cases();
    for code in codes::ALL {
        assert!(explain::of(*code).is_some(), "{} ({}) has no explanation", code.id, code.title);
        let of_code = cases.iter().filter(|case| name(case).starts_with(code.id));
        let reported =
            of_code.filter(|case| report(case).sorted().iter().any(|problem| problem.code == *code));
        assert!(reported.count() > 0, "no case in tests/ui reports {} ({})", code.id, code.title);
    }
    // Past the capture of the test harness: the figures are part of every run's output.
    let counts = format!("diagnostics: {} codes, {} ui fixtures\n", codes::ALL.len(), cases.len());
    io::stderr().write_all(counts.as_bytes()).unwrap();
}

#[test]
fn every_case_reports_its_code_with_a_next_step() {
    for case in cases() {
        let name = name(&case);
        let report = report(&case);
        let found: Vec<_> = report.sorted().iter().map(|problem| problem.code.id).collect();
        if let Some((id, _)) = name.split_once('-').filter(|(id, _)| id.starts_with(['E', 'W', 'N'])) {
            assert!(codes::find(id).is_some(), "{name} is named after a code that is not there");
            assert!(found.contains(&id), "{name} reports {found:?}");
        }
        for problem in report.sorted() {
            assert!(!problem.helps.is_empty(), "{name}: {} has no help", problem.message);
            assert!(!problem.file().is_empty(), "{name}: {} has no place", problem.message);
            assert_eq!(problem.severity, problem.code.severity, "{name}: {}", problem.message);
        }
    }
}

#[test]
fn every_snapshot_has_its_case() {
    let names: Vec<_> = cases().iter().map(|case| name(case)).collect();
    for entry in fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "snap") {
            assert!(names.contains(&name(&path)), "{} has no case", path.display());
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui")
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let is_case =
        |path: &PathBuf| path.is_dir() || path.extension().is_some_and(|extension| extension == "yaml");
    let mut cases: Vec<_> = entries.filter(is_case).filter(|path| !path.ends_with("base")).collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> String {
    case.file_stem().unwrap().to_string_lossy().into_owned()
}

fn report(case: &Path) -> Diagnostics {
    let mut files = Vec::new();
    if case.is_dir() {
        collect(case, "", &mut files);
    } else {
        files.push(("operation.yaml".to_owned(), fs::read(case).unwrap()));
    }
    let stands_alone = files.iter().any(|(name, _)| name.contains('/'));
    if !stands_alone {
        if files.iter().all(|(name, _)| name != "product.yaml") {
            files.push(("product.yaml".to_owned(), fs::read(root().join("base/product.yaml")).unwrap()));
        }
        files.iter_mut().for_each(|(name, _)| *name = format!("{FOLDER}/{name}"));
    }
    files.sort();
    memory::examine(&files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.push((name, fs::read(&path).unwrap()));
        }
    }
}
