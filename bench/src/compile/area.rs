use super::figures::Figures;
use super::goals::{self, OURS};
use super::made;
use super::mode::Mode;
use super::programs::{ALL, Programs};
use super::registry::Published;
use super::tables;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::peers::Peer;
use crate::section::Section;

/// How many operations the crates have.
const COUNTS: [usize; 2] = [100, ALL];

/// With fewer rounds than this, a run leaves out what takes many minutes.
const THOROUGH: usize = 9;
/// With fewer than these, it leaves out all that no goal is held against.
const SEVERAL: usize = 3;
/// What a crate of others may be expected to take in such a run, in seconds on processors.
const LIMIT: f64 = 240.0;

/// How it is measured.
const METHOD: &str = "\
Each crate is compiled in a workspace of its own, with the versions of this repository's `Cargo.lock` where they fit. First its dependencies \
are compiled, with the crate empty; then the crate as it is, by `cargo check`, `cargo build` and `cargo build --release` of an empty package \
that depends on it; then a program that calls each of its operations once, by the same commands. The program counts because the bodies of \
async functions are compiled where they are called. Profiles are cargo's own (dev: not optimised, all debug information; release: \
`opt-level` 3, no debug information, no LTO, 16 units of code generation, unwinding panics), but for `strip = true`. Incremental \
compilation is off, since it adds work to a first build.

Time is that of processors, user and system, of cargo, rustc and the linker together, less the median of three runs in which nothing but the empty \
package was compiled (of the program: nothing at all), and divided by the number of operations. `±` is half the distance between \
extreme runs, `of` the number of runs; figures without them are of one run, since runs are repeated only until they took ten seconds together. \
Linking is part of the program. Peaks of memory are those of the largest process. Crates from the registry are compiled from a copy of their source, as all \
others are, with their default features; their operations are counted in it (modules of `operation` in Amazon's, methods of the stub with a request \
in Google's), and no program calls them: these figures are less than what their users pay. Lines are those of all files below `src`.

The peers make a type of each enumeration of an operation, as their document has them, and ours one of those that the operations of a product have alike: \
the section on generation has their numbers.

For sizes, crates of 3 (those of the repository), 100 and all operations are chosen from the same spec files, and the same programs are built on them.";

/// Measures what emitted crates cost to compile and what they add to programs.
///
/// # Errors
///
/// None: what cannot be measured is skipped.
pub(crate) fn run(context: &Context) -> Result<Section> {
    let mut section =
        Section { title: "Compiling".to_owned(), method: METHOD.to_owned(), ..Section::default() };
    let mut all = Vec::new();
    for operations in COUNTS {
        let figures = made::ours(context, operations).and_then(|made| {
            Figures::measure(context, OURS, operations, &made.folder, Some(&made.program), &Mode::ALL)
        });
        keep(&mut section, &mut all, &format!("{OURS}, {operations} operations"), figures);
    }
    for peer in Peer::ALL {
        let name = peer.name();
        match peer.install(context) {
            Ok(version) => section.versions.push((name.to_owned(), version)),
            Err(error) => {
                skip(&mut section, name, &error);
                continue;
            }
        }
        for operations in COUNTS {
            let expected = expected(&all, name, operations);
            let is_long = expected > LIMIT || peer != Peer::Progenitor && context.rounds < SEVERAL;
            if is_long && context.rounds < THOROUGH {
                let error = Error::new(if expected > LIMIT {
                    format!(
                        "takes about {:.0} minutes, so only with {THOROUGH} rounds or more",
                        expected / 60.0
                    )
                } else {
                    format!("no goal is held against it, so only with {SEVERAL} rounds or more")
                });
                skip(&mut section, &format!("{name}, {operations} operations"), &error);
                continue;
            }
            let figures = made::peer(context, peer, operations).and_then(|made| {
                Figures::measure(context, name, operations, &made.folder, Some(&made.program), &Mode::ALL)
            });
            keep(&mut section, &mut all, &format!("{name}, {operations} operations"), figures);
        }
    }
    for published in Published::ALL {
        let name = published.name();
        if context.rounds < SEVERAL && published != Published::Google {
            skip(&mut section, name, &Error::new(format!("only with {SEVERAL} rounds or more")));
            continue;
        }
        // Amazon's crate takes a quarter of an hour to build, and most of that is seen from its check.
        let is_check = context.rounds < THOROUGH && published != Published::Google;
        let how: &[Mode] = if is_check { &[Mode::Check] } else { &Mode::ALL };
        if is_check {
            let error = Error::new(format!(
                "builds take a quarter of an hour, so only with {THOROUGH} rounds or more"
            ));
            skip(&mut section, &format!("{name}, dev and release builds"), &error);
        }
        let figures = published.fetch(context).and_then(|source| {
            section.versions.push((name.to_owned(), source.version));
            Figures::measure(context, name, source.operations, &source.folder, None, how)
        });
        keep(&mut section, &mut all, name, figures);
    }
    let programs = match Programs::measure(context) {
        Ok(programs) => Some(programs),
        Err(error) => {
            skip(&mut section, "sizes of programs", &error);
            None
        }
    };
    section.tables = tables::times(&all);
    section.tables.push(tables::weights(&all));
    section.tables.extend(programs.iter().flat_map(tables::sizes));
    section.charts = tables::charts(&all);
    section.goals = goals::times(&all, Peer::Progenitor.name(), Published::Google.name());
    section.goals.push(goals::size(programs.as_ref()));
    Ok(section)
}

/// The seconds that all measurements of a crate will take once, by those of the same generator's crates that were measured.
#[allow(clippy::cast_precision_loss, reason = "there are a few thousand operations at most")]
fn expected(all: &[Figures], name: &str, operations: usize) -> f64 {
    let known = all.iter().filter(|figures| figures.name == name);
    known.map(|figures| figures.each(figures.total()) * operations as f64).fold(0.0, f64::max)
}

fn keep(section: &mut Section, all: &mut Vec<Figures>, name: &str, figures: Result<Figures>) {
    match figures {
        Ok(figures) => all.push(figures),
        Err(error) => skip(section, name, &error),
    }
}

/// Says what is missing. All that a failed command said goes to the terminal; the report gets the line that matters.
fn skip(section: &mut Section, name: &str, error: &Error) {
    eprintln!("  {name}: {error}");
    section.skipped.push(format!("{name}: {}", error.reason()));
}
