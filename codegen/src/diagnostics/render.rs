use super::{Diagnostic, Label, Severity, SourceText};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Problems of one file that are shown in full; a file with more has one cause, and the rest would only hide
/// it.
const SHOWN_PER_FILE: usize = 50;
/// Bytes of a line up to which it is shown from its start. The cost of an excerpt grows with them.
const LONG_LINE: usize = 2_000;
/// Bytes that are shown around the marked place of a longer line.
const AROUND: usize = 60;
/// Lines between two places of one file up to which they are shown in one excerpt.
const FAR_APART: usize = 200;

/// With or without colours.
#[derive(Clone, Copy)]
pub(super) enum Look {
    Plain,
    Styled,
}

/// The whole report of sorted problems, with its closing line.
pub(super) fn report(sorted: &[&Diagnostic], look: Look) -> String {
    if sorted.is_empty() {
        return String::new();
    }
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Styled => Renderer::styled(),
    };
    let mut out = String::new();
    for of_file in sorted.chunk_by(|one, next| one.file() == next.file()) {
        let shown = shown(of_file);
        for diagnostic in &shown {
            out.push_str(&renderer.render(&[group(diagnostic)]));
            out.push_str("\n\n");
        }
        let hidden = of_file.len().saturating_sub(shown.len());
        if let (1.., Some(first)) = (hidden, of_file.first()) {
            out.push_str(&format!("... and {hidden} more in {}\n\n", first.file()));
        }
    }
    out.push_str(&summary(sorted));
    out.push('\n');
    out
}

/// The problems of a file that are shown, in their order. Where there are too many, the worst ones.
fn shown<'a>(of_file: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    let mut worst: Vec<_> = of_file.iter().copied().enumerate().collect();
    worst.sort_by_key(|(_, diagnostic)| diagnostic.severity);
    worst.truncate(SHOWN_PER_FILE);
    worst.sort_by_key(|(place, _)| *place);
    worst.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// The closing line. Says how many are errors, warnings and notes where they are not all errors. Empty for no problems.
pub(super) fn summary(sorted: &[&Diagnostic]) -> String {
    if sorted.is_empty() {
        return String::new();
    }
    let files: BTreeSet<_> = sorted.iter().map(|diagnostic| diagnostic.file()).collect();
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let counts = severities.map(|severity| {
        (sorted.iter().filter(|diagnostic| diagnostic.severity == severity).count(), severity.as_str())
    });
    let kinds: Vec<_> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| plural(*count, what)).collect();
    let kinds = match counts {
        [(errors, _), ..] if errors == sorted.len() => String::new(),
        _ => format!(": {}", kinds.join(", ")),
    };
    format!("{} in {}{kinds}", plural(sorted.len(), "problem"), plural(files.len(), "file"))
}

/// `1 problem`, `2 problems`.
fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.code.id));
    match &diagnostic.primary {
        Some(primary) => {
            for excerpt in excerpts(primary, &diagnostic.secondary) {
                group = excerpt.show(group);
            }
        }
        None => group = group.element(Origin::path(diagnostic.file())),
    }
    let notes = diagnostic.notes.iter().map(|text| Level::NOTE.message(normalize_untrusted_str(text)));
    let helps = diagnostic.helps.iter().map(|text| Level::HELP.message(normalize_untrusted_str(text)));
    group.elements(notes).elements(helps)
}

/// Places of one file that are near each other.
struct Excerpt<'a> {
    source: &'a Arc<SourceText>,
    labels: Vec<(AnnotationKind, &'a Label)>,
    lines: Range<usize>,
}

fn excerpts<'a>(primary: &'a Label, secondary: &'a [Label]) -> Vec<Excerpt<'a>> {
    let mut excerpts = vec![Excerpt::new(AnnotationKind::Primary, primary)];
    for label in secondary {
        let lines = lines_of(label);
        let near = excerpts.iter_mut().find(|excerpt| {
            Arc::ptr_eq(excerpt.source, &label.source)
                && lines.start <= excerpt.lines.end + FAR_APART
                && excerpt.lines.start <= lines.end + FAR_APART
        });
        match near {
            Some(excerpt) => excerpt.add(label, &lines),
            None => excerpts.push(Excerpt::new(AnnotationKind::Context, label)),
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn new(kind: AnnotationKind, label: &'a Label) -> Self {
        Self { source: &label.source, labels: vec![(kind, label)], lines: lines_of(label) }
    }

    fn add(&mut self, label: &'a Label, lines: &Range<usize>) {
        self.labels.push((AnnotationKind::Context, label));
        self.lines = self.lines.start.min(lines.start)..self.lines.end.max(lines.end);
    }

    /// Only the lines that are needed are handed over: the cost then does not grow with the file.
    fn window(&self) -> Range<usize> {
        let text = self.source.text();
        let spans = self.labels.iter().map(|(_, label)| self.source.clamp(&label.span));
        let (start, end) =
            spans.fold((text.len(), 0), |(start, end), span| (start.min(span.start), end.max(span.end)));
        let start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at);
        start..end
    }

    fn has_long_line(&self) -> bool {
        let text = self.source.text().get(self.window()).unwrap_or_default();
        text.lines().any(|line| line.len() > LONG_LINE)
    }

    fn show(&self, group: Group<'a>) -> Group<'a> {
        match self.labels.first() {
            Some((_, label)) if self.has_long_line() => {
                let note = normalize_untrusted_str(&cutting(label));
                group.element(self.origin(label)).element(Level::NOTE.message(note))
            }
            _ => group.element(self.snippet()),
        }
    }

    fn snippet(&self) -> Snippet<'a, Annotation<'a>> {
        let window = self.window();
        let annotations = self.labels.iter().map(|(kind, label)| {
            let span = self.source.clamp(&label.span);
            annotation(
                *kind,
                label,
                span.start.saturating_sub(window.start)..span.end.saturating_sub(window.start),
            )
        });
        Snippet::source(self.source.text().get(window.clone()).unwrap_or_default())
            .path(self.source.path())
            .line_start(self.lines.start)
            .annotations(annotations)
    }

    fn origin(&self, label: &Label) -> Origin<'a> {
        let (line, column) = self.source.line_column(label.span.start);
        Origin::path(self.source.path()).line(line).char_column(column)
    }
}

/// What is marked, with a little of its line on both sides, for lines that are too long to be shown.
fn cutting(label: &Label) -> String {
    let source = &label.source;
    let marked = source.first_line(&label.span);
    let around =
        source.clamp(&(marked.start.saturating_sub(AROUND)..marked.end.min(marked.start + AROUND) + AROUND));
    let part = |span: Range<usize>| source.text().get(span).unwrap_or_default();
    let before = part(around.start..marked.start).rsplit('\n').next().unwrap_or_default();
    let after = part(marked.start..around.end).lines().next().unwrap_or_default();
    let text = if label.text.is_empty() { "marked" } else { &label.text };
    format!("{text}, in a very long line: `...{before}` >>> `{after}...`")
}

fn annotation(kind: AnnotationKind, label: &Label, span: Range<usize>) -> Annotation<'_> {
    kind.span(span).label(Some(label.text.as_str()).filter(|text| !text.is_empty()))
}

fn lines_of(label: &Label) -> Range<usize> {
    let span = label.source.clamp(&label.span);
    label.source.line_column(span.start).0..label.source.line_column(span.end).0
}
