//! The build step as a user meets it: a package whose `build.rs` generates its client.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod copy;

use copy::{Copy, Ended, ROOT};

const MAIN: &str = "src/main.rs";
const PRODUCT: &str = "spec/library/2024-04-01/product.yaml";
const OPERATION: &str = "spec/library/2024-04-01/find_book.yaml";

fn package() -> Copy {
    let copy = Copy::new("build_step");
    for part in ["Cargo.toml", "build.rs", "src", "spec"] {
        copy.add(&format!("tests/build_step/{part}"), part);
    }
    copy.edit("Cargo.toml", "path = \"../..", &format!("path = \"{}", ROOT.replace('\\', "/")));
    copy
}

/// Runs Cargo, which must fail.
fn bad(package: &Copy, arguments: &[&str]) -> Ended {
    let (good, ended) = package.cargo(arguments);
    assert!(!good, "cargo {}\n{}", arguments.join(" "), ended.out);
    ended
}

/// One test, since its steps build on each other.
#[test]
fn a_build_script_generates_a_client_that_works() {
    let package = package();
    let run = package.good(&["run"]);
    let expected = "Tea for Two on B7\n\
                    sent FindBook to https://north.library.example.com/?Binding=paper&Isbn=978-3-16-148410-0\n";
    assert_eq!(run.out, expected);
    assert!(!run.err.contains("warning"), "{}", run.err);

    // Nothing changed, so nothing runs again.
    let again = package.good(&["build", "--verbose"]);
    assert!(again.err.contains("Fresh library-client"), "{}", again.err);

    // The compiler misses a required parameter, and names it and its operation.
    package.edit(MAIN, ".isbn(\"978-3-16-148410-0\")", "");
    let failed = bad(&package, &["build"]);
    assert!(failed.err.contains("isbn") && failed.err.contains("find_book::Request"), "{}", failed.err);

    // Problems are shown by `cargo build`: one line each, and the excerpts.
    package.edit(OPERATION, "kind: read", "kind: reed");
    package.edit(OPERATION, "summary: ", "sumary: ");
    let failed = bad(&package, &["build"]);
    for part in [
        format!("error: library-client@0.1.0: {OPERATION}:2:1: E0201: unknown key `sumary`"),
        format!("error: library-client@0.1.0: {OPERATION}:3:7: E0204: unknown kind `reed`"),
        // The excerpt, below its head.
        "error[E0201]: unknown key `sumary`".to_owned(),
        format!("--> {OPERATION}:2:1"),
        "2 | sumary: ".to_owned(),
        "| ^^^^^^ not a key of the spec language here".to_owned(),
        "did you mean `summary`?".to_owned(),
        "2 problems in 1 file".to_owned(),
    ] {
        assert!(failed.err.contains(&part), "{part:?} in {}", failed.err);
    }
    assert!(!failed.err.contains("panicked"), "{}", failed.err);

    // What was put right is seen, and so is what was changed.
    package.edit(OPERATION, "kind: reed", "kind: read");
    package.edit(OPERATION, "sumary: ", "summary: ");
    package.edit(OPERATION, "name: Isbn", "name: Number");
    package.edit(MAIN, "find_book()", "find_book().number(\"17\")");
    let run = package.good(&["run"]);
    assert!(run.out.ends_with("/?Binding=paper&Number=17\n"), "{}", run.out);

    // A warning is one of `cargo build` as well, and stops nothing.
    package.edit(PRODUCT, "  cn-hangzhou: ", "  cn-hangzhu: north.library.example.com\n  cn-hangzhou: ");
    let run = package.good(&["run"]);
    let warning = format!(
        "warning: library-client@0.1.0: {PRODUCT}:13:3: W0505: `cn-hangzhu` is no region that is known"
    );
    assert!(run.err.contains(&warning), "{}", run.err);
}
