//! Every document of the corpus that `ALICLOUD_CORPUS` names: read without the texts of another language and with
//! them, and counted by other means. Skipped where the variable is not set.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "metadata/judge.rs"]
mod judge;
#[path = "metadata/sound.rs"]
mod sound;

use alicloud_codegen::import::metadata::{
    Document, FindingKind, Kind, Refusal, RefusalKind, Schema, read, unsupported,
};
use judge::{Tally, tally};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

struct Source {
    name: String,
    structure: String,
    prose: String,
}

#[test]
fn documents_of_the_corpus_are_read_as_they_are() {
    let Some(sources) = sources() else { return };
    let mut lines = Vec::new();
    let mut kinds: BTreeMap<FindingKind, usize> = BTreeMap::new();
    let mut apis = 0;
    for source in &sources {
        let start = Instant::now();
        let read = read(&source.structure, Some(&source.prose));
        let time = start.elapsed();
        let document = match read {
            Ok(document) => document,
            Err(refusal) => {
                assert_eq!(refusal.kind, RefusalKind::Gateway, "{}: {refusal}", source.name);
                lines.push(format!("{:<28} refused: {refusal}", source.name));
                continue;
            }
        };
        same_counts(source, &document);
        sound::check(&document);
        apis += document.apis.len();
        for (kind, count) in document.count_findings() {
            *kinds.entry(kind).or_default() += count;
        }
        lines.push(line(source, &document, time));
    }
    let mut output = io::stderr();
    writeln!(output, "metadata: {} documents, {apis} operations read", sources.len()).unwrap();
    lines.iter().for_each(|line| writeln!(output, "  {line}").unwrap());
    for (kind, count) in kinds {
        writeln!(output, "  {:<24}{count:>6} {}", kind.id(), kind.title()).unwrap();
    }
}

/// Products behind gateways describe more than others do: read as if there were none, they hold what is counted.
#[test]
fn documents_behind_gateways_would_be_read_too() {
    let Some(sources) = sources() else { return };
    for source in &sources {
        if read(&source.structure, None).is_ok() {
            continue;
        }
        let open = |text: &str| {
            let mut document: serde_json::Value = serde_json::from_str(text).unwrap();
            document["info"]["style"] = "ROA".into();
            for api in document["apis"].as_object_mut().unwrap().values_mut() {
                let parameters = api["parameters"].as_array_mut().unwrap();
                parameters.retain(|parameter| parameter["in"] != "host");
            }
            document.to_string()
        };
        let open = Source {
            name: source.name.clone(),
            structure: open(&source.structure),
            prose: open(&source.prose),
        };
        let document = read(&open.structure, Some(&open.prose)).unwrap();
        same_counts(&open, &document);
        sound::check(&document);
        writeln!(io::stderr(), "  as if open: {}", line(&open, &document, Duration::ZERO)).unwrap();
    }
}

/// The same documents, each in the other's role and each alone: they are all read, or refused for the same reason.
#[test]
fn any_language_can_give_the_structure() {
    let Some(sources) = sources() else { return };
    let outcome = |structure: &str, prose: Option<&str>| match read(structure, prose) {
        Ok(document) => Ok(document.apis.len()),
        Err(Refusal { kind, .. }) => Err(kind),
    };
    for source in &sources {
        let both = outcome(&source.structure, Some(&source.prose));
        assert_eq!(outcome(&source.structure, None), both, "{}", source.name);
        let reversed = outcome(&source.prose, Some(&source.structure));
        assert_eq!(outcome(&source.prose, None), reversed, "{}", source.name);
        assert_eq!(both.is_ok(), reversed.is_ok(), "{}", source.name);
    }
}

/// Cut off anywhere, a document is refused at its end and never read in part.
#[test]
fn what_is_cut_off_is_refused() {
    let Some(sources) = sources() else { return };
    for source in &sources {
        let text = &source.structure;
        for part in 1..8 {
            let end = (0..=text.len() * part / 8).rev().find(|end| text.is_char_boundary(*end)).unwrap();
            let refusal = read(&text[..end], Some(&source.prose)).unwrap_err();
            assert_eq!(refusal.kind, RefusalKind::Truncated, "{}: {refusal}", source.name);
            assert!(refusal.position.is_some(), "{}", source.name);
        }
    }
}

fn sources() -> Option<Vec<Source>> {
    let Some(folder) = std::env::var_os("ALICLOUD_CORPUS").map(PathBuf::from) else {
        io::stderr().write_all(b"metadata of the corpus: skipped, ALICLOUD_CORPUS is not set\n").unwrap();
        return None;
    };
    let only = std::env::var("ALICLOUD_CORPUS_ONLY").ok();
    let wanted =
        |name: &str| only.as_ref().is_none_or(|only| only.split([',', ' ']).any(|wanted| wanted == name));
    let mut sources = Vec::new();
    for product in folders(&folder) {
        let name = product.file_name().unwrap().to_string_lossy().into_owned();
        if !wanted(&name) {
            continue;
        }
        for version in folders(&product) {
            let read = |language: &str| {
                fs::read_to_string(version.join(format!("api-docs.{language}.json"))).unwrap()
            };
            let name = format!("{name}@{}", version.file_name().unwrap().to_string_lossy());
            sources.push(Source { name, structure: read("zh"), prose: read("en") });
        }
    }
    Some(sources)
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

fn line(source: &Source, document: &Document, time: Duration) -> String {
    let mut skipped: BTreeMap<&str, usize> = BTreeMap::new();
    for api in &document.apis {
        if let Some(unsupported) = unsupported(api) {
            *skipped.entry(unsupported.feature.id()).or_default() += 1;
        }
    }
    let findings: Vec<_> =
        document.count_findings().iter().map(|(kind, count)| format!("{} {count}", kind.id())).collect();
    format!(
        "{:<28} {:>4} operations, {:>3} components, unsupported {skipped:?}, {} ms, texts in {:?}: {}",
        source.name,
        document.apis.len(),
        document.components.len(),
        time.as_millis(),
        document.prose_language,
        findings.join(", "),
    )
}

/// Both ways of counting come to the same, but for what is reported.
fn same_counts(source: &Source, document: &Document) {
    let expected = tally(&serde_json::from_str(&source.structure).unwrap());
    let mut found = Tally { apis: document.apis.len(), ..Tally::default() };
    let foreign: BTreeSet<&str> = document
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::ComponentForeign)
        .filter_map(|finding| finding.place.strip_prefix("component "))
        .collect();
    for component in document.components.iter().filter(|one| !foreign.contains(one.name.as_str())) {
        count(&component.schema, &mut found);
    }
    let mut forced = 0;
    let raw: serde_json::Value = serde_json::from_str(&source.structure).unwrap();
    for api in &document.apis {
        found.parameters += api.parameters.len();
        found.errors += api.errors.len();
        for parameter in &api.parameters {
            count(&parameter.schema, &mut found);
            let written = raw["apis"][&api.name]["parameters"].as_array().unwrap();
            let optional = written.iter().any(|raw| {
                raw["name"] == parameter.name.as_str()
                    && raw["in"] == "path"
                    && raw["schema"]["required"] != true
            });
            forced += usize::from(optional);
        }
        if let Some(reply) = &api.success {
            reply.schema.iter().for_each(|schema| count(schema, &mut found));
            reply.headers.iter().for_each(|(_, schema)| count(schema, &mut found));
        }
    }
    // Parameters that no placeholder is for are left out, and those for placeholders without one added.
    for finding in &document.findings {
        if finding.kind == FindingKind::PathParameterFree && finding.text.ends_with("left out") {
            let (api, parameter) = finding.place.split_once(" parameters.").unwrap();
            let written = raw["apis"][api]["parameters"].as_array().unwrap();
            let written = written.iter().find(|written| written["name"] == parameter).unwrap();
            found.parameters += 1;
            found.required += usize::from(written["schema"]["required"] == true);
        }
        if finding.kind == FindingKind::PlaceholderFree && finding.text.ends_with("added") {
            found.parameters -= 1;
            found.required -= 1;
        }
    }
    // Parameters in a path are required whatever the document says.
    found.required -= forced;
    // References to nothing are counted as what they are, but for those in components from elsewhere.
    let is_foreign = |place: &str| {
        let name = place.strip_prefix("component ").map(|rest| rest.split(['.', '[', '{']).next().unwrap());
        name.is_some_and(|name| foreign.contains(name))
    };
    let dangling = document.findings.iter().filter(|finding| finding.kind == FindingKind::ReferenceDangling);
    found.references += dangling.filter(|finding| !is_foreign(&finding.place)).count();
    assert_eq!(found, expected, "{}", source.name);
}

fn count(schema: &Schema, tally: &mut Tally) {
    tally.required += usize::from(schema.required);
    tally.values += schema.values.len();
    match &schema.kind {
        Kind::Object(properties) => {
            tally.properties += properties.len();
            properties.iter().for_each(|property| count(&property.schema, tally));
        }
        Kind::Map(element) => {
            tally.maps += 1;
            count(element, tally);
        }
        Kind::Array(element) => {
            tally.lists += 1;
            count(element, tally);
        }
        Kind::Reference(_) => tally.references += 1,
        _ => {}
    }
}
