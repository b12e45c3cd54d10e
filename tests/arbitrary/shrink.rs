//! Makes a failing case small: takes parts of its files away as long as it is valid and still fails.

use crate::case::Case;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Each try compiles a crate.
const LIMIT: Duration = Duration::from_secs(60);

/// A part of a case: a file, and the way to a value in it by its pointer.
type Part = (String, String);

/// The smallest case found, and how often it was tried.
pub(crate) fn shrink(mut case: Case, fails: &dyn Fn(&Case) -> bool) -> (Case, usize) {
    let (started, mut tries) = (Instant::now(), 0);
    let mut again = true;
    while again {
        again = false;
        for part in parts(&case) {
            if started.elapsed() > LIMIT {
                return (case, tries);
            }
            let Some(smaller) = without(&case, &part) else { continue };
            if !smaller.errors().is_empty() {
                continue;
            }
            tries += 1;
            if fails(&smaller) {
                case = smaller;
                again = true;
            }
        }
    }
    (case, tries)
}

/// All parts, large ones first.
fn parts(case: &Case) -> Vec<Part> {
    let mut parts: Vec<(usize, Part)> = Vec::new();
    for (name, value) in &case.files {
        if name != "product.yaml" {
            parts.push((value.to_string().len(), (name.clone(), String::new())));
        }
        add(name, "", value, &mut parts);
    }
    parts.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    parts.into_iter().map(|(_, part)| part).collect()
}

fn add(file: &str, pointer: &str, value: &Value, parts: &mut Vec<(usize, Part)>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        Value::Object(members) => members.iter().map(|(key, item)| (key.clone(), item)).collect(),
        _ => return,
    };
    for (key, child) in children {
        let pointer = format!("{pointer}/{key}");
        parts.push((child.to_string().len(), (file.to_owned(), pointer.clone())));
        add(file, &pointer, child, parts);
    }
}

/// The case without a part; `None` where it is gone already.
fn without(case: &Case, (file, pointer): &Part) -> Option<Case> {
    let mut smaller = case.clone();
    let Some((parent, key)) = pointer.rsplit_once('/') else {
        smaller.files.remove(file)?;
        return (smaller.operations() > 0).then_some(smaller);
    };
    match smaller.files.get_mut(file)?.pointer_mut(parent)? {
        Value::Array(items) => {
            let index: usize = key.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))?;
        }
        Value::Object(members) => drop(members.remove(key)?),
        _ => return None,
    }
    Some(smaller)
}
