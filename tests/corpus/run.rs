//! The run, step by step.

use crate::cli::{Cli, import};
use crate::closed_list::FEATURES;
use crate::product::{self, Product};
use crate::report::Report;
use crate::said::Said;
use crate::workspace::{PACKAGE, Workspace};
use crate::{again, client, compile, demos, folder, replies};
use alicloud_codegen::import::metadata::CLOSED_LIST;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

pub(crate) fn run(corpus: &Path) {
    let mut report = Report::default();
    let started = Instant::now();
    let sources = folder::sources(corpus);
    assert!(!sources.is_empty(), "{} holds no <product>/<version>/api-docs.zh.json", corpus.display());
    report.say(&format!("{} product versions read: {:.1} s", sources.len(), started.elapsed().as_secs_f64()));

    let workspace = Workspace::new("corpus");
    let cli = Cli::build("dev");
    report.time("alicloud-codegen built", cli.took);

    // What an earlier run of another corpus left there would be generated as well.
    workspace.remove("spec");
    let imported = cli.good(&workspace.folder, &import(corpus.to_str().unwrap(), "spec"));
    report.time("imported", imported.took);
    let said = imported.said();
    let said = Said(&said);
    let mut products: Vec<Product> =
        sources.into_iter().map(|source| Product::imported(source, &workspace, &said, &mut report)).collect();
    closed_list(&products, &said, &mut report);
    check(&cli, &workspace, &mut report);
    generate(&cli, &workspace, &report);
    read_client(&cli, &workspace, &mut products, &mut report);
    product::operations(&products, &report);
    product::types(&products, &report);
    if compile::compile(&workspace, &products, &mut report) {
        replies::replies(&workspace, &products, &mut report);
    }
    again::run(&cli, corpus, &workspace, &products, &mut report);
    report.finish();
}

/// What is left out is what the documents say needs a feature of the closed list, and each is named with its feature.
fn closed_list(products: &[Product], said: &Said<'_>, report: &mut Report) {
    let ids: Vec<&str> = CLOSED_LIST.iter().map(|feature| feature.id()).collect();
    report.demand(ids == FEATURES, || format!("the closed list is {ids:?}, not {FEATURES:?}"));
    let expected: BTreeMap<_, _> = products.iter().flat_map(Product::skipped).collect();
    let skipped = said.skipped();
    report.demand(expected == skipped, || {
        format!("{expected:?} are on the closed list, {skipped:?} were skipped")
    });
}

/// Notes at most.
fn check(cli: &Cli, workspace: &Workspace, report: &mut Report) {
    let checked = cli.run(&workspace.folder, &["check", "--spec", "spec", "--format", "json"]);
    report.time("checked", checked.took);
    let found: Value =
        serde_json::from_str(&checked.out).unwrap_or_else(|error| panic!("{error}: {}", checked.said()));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for problem in found["problems"].as_array().unwrap() {
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        *counts.entry(format!("{} {}", text("severity"), text("code"))).or_default() += 1;
        if text("severity") != "note" {
            let place = format!("{}:{}", text("file"), problem["line"]);
            report.problem(format!("check: {place}: {}: {}", text("code"), text("message")));
        }
    }
    report.say(&format!("check: {counts:?}"));
}

fn generate(cli: &Cli, workspace: &Workspace, report: &Report) {
    let runtime = format!("{}/runtime", crate::cli::ROOT);
    let arguments =
        ["generate", "--spec", "spec", "--out", "client", "--runtime", &runtime, "--package", PACKAGE];
    let generated = cli.good(&workspace.folder, &arguments);
    report.time(&format!("generated ({})", generated.out.trim_end()), generated.took);
}

fn read_client(cli: &Cli, workspace: &Workspace, products: &mut [Product], report: &mut Report) {
    let dumped = cli.good(&workspace.folder, &["dump", "--spec", "spec"]);
    let dumped: Value = serde_json::from_str(&dumped.out).unwrap();
    let dumped = dumped["products"].as_array().unwrap();
    for product in products.iter_mut() {
        let source = &product.source;
        let is_it = |one: &&Value| one["code"] == source.code() && one["version"] == source.version();
        let Some(found) = dumped.iter().find(is_it) else { continue };
        product.client = client::client(&workspace.path("client"), found);
        product.check_client(report);
        product.demos = demos::demos(source, &product.wanted);
    }
}
