//! Official metadata, from the documents to decoded replies: everything that the folder holds which `ALICLOUD_CORPUS` names.
//!
//! `<product>/<version>/api-docs.zh.json` tells the structure, `api-docs.en.json` beside it the texts. What is expected is
//! read from the documents here, by other code than the importer's.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "corpus/again.rs"]
mod again;
#[path = "corpus/class.rs"]
mod class;
#[path = "corpus/cli.rs"]
mod cli;
#[path = "corpus/client.rs"]
mod client;
#[path = "corpus/closed_list.rs"]
mod closed_list;
#[path = "corpus/program/compare.rs"]
mod compare;
#[path = "corpus/compile.rs"]
mod compile;
#[path = "corpus/declared.rs"]
mod declared;
#[path = "corpus/demos.rs"]
mod demos;
#[path = "corpus/folder.rs"]
mod folder;
#[path = "corpus/json.rs"]
mod json;
#[path = "corpus/measure.rs"]
mod measure;
#[path = "corpus/path.rs"]
mod path;
#[path = "corpus/product.rs"]
mod product;
#[path = "corpus/program.rs"]
mod program;
#[path = "corpus/replies.rs"]
mod replies;
#[path = "corpus/report.rs"]
mod report;
#[path = "corpus/run.rs"]
mod run;
#[path = "corpus/said.rs"]
mod said;
#[path = "corpus/self_test.rs"]
mod self_test;
#[path = "corpus/workspace.rs"]
mod workspace;
#[path = "corpus/written.rs"]
mod written;

/// One test, since its steps build on each other.
#[test]
fn the_corpus_becomes_a_crate_that_decodes_its_replies() {
    with_corpus(run::run);
}

/// Figures, and nothing that could fail: `cargo test -p alicloud-tests --test corpus -- --ignored`.
#[test]
#[ignore = "measures, and compiles the generator for that"]
fn the_largest_product() {
    with_corpus(measure::measure);
}

fn with_corpus(run: fn(&std::path::Path)) {
    match folder::folder() {
        Some(corpus) => run(&corpus),
        None => report::Report::default().say(&format!("skipped: {} is not set", folder::VARIABLE)),
    }
}
