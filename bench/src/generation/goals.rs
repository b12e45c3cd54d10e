use super::area::Row;
use super::generator::Generator;
use super::tables::cpu;
use crate::peers::Peer;
use crate::section::Goal;

/// The number of operations of the goals.
const OPERATIONS: usize = 921;
/// How many times less CPU than progenitor.
const PROGENITOR: f64 = 4.0;
/// How many times less CPU than oas3-gen: no more.
const OAS3_GEN: f64 = 1.0;
/// What a second run may take, in milliseconds that pass.
const SECOND: f64 = 100.0;

/// What generation is held against.
pub(super) fn goals(rows: &[Row]) -> Vec<Goal> {
    let ratio = |peer| {
        let ours = cpu(rows, Generator::Ours, OPERATIONS)?;
        Some(cpu(rows, Generator::Peer(peer), OPERATIONS)? / ours)
    };
    // Without the formatter: what is left of progenitor is less, so that the goal is harder to reach.
    let unformatted = cpu(rows, Generator::Unformatted, OPERATIONS)
        .zip(cpu(rows, Generator::Ours, OPERATIONS))
        .map(|(other, ours)| other / ours);
    let again = rows.iter().find(|row| row.generator == Generator::Again && row.operations == OPERATIONS);
    let again = again.map(|row| row.generation.wall.median() * 1000.0);
    vec![
        Goal {
            goal: format!(
                "Generation of {OPERATIONS} operations takes at least {PROGENITOR:.0} times less CPU than progenitor"
            ),
            measured: match (ratio(Peer::Progenitor), unformatted) {
                (Some(whole), Some(part)) => {
                    format!("{whole:.1} times less, {part:.1} times less than without rustfmt")
                }
                (Some(whole), None) => format!("{whole:.1} times less"),
                (None, _) => NOTHING.to_owned(),
            },
            reached: ratio(Peer::Progenitor).map(|ratio| ratio >= PROGENITOR),
        },
        Goal {
            goal: format!("Generation of {OPERATIONS} operations takes no more CPU than oas3-gen"),
            measured: ratio(Peer::Oas3Gen)
                .map_or(NOTHING.to_owned(), |ratio| format!("{ratio:.1} times less")),
            reached: ratio(Peer::Oas3Gen).map(|ratio| ratio >= OAS3_GEN),
        },
        Goal {
            goal: format!("A second run with nothing changed takes less than {SECOND:.0} ms"),
            measured: again.map_or(NOTHING.to_owned(), |wall| format!("{wall:.0} ms")),
            reached: again.map(|wall| wall < SECOND),
        },
    ]
}

/// What stands where there is no figure.
const NOTHING: &str = "not measured";
