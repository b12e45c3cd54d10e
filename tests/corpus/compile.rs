//! The compilers' opinion of the emitted crate.

use crate::cli::{Took, processor};
use crate::demos;
use crate::product::Product;
use crate::program;
use crate::report::Report;
use crate::workspace::{PACKAGE, Workspace};
use std::collections::BTreeMap;
use std::time::Instant;

/// Compiles crate and program with warnings as errors. Whether the program is there.
pub(crate) fn compile(workspace: &Workspace, products: &[Product], report: &mut Report) -> bool {
    let mut operations = BTreeMap::new();
    let mut features = Vec::new();
    for Product { source, written, client, .. } in products {
        features.extend(written.iter().map(|written| written.module.clone()));
        let paths = client.operations.iter();
        operations.extend(paths.map(|(name, operation)| (demos::key(source, name), operation.path.clone())));
    }
    program::write(workspace, &operations, &features);
    let features = features.join(",");
    let (started, from) = (Instant::now(), processor());
    let is_good = side_by_side(workspace, &features, report);
    report.time("compiled in all", Took::since(started, from));
    is_good && own_tests(workspace, products, report)
}

/// The crate is one unit to a compiler, and so keeps one processor busy: two work side by side.
fn side_by_side(workspace: &Workspace, features: &str, report: &mut Report) -> bool {
    let client = |command, more: &[&str], last: &[&str]| -> Vec<String> {
        let of_client = [command, "-p", PACKAGE, "--no-default-features", "--features", features];
        [&of_client, more, last].concat().into_iter().map(str::to_owned).collect()
    };
    let step = |what: &'static str, target, arguments: Vec<String>| {
        let texts: Vec<&str> = arguments.iter().map(String::as_str).collect();
        (what, arguments.join(" "), workspace.cargo(target, &texts))
    };
    let run = |command: &str| ["build", "-p", command].map(str::to_owned).to_vec();
    let ended = std::thread::scope(|scope| {
        let clippy =
            scope.spawn(|| step("clippy", "clippy", client("clippy", &[], &["--", "-D", "warnings"])));
        let rustdoc = step("rustdoc", "target", client("doc", &["--no-deps"], &[]));
        let rustc = step("rustc, with the program that decodes the replies", "target", run("demos"));
        [clippy.join().unwrap(), rustdoc, rustc]
    });
    for (what, command, ended) in &ended {
        report.say(&format!("{what}: {:.1} s", ended.took.wall.as_secs_f64()));
        report.demand(ended.code == Some(0), || format!("cargo {command}\n{}", first(&ended.err)));
    }
    ended.iter().all(|(.., ended)| ended.code == Some(0))
}

/// The emitted tests of the smallest product: those of all take as long as everything else together, and the program
/// decodes the same replies.
fn own_tests(workspace: &Workspace, products: &[Product], report: &mut Report) -> bool {
    let usable = products.iter().filter_map(|one| Some((one.client.operations.len(), one.written.as_ref()?)));
    let Some((_, smallest)) = usable.min_by_key(|(operations, _)| *operations) else { return false };
    let module = &smallest.module;
    let arguments =
        ["test", "-p", PACKAGE, "--no-default-features", "--features", module, "--tests", "--quiet"];
    let ended = workspace.cargo("target", &arguments);
    report.time(&format!("emitted tests of {module}"), ended.took);
    report.demand(ended.code == Some(0), || format!("cargo {}\n{}", arguments.join(" "), ended.said()));
    true
}

/// As much of a compiler's output as is of use.
fn first(text: &str) -> String {
    let is_progress = |line: &&str| !line.trim_start().starts_with("Compiling");
    let lines: Vec<&str> = text.lines().filter(is_progress).take(200).collect();
    lines.join("\n")
}
