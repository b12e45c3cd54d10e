use super::generator::{Generation, Generator};
use super::{goals, tables};
use crate::context::Context;
use crate::error::Result;
use crate::facts;
use crate::section::Section;

/// How many operations.
pub(super) const COUNTS: [usize; 3] = [3, 100, 921];

/// How it is measured.
const METHOD: &str = "\
Each generator makes a whole crate from 3, 100 and 921 operations of Security Center, into an empty folder; the second run of ours finds that crate. \
The peers get one OpenAPI 3.0 document in JSON, which a converter makes of the resolved model: every operation, parameter, field, enumeration and \
description is in it. Samples, authorization, history, limits and defaults are not, or as text only, so that the peers have rather less to do. \
CPU time is that of the process and all that it starts, user and system together; memory is that of the largest process. `±` is half the distance \
between the largest and the smallest of several runs, as a share of the median. \
The command of progenitor formats its output with rustfmt, and openapi-generator does not format; progenitor is listed without rustfmt too. \
`oas3-gen` and ours format in their own process, and ours also writes tests of all samples, and the texts of a command line.";

/// A generator's figures at a number of operations.
pub(super) struct Row {
    /// The generator.
    pub(super) generator: Generator,
    /// The number of operations.
    pub(super) operations: usize,
    /// What it took.
    pub(super) generation: Generation,
}

/// Measures generation with ours and with all peers that can be had.
///
/// # Errors
///
/// Ours fails. What a peer cannot do is skipped.
pub(crate) fn run(context: &Context) -> Result<Section> {
    let mut section =
        Section { title: "Generation".to_owned(), method: METHOD.to_owned(), ..Section::default() };
    let mut generators = Vec::new();
    for generator in Generator::ALL {
        let Some(peer) = generator.peer() else {
            generators.push(generator);
            continue;
        };
        match peer.install(context) {
            Ok(version) => {
                generators.push(generator);
                let version = (peer.name().to_owned(), version);
                if !section.versions.contains(&version) {
                    section.versions.push(version);
                }
            }
            Err(error) => section.skipped.push(format!("{}: {error}", generator.name())),
        }
    }
    let mut rows = Vec::new();
    for operations in COUNTS {
        let specs = match facts::specs(context, operations) {
            Ok(specs) => specs,
            Err(error) => {
                section.skipped.push(format!("{operations} operations: {error}"));
                continue;
            }
        };
        let openapi = facts::document_of(context, &specs, operations)?;
        for &generator in &generators {
            match generator.measure(context, &specs, &openapi) {
                Ok(generation) => rows.push(Row { generator, operations, generation }),
                Err(error) if generator.peer().is_none() => return Err(error),
                Err(error) => {
                    section.skipped.push(format!("{}, {operations} operations: {error}", generator.name()));
                }
            }
        }
    }
    section.tables = COUNTS.iter().filter_map(|operations| tables::costs(&rows, *operations)).collect();
    section.charts = vec![tables::chart(&rows)];
    section.goals = goals::goals(&rows);
    Ok(section)
}
