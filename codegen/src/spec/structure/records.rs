use super::{At, Comparison};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Entry;
use crate::spec::layout::{Key, ORIGIN, Record};

/// Whether a key is the one of imported files, perhaps misspelt.
fn is_origin(key: &str, record: &Record) -> bool {
    key == ORIGIN || record.key(key).is_none() && suggest(key, [ORIGIN]).is_some()
}

impl Comparison<'_> {
    pub(super) fn record(&mut self, entries: &[Entry], record: &'static Record, at: &At<'_>) {
        let by_hand = match record.unless_imported() {
            keys if keys.is_empty() || entries.iter().any(|entry| is_origin(&entry.key.text, record)) => &[],
            keys => keys,
        };
        let is_required = |key: &Key| key.required || by_hand.contains(&key.name);
        let is_absent = |key: &&Key| !entries.iter().any(|entry| entry.key.text == key.name);
        // Only made where a key is unknown, which is rare.
        let mut missing: Option<Vec<&Key>> = None;
        for entry in entries {
            let meant = match record.key(&entry.key.text) {
                Some(key) => Some(key),
                None => {
                    let missing =
                        missing.get_or_insert_with(|| record.keys.iter().filter(is_absent).collect());
                    self.unknown_key(entry, record, missing, is_required)
                }
            };
            if let Some(key) = meant {
                let at = At { what: Some(key.name), span: entry.key.span.clone() };
                self.value(&entry.value, (key.shape)(), &at);
            }
        }
        match missing {
            Some(missing) => {
                missing.into_iter().filter(|key| is_required(key)).for_each(|key| self.missing_key(key, at));
            }
            None => {
                let required = record.keys.iter().filter(|key| is_required(key));
                required.filter(is_absent).for_each(|key| self.missing_key(key, at));
            }
        }
    }

    /// Reports a key that the record does not have. A required key that it was meant to be no longer counts
    /// as missing, and is returned.
    fn unknown_key<'k>(
        &mut self,
        entry: &Entry,
        record: &'static Record,
        missing: &mut Vec<&'k Key>,
        is_required: impl Fn(&Key) -> bool,
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
        let index = missing.iter().position(|key| is_required(key) && Some(key.name) == meant)?;
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
