//! Documented replies, decoded with the emitted crate.

use crate::demos::key;
use crate::product::Product;
use crate::program::{self, Tally};
use crate::report::{Report, table};
use crate::workspace::Workspace;
use std::collections::BTreeMap;

const HEAD: [&str; 11] = [
    "replies",
    "all",
    "decoded",
    "coercions",
    "raw values",
    "unknown fields",
    "unlisted values",
    "lost fields",
    "failures",
    "without schema",
    "no JSON",
];

pub(crate) fn replies(workspace: &Workspace, products: &[Product], report: &mut Report) {
    let demos: Vec<_> = products.iter().flat_map(|one| &one.demos.list).collect();
    let results = program::run(workspace, &demos);
    report.time(&format!("{} documented replies decoded and compared", demos.len()), results.took);
    report.problems("no request can be made", &results.unsent);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut sums = [0; HEAD.len() - 1];
    let mut coercions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut raw = Vec::new();
    let nothing = Tally::default();
    for Product { source, demos, .. } in products.iter().filter(|one| one.written.is_some()) {
        let place = &source.place;
        let tally = results.by_product.get(key(source, "").trim_end()).unwrap_or(&nothing);
        let numbers = [
            tally.replies,
            tally.decoded,
            tally.coercions.values().sum(),
            tally.raw.len(),
            tally.unknown,
            tally.unlisted,
            tally.lost.len(),
            tally.failed.len(),
            demos.without_schema,
            demos.unreadable.len(),
        ];
        sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
        rows.push(std::iter::once(place.clone()).chain(numbers.map(|number| number.to_string())).collect());
        report.problems(place, &tally.lost);
        report.problems(place, &tally.failed);
        report.demand(tally.replies == demos.list.len(), || format!("{place}: not every reply was tried"));
        tally.coercions.iter().for_each(|(class, count)| *coercions.entry(class).or_default() += count);
        raw.extend(tally.raw.iter().map(|text| format!("\n  {place} {text}")));
    }
    rows.push(std::iter::once("all".to_owned()).chain(sums.map(|number| number.to_string())).collect());
    report.say(&table(&HEAD, &rows));
    let classes: Vec<String> = coercions.iter().map(|(class, count)| format!("{class} {count}")).collect();
    report.say(&format!("coercions: {}", classes.join(", ")));
    report.say(&format!("values that their type cannot hold, kept raw: {}{}", raw.len(), raw.concat()));
}
