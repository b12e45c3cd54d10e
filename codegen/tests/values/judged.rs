//! How well official descriptions are read. A hundred of them were drawn at random (half English, half Chinese, all
//! with "Valid values" or "取值") and judged by reading, before anything was run on them. Lists that are not closed,
//! regions, values that are not of the declared type and texts that differ by site were judged to have no values.

use crate::corpus::{Documents, descriptions, folder};
use alicloud_codegen::import::values::{Found, ValueKind, find};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Write as _;

/// What was judged: facts alone, since the texts are not ours.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    product: String,
    version: String,
    operation: String,
    place: String,
    language: String,
    kind: String,
    sha256: String,
    values: Vec<String>,
    default: Option<String>,
    minimum: Option<String>,
    maximum: Option<String>,
}

impl Judged {
    fn kind(&self) -> ValueKind {
        match self.kind.as_str() {
            "String" => ValueKind::String,
            "Integer" => ValueKind::Integer,
            "Boolean" => ValueKind::Boolean,
            other => panic!("{other}"),
        }
    }
}

fn all() -> Vec<Judged> {
    include_str!("judged.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is right, what is wrong, and what is missing.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missing: usize,
}

impl Score {
    fn compare<T: Ord>(&mut self, found: &BTreeSet<T>, judged: &BTreeSet<T>) {
        self.right += found.intersection(judged).count();
        self.wrong += found.difference(judged).count();
        self.missing += judged.difference(found).count();
    }

    fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missing)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn facts(
    default: Option<&String>,
    minimum: Option<&String>,
    maximum: Option<&String>,
) -> BTreeSet<(u8, String)> {
    let facts = [(0, default), (1, minimum), (2, maximum)];
    facts.into_iter().filter_map(|(kind, fact)| Some((kind, fact?.clone()))).collect()
}

#[test]
fn a_hundred_descriptions_are_read_as_they_were_judged() {
    let judged = all();
    assert_eq!(judged.len(), 100);
    let Some(folder) = folder() else {
        let _ = writeln!(std::io::stderr(), "judged descriptions: skipped, ALICLOUD_CORPUS is not set");
        return;
    };
    let mut documents = Documents::new(folder);
    let (mut values, mut lists, mut others) = (Score::default(), Score::default(), Score::default());
    for judged in &judged {
        let text = text(&mut documents, judged);
        let found: Found = find(&text, judged.kind());
        let found_values: BTreeSet<_> = found.values.iter().map(|value| value.value.as_str()).collect();
        let right_values: BTreeSet<_> = judged.values.iter().map(String::as_str).collect();
        values.compare(&found_values, &right_values);
        let whole = |list: &BTreeSet<&str>| (!list.is_empty()).then(|| format!("{list:?}"));
        lists.compare(
            &whole(&found_values).into_iter().collect(),
            &whole(&right_values).into_iter().collect(),
        );
        others.compare(
            &facts(found.default.as_ref(), found.minimum.as_ref(), found.maximum.as_ref()),
            &facts(judged.default.as_ref(), judged.minimum.as_ref(), judged.maximum.as_ref()),
        );
    }
    for (what, score) in [("values", &values), ("whole lists", &lists), ("defaults and limits", &others)] {
        // Past the capture of the test harness: the figures are part of every run's output.
        let _ = writeln!(
            std::io::stderr(),
            "100 judged descriptions, {what}: precision {:.3}, recall {:.3} ({} right, {} wrong, {} missing)",
            score.precision(),
            score.recall(),
            score.right,
            score.wrong,
            score.missing
        );
    }
    // What was measured when they were judged, and room for texts that are read otherwise on purpose.
    for score in [&values, &lists, &others] {
        assert!(score.precision() >= 0.97, "precision {:.3}", score.precision());
        assert!(score.recall() >= 0.93, "recall {:.3}", score.recall());
    }
}

fn text(documents: &mut Documents, judged: &Judged) -> String {
    let document = documents.document(&judged.product, &judged.version, &judged.language);
    let known = |text: &&&str| digest(text) == judged.sha256;
    let texts = descriptions(document, &judged.operation, &judged.place);
    let text = texts.iter().find(known);
    let place = format!("{} {} {}", judged.product, judged.operation, judged.place);
    (*text.unwrap_or_else(|| panic!("{place}: not the text that was judged"))).to_owned()
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
