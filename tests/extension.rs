//! A further operation is one YAML file and one command.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod copy;

use copy::{Copy, ROOT};

const OPERATION: &str = "spec/sas/2018-12-03/list_trial_modules.yaml";

#[test]
fn a_fourth_operation_is_one_file_and_one_command() {
    let copy = Copy::new("extension");
    copy.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"generated-sdk\"]\n");
    copy.add("spec", "spec");
    copy.add("tests/extension/by_hand.rs", "generated-sdk/tests/by_hand.rs");

    // The file.
    copy.add("tests/extension/list_trial_modules.yaml", OPERATION);

    // The command.
    let manifest = format!("{ROOT}/Cargo.toml");
    let runtime = format!("{ROOT}/runtime");
    let generate = ["run", "--quiet", "--manifest-path", &manifest, "--", "generate", "--runtime", &runtime];
    let out = copy.good(&generate).out;
    assert!(out.starts_with("wrote ") && out.ends_with(" 0 unchanged, 0 removed\n"), "{out}");

    // It is there: types, setters, documentation, generated tests, and the other operations as before.
    let module = std::fs::read_to_string(copy.path("generated-sdk/src/sas/list_trial_modules.rs")).unwrap();
    assert!(module.contains("Lists the modules that can be tried out."), "{module}");
    let arguments =
        ["test", "--no-default-features", "--features", "sas", "--test", "sas", "--test", "by_hand"];
    let tested = copy.good(&arguments);
    for test in ["list_trial_modules::", "get_auth_summary::", "the_new_operation_can_be_called"] {
        assert!(tested.out.contains(&format!("test {test}")), "{test} in {}", tested.out);
    }

    // Work on it goes on in the same way, and touches the files of no other operation.
    copy.edit(OPERATION, "Lists the modules", "Names the modules");
    let other = copy.path("generated-sdk/src/sas/get_auth_summary.rs");
    let before = std::fs::metadata(&other).unwrap().modified().unwrap();
    let out = copy.good(&generate).out;
    assert!(out.starts_with("wrote ") && !out.contains(" 0 unchanged"), "{out}");
    assert_eq!(std::fs::metadata(&other).unwrap().modified().unwrap(), before);
    assert!(copy.path("generated-sdk/tests/by_hand.rs").exists());
}
