//! The same import again, and one of a document that lost an operation.

use crate::class::{Class, Places};
use crate::cli::{Cli, import};
use crate::json::Json;
use crate::product::Product;
use crate::report::Report;
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

pub(crate) fn run(
    cli: &Cli,
    corpus: &Path,
    workspace: &Workspace,
    products: &[Product],
    report: &mut Report,
) {
    let spec = workspace.path("spec");
    let before = state(&spec);
    let again = cli.good(&workspace.folder, &import(corpus.to_str().unwrap(), "spec"));
    report.time("imported again", again.took);
    report.problems("importing again changed a file", &changed(&before, &state(&spec)));
    vanish(cli, workspace, products, report);
}

/// Takes an operation out of a copy of the smallest document that can do without one.
fn vanish(cli: &Cli, workspace: &Workspace, products: &[Product], report: &mut Report) {
    let mut products: Vec<&Product> = products.iter().filter(|one| one.written.is_some()).collect();
    products.sort_by_key(|one| one.source.apis().len());
    let found = products.iter().find_map(|one| Some((&one.source, dispensable(one)?)));
    let Some((source, operation)) = found else { return };
    let (folder, name) = (workspace.path("vanish"), "corpus");
    workspace.remove("vanish");
    let place = folder.join(name).join(&source.place);
    fs::create_dir_all(&place).unwrap();
    let english = source.path.with_file_name("api-docs.en.json");
    if english.is_file() {
        fs::copy(english, place.join("api-docs.en.json")).unwrap();
    }
    let write = |document: &Json| {
        fs::write(place.join("api-docs.zh.json"), serde_json::to_vec(document).unwrap()).unwrap()
    };
    write(&source.document);
    cli.good(&folder, &import(name, "spec"));
    let before = state(&folder.join("spec"));
    let mut document = source.document.clone();
    remove(&mut document, operation);
    write(&document);
    let ended = cli.good(&folder, &import(name, "spec"));
    let after = state(&folder.join("spec"));
    let changes = changed(&before, &after);
    let is_it = matches!(changes.as_slice(), [gone] if gone.starts_with("removed "));
    report.demand(is_it, || format!("{}: without {operation}: {}", source.place, changes.join(", ")));
    report.demand(ended.out.contains("removed: "), || {
        format!("{}: the report does not say that a file went\n{}", source.place, ended.said())
    });
    report.say(&format!("{} without {operation}: {}", source.place, changes.join(", ")));
}

/// An operation without which no other file changes: nothing names it, and no named object is its alone.
fn dispensable(product: &Product) -> Option<&str> {
    let Product { source, wanted, declared, .. } = product;
    let english = source.english.members_of("apis");
    let texts: Vec<(&String, String)> = source
        .apis()
        .iter()
        .chain(english)
        .map(|(name, api)| (name, serde_json::to_string(api).unwrap()))
        .collect();
    let is_dispensable = |operation: &&String| {
        let has_shape = |places: &Places| places.iter().any(|(_, class)| *class == Class::Reference);
        let is_named =
            || texts.iter().any(|(name, text)| name != operation && text.contains(operation.as_str()));
        declared.operations.get(*operation).is_some_and(|places| !has_shape(places)) && !is_named()
    };
    if wanted.len() > 1 { wanted.iter().find(is_dispensable).map(String::as_str) } else { None }
}

fn remove(document: &mut Json, operation: &str) {
    let Json::Map(members) = document else { return };
    for (key, value) in members {
        if let (true, Json::Map(apis)) = (key == "apis", value) {
            apis.retain(|(name, _)| name != operation);
        }
    }
}

type State = BTreeMap<String, (SystemTime, String)>;

/// Every file with its time and text.
fn state(folder: &Path) -> State {
    let mut state = State::new();
    collect(folder, "", &mut state);
    state
}

fn collect(folder: &Path, prefix: &str, state: &mut State) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{name}/"), state);
        } else {
            let time = entry.metadata().unwrap().modified().unwrap();
            state.insert(name, (time, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn changed(before: &State, after: &State) -> Vec<String> {
    let mut changes = Vec::new();
    for (name, state) in before {
        match after.get(name) {
            None => changes.push(format!("removed {name}")),
            Some(other) if other.1 != state.1 => changes.push(format!("changed {name}")),
            Some(other) if other != state => changes.push(format!("touched {name}")),
            Some(_) => {}
        }
    }
    changes
        .extend(after.keys().filter(|name| !before.contains_key(*name)).map(|name| format!("added {name}")));
    changes
}
