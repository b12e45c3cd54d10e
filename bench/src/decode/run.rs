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
any other). miniserde reads text, so whether the bytes are text is checked before; *parse only* is serde_json into \
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

fn candidates(json: &[u8]) -> [Candidate<'_>; 4] {
    [
        candidate("ours", json, decoders::ours),
        candidate("serde derive on serde_json", json, decoders::derive),
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

/// The decoder that ours is held against.
fn derive(timed: &[Timed]) -> Option<&Timed> {
    timed.get(1)
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
        columns: ["decoder", "CPU, µs", "MB/s", "of serde derive"].map(str::to_owned).to_vec(),
        rows: timed.iter().map(row).collect(),
    }
}

fn goal(name: &str, timed: &[Timed]) -> Option<Goal> {
    let ratio = timed.first()?.cpu_ratio(derive(timed)?);
    Some(Goal {
        goal: format!("decoding {name}: no slower than serde derive (at most 1.00 times its CPU)"),
        measured: format!("{} times", ratio.text(2)),
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
