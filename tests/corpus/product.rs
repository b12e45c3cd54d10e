//! A product version on its way, and its rows in the tables.

use crate::class::{Class, Declared};
use crate::client::{self, Client};
use crate::closed_list::{self, FEATURES, feature};
use crate::declared;
use crate::demos::Demos;
use crate::folder::Source;
use crate::report::{Report, table};
use crate::said::Said;
use crate::workspace::Workspace;
use crate::written::{Written, written};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Product {
    pub(crate) source: Source,
    /// Operations that are to be there.
    pub(crate) wanted: BTreeSet<String>,
    pub(crate) declared: Declared,
    /// None where it was refused.
    pub(crate) written: Option<Written>,
    pub(crate) client: Client,
    pub(crate) demos: Demos,
}

impl Product {
    /// Compares what a document declares with what was written of it. `said` is the import's report.
    pub(crate) fn imported(
        source: Source,
        workspace: &Workspace,
        said: &Said<'_>,
        report: &mut Report,
    ) -> Self {
        let place = source.place.clone();
        let wanted = closed_list::wanted(&source);
        let written = written(&workspace.path("spec"), source.code(), source.version());
        let mut declared = Declared::default();
        let refusals = said.refusals(&place);
        match (&written, source.is_gateway()) {
            (None, true) => {
                report
                    .demand(refusals == 1, || format!("{place}: {refusals} diagnostics that it is refused"));
            }
            (Some(_), true) => report.problem(format!("{place}: it is behind a gateway, and was imported")),
            (None, false) if wanted.is_empty() => {}
            (None, false) => report.problem(format!("{place}: it was not imported")),
            (Some(written), false) => {
                declared = declared::declared(&source, &wanted);
                report.problems(&place, &declared.differences(&written.declared));
                let (before, after) = (declared.counts(), written.declared.counts());
                let counts = || format!("{place}: {before:?} is declared and {after:?} written");
                report.demand(before == after, counts);
            }
        }
        Self { source, wanted, declared, written, client: Client::default(), demos: Demos::default() }
    }

    /// Operations on the closed list, by folder and name as the import prints them.
    pub(crate) fn skipped(&self) -> Vec<(String, &'static str)> {
        let Some(written) = &self.written else { return Vec::new() };
        let skipped = self.source.apis().iter().filter_map(|(name, api)| Some((name, feature(api)?)));
        skipped.map(|(name, feature)| (format!("{}/{name}", written.place), feature)).collect()
    }

    /// Demands that everything that is to be there is, and nothing else.
    pub(crate) fn check_client(&self, report: &mut Report) {
        let place = &self.source.place;
        for name in &self.client.incomplete {
            report.problem(format!("{place}: {name} lacks its module or method"));
        }
        let there: BTreeSet<&String> = self.client.operations.keys().collect();
        for name in self.wanted.iter().filter(|name| !there.contains(name)) {
            report.problem(format!("{place}: {name} is not on the closed list and not generated"));
        }
        for name in there.iter().filter(|name| !self.wanted.contains(**name)) {
            report.problem(format!(
                "{place}: {name} is generated, and on the closed list or not in the document"
            ));
        }
        for (name, operation) in &self.client.operations {
            let Some(places) = self.declared.operations.get(name) else { continue };
            // A reply that is a named object has the fields of that.
            let is_shape = places.iter().any(|(path, class)| path == "reply" && *class == Class::Reference);
            let expected = client::expected(places);
            report.demand(is_shape || operation.leaves == expected, || {
                format!("{place}: {name}: {expected:?} is declared and {:?} emitted", operation.leaves)
            });
        }
    }
}

/// What is imported, what is left out, and what is emitted.
pub(crate) fn operations(products: &[Product], report: &Report) {
    let mut rows = Vec::new();
    let mut sums = [0; 6];
    for Product { source, written, client, .. } in products {
        let all = source.apis().len();
        let mut row = vec![source.place.clone(), all.to_string()];
        if written.is_none() {
            row.extend(["0".to_owned(), format!("gateway {all}")]);
            rows.push(row);
            continue;
        }
        let mut skipped: BTreeMap<&str, usize> = BTreeMap::new();
        let features = source.apis().iter().filter_map(|(_, api)| feature(api));
        features.for_each(|feature| *skipped.entry(feature).or_default() += 1);
        let reasons: Vec<String> = skipped.iter().map(|(why, count)| format!("{why} {count}")).collect();
        let numbers = [
            all,
            client.operations.len(),
            skipped.values().sum(),
            client.structs,
            client.enumerations,
            client.lines,
        ];
        sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
        row.extend([client.operations.len().to_string()]);
        row.push(if reasons.is_empty() { "-".to_owned() } else { reasons.join(", ") });
        row.extend(numbers[3..].iter().map(ToString::to_string));
        row.push((client.lines / client.operations.len().max(1)).to_string());
        rows.push(row);
    }
    let mut row = vec!["all but gateways".to_owned()];
    row.extend(sums.iter().map(ToString::to_string));
    row.push((sums[5] / sums[1].max(1)).to_string());
    rows.push(row);
    let head =
        ["operations", "in document", "imported", "skipped", "structs", "enums", "lines", "per operation"];
    report.say(&table(&head, &rows));
    let written = || products.iter().filter_map(|one| one.written.as_ref());
    let files: usize = written().map(|one| one.files).sum();
    let bytes: usize = written().map(|one| one.bytes).sum();
    report.say(&format!("closed list: {}; YAML: {files} files, {bytes} bytes", FEATURES.join(", ")));
}

/// How often each type is declared in the document and written.
pub(crate) fn types(products: &[Product], report: &Report) {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut silent = 0;
    for Product { source, declared, written, .. } in products {
        let Some(written) = written else { continue };
        for (what, counts) in [("before", declared.counts()), ("after", written.declared.counts())] {
            let numbers = Class::ALL.iter().map(|class| counts.get(class).copied().unwrap_or(0).to_string());
            rows.push(std::iter::once(format!("{} {what}", source.place)).chain(numbers).collect());
        }
        silent += declared.silent;
    }
    let head: Vec<_> = std::iter::once("types").chain(Class::ALL.map(Class::head)).collect();
    report.say(&table(&head, &rows));
    report.say(&format!("places of which a document declares nothing, any or bare object since: {silent}"));
}
