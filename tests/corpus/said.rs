//! What the import says of the operations and products that it leaves out.

use alicloud_codegen::import::metadata::CLOSED_LIST;
use std::collections::BTreeMap;

/// The report of an import with `--verbose`.
pub(crate) struct Said<'a>(pub(crate) &'a str);

impl Said<'_> {
    /// Operations that were left out, by folder and name, and the features that they need.
    pub(crate) fn skipped(&self) -> BTreeMap<String, &'static str> {
        let mut skipped = BTreeMap::new();
        let mut feature = None;
        for line in self.0.lines() {
            match line.strip_prefix("  ") {
                Some(entry) => {
                    let name = entry.split(": ").next().unwrap_or_default();
                    skipped.extend(feature.map(|feature| (name.to_owned(), feature)));
                }
                None => feature = head(line),
            }
        }
        skipped
    }

    /// How many diagnostics say that the product of a folder is refused for its gateway.
    pub(crate) fn refusals(&self, place: &str) -> usize {
        let path = format!("{place}/");
        let lines = self.0.lines().filter(|line| line.contains("not imported") && line.contains(&path));
        lines.filter(|line| line.contains("gateway")).count()
    }
}

/// The feature of which a line says that operations need it.
fn head(line: &str) -> Option<&'static str> {
    let needs = line.strip_prefix("skipped: ")?;
    CLOSED_LIST.iter().find(|feature| needs.ends_with(&feature.to_string())).map(|feature| feature.id())
}
