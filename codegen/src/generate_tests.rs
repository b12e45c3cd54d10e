use super::*;
use crate::options::{Layout, Runtime};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");
const OPERATION: &str = "sas/2018-12-03/get_check_sale.yaml";
const RECORD: &str = ".alicloud-codegen/record";

/// A copy of the spec folder beside an output folder, generated once.
struct Bench {
    folder: TempDir,
    options: Options,
}

impl Bench {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(Path::new(SPEC), &folder.path().join("spec"));
        let options = Options {
            spec: folder.path().join("spec"),
            out: folder.path().join("out"),
            ..Options::default()
        };
        let bench = Self { folder, options };
        assert!(!bench.run().is_up_to_date);
        bench
    }

    fn run(&self) -> Outcome {
        self.run_as("one", &self.options)
    }

    fn run_as(&self, generator: &str, options: &Options) -> Outcome {
        generate_as(Some(generator), options, |_| {}).unwrap()
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn edit(&self, relative: &str, change: impl Fn(String) -> String) {
        let text = fs::read_to_string(self.path(relative)).unwrap();
        let changed = change(text.clone());
        assert_ne!(text, changed);
        fs::write(self.path(relative), changed).unwrap();
    }

    /// Every file of the output with its text and its time.
    fn found(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.options.out.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let time = path.metadata().unwrap().modified().unwrap();
                    found.insert(path.clone(), (fs::read(path).unwrap(), time));
                }
            }
        }
        found
    }
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
fn a_second_run_does_nothing_and_tells_the_same() {
    let bench = Bench::new();
    let before = bench.found();
    let mut reads = Vec::new();
    let outcome = generate_as(Some("one"), &bench.options, |path| reads.push(path.to_owned())).unwrap();
    assert!(outcome.is_up_to_date && outcome.written.is_empty() && outcome.removed.is_empty());
    // All but the record and what hides it.
    assert_eq!(outcome.unchanged.len(), before.len() - 2);
    assert!(reads.iter().any(|path| path == OPERATION), "{reads:?}");
    assert_eq!(bench.found(), before);
    // The number of threads changes nothing.
    assert!(bench.run_as("one", &Options { jobs: 7, ..bench.options.clone() }).is_up_to_date);
}

#[test]
fn what_the_result_depends_on_asks_for_the_whole_work() {
    let bench = Bench::new();
    let options = || bench.options.clone();
    for (what, options) in [
        ("package", Options { package: "tea".to_owned(), ..options() }),
        ("runtime", Options { runtime: Runtime::Version("9".to_owned()), ..options() }),
        ("selection", Options { only: vec!["GetCheckSale".to_owned()], ..options() }),
        ("layout", Options { layout: Layout::Modules, ..options() }),
    ] {
        assert!(!bench.run_as("one", &options).is_up_to_date, "{what}");
        assert!(bench.run_as("one", &options).is_up_to_date, "{what}");
    }
    assert!(!bench.run().is_up_to_date);
    assert!(!bench.run_as("two", &bench.options).is_up_to_date, "another generator");
    assert!(bench.run_as("two", &bench.options).is_up_to_date);
    assert!(!generate_as(None, &bench.options, |_| {}).unwrap().is_up_to_date, "an unknown generator");
}

#[test]
fn a_changed_spec_file_is_seen_whatever_its_size_and_time() {
    let bench = Bench::new();
    let path = format!("spec/{OPERATION}");
    let time = bench.path(&path).metadata().unwrap().modified().unwrap();
    bench.edit(&path, |text| text.replace("ID of the request.", "ID of the rEquest."));
    fs::File::options().write(true).open(bench.path(&path)).unwrap().set_modified(time).unwrap();
    let outcome = bench.run();
    assert!(outcome.written.contains(&"src/sas/get_check_sale.rs".to_owned()), "{:?}", outcome.written);
    assert!(bench.run().is_up_to_date);
    // Touched is not changed.
    let file = fs::File::options().write(true).open(bench.path(&path)).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
    assert!(bench.run().is_up_to_date);
    // One file less, one more, one that does not belong there.
    let moved = bench.path("moved.yaml");
    fs::rename(bench.path(&path), &moved).unwrap();
    assert!(bench.run().removed.contains(&"src/sas/get_check_sale.rs".to_owned()));
    fs::rename(&moved, bench.path(&path)).unwrap();
    assert!(bench.run().written.contains(&"src/sas/get_check_sale.rs".to_owned()));
    fs::write(bench.path("spec/stray.yaml"), "").unwrap();
    assert!(generate_as(Some("one"), &bench.options, |_| {}).is_err());
}

#[test]
fn what_was_emitted_is_repaired() {
    let bench = Bench::new();
    let before: Vec<Vec<u8>> = bench.found().into_values().map(|(text, _)| text).collect();
    let file = "out/src/sas/client.rs";
    let time = bench.path(file).metadata().unwrap().modified().unwrap();
    // Of the same size and time.
    bench.edit(file, |text| text.replace("pub struct Client", "pub struct Klient"));
    fs::File::options().write(true).open(bench.path(file)).unwrap().set_modified(time).unwrap();
    assert_eq!(bench.run().written, ["src/sas/client.rs"]);
    fs::remove_file(bench.path(file)).unwrap();
    assert_eq!(bench.run().written, ["src/sas/client.rs"]);
    fs::copy(bench.path(file), bench.path("out/src/sas/old.rs")).unwrap();
    assert_eq!(bench.run().removed, ["src/sas/old.rs"]);
    // What is not ours changes nothing.
    fs::write(bench.path("out/src/sas/mine.rs"), "//! By hand.\n").unwrap();
    assert!(bench.run().is_up_to_date);
    fs::remove_file(bench.path("out/src/sas/mine.rs")).unwrap();
    assert_eq!(bench.found().into_values().map(|(text, _)| text).collect::<Vec<_>>(), before);
}

#[test]
fn a_damaged_record_is_none() {
    let bench = Bench::new();
    let record = fs::read_to_string(bench.options.out.join(RECORD)).unwrap();
    let without_a_file: Vec<&str> = record.lines().filter(|line| !line.ends_with("client.rs")).collect();
    for damaged in [
        String::new(),
        "\n".to_owned(),
        record.replacen("record 1", "record 2", 1),
        record.chars().take(record.len() / 2).collect(),
        without_a_file.join("\n"),
        format!("{record}{record}"),
    ] {
        assert_ne!(damaged, record);
        fs::write(bench.options.out.join(RECORD), &damaged).unwrap();
        fs::remove_file(bench.path("out/src/sas/client.rs")).unwrap();
        assert_eq!(bench.run().written, ["src/sas/client.rs"], "{damaged:.40}");
        assert_eq!(fs::read_to_string(bench.options.out.join(RECORD)).unwrap(), record);
    }
    fs::write(bench.options.out.join(RECORD), b"\xff\xfe").unwrap();
    assert!(!bench.run().is_up_to_date);
    assert!(bench.run().is_up_to_date);
}

#[test]
fn a_run_that_warns_warns_again() {
    let bench = Bench::new();
    bench.edit("spec/sas/2018-12-03/product.yaml", |text| text.replace("  cn-hangzhou:", "  cn-hangzou:"));
    for _ in 0..2 {
        let outcome = bench.run();
        assert_eq!((outcome.warnings.len(), outcome.is_up_to_date), (1, false));
    }
}

#[cfg(unix)]
#[test]
fn no_record_is_written_through_a_link_or_where_none_can_be() {
    let bench = Bench::new();
    let outside = TempDir::new().unwrap();
    let folder = bench.options.out.join(".alicloud-codegen");
    fs::remove_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(outside.path(), &folder).unwrap();
    assert!(!bench.run().is_up_to_date && !bench.run().is_up_to_date);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    fs::remove_file(&folder).unwrap();
    fs::write(&folder, "mine").unwrap();
    assert!(!bench.run().is_up_to_date);
    assert_eq!(fs::read_to_string(&folder).unwrap(), "mine");
}
