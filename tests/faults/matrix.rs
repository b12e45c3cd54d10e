use crate::call::{Effect, Mode};
use crate::fault::Fault;
use crate::{answers, cell, connections, identity, throttling};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn every_fault_comes_to_what_it_should() {
    let faults = [connections::faults(), answers::faults(), throttling::faults(), identity::faults()];
    let mut rows = vec![row("fault", "mode", "effect", "attempts", "time", "outcome")];
    let mut wrong = 0;
    for fault in faults.iter().flatten() {
        wrong += run(fault, &mut rows);
    }
    print(&rows);
    assert_eq!(wrong, 0, "calls that came to something else, see above");
}

/// Adds the rows of one fault; how many calls came to something else.
fn run(fault: &Fault, rows: &mut Vec<String>) -> usize {
    let mut wrong = 0;
    for (effect, expected) in [(Effect::Read, fault.read), (Effect::Write, fault.write)] {
        let Some(expected) = expected else { continue };
        for mode in [Mode::Async, Mode::Blocking] {
            // All of them are told, not the first alone.
            let cell = catch_unwind(AssertUnwindSafe(|| cell::run(fault, mode, effect, expected)));
            let Ok(cell) = cell else {
                wrong += 1;
                continue;
            };
            let (mode, effect) = (format!("{mode:?}").to_lowercase(), format!("{effect:?}").to_lowercase());
            let time = format!("{:.1} ms", cell.time.as_secs_f64() * 1000.0);
            rows.push(row(fault.name, &mode, &effect, &cell.attempts.to_string(), &time, &cell.line));
        }
    }
    wrong
}

pub(crate) fn row(
    fault: &str,
    mode: &str,
    effect: &str,
    attempts: &str,
    time: &str,
    outcome: &str,
) -> String {
    format!("{fault:<42} | {mode:<8} | {effect:<6} | {attempts:>8} | {time:>9} | {outcome}")
}

/// Past the capture of the test harness: the matrix is part of every run's output.
pub(crate) fn print(rows: &[String]) {
    let mut out = std::io::stdout().lock();
    for row in rows {
        let _ = writeln!(out, "{row}");
    }
}
