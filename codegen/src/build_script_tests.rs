use super::*;
use std::fs;
use tempfile::TempDir;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");

/// Runs as a build script would; returns what Cargo reads, the log and the result.
fn script(spec: &Path, out_dir: Option<&Path>, below: Option<&str>) -> (String, String, Result<(), Error>) {
    let mut cargo = Cargo { out: Vec::new(), log: Vec::new() };
    let options = Options { spec: spec.to_owned(), ..Options::default() };
    let result = generate(options, out_dir, below.map(Path::new), &mut cargo);
    if let Err(error) = &result {
        cargo.error(error);
    }
    (String::from_utf8(cargo.out).unwrap(), String::from_utf8(cargo.log).unwrap(), result)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn cargo_is_told_of_the_folder_and_of_each_file() {
    let out_dir = TempDir::new().unwrap();
    let (out, log, result) = script(Path::new(SPEC), Some(out_dir.path()), None);
    result.unwrap();
    assert_eq!(log, "");
    let product = format!("{SPEC}/sas/2018-12-03/product.yaml");
    for path in [SPEC, product.as_str()] {
        assert!(out.contains(&format!("cargo::rerun-if-changed={path}\n")), "{out}");
    }
    assert!(out.lines().all(|line| line.starts_with("cargo::rerun-if-changed=")), "{out}");
    assert!(out_dir.path().join("alicloud.rs").exists());
}

#[test]
fn a_folder_below_out_dir_can_be_chosen_and_no_other() {
    let out_dir = TempDir::new().unwrap();
    script(Path::new(SPEC), Some(out_dir.path()), Some("tea")).2.unwrap();
    assert!(out_dir.path().join("tea/alicloud.rs").exists());
    for outside in ["/elsewhere", "../elsewhere", "tea/../../elsewhere"] {
        let (out, _, result) = script(Path::new(SPEC), Some(out_dir.path()), Some(outside));
        assert!(result.is_err(), "{outside}");
        assert_eq!(out, format!("cargo::error=`{outside}` is not below `OUT_DIR`\n"));
    }
}

#[test]
fn every_problem_is_a_line_for_cargo_and_an_excerpt_in_the_log() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("x/1")).unwrap();
    fs::write(folder.path().join("x/1/product.yaml"), "language: 1\ncode: X\ncode: Y\n").unwrap();
    fs::write(folder.path().join("x/1/op.yaml"), "- not a mapping\n").unwrap();
    let out_dir = folder.path().join("out");
    let (out, log, result) = script(folder.path(), Some(&out_dir), None);
    let error = result.unwrap_err();
    let errors: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("cargo::error=")).collect();
    assert_eq!(errors.len(), error.problems().unwrap().len());
    assert!(errors.iter().any(|line| line.contains("x/1/product.yaml:3:1: E0105: ")), "{out}");
    assert!(log.contains("3 | code: Y"), "{log}");
    // `main` returns it, and the log has it already.
    assert_eq!(format!("{:?}", error.mark_shown()).lines().count(), 1);
    assert!(!out_dir.exists());
    // A spec that was put right must be seen.
    assert!(out.contains("x/1/op.yaml\n"), "{out}");
}

#[test]
fn outside_a_build_script_it_says_so() {
    let (_, log, result) = script(Path::new(SPEC), None, None);
    assert!(result.is_err());
    assert!(log.contains("`OUT_DIR` is not set") && log.contains("help: "), "{log}");
}

#[test]
fn warnings_are_lines_for_cargo_and_notes_are_in_the_log_alone() {
    let folder = TempDir::new().unwrap();
    copy(Path::new(SPEC), folder.path());
    let product = folder.path().join("sas/2018-12-03/product.yaml");
    let text = fs::read_to_string(&product).unwrap();
    let text = text.replace("  cn-hangzhou:", "  cn-hangzou:").replace("  Security", "  <b>Security");
    fs::write(&product, text).unwrap();
    let out_dir = TempDir::new().unwrap();
    let (out, log, result) = script(folder.path(), Some(out_dir.path()), None);
    result.unwrap();
    let warnings: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("cargo::warning=")).collect();
    assert_eq!(warnings.len(), 1, "{out}");
    assert!(
        warnings.iter().all(|line| line.contains("product.yaml:") && line.contains(": W0505: ")),
        "{out}"
    );
    assert!(log.contains("warning[W0505]") && log.contains("note[N0601]"), "{log}");
}

#[test]
fn corrections_are_among_what_cargo_watches() {
    let folder = TempDir::new().unwrap();
    copy(Path::new(SPEC), folder.path());
    let corrections = folder.path().join("sas/2018-12-03/corrections.yaml");
    fs::write(&corrections, "corrections: []\n").unwrap();
    let out_dir = TempDir::new().unwrap();
    // Whatever the generator makes of the file, and also when it has nothing to do.
    for _ in 0..2 {
        let (out, ..) = script(folder.path(), Some(out_dir.path()), None);
        let line = format!("cargo::rerun-if-changed={}", corrections.display());
        assert!(out.lines().any(|found| found == line), "{out}");
    }
}

#[test]
fn a_second_script_tells_cargo_the_same() {
    let out_dir = TempDir::new().unwrap();
    let (first, _, result) = script(Path::new(SPEC), Some(out_dir.path()), None);
    result.unwrap();
    let (second, log, result) = script(Path::new(SPEC), Some(out_dir.path()), None);
    result.unwrap();
    assert_eq!((first, log), (second, String::new()));
}
