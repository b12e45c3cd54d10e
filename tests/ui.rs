//! What the compiler accepts and refuses of an emitted client, and what it says.

use std::process::Command;

/// The compiler's wording changes between releases. The expected messages are those of this one.
const RUSTC: &str = "1.95";

#[test]
fn calls_that_compile_and_calls_that_do_not() {
    if !is_expected_compiler() && std::env::var_os("TRYBUILD_STRICT").is_none() {
        println!("skipped: the messages are those of rustc {RUSTC}; TRYBUILD_STRICT=1 compares them anyway");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
}

fn is_expected_compiler() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version =
        Command::new(rustc).arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&version).starts_with(&format!("rustc {RUSTC}."))
}
