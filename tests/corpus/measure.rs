//! How long the largest product takes.

use crate::cli::{Cli, Ended};
use crate::folder;
use crate::report::Report;
use crate::written::written;
use std::fs;
use std::path::Path;

/// How often each step is measured; the shortest counts.
const ROUNDS: usize = 5;

/// Imports and generates the product with most operations with a release build, and prints what it took.
pub(crate) fn measure(corpus: &Path) {
    let report = Report::default();
    let sources = folder::sources(corpus);
    let usable = sources.iter().filter(|source| !source.is_gateway());
    let source = usable.max_by_key(|source| source.apis().len()).unwrap();
    let cli = Cli::build("release");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus_measure");
    fs::create_dir_all(&folder).unwrap();
    let (zh, en) = (source.path.clone(), source.path.with_file_name("api-docs.en.json"));
    let (zh, en) = (zh.to_str().unwrap(), en.to_str().unwrap());
    let import = ["import", zh, "--docs", en, "--out", "spec"];
    let runtime = format!("{}/runtime", crate::cli::ROOT);
    let generate = ["generate", "--out", "client", "--runtime", &runtime];
    let remove = |name: &str| {
        if folder.join(name).exists() {
            fs::remove_dir_all(folder.join(name)).unwrap();
        }
    };
    let best = |arguments: &[&str], fresh: Option<&str>| -> Ended {
        let runs = (0..ROUNDS).map(|_| {
            fresh.into_iter().for_each(remove);
            cli.good(&folder, arguments)
        });
        runs.min_by_key(|ended| ended.took.wall).unwrap()
    };
    let imported = best(&import, Some("spec"));
    let product = written(&folder.join("spec"), source.code(), source.version()).unwrap();
    let operations = product.declared.operations.len();
    report.say(&format!(
        "{}: {operations} operations, {} files of YAML with {} bytes",
        source.place, product.files, product.bytes
    ));
    report.time("import", imported.took);
    report.time("import again", best(&import, None).took);
    report.time("check", best(&["check"], None).took);
    report.time("generate", best(&generate, Some("client")).took);
    report.time("generate again", best(&generate, None).took);
}
