//! Reading descriptions must not be what an import waits for.

use crate::properties::PIECES;
use alicloud_codegen::import::values::{ValueKind, find};
use std::fs;
use std::io::Write as _;
use std::time::{Duration, Instant};

#[test]
fn ten_thousand_descriptions_take_no_time() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/values/invented");
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        texts.extend(
            text.split("==== ").filter_map(|part| part.split_once('\n')).map(|(_, text)| text.to_owned()),
        );
    }
    let kinds = [ValueKind::String, ValueKind::Integer, ValueKind::Boolean];
    let start = Instant::now();
    let mut found = 0;
    for (text, kind) in texts.iter().cycle().zip(kinds.into_iter().cycle()).take(10_000) {
        found += find(text, kind).values.len();
    }
    let time = start.elapsed();
    // Past the capture of the test harness: the figures are part of every run's output.
    let _ = writeln!(std::io::stderr(), "10000 descriptions: {found} values in {time:.1?}");
    // Only a mistake in the complexity takes that long, even without optimization on a busy machine.
    assert!(time < Duration::from_secs(60), "{time:?}");
}

/// Long texts of one or two pieces, which make a reader that looks back or ahead slow.
#[test]
fn repetition_does_not_slow_down() {
    const LENGTH: usize = 4 * 1024;
    let mut slowest = (Duration::ZERO, String::new());
    for first in PIECES {
        for second in ["", "\n", "0"] {
            let piece = format!("{first}{second}");
            let text = piece.repeat(LENGTH / piece.len());
            for kind in [ValueKind::String, ValueKind::Integer] {
                let start = Instant::now();
                find(&text, kind);
                slowest = slowest.max((start.elapsed(), piece.clone()));
            }
        }
    }
    let _ = writeln!(
        std::io::stderr(),
        "the slowest text of 4 KiB takes {:.1?}: {:?} over and over",
        slowest.0,
        slowest.1
    );
    assert!(slowest.0 < Duration::from_secs(30), "{slowest:?}");
}
