//! Exit code 2: wrong use, and trouble with files.

use crate::sandbox::Sandbox;

#[test]
fn wrong_use_ends_with_2() {
    let sandbox = Sandbox::new();
    for arguments in [
        &[][..],
        &["generat"],
        &["generate", "--jobs", "0"],
        &["generate", "--package", "no package"],
        &["generate", "--runtime", "no version"],
        &["generate", "--only", "["],
        &["dump", "--format", "yaml"],
        &["check", "--spec", "nowhere"],
        &["check", "--spec", "spec/README.md"],
    ] {
        let ended = sandbox.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!ended.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_output_folder_that_cannot_be_made_ends_with_2() {
    let sandbox = Sandbox::new();
    sandbox.write("file", "not a folder");
    let ended = sandbox.run(&["generate", "--out", "file/sdk"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("`file/sdk"), "{}", ended.err);
}

#[test]
fn help_and_version_are_results() {
    let sandbox = Sandbox::new();
    assert!(sandbox.good(&["--help"]).contains("Usage: alicloud-codegen"));
    assert_eq!(sandbox.good(&["--version"]), concat!("alicloud-codegen ", env!("CARGO_PKG_VERSION"), "\n"));
}
