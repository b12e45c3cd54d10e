use super::{At, Comparison};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Entry;
use crate::spec::layout::{Key, Record};

impl Comparison<'_> {
    pub(super) fn record(&mut self, entries: &[Entry], record: &'static Record, at: &At<'_>) {
        let mut missing: Vec<&Key> = record
            .keys
            .iter()
            .filter(|key| !entries.iter().any(|entry| entry.key.text == key.name))
            .collect();
        for entry in entries {
            let meant = match record.key(&entry.key.text) {
                Some(key) => Some(key),
                None => self.unknown_key(entry, record, &mut missing),
            };
            if let Some(key) = meant {
                let at = At { what: Some(key.name), span: entry.key.span.clone() };
                self.value(&entry.value, (key.shape)(), &at);
            }
        }
        for key in missing.iter().filter(|key| key.required) {
            self.missing_key(key, at);
        }
    }

    /// Reports a key that the record does not have. A required key that it was meant to be no longer counts
    /// as missing, and is returned.
    fn unknown_key<'k>(
        &mut self,
        entry: &Entry,
        record: &'static Record,
        missing: &mut Vec<&'k Key>,
    ) -> Option<&'k Key> {
        let typed = entry.key.text.as_str();
        let meant = suggest(typed, missing.iter().map(|key| key.name));
        let help = match meant {
            Some(name) => format!("did you mean `{name}`?"),
            None => {
                let names: Vec<_> = record.keys.iter().map(|key| key.name).collect();
                format!("the keys here are `{}`", names.join("`, `"))
            }
        };
        let problem = Diagnostic::error(codes::UNKNOWN_KEY, format!("unknown key `{typed}`"))
            .at(
                &self.file.source,
                self.file.source.first_line(&entry.key.span),
                "not a key of the spec language here",
            )
            .help(help);
        self.problems.push(problem);
        let index = missing.iter().position(|key| key.required && Some(key.name) == meant)?;
        Some(missing.remove(index))
    }

    fn missing_key(&mut self, key: &Key, at: &At<'_>) {
        let doc: Vec<_> = key.doc.iter().map(|line| line.trim()).collect();
        let problem = Diagnostic::error(codes::MISSING_KEY, format!("missing key `{}`", key.name))
            .at(&self.file.source, at.span.clone(), format!("`{}` is missing here", key.name))
            .help(format!("add `{}`: {}", key.name, doc.join(" ")));
        self.problems.push(problem);
    }
}
