use super::{Document, Outcome, Report, notes, table};
use crate::diagnostics::{Diagnostics, display_path};
use std::path::Path;

impl Report {
    /// The closing report: what was skipped, kept and removed, notes, and a table. With `verbose` it names every operation, file and
    /// place that is otherwise only counted.
    #[must_use]
    pub fn text(&self, verbose: bool) -> String {
        let parts = [
            notes::refused(self),
            notes::skipped(self, verbose),
            notes::files(self, verbose),
            notes::findings(self, verbose),
            table::table(self),
        ];
        parts.concat()
    }

    /// The problems of files, such as corrections that no longer apply, of all documents.
    #[must_use]
    pub fn problems(&self) -> Diagnostics {
        let mut all = Diagnostics::new();
        for document in &self.documents {
            if let Outcome::Failed(error) = &document.outcome {
                all.extend(error.problems().into_iter().flat_map(Diagnostics::iter).cloned());
            }
        }
        all
    }

    /// Why documents were not imported, apart from [`problems`](Self::problems).
    #[must_use]
    pub fn failures(&self) -> Vec<String> {
        self.documents.iter().filter_map(failure).collect()
    }
}

fn failure(Document { shown, outcome }: &Document) -> Option<String> {
    match outcome {
        Outcome::Refused(refusal) => {
            let place = Path::new(shown);
            let shown = if place.exists() { display_path(place) } else { shown.clone() };
            let help = refusal.help.as_deref().unwrap_or("open it and see what it holds, or get it again");
            let separator = if refusal.position.is_some() { ":" } else { ": " };
            Some(format!("{shown}{separator}{refusal}\n  help: {help}"))
        }
        Outcome::Failed(error) if error.problems().is_none() => Some(format!("{shown}: {error}")),
        _ => None,
    }
}
