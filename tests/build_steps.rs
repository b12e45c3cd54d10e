//! What a build step can be asked for beyond its default: packages of users, each built as they would.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod copy;
#[path = "build_steps/tree.rs"]
mod tree;

use copy::{Copy, ROOT};
use std::path::{Path, PathBuf};
use tree::Tree;

/// A copy of an example that finds this repository's packages.
fn package(name: &str) -> Copy {
    let copy = Copy::new(&format!("build_steps_{name}"));
    for part in ["Cargo.toml", "build.rs", "src", "spec"] {
        copy.add(&format!("tests/build_steps/{name}/{part}"), part);
    }
    copy.edit("Cargo.toml", "path = \"../../..", &format!("path = \"{}", ROOT.replace('\\', "/")));
    copy
}

/// The `OUT_DIR` of a package, the latest one.
fn out_dir(package: &str) -> PathBuf {
    let build = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("debug/build");
    let ours = std::fs::read_dir(build).unwrap().map(|entry| entry.unwrap().path().join("out"));
    let ours = ours.filter(|out| out.join("alicloud.rs").exists());
    let ours =
        ours.filter(|out| out.parent().unwrap().file_name().unwrap().to_string_lossy().starts_with(package));
    ours.max_by_key(|out| out.join("alicloud.rs").metadata().unwrap().modified().unwrap()).unwrap()
}

#[test]
fn chosen_operations_are_compiled_and_nothing_else() {
    let package = package("chosen");
    let run = package.good(&["run"]);
    assert_eq!(run.out, "Tea for Two: Some(\"late\")\n2 operations\n");
    assert!(!run.err.contains("warning"), "{}", run.err);
    let tree = Tree::of(&out_dir("library-chosen").join("library"));
    for present in ["find_book.rs", "list_loans.rs", "shapes.rs"] {
        assert!(tree.paths().any(|path| path == present), "{present}");
    }
    assert!(!tree.paths().any(|path| path == "list_fines.rs"));
    let shapes = tree.text("shapes.rs");
    assert!(
        shapes.contains("struct Loan") && shapes.contains("enum State") && !shapes.contains("Fine"),
        "{shapes}"
    );

    // A name that no operation has is a slip.
    package.edit("build.rs", "\"FindBook\"", "\"FindBok\"");
    let (good, ended) = package.cargo(&["build"]);
    assert!(!good);
    for part in
        ["error: library-chosen@0.1.0: no operation matches `FindBok`", "help: did you mean `FindBook`?"]
    {
        assert!(ended.err.contains(part), "{part:?} in {}", ended.err);
    }
}

#[test]
fn the_runtime_can_have_another_name_or_place() {
    let run = package("own_runtime").good(&["run"]);
    assert_eq!(run.out, "Some(\"Tea for Two\")\nSome(\"cloth\")\n");
    assert!(!run.err.contains("warning"), "{}", run.err);
}

/// The whole repository below `vendor/` of somebody's workspace, with sources that nobody may write to.
#[test]
fn a_vendored_and_read_only_workspace_builds_and_only_out_dir_is_written() {
    let copy = Copy::new("build_steps_vendored");
    for part in
        ["Cargo.toml", "codegen/Cargo.toml", "codegen/src", "runtime/Cargo.toml", "runtime/src", "README.md"]
    {
        copy.add(part, &format!("vendor/alicloud/{part}"));
    }
    for part in ["Cargo.toml", "build.rs", "src", "spec"] {
        copy.add(&format!("tests/build_step/{part}"), &format!("app/{part}"));
    }
    copy.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"app\"]\nexclude = [\"vendor\"]\n");
    copy.edit("app/Cargo.toml", "path = \"../..", "path = \"../vendor/alicloud");
    copy.edit("app/Cargo.toml", "\n[workspace]\n", "\n");
    // Cargo reduces the lock file to what the workspace needs; everything after that is only read.
    copy.good(&["metadata", "--format-version", "1"]);
    let before = Tree::of(&copy.path(""));
    let _guard = tree::ReadOnly::new(&copy.path(""));
    let run = copy.good(&["run", "--locked", "--offline"]);
    assert!(run.out.starts_with("Tea for Two on B7\n"), "{}", run.out);
    assert_eq!(before.difference(&Tree::of(&copy.path(""))), Vec::<String>::new());
}
