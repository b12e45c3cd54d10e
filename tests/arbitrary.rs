//! A spec that is accepted always compiles: arbitrary valid specs, emitted as crates, without a warning of clippy and with their sample tests.
//!
//! `ARBITRARY_CASES=n` changes the number, `ARBITRARY_SEED=n` the first seed.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "arbitrary/blame.rs"]
mod blame;
#[path = "arbitrary/call.rs"]
mod call;
#[path = "arbitrary/case.rs"]
mod case;
#[path = "arbitrary/dice.rs"]
mod dice;
#[path = "arbitrary/members.rs"]
mod members;
#[path = "arbitrary/names.rs"]
mod names;
#[path = "arbitrary/reply.rs"]
mod reply;
#[path = "arbitrary/sample.rs"]
mod sample;
#[path = "arbitrary/scalars.rs"]
mod scalars;
#[path = "arbitrary/shrink.rs"]
mod shrink;
#[path = "arbitrary/texts.rs"]
mod texts;
#[path = "arbitrary/workspace.rs"]
mod workspace;

use case::Case;
use std::env;
use std::io::Write as _;
use std::time::Instant;
use workspace::{STEPS, Workspace};

/// Seeds are counted up from here.
const FIRST: u64 = 1;
/// Cases in one crate: crates are compiled side by side.
const BATCH: usize = 50;

fn number(variable: &str) -> Option<u64> {
    env::var(variable)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}

fn cases() -> Vec<Case> {
    let first = number("ARBITRARY_SEED").unwrap_or(FIRST);
    (first..first + number("ARBITRARY_CASES").unwrap_or(200)).map(Case::new).collect()
}

#[test]
fn valid_specs_compile_without_a_warning() {
    let (cases, started) = (cases(), Instant::now());
    let workspace = Workspace::new("arbitrary");
    for case in &cases {
        let errors = case.errors();
        assert!(errors.is_empty(), "meant to be valid, and refused\n{}", errors.render_plain());
    }
    let batches: Vec<&[Case]> = cases.chunks(BATCH).collect();
    if let Err(report) = workspace.emit(&batches) {
        panic!("valid, and not emitted\n{report}");
    }
    for step in STEPS {
        let run = workspace.run(step);
        println!("{}: {:.1?}", step.join(" "), started.elapsed());
        if let Err(output) = run {
            panic!("{}", blame::report(&cases, step, &output));
        }
    }
    let operations: usize = cases.iter().map(Case::operations).sum();
    // Past the capture of the test harness: the figures are part of every run's output.
    let _ = writeln!(
        std::io::stderr(),
        "{} arbitrary specs with {operations} operations compiled in {} crates: {:.1?}",
        cases.len(),
        batches.len(),
        started.elapsed()
    );
}

#[test]
fn names_that_collide_are_refused_once() {
    let mut pairs = 0;
    for seed in 1..=100 {
        let case = Case::colliding(seed);
        let errors = case.errors();
        let codes: Vec<_> = errors.iter().map(|problem| problem.code.id).collect();
        assert_eq!(codes, ["E0303"], "seed {seed}\n{}", errors.render_plain());
        pairs += 1;
    }
    let _ = writeln!(std::io::stderr(), "{pairs} collisions of names refused");
}
