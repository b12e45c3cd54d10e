//! Much to read: in a process of its own, whose peak memory is read at its end.

use crate::project::{OPERATION, check, places, project};
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

const FOLDER: &str = "TRAPS_FOLDER";
const MEBIBYTE: usize = 1 << 20;

/// What a check of a large folder took.
struct Cost {
    /// The first problems, as the child printed them.
    problems: String,
    time: Duration,
    /// Peak resident memory in MiB; `None` where the system does not tell.
    peak: Option<usize>,
}

/// Checks a folder in a child process.
fn measure(spec: &Path) -> Cost {
    let started = Instant::now();
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", "sizes::child", "--ignored", "--nocapture"]).env(FOLDER, spec);
    let output = child.output().unwrap();
    let time = started.elapsed();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    let line = |start: &str| text.lines().find_map(|line| Some(line.strip_prefix(start)?.to_owned()));
    let peak = line("peak: ").and_then(|text| text.parse().ok());
    Cost { problems: line("problems: ").unwrap(), time, peak }
}

/// Not a test: what [`measure`] runs.
#[test]
#[ignore = "run by the tests beside it"]
fn child() {
    let Some(spec) = env::var_os(FOLDER) else { return };
    let found = places(&check(Path::new(&spec)));
    println!("\nproblems: {}", found.iter().take(5).cloned().collect::<Vec<_>>().join(", "));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    if let Some(kibibytes) = peak.and_then(|peak| peak.trim().parse::<usize>().ok()) {
        println!("peak: {}", kibibytes / 1024);
    }
}

fn report(what: &str, cost: &Cost) {
    let Cost { problems, time, peak } = cost;
    // Past the capture of the test harness: the figures are part of every run's output.
    let _ = writeln!(
        std::io::stderr(),
        "{what}: {time:.1?}, peak memory {} MiB, {problems}",
        peak.map_or("?".to_owned(), |peak| peak.to_string())
    );
}

/// A file of that many MiB that repeats a piece behind a head.
fn large(size: usize, head: &str, piece: &str) -> Cost {
    let (folder, files) = project();
    let mut file = BufWriter::new(fs::File::create(files.join("get_thing.yaml")).unwrap());
    file.write_all(head.as_bytes()).unwrap();
    for _ in 0..size * MEBIBYTE / piece.len() {
        file.write_all(piece.as_bytes()).unwrap();
    }
    file.into_inner().unwrap();
    measure(folder.path())
}

/// Files of 100 MB of different makes.
#[test]
fn a_file_of_100_mebibytes_is_refused_soon() {
    for (what, head, piece) in [
        ("one text", format!("{OPERATION}description: "), "word "),
        ("a long list", "name: X\nnotes: [".to_owned(), "a, "),
        ("many keys", OPERATION.to_owned(), "name: X\n"),
        ("nesting", String::new(), "["),
        ("no text", "\u{0}".to_owned(), "\u{0}"),
    ] {
        let cost = large(100, &head, piece);
        report(&format!("100 MiB, {what}"), &cost);
        assert!(
            cost.problems.starts_with("E01") && cost.problems.contains("get_thing.yaml"),
            "{}",
            cost.problems
        );
        assert!(cost.time < Duration::from_secs(30));
        assert!(cost.peak.is_none_or(|peak| peak < 500));
    }
}

/// Larger than any real spec file, and accepted.
#[test]
fn a_file_of_a_mebibyte_is_read() {
    let cost = large(1, &format!("{OPERATION}description: "), "word ");
    report("1 MiB, one text", &cost);
    assert_eq!(cost.problems, "");
    assert!(cost.time < Duration::from_secs(30));
    assert!(cost.peak.is_none_or(|peak| peak < 200));
}

/// Time and memory grow with the number of files, not with its square.
#[test]
fn a_folder_of_10_000_files_is_read() {
    const FILES: usize = 10_000;
    let (folder, files) = project();
    for number in 1..FILES - 1 {
        let mut text = String::new();
        write!(text, "name: Op{number}\nsummary: Does it.\nkind: read\nmethods: [POST]\nauthorization: none disclosed\n").unwrap();
        write!(text, "parameters: []\nreply: {{fields: [{{name: A, type: string}}]}}\nsources: [{{title: x, supplies: [all]}}]\n").unwrap();
        fs::write(files.join(format!("op{number}.yaml")), text).unwrap();
    }
    assert_eq!(fs::read_dir(&files).unwrap().count(), FILES);
    let cost = measure(folder.path());
    report("10,000 files", &cost);
    assert_eq!(cost.problems, "");
    assert!(cost.time < Duration::from_secs(60));
    assert!(cost.peak.is_none_or(|peak| peak < 1000));
}
