//! The same gates on Security Center's official metadata, some 900 operations, where `ALICLOUD_CORPUS` names a folder that holds it.
#![cfg(feature = "cli")]

use crate::granary::files;
use crate::{bytes, derives, lines, second_run};
use alicloud_codegen::Builder;
use alicloud_codegen::import::run::{Import, Silent, run};
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Where its documents lie.
const PRODUCT: &str = "sas/2018-12-03";

/// Lines for an operation. Raise it only with a reason: every user compiles what is more.
const BOUND: f64 = 110.0;

/// One test, since what is emitted first serves all gates: in all it is emitted once for each number of threads.
#[test]
fn security_center_keeps_the_gates() {
    // Past the capture of the test harness.
    let mut output = std::io::stderr();
    let Some(product) = product(std::env::var_os("ALICLOUD_CORPUS").map(PathBuf::from)) else {
        return writeln!(output, "skipped: ALICLOUD_CORPUS names no folder with {PRODUCT}").unwrap();
    };
    let folder = TempDir::new().unwrap();
    let spec = folder.path().join("spec");
    let sources = vec![product.to_str().unwrap().to_owned()];
    run(&Import { sources, out: spec.clone(), ..Import::default() }, &Silent).unwrap();
    // Folders of one name, since it can show in what is emitted.
    let out = |jobs: usize| folder.path().join(format!("jobs-{jobs}/out"));
    let builder = |jobs: usize| Builder::new().spec(&spec).out(out(jobs)).jobs(jobs);

    let first = builder(2).generate().unwrap();
    let emitted = files(&out(2));
    let operations = builder(2).check().unwrap().operations;
    assert!(operations > 900, "{operations} operations");
    let each = lines::check(&emitted, operations, BOUND).unwrap();
    writeln!(output, "{PRODUCT}: {operations} operations, {each:.1} lines each").unwrap();
    assert!(each > BOUND * 0.95, "{each:.1} lines for an operation: lower the bound of {BOUND:.1}");
    derives::none(&emitted).unwrap();

    let before = second_run::aged(&out(2));
    let second = builder(2).generate().unwrap();
    assert!(second.is_up_to_date, "{}", first.warnings.render_plain());
    assert_eq!(second.unchanged, first.written);
    second_run::untouched(&before, &second_run::times(&out(2))).unwrap();

    for jobs in [1, 8] {
        builder(jobs).generate().unwrap();
        bytes::same(&emitted, &files(&out(jobs))).unwrap();
    }
}

/// The folder of the product in a corpus that has it.
fn product(corpus: Option<PathBuf>) -> Option<PathBuf> {
    // Of an empty text the product would be looked for here.
    let folder = corpus.filter(|corpus| corpus != Path::new(""))?.join(PRODUCT);
    folder.is_dir().then_some(folder)
}

#[test]
fn only_a_corpus_without_the_product_is_skipped() {
    let corpus = TempDir::new().unwrap();
    for without in [None, Some(PathBuf::new()), Some(corpus.path().to_owned())] {
        assert_eq!(product(without), None);
    }
    std::fs::create_dir_all(corpus.path().join(PRODUCT)).unwrap();
    assert_eq!(product(Some(corpus.path().to_owned())), Some(corpus.path().join(PRODUCT)));
}
