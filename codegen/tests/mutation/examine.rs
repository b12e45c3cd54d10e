//! All stages over a mutant, and what must hold of the outcome.

use crate::material::{is_product, is_shape};
use crate::mutate::Mutant;
use alicloud_codegen::diagnostics::{Diagnostics, Severity};
use alicloud_codegen::source::{Sources, read_bytes};
use alicloud_codegen::{Options, dump, pipeline};
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Rejected,
    Accepted,
}

/// What the generator makes of a mutant; an error is a complaint about the generator.
pub(crate) fn examine(mutant: &Mutant<'_>) -> Result<Verdict, String> {
    let mut diagnostics = Diagnostics::new();
    let mut files = Vec::new();
    for (relative, bytes) in beside(mutant) {
        let (file, problems) = read_bytes(&format!("spec/{relative}"), relative, bytes);
        diagnostics.extend(problems);
        files.push(Arc::new(file));
    }
    let model = pipeline::examine(&Sources { files }, &mut diagnostics);
    places(&diagnostics)?;
    if diagnostics.has_errors() {
        return Ok(Verdict::Rejected);
    }
    let options = Options { spec: "spec".into(), out: "out".into(), ..Options::default() };
    pipeline::emit(&model, &options).map_err(|error| format!("accepted, and not emitted: {error}"))?;
    let text = dump::json(&model).map_err(|error| format!("accepted, and not dumped: {error}"))?;
    serde_json::from_str::<serde_json::Value>(&text)
        .map_err(|error| format!("the dump is not JSON: {error}"))?;
    Ok(Verdict::Accepted)
}

/// The mutant, and as much of its project as it needs to be valid.
fn beside<'a>(mutant: &'a Mutant<'_>) -> Vec<(&'a str, &'a [u8])> {
    let files = &mutant.project.files;
    let mutated = &files[mutant.index].0;
    // Shapes and operations to wait with are referred to.
    let needs_all = files.iter().any(|(name, text)| is_shape(name) || text.contains("\nasynchronous:"));
    let operations = files.iter().filter(|(name, _)| !is_product(name));
    let smallest = operations.min_by_key(|(_, text)| text.len()).map(|(name, _)| name);
    files
        .iter()
        .enumerate()
        .filter(|(index, (name, _))| {
            let stands_in = is_product(mutated) && Some(name) == smallest;
            needs_all || *index == mutant.index || is_product(name) || stands_in
        })
        .map(|(index, (name, text))| {
            (name.as_str(), if index == mutant.index { mutant.bytes.as_slice() } else { text.as_bytes() })
        })
        .collect()
}

/// Every problem has line and column within its file, and the report shows them.
fn places(diagnostics: &Diagnostics) -> Result<(), String> {
    let sorted = diagnostics.sorted();
    for problem in &sorted {
        let Some(label) = &problem.primary else {
            let is_about_a_path = problem.path.as_deref().is_some_and(|path| !path.is_empty());
            if is_about_a_path && problem.code.id == "E0205" {
                continue;
            }
            return Err(format!("{} has no place: {}", problem.code.id, problem.message));
        };
        let (line, column) = label.start();
        let text = label.source.text();
        let wanted = text.split('\n').nth(line.wrapping_sub(1));
        let letters = wanted.map(|wanted| wanted.chars().count());
        if column == 0 || letters.is_none_or(|letters| column > letters + 1) {
            return Err(format!(
                "{} points to {line}:{column}, where nothing is: {}",
                problem.code.id, problem.message
            ));
        }
    }
    let report = diagnostics.render_plain();
    let first =
        sorted.iter().find(|problem| problem.severity == Severity::Error && problem.primary.is_some());
    if let Some((problem, (line, column))) = first.and_then(|problem| Some((problem, problem.line_column()?)))
    {
        let place = format!("{}:{line}:{column}", problem.file());
        if !report.contains(&place) {
            return Err(format!("the report lacks {place}:\n{report}"));
        }
    }
    Ok(())
}
