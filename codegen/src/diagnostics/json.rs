use super::{Diagnostic, Diagnostics, Label, Severity};
use serde::Serialize;

/// Version of the form. A new key does not change it; a key that goes or changes its meaning does.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    errors: usize,
    warnings: usize,
    notes: usize,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    severity: &'a str,
    title: &'a str,
    message: &'a str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    label: Option<&'a str>,
    labels: Vec<Place<'a>>,
    notes: &'a [String],
    helps: &'a [String],
}

/// A further place.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

/// The whole report, sorted, with a line break at its end.
pub(super) fn report(diagnostics: &Diagnostics) -> String {
    let report = Report {
        format: FORMAT,
        errors: diagnostics.count(Severity::Error),
        warnings: diagnostics.count(Severity::Warning),
        notes: diagnostics.count(Severity::Note),
        problems: diagnostics.sorted().into_iter().map(problem).collect(),
    };
    text(&report)
}

/// A value as indented JSON.
pub(super) fn text(value: &impl Serialize) -> String {
    // Nothing that is written here is without a JSON form.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn problem(diagnostic: &Diagnostic) -> Problem<'_> {
    let start = diagnostic.line_column();
    let end = diagnostic.end_line_column();
    Problem {
        code: diagnostic.code.id,
        severity: diagnostic.severity.as_str(),
        title: diagnostic.code.title,
        message: &diagnostic.message,
        file: diagnostic.file(),
        line: start.map(|(line, _)| line),
        column: start.map(|(_, column)| column),
        end_line: end.map(|(line, _)| line),
        end_column: end.map(|(_, column)| column),
        label: diagnostic.primary.as_ref().map(|label| label.text.as_str()).filter(|text| !text.is_empty()),
        labels: diagnostic.secondary.iter().map(place).collect(),
        notes: &diagnostic.notes,
        helps: &diagnostic.helps,
    }
}

fn place(label: &Label) -> Place<'_> {
    let (line, column) = label.start();
    let (end_line, end_column) = label.end();
    Place { file: label.source.path(), line, column, end_line, end_column, text: &label.text }
}
