//! `generate --check`: tells what would change, and changes nothing.

use crate::sandbox::{PRODUCT, Sandbox};
use std::fs;

#[test]
fn fresh_output_has_none() {
    let sandbox = Sandbox::generated();
    let count = sandbox.files("generated-sdk").len();
    assert_eq!(sandbox.good(&["generate", "--check"]), format!("{count} files up to date\n"));
}

#[test]
fn an_edited_file_is_shown_with_the_difference() {
    let sandbox = Sandbox::generated();
    let path = "generated-sdk/src/sas/client.rs";
    sandbox.edit(path, "pub struct Client", "pub struct Customer");
    let before = sandbox.files("generated-sdk");
    let ended = sandbox.run(&["generate", "--check"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.out.starts_with(&format!("stale: {path}\n")), "{}", ended.out);
    assert!(ended.out.contains("    -pub struct Customer {\n    +pub struct Client {\n"), "{}", ended.out);
    let expected = "error: 1 file differs from what the spec says\n  help: run `alicloud-codegen generate`\n";
    assert_eq!(ended.err, expected);
    assert_eq!(sandbox.files("generated-sdk"), before, "--check changed something");
}

#[test]
fn missing_and_orphaned_files_are_listed() {
    let sandbox = Sandbox::new();
    sandbox.good(&["generate", "--out", "my sdk"]);
    fs::remove_file(sandbox.path("my sdk/src/call.rs")).unwrap();
    fs::rename(
        sandbox.path(&format!("{PRODUCT}/get_check_sale.yaml")),
        sandbox.path("get_check_sale.yaml.old"),
    )
    .unwrap();
    let ended = sandbox.run(&["generate", "--check", "--out", "my sdk"]);
    assert_eq!(ended.code, Some(1));
    for line in [
        "missing: my sdk/src/call.rs\n",
        "orphaned: my sdk/src/sas/get_check_sale.rs (",
        "stale: my sdk/src/sas/mod.rs\n",
    ] {
        assert!(ended.out.contains(line), "{line:?} in {}", ended.out);
    }
    // The command can be pasted.
    assert!(ended.err.ends_with("help: run `alicloud-codegen generate --out 'my sdk'`\n"), "{}", ended.err);
    assert!(sandbox.path("my sdk/src/sas/get_check_sale.rs").exists());
    sandbox.good(&["generate", "--out", "my sdk"]);
    sandbox.good(&["generate", "--check", "--out", "my sdk"]);
}

#[test]
fn a_long_difference_is_cut() {
    let sandbox = Sandbox::generated();
    let text = sandbox.read("generated-sdk/src/sas/get_auth_summary.rs");
    let header = text.lines().next().unwrap();
    sandbox.write("generated-sdk/src/sas/get_auth_summary.rs", &format!("{header}\n"));
    let ended = sandbox.run(&["generate", "--check"]);
    assert!(ended.out.contains(" more lines\n"), "{}", ended.out);
    assert!(ended.out.lines().count() < 30, "{}", ended.out);
}

#[test]
fn nothing_is_created_for_output_that_is_not_there() {
    let sandbox = Sandbox::new();
    let ended = sandbox.run(&["generate", "--check"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.out.contains("missing: generated-sdk/Cargo.toml\n"), "{}", ended.out);
    assert!(!sandbox.path("generated-sdk").exists());
}
