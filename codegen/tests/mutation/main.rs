//! Mutated spec files: whatever becomes of a valid file, it is rejected at its place or emitted. Nothing panics or hangs.
//!
//! `MUTATIONS=n` changes the number, `MUTATION_SEED=n` makes the one mutation of that seed again.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod dice;
mod examine;
mod material;
mod mutate;
mod text;
mod tree;
mod watch;

use dice::Dice;
use examine::Verdict;
use material::Project;
use mutate::{KINDS, Mutant};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, panic, thread};
use watch::Watch;

/// Seeds are counted up from here.
const FIRST: u64 = 20_240_501;
/// Far more than the slowest file takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

/// What became of the mutants, by kind of mutation.
#[derive(Debug, Default)]
struct Counts {
    rejected: BTreeMap<&'static str, usize>,
    accepted: BTreeMap<&'static str, usize>,
    /// Duration and seed.
    slowest: (Duration, u64),
}

fn number(variable: &str) -> Option<u64> {
    env::var(variable)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}

fn mutant(projects: &[Project], seed: u64) -> Mutant<'_> {
    let mut dice = Dice::new(seed);
    let project = dice.pick(projects);
    let kind = KINDS[usize::try_from(seed).unwrap() % KINDS.len()];
    mutate::mutate(project, kind, &mut dice)
}

/// Keeps the mutant for whoever looks into the failure.
fn fail(mutant: &Mutant, seed: u64, what: &str) -> ! {
    let path = format!("{}/mutation-{seed}.yaml", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, &mutant.bytes).unwrap();
    panic!(
        "{what}\nMUTATION_SEED={seed}: {} of {} in {}, kept as {path}",
        mutant.kind, mutant.project.files[mutant.index].0, mutant.project.root,
    );
}

fn run(projects: &[Project], seed: u64, watch: &Watch) -> (&'static str, Verdict, Duration) {
    let mutant = mutant(projects, seed);
    let started = watch.begin(seed);
    let verdict = panic::catch_unwind(|| examine::examine(&mutant));
    watch.end();
    match verdict {
        Ok(Ok(verdict)) => (mutant.kind, verdict, started.elapsed()),
        Ok(Err(complaint)) => fail(&mutant, seed, &complaint),
        Err(_) => fail(&mutant, seed, "a panic, shown above"),
    }
}

#[test]
fn mutants_are_rejected_at_a_place_or_emitted() {
    let projects = material::projects();
    let count = number("MUTATIONS").unwrap_or(5000);
    let seeds = number("MUTATION_SEED").map_or(FIRST..FIRST + count, |seed| seed..seed + 1);
    let next = AtomicU64::new(seeds.start);
    let counts = Mutex::new(Counts::default());
    let work = |watch: &Watch| {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return;
            }
            let (kind, verdict, took) = run(&projects, seed, watch);
            let mut counts = counts.lock().unwrap();
            counts.slowest = counts.slowest.max((took, seed));
            let of = if verdict == Verdict::Accepted { &mut counts.accepted } else { &mut counts.rejected };
            *of.entry(kind).or_default() += 1;
        }
    };
    let started = Instant::now();
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    watch::all(threads, LIMIT, work);

    let Counts { rejected, accepted, slowest } = counts.into_inner().unwrap();
    let sum = |of: &BTreeMap<_, usize>| of.values().sum::<usize>();
    // Past the capture of the test harness: the figures are part of every run's output.
    let _ = writeln!(
        std::io::stderr(),
        "{} mutations of {} files: {} rejected {rejected:?}, {} accepted and emitted {accepted:?}; {:.1?}, the slowest took {:.1?} (MUTATION_SEED={})",
        sum(&rejected) + sum(&accepted),
        projects.iter().map(|project| project.files.len()).sum::<usize>(),
        sum(&rejected),
        sum(&accepted),
        started.elapsed(),
        slowest.0,
        slowest.1,
    );
    if count >= 1000 && seeds.end - seeds.start > 1 {
        assert!(KINDS.iter().all(|kind| rejected.contains_key(kind) && accepted.contains_key(kind)));
    }
}

#[test]
fn every_file_is_valid_before_it_is_mutated() {
    for project in material::projects() {
        for index in 0..project.files.len() {
            let bytes = project.files[index].1.clone().into_bytes();
            let mutant = Mutant { project: &project, index, kind: "none", bytes };
            assert_eq!(examine::examine(&mutant), Ok(Verdict::Accepted), "{}", project.files[index].0);
        }
    }
}
