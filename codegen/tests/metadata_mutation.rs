//! Documents with random damage: whatever is made of them keeps what its types promise.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "metadata/sound.rs"]
mod sound;

use alicloud_codegen::import::metadata::read;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

#[derive(Clone, Debug)]
struct Damage {
    node: usize,
    kind: usize,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_documents_are_read_or_refused(
        structure in 0..100_usize,
        prose in 0..100_usize,
        damages in prop::collection::vec((any::<usize>(), 0..14_usize), 1..12),
        damages_of_prose in prop::collection::vec((any::<usize>(), 0..14_usize), 0..6),
    ) {
        let sources = sources();
        let structure = damaged(&sources[structure % sources.len()], &damages);
        let prose = damaged(&sources[prose % sources.len()], &damages_of_prose);
        for prose in [None, Some(structure.as_str()), Some(prose.as_str())] {
            match read(&structure, prose) {
                Ok(document) => sound::check(&document),
                Err(refusal) => prop_assert!(!refusal.message.is_empty()),
            }
        }
    }

    #[test]
    fn damaged_text_is_read_or_refused(
        source in 0..100_usize,
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        put in "[ -~\u{4e00}]{0,3}",
    ) {
        let sources = sources();
        let text = sources[source % sources.len()].to_string();
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        let end = (at + length).min(characters.len());
        let spliced: String = characters[..at].iter().copied().chain(put.chars()).chain(characters[end..].iter().copied()).collect();
        let cut: String = characters[..at].iter().collect();
        for text in [spliced, cut] {
            if let Ok(document) = read(&text, Some(&text)) {
                sound::check(&document);
            }
        }
    }
}

#[test]
fn documents_without_damage_are_sound() {
    for source in sources() {
        sound::check(&read(&source.to_string(), None).unwrap());
    }
}

fn damaged(source: &Value, damages: &[(usize, usize)]) -> String {
    let mut document = source.clone();
    for (node, kind) in damages {
        let count = nodes(&document);
        let damage = Damage { node: node % count, kind: *kind };
        apply(&mut document, &damage, &mut 0);
    }
    document.to_string()
}

fn nodes(value: &Value) -> usize {
    let inner: usize = match value {
        Value::Array(elements) => elements.iter().map(nodes).sum(),
        Value::Object(members) => members.values().map(nodes).sum(),
        _ => 0,
    };
    inner + 1
}

/// Does the damage to the node of its number. Whether it was there.
fn apply(value: &mut Value, damage: &Damage, number: &mut usize) -> bool {
    if *number == damage.node {
        change(value, damage.kind);
        return true;
    }
    *number += 1;
    match value {
        Value::Array(elements) => elements.iter_mut().any(|element| apply(element, damage, number)),
        Value::Object(members) => members.values_mut().any(|member| apply(member, damage, number)),
        _ => false,
    }
}

fn change(value: &mut Value, kind: usize) {
    let old = value.take();
    *value = match (kind, old) {
        (0, _) => Value::Null,
        (1, _) => json!(true),
        (2, _) => json!(-1.5),
        (3, _) => json!(""),
        (4, _) => json!("query"),
        (5, old) => json!([old]),
        (6, old) => json!({ "properties": old }),
        (7, _) => json!({ "$ref": "#/components/schemas/Tree" }),
        (8, _) => json!({ "$ref": "#/components/schemas/Forest", "type": "object" }),
        (9, _) => json!({ "type": "array" }),
        (10, _) => json!("/a/{b}/[c]/{/*"),
        (11, Value::Object(members)) => members.into_iter().skip(1).collect(),
        (12, Value::Object(members)) => members.into_values().collect(),
        (13, Value::Array(elements)) => json!({ "a": elements }),
        (_, Value::String(text)) => json!(text.chars().rev().collect::<String>()),
        (_, Value::Array(mut elements)) => {
            elements.extend(elements.first().cloned());
            Value::Array(elements)
        }
        (_, old) => old,
    };
}

fn sources() -> &'static [Value] {
    static SOURCES: LazyLock<Vec<Value>> = LazyLock::new(read_sources);
    &SOURCES
}

fn read_sources() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    // Twice the same key is one key here, and what is left is damaged on the way.
    paths.iter().map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).collect()
}
