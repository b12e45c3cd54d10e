use super::generator::{Generation, Generator};
use super::{goals, tables};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::fresh::Fresh;
use crate::section::Section;
use crate::{facts, filesystem};

/// How many operations.
pub(super) const COUNTS: [usize; 3] = [3, 100, 921];

/// How it is measured.
const METHOD: &str = "\
Each generator makes a whole crate from 3, 100 and 921 operations of Security Center, each time into a new folder; the second runs of ours find a crate. \
No folder is deleted before all is measured: ext4 goes through inodes that were deleted lately for each file that it makes, which \
multiplies the system's part after a few rounds. \
The peers get one OpenAPI 3.0 document in JSON, which a converter makes of the resolved model: every operation, parameter, field, enumeration and \
description is in it. Samples, authorization, history, limits and defaults are not, or as text only, so that the peers have rather less to do. \
On the other hand, each of its enumerations is a component of its own, named after its operation, and the peers make a type of each, \
while ours makes one of those that operations of a product have alike. \
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
            Err(error) => skip(&mut section, generator.name(), &error),
        }
    }
    let fresh = Fresh::new(context)?;
    let mut counted = None;
    let mut rows = Vec::new();
    for operations in COUNTS {
        let specs = match facts::specs(context, operations) {
            Ok(specs) => specs,
            Err(error) => {
                skip(&mut section, &format!("{operations} operations"), &error);
                continue;
            }
        };
        let openapi = facts::document_of(context, &specs, operations)?;
        counted = Some((operations, facts::enumerations(&openapi)?));
        for &generator in &generators {
            match generator.measure(context, &fresh, &specs, &openapi) {
                Ok(generation) => rows.push(Row { generator, operations, generation }),
                Err(error) if generator.peer().is_none() => return Err(error),
                Err(error) => {
                    skip(&mut section, &format!("{}, {operations} operations", generator.name()), &error);
                }
            }
        }
    }
    let kind = filesystem::kind(&context.out);
    section.method.push_str(&format!("\n\nAll of them wrote to {kind}."));
    if let Some((operations, enumerations)) = counted {
        section.method.push_str(&format!(" The document of {operations} operations has {enumerations}."));
    }
    section.tables = COUNTS.iter().filter_map(|operations| tables::costs(&rows, *operations)).collect();
    section.charts = vec![tables::chart(&rows)];
    section.goals = goals::goals(&rows);
    Ok(section)
}

/// Says what is missing. The terminal gets all that was said; the report the line that names no place of this machine.
fn skip(section: &mut Section, name: &str, error: &Error) {
    eprintln!("  {name}: {error}");
    section.skipped.push(format!("{name}: {}", error.reason()));
}

#[cfg(test)]
mod tests {
    use super::skip;
    use crate::error::Error;
    use crate::section::Section;

    #[test]
    fn what_is_skipped_names_no_place() {
        let mut section = Section::default();
        skip(
            &mut section,
            "a peer",
            &Error::new("\"/home/me/peer\" \"x\": exit status: 1\nerror: no such thing"),
        );
        skip(&mut section, "another", &Error::new("/home/me: not there"));
        skip(&mut section, "a third", &Error::new("no Java was found"));
        let said =
            ["a peer: error: no such thing", "another: a command failed", "a third: no Java was found"];
        assert_eq!(section.skipped, said);
    }
}
