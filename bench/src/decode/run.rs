//! Measures the decoders in turn and holds the runtime's against serde derive.

use std::hint::black_box;
use std::time::Duration;

use super::decoders;
use super::replies::{self, LARGE, Order, SMALL};
use crate::context::Context;
use crate::error::Result;
use crate::in_process::{Candidate, Timed, rounds};
use crate::locked;
use crate::section::{Chart, Goal, Section, Table};

/// How long one batch of decodes takes at least.
const BATCH: Duration = Duration::from_millis(15);

/// Replies: size, number of instances, order of members, and whether a goal is about it.
const REPLIES: [(&str, usize, Order, bool); 4] = [
    ("2 KB", SMALL, Order::Documented, true),
    ("1 MB", LARGE, Order::Documented, true),
    ("2 KB, members sorted by name", SMALL, Order::ByName, false),
    ("1 MB, members sorted by name", LARGE, Order::ByName, false),
];

const METHOD: &str = "\
From the bytes of a body to the typed reply, in this process, on one thread: a list of instances with 14 texts, integers, \
truth values, open enumerations and a list of tags each, made by a fixed rule. *Ours* are emitted types through \
`alicloud_runtime::record::decode`, which also reports where the reply departs from its documentation. The others have the \
same fields as `Option`s and the same open enumerations, written by hand (`Deserialize` that matches on the value and keeps \
any other). serde derive is used in two ways: `serde_json::from_slice`, which checks each text of the reply by itself, and \
`serde_json::from_str` after one check of all bytes by `std::str::from_utf8`, which is part of its time; ours is judged by the \
faster of the two at each reply, and ratios are those to it. miniserde reads text as well, so all bytes are checked before in the same way; *parse only* is serde_json into \
`IgnoredAny`, which checks the form and keeps nothing. Before anything is timed all decoders must agree on a checksum over \
all values. Candidates take turns in batches of at least 15 ms; a figure is the median of the batches with half of their \
range, a ratio the median of the ratios of neighbouring batches. Dropping the reply is part of the time. Members stand in \
the order of the documentation, as in most replies, and in another one, as services promise none.";

/// Measures decoding.
///
/// # Errors
///
/// A decoder fails, or finds other values than the others.
pub(crate) fn run(context: &Context) -> Result<Section> {
    let mut section =
        Section { title: "Decoding replies".to_owned(), method: METHOD.to_owned(), ..Section::default() };
    for (name, instances, order, is_goal) in REPLIES {
        let json = replies::json(instances, order)?;
        decoders::check(&json, &replies::reply(instances))?;
        let timed = rounds(&mut candidates(&json), context.rounds.saturating_mul(5).max(15), BATCH)?;
        section.tables.push(table(name, json.len(), &timed));
        if is_goal {
            section.goals.extend(goal(name, &timed));
            section.charts.push(chart(name, &timed));
        }
    }
    section.versions = locked::versions(context, &["serde", "serde_json", "miniserde"])?;
    Ok(section)
}

fn candidates(json: &[u8]) -> [Candidate<'_>; 5] {
    [
        candidate("ours", json, decoders::ours),
        candidate("serde derive on serde_json", json, decoders::derive),
        candidate("serde derive, text checked once", json, decoders::derive_checked),
        candidate("miniserde", json, decoders::miniserde),
        candidate("parse only", json, decoders::parse),
    ]
}

fn candidate<'a, T>(
    name: &'static str,
    json: &'a [u8],
    decode: impl Fn(&[u8]) -> Result<T> + 'a,
) -> Candidate<'a> {
    Candidate::new(name, move |times| {
        for _ in 0..times {
            black_box(decode(black_box(json))?);
        }
        Ok(())
    })
}

/// The decoder that ours is held against: the faster of the two ways to use serde derive, which stand behind ours.
fn derive(timed: &[Timed]) -> Option<&Timed> {
    let ways = timed.iter().skip(1).take(2);
    ways.min_by(|one, other| one.cpu.median().total_cmp(&other.cpu.median()))
}

fn table(name: &str, length: usize, timed: &[Timed]) -> Table {
    let row = |candidate: &Timed| {
        let median = candidate.cpu.median();
        // Bytes in a microsecond are megabytes in a second.
        let speed = if median > 0.0 { length as f64 / median } else { 0.0 };
        let ratio = derive(timed).map(|derive| candidate.cpu_ratio(derive).text(2)).unwrap_or_default();
        vec![candidate.name.to_owned(), candidate.cpu.text(2), format!("{speed:.0}"), ratio]
    };
    Table {
        caption: format!("{name} ({length} bytes)"),
        columns: ["decoder", "CPU, µs", "MB/s", "of the faster serde derive"].map(str::to_owned).to_vec(),
        rows: timed.iter().map(row).collect(),
    }
}

fn goal(name: &str, timed: &[Timed]) -> Option<Goal> {
    let derive = derive(timed)?;
    let ratio = timed.first()?.cpu_ratio(derive);
    Some(Goal {
        goal: format!(
            "decoding {name}: no slower than the faster way to use serde derive (at most 1.00 times its CPU)"
        ),
        measured: format!("{} times that of {}", ratio.text(2), derive.name),
        reached: Some(ratio.median() <= 1.0),
    })
}

fn chart(name: &str, timed: &[Timed]) -> Chart {
    let bar = |candidate: &Timed| (candidate.name.to_owned(), vec![(0.0, candidate.cpu.median())]);
    Chart {
        name: format!("decode-{}", name.to_ascii_lowercase().replace(' ', "")),
        caption: format!("Decoding a reply of {name}"),
        x: String::new(),
        y: "CPU, µs".to_owned(),
        logarithmic: false,
        lines: timed.iter().map(bar).collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "these are tests")]
mod tests {
    use super::{BATCH, candidates, goal, table};
    use crate::decode::replies::{Order, SMALL, json};
    use crate::in_process::{Timed, rounds};
    use crate::stats::Samples;

    /// Figures as if they had been measured, in the order of the candidates.
    fn timed(cpu: [f64; 5]) -> Vec<Timed> {
        let json = json(SMALL, Order::Documented).unwrap();
        let none = rounds(&mut candidates(&json), 0, BATCH / 1000).unwrap();
        let with = |(timed, cpu): (Timed, f64)| Timed { cpu: Samples(vec![cpu]), ..timed };
        none.into_iter().zip(cpu).map(with).collect()
    }

    #[test]
    fn ours_is_judged_by_the_faster_way_to_use_serde_derive() {
        let slices = goal("2 KB", &timed([4.0, 5.0, 8.0, 1.0, 1.0])).unwrap();
        assert_eq!(slices.measured, "0.80 times that of serde derive on serde_json");
        let texts = timed([4.0, 8.0, 3.2, 1.0, 1.0]);
        let judged = goal("2 KB", &texts).unwrap();
        assert_eq!(judged.measured, "1.25 times that of serde derive, text checked once");
        assert_eq!((slices.reached, judged.reached), (Some(true), Some(false)));
        let ratios: Vec<String> =
            table("2 KB", 2000, &texts).rows.iter().filter_map(|row| row.last().cloned()).collect();
        assert_eq!(ratios, ["1.25", "2.50", "1.00", "0.31", "0.31"]);
    }
}
